package io.agencyos.adapters.out.unipile;

import io.agencyos.adapters.out.vendorhttp.Fields;
import io.agencyos.application.conversation.inbox.ChannelEvent;
import io.agencyos.domain.shared.Channel;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Messages, connections and states as events, under the same keys whether they were pushed or polled. Source: unipile 9. */
final class Reports {

    private Reports() {}

    static ChannelEvent.About about(@Nullable String ref, String seat, @Nullable String person) {
        return new ChannelEvent.About(Channel.LINKEDIN, ref, null, seat, person);
    }

    static String required(JsonNode node, String name) {
        return Fields.text(node, name).orElseThrow(() -> new IllegalArgumentException("an event without " + name));
    }

    /** What makes a pushed event the same; the minute of its arrival where the vendor gives nothing else. */
    static String key(JsonNode body, Instant now) {
        JsonNode status = body.path("AccountStatus");
        if (status.isObject()) {
            return "status/" + required(status, "account_id") + "/" + required(status, "message") + "/"
                    + now.truncatedTo(ChronoUnit.MINUTES);
        }
        if (isLinked(body)) {
            return "linked/" + required(body, "name") + "/" + required(body, "account_id");
        }
        String event = required(body, "event");
        String seat = required(body, "account_id");
        return switch (event) {
            case "message_received" -> messageKey(seat, required(body, "message_id"));
            case "new_relation" -> relationKey(seat, required(body, "user_provider_id"));
            default ->
                event + "/" + seat + "/" + Fields.text(body, "message_id").orElse(now.toString());
        };
    }

    static boolean isLinked(JsonNode body) {
        return body.has("name")
                && Fields.text(body, "status")
                        .filter(status -> status.equals("CREATION_SUCCESS") || status.equals("RECONNECTED"))
                        .isPresent();
    }

    static String messageKey(String seat, String message) {
        return "message/" + seat + "/" + message;
    }

    static String relationKey(String seat, String person) {
        return "relation/" + seat + "/" + person;
    }

    /** A pushed message; one of the seat's own person is told apart by who sent it. */
    static ChannelEvent pushedMessage(JsonNode body, String key) {
        String seat = required(body, "account_id");
        JsonNode sender = body.path("sender");
        String writer = required(sender, "attendee_provider_id");
        boolean ours = Fields.text(body.path("account_info"), "user_id")
                .filter(writer::equals)
                .isPresent();
        String other = ours ? otherThan(body, writer).orElse(null) : writer;
        return message(
                key,
                Fields.instant(body, "timestamp").orElse(ChannelEvent.UNTOLD),
                about(required(body, "message_id"), seat, other),
                ours,
                Fields.text(sender, "attendee_name").orElse(null),
                Fields.text(body, "message").orElse(""),
                Fields.text(body, "chat_id").orElse(null));
    }

    private static Optional<String> otherThan(JsonNode body, String writer) {
        return Fields.items(body.path("attendees")).stream()
                .flatMap(attendee -> Fields.text(attendee, "attendee_provider_id").stream())
                .filter(person -> !person.equals(writer))
                .findFirst();
    }

    /** A message of a list; empty for what nobody said. */
    static Optional<ChannelEvent> polledMessage(JsonNode item, String seat) {
        boolean silent = Fields.flag(item, "is_event") || Fields.flag(item, "deleted") || Fields.flag(item, "hidden");
        Optional<String> id = Fields.text(item, "id");
        if (silent || id.isEmpty()) {
            return Optional.empty();
        }
        boolean ours = Chats.ours(item);
        return Optional.of(message(
                messageKey(seat, id.get()),
                Fields.instant(item, "timestamp").orElse(ChannelEvent.UNTOLD),
                about(
                        id.get(),
                        seat,
                        ours ? null : Fields.text(item, "sender_id").orElse(null)),
                ours,
                null,
                Fields.text(item, "text").orElse(""),
                Fields.text(item, "chat_id").orElse(null)));
    }

    private static ChannelEvent message(
            String key,
            Instant at,
            ChannelEvent.About about,
            boolean ours,
            @Nullable String name,
            String text,
            @Nullable String chat) {
        return ours
                ? new ChannelEvent.OwnMessage(key, at, about, text, chat)
                : new ChannelEvent.Received(key, at, about, name, text, chat);
    }
}
