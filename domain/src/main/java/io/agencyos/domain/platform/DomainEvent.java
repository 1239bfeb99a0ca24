package io.agencyos.domain.platform;

import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened, committed together with the change it tells of and published afterwards at least once;
 * consumers recognise it by its id. Names: vocabulary 22.
 *
 * @param clientId null for what concerns the platform only
 * @param payload ids, words and numbers; no message text, no secret
 */
public record DomainEvent(
        UUID id,
        @Nullable ClientId clientId,
        EventName name,
        UUID aggregateId,
        Instant occurredAt,
        Map<String, String> payload) {

    public DomainEvent {
        payload = Map.copyOf(payload);
    }
}
