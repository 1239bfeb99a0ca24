package io.agencyos.application.outreach.channel;

import io.agencyos.domain.shared.contact.PhoneNumber;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.TouchId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** Texts with sane defaults; each method changes one thing. */
public final class TextCommands {

    private static final List<String> READERS =
            List.of("+61491570006", "+61491570156", "+61491570157", "+61491570158", "+61491570159");

    private TextCommands() {}

    /** One text; everything that must be unique follows from {@code name}. */
    public static SmsCommand text(ClientId client, PhoneNumber ours, String name) {
        UUID unique = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        return new SmsCommand(
                client,
                new TouchId(unique),
                "aos1-" + unique.toString().replace("-", ""),
                new SmsFrom.Dedicated(ours),
                new PhoneNumber(READERS.get(Math.floorMod(name.length(), READERS.size()))),
                "Hi Priya, Sam from Harbour. Worth a chat on " + name + "? Reply STOP to opt out.");
    }

    static SmsCommand of(SmsCommand text, String words) {
        return new SmsCommand(text.clientId(), text.touchId(), text.idempotencyKey(), text.from(), text.to(), words);
    }

    public static SmsCommand to(SmsCommand text, PhoneNumber reader) {
        return new SmsCommand(text.clientId(), text.touchId(), text.idempotencyKey(), text.from(), reader, text.text());
    }

    static SmsCommand from(SmsCommand text, SmsFrom from) {
        return new SmsCommand(text.clientId(), text.touchId(), text.idempotencyKey(), from, text.to(), text.text());
    }
}
