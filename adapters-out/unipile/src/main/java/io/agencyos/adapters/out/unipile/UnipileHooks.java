package io.agencyos.adapters.out.unipile;

import io.agencyos.adapters.out.vendorhttp.Fields;
import io.agencyos.application.conversation.inbox.ChannelEvent;
import io.agencyos.application.conversation.inbox.HookReader;
import io.agencyos.domain.shared.Digests;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.id.ClientId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The vendor's webhooks. In the first dialect it signs nothing; a secret that we gave it comes back in a header. Only the callback of a seat's
 * page has none: it is believed as far as the token in it is one of ours. Events of the second
 * dialect are signed. Source: unipile 4.1, 9, 10.
 */
final class UnipileHooks implements HookReader {

    static final String HEADER = "Unipile-Auth";

    private final UnipileSeatLinking linking;
    private final boolean acceptsUnsigned;

    UnipileHooks(UnipileSeatLinking linking, boolean acceptsUnsigned) {
        this.linking = linking;
        this.acceptsUnsigned = acceptsUnsigned;
    }

    @Override
    public String vendor() {
        return Failures.VENDOR;
    }

    @Override
    public Result<String, Forgery> verify(Delivery delivery, List<String> secrets, Instant now) {
        Optional<JsonNode> body = parsed(delivery.body());
        Optional<String> signature = header(delivery, SecondEvents.HEADER);
        if (signature.isPresent() || body.filter(SecondEvents::is).isPresent()) {
            return verifySigned(signature, body, delivery.body(), secrets, now);
        }
        Optional<String> given = header(delivery, "unipile-auth");
        if (given.isEmpty()) {
            return body.filter(Reports::isLinked)
                    .<Result<String, Forgery>>map(callback -> Result.ok(Reports.key(callback, now)))
                    .orElseGet(() -> Result.err(Forgery.SIGNATURE_MISSING));
        }
        boolean fits = false;
        for (String secret : secrets) {
            fits |= MessageDigest.isEqual(
                    secret.getBytes(StandardCharsets.UTF_8), given.get().getBytes(StandardCharsets.UTF_8));
        }
        return fits ? Result.ok(key(body, delivery.body(), now)) : Result.err(Forgery.SIGNATURE_WRONG);
    }

    private static Optional<String> header(Delivery delivery, String name) {
        return delivery.headers().getOrDefault(name, List.of()).stream()
                .filter(value -> !value.isBlank())
                .findFirst();
    }

    /** Events of the second dialect are signed; whether one without a signature counts is a matter of the settings. */
    private Result<String, Forgery> verifySigned(
            Optional<String> signature, Optional<JsonNode> body, byte[] raw, List<String> secrets, Instant now) {
        Optional<Forgery> forgery = signature.isPresent()
                ? SecondEvents.forgery(signature.get(), raw, secrets, now)
                : acceptsUnsigned ? Optional.empty() : Optional.of(Forgery.SIGNATURE_MISSING);
        return forgery.<Result<String, Forgery>>map(Result::err).orElseGet(() -> Result.ok(key(body, raw, now)));
    }

    private static String key(Optional<JsonNode> body, byte[] raw, Instant now) {
        try {
            JsonNode event = body.orElseThrow(() -> new IllegalArgumentException("not JSON"));
            return SecondEvents.is(event) ? SecondEvents.key(event) : Reports.key(event, now);
        } catch (IllegalArgumentException unreadable) {
            return "unreadable/" + Digests.sha256Hex(new String(raw, StandardCharsets.ISO_8859_1));
        }
    }

    private static Optional<JsonNode> parsed(byte[] body) {
        try {
            return Optional.of(Fields.parse(body)).filter(JsonNode::isObject);
        } catch (IllegalArgumentException notJson) {
            return Optional.empty();
        }
    }

    @Override
    public List<ChannelEvent> read(ClientId client, String eventKey, byte[] raw) {
        JsonNode body = parsed(raw).orElseThrow(() -> new IllegalArgumentException("no JSON object"));
        if (SecondEvents.is(body)) {
            return SecondEvents.isLinked(body)
                    ? List.of(linked(
                            client,
                            eventKey,
                            SecondEvents.token(body)
                                    .or(() -> linking.onlyOpen(client))
                                    .orElse(""),
                            Reports.required(body, "account_id")))
                    : SecondEvents.read(body, eventKey);
        }
        JsonNode status = body.path("AccountStatus");
        if (status.isObject()) {
            return List.of(new ChannelEvent.SeatChanged(
                    eventKey,
                    ChannelEvent.UNTOLD,
                    Reports.about(null, Reports.required(status, "account_id"), null),
                    Seats.ofWord(Reports.required(status, "message"))));
        }
        if (Reports.isLinked(body)) {
            return List.of(
                    linked(client, eventKey, Reports.required(body, "name"), Reports.required(body, "account_id")));
        }
        return switch (Reports.required(body, "event")) {
            case "message_received" -> List.of(Reports.pushedMessage(body, eventKey));
            case "new_relation" ->
                List.of(new ChannelEvent.Connected(
                        eventKey,
                        ChannelEvent.UNTOLD,
                        Reports.about(
                                null, Reports.required(body, "account_id"), Reports.required(body, "user_provider_id")),
                        Fields.text(body, "user_public_identifier").orElse(null)));
            default -> List.of();
        };
    }

    private ChannelEvent linked(ClientId client, String eventKey, String token, String account) {
        ChannelEvent.About about = Reports.about(null, account, null);
        return linking.knows(client, token)
                ? new ChannelEvent.SeatLinked(eventKey, ChannelEvent.UNTOLD, about, token)
                : new ChannelEvent.Noted(eventKey, ChannelEvent.UNTOLD, about, "unknown_link");
    }
}
