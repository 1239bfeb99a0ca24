package io.agencyos.adapters.out.unipile;

import io.agencyos.adapters.out.vendorhttp.Fields;
import io.agencyos.application.outreach.channel.LookupOutcome;
import io.agencyos.domain.shared.Digests;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Conversations of a seat with one person: writing, and finding out whether something was written. Source: unipile 4.5, 8. */
final class Chats {

    private static final int MOST_PAGES = 5;
    /** LinkedIn's clock is not ours. */
    private static final Duration OVERLAP = Duration.ofSeconds(60);

    private Chats() {}

    static Result<JsonNode, VendorFailure> say(
            Connection connection, String seat, String person, @Nullable String chat, String text) {
        return connection
                .calls()
                .write(
                        "message",
                        () -> chat == null
                                ? connection.speech().startChat(seat, person, text)
                                : connection.speech().say(seat, chat, text));
    }

    /** Whether our side wrote this text to the person since then. */
    static LookupOutcome lookup(
            Connection connection, String seat, String person, @Nullable String chat, String text, Instant since) {
        Result<Optional<String>, VendorFailure> found =
                chat == null ? chatWith(connection, seat, person) : Result.ok(Optional.of(chat));
        return found.flatMap(id -> id.isEmpty()
                        ? Result.ok(Optional.<LookupOutcome>empty())
                        : written(connection, seat, id.get(), text, since.minus(OVERLAP)))
                .fold(
                        outcome -> outcome.orElseGet(LookupOutcome.Absent::new),
                        failure -> new LookupOutcome.Inconclusive(failure.kind()));
    }

    private static Result<Optional<String>, VendorFailure> chatWith(Connection connection, String seat, String person) {
        return connection
                .until(
                        "chats",
                        MOST_PAGES,
                        cursor -> connection.speech().chatsWith(seat, person, cursor),
                        chat -> isWith(chat, person))
                .flatMap(walk -> {
                    Optional<String> id = walk.items().stream()
                            .filter(chat -> isWith(chat, person))
                            .findFirst()
                            .flatMap(chat -> Fields.text(chat, "id"));
                    return id.isPresent() || walk.ended()
                            ? Result.ok(id)
                            : Result.err(Failures.contract("chats", "more than " + MOST_PAGES + " pages"));
                })
                // in the second dialect, who never spoke with the seat has no chat to show
                .fold(
                        Result::ok,
                        failure -> failure instanceof VendorFailure.NotFound
                                        && connection.account().dialect() == UnipileAccount.Dialect.V2
                                ? Result.ok(Optional.empty())
                                : Result.err(failure));
    }

    private static boolean isWith(JsonNode chat, String person) {
        return Fields.text(chat, "attendee_provider_id").filter(person::equals).isPresent();
    }

    private static Result<Optional<LookupOutcome>, VendorFailure> written(
            Connection connection, String seat, String chat, String text, Instant from) {
        String wanted = fingerprint(text);
        return connection
                .calls()
                .read("messages", () -> connection.speech().newestMessages(seat, chat))
                .flatMap(answer -> answer.path("items").isArray()
                        ? Result.ok(Fields.items(answer.path("items")).stream()
                                .filter(Chats::ours)
                                .filter(message -> Fields.instant(message, "timestamp")
                                        .filter(at -> !at.isBefore(from))
                                        .isPresent())
                                .filter(message -> fingerprint(
                                                Fields.text(message, "text").orElse(""))
                                        .equals(wanted))
                                .findFirst()
                                .flatMap(message -> Fields.text(message, "id")
                                        .map(id -> new LookupOutcome.Found(
                                                id,
                                                Fields.instant(message, "timestamp")
                                                        .orElse(null)))))
                        : Result.err(Failures.contract("messages", "no list")));
    }

    /** Whether our side wrote it: 1 or true. */
    static boolean ours(JsonNode message) {
        return Fields.flag(message, "is_sender");
    }

    private static String fingerprint(String text) {
        return Digests.sha256Hex(text.strip().replaceAll("\\s+", " "));
    }
}
