package io.agencyos.application.outreach.channel;

import io.agencyos.domain.shared.TouchKind;
import io.agencyos.domain.shared.contact.LinkedInUrl;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.SeatId;
import io.agencyos.domain.shared.id.TouchId;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Acts on LinkedIn with sane defaults; each method changes one thing. */
public final class LinkedInCommands {

    private static final SeatId SEAT = new SeatId(new UUID(0, 21));

    private LinkedInCommands() {}

    /** One act towards a person of its own; everything that must be unique follows from {@code name}. */
    public static LinkedInCommand act(ClientId client, String seat, TouchKind kind, String name) {
        UUID unique = UUID.nameUUIDFromBytes((kind + name).getBytes(StandardCharsets.UTF_8));
        return new LinkedInCommand(
                client,
                new TouchId(unique),
                "aos1-" + unique.toString().replace("-", ""),
                kind,
                new LinkedInCommand.Seat(SEAT, seat),
                new LinkedInUrl(LinkedInUrl.Page.PERSON, "priya-raman-" + name.replace(' ', '-') + "-example"),
                null,
                kind == TouchKind.LI_MESSAGE ? "Hi Priya, Sam from Harbour. Could we talk about " + name + "?" : "",
                null);
    }

    public static LinkedInCommand saying(LinkedInCommand act, String text) {
        return new LinkedInCommand(
                act.clientId(),
                act.touchId(),
                act.idempotencyKey(),
                act.kind(),
                act.seat(),
                act.profile(),
                act.personRef(),
                text,
                act.thread());
    }

    public static LinkedInCommand to(LinkedInCommand act, LinkedInUrl profile) {
        return new LinkedInCommand(
                act.clientId(),
                act.touchId(),
                act.idempotencyKey(),
                act.kind(),
                act.seat(),
                profile,
                null,
                act.text(),
                act.thread());
    }

    public static LinkedInCommand by(LinkedInCommand act, String seat) {
        return new LinkedInCommand(
                act.clientId(),
                act.touchId(),
                act.idempotencyKey(),
                act.kind(),
                new LinkedInCommand.Seat(SEAT, seat),
                act.profile(),
                act.personRef(),
                act.text(),
                act.thread());
    }
}
