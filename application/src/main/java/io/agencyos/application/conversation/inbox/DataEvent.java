package io.agencyos.application.conversation.inbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a vendor of people's data reports. Source: api 10.2, apollo 7. */
public sealed interface DataEvent extends InboundEvent {

    @Override
    default String type() {
        return switch (this) {
            case NumbersTold told -> "numbers_told";
        };
    }

    /**
     * Telephone numbers that were asked for are there. It is only a sign to look: what it brings along is not believed.
     *
     * @param refHash SHA-256 of the word under which we were to be told
     * @param request the vendor's name of the question as it is told, null where it is not
     */
    record NumbersTold(
            String key,
            Instant at,
            String refHash,
            @Nullable String request) implements DataEvent {}
}
