package io.agencyos.adapters.out.memory.resource;

import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.resource.SendingNumbers;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.resource.SendingNumber;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.ResourceId;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** The numbers that clients call and text from. */
public final class MemorySendingNumbers implements SendingNumbers {

    private final MemoryTable<ResourceId, SendingNumber> table;

    public MemorySendingNumbers(MemoryUnitOfWork units) {
        table = MemoryTable.<ResourceId, SendingNumber>ofTenants(
                        "sending_number", units, SendingNumber::clientId, SendingNumber::id)
                .writtenBy(Role.WORKER);
    }

    /** Gives a client a number. */
    public void add(SendingNumber number) {
        table.insert(number);
    }

    @Override
    public List<SendingNumber> ofClient(ClientId client) {
        return table.rows()
                .filter(number -> number.clientId().equals(client))
                .sorted(Comparator.comparing(number -> number.number().e164()))
                .toList();
    }

    @Override
    public void markUsed(ClientId client, Collection<ResourceId> ids, Instant at) {
        ofClient(client).stream()
                .filter(number -> ids.contains(number.id()))
                .filter(number ->
                        number.lastUsedAt() == null || number.lastUsedAt().isBefore(at))
                .forEach(number -> table.put(new SendingNumber(
                        number.id(),
                        number.clientId(),
                        number.number(),
                        number.provider(),
                        number.warmupStartedAt(),
                        number.dailyOverride(),
                        at)));
    }
}
