package io.agencyos.adapters.out.memory.outreach;

import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.outreach.store.CallLog;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.TouchId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The calls that were begun and how they ended. */
public final class MemoryCallLog implements CallLog {

    private record Row(
            Call call,
            @Nullable Outcome outcome,
            boolean asked,
            @Nullable Instant endedAt) {}

    private final MemoryTable<UUID, Row> table;

    public MemoryCallLog(MemoryUnitOfWork units) {
        table = MemoryTable.<UUID, Row>ofTenants(
                        "vendor_call",
                        units,
                        row -> row.call().clientId(),
                        row -> row.call().id())
                .writtenBy(Role.WORKER);
    }

    @Override
    public void begin(Collection<Call> calls) {
        calls.forEach(call -> table.insert(new Row(call, null, false, null)));
    }

    @Override
    public void end(ClientId client, Collection<Ended> ended, Instant at) {
        ended.forEach(call -> of(client, Set.of(call.touch()))
                .filter(row -> row.call().token().equals(call.token()) && row.outcome() == null)
                .forEach(row -> table.put(new Row(row.call(), call.outcome(), call.asked(), at))));
    }

    /** Touches for which a call was begun after this. */
    public Set<TouchId> startedAfter(ClientId client, Instant since) {
        return table.rows()
                .map(Row::call)
                .filter(call ->
                        call.clientId().equals(client) && call.startedAt().isAfter(since))
                .map(Call::touch)
                .collect(Collectors.toSet());
    }

    @Override
    public Map<TouchId, Instant> firstBegun(ClientId client, Collection<TouchId> touches) {
        return of(client, touches)
                .map(Row::call)
                .collect(Collectors.toMap(Call::touch, Call::startedAt, BinaryOperator.minBy(Instant::compareTo)));
    }

    @Override
    public Map<TouchId, Integer> triesUsed(ClientId client, Collection<TouchId> touches) {
        return of(client, touches)
                .filter(row -> row.outcome() == Outcome.NOT_ACCEPTED && !row.asked())
                .collect(Collectors.toMap(row -> row.call().touch(), row -> 1, Integer::sum));
    }

    @Override
    public int possiblyAccepted(ClientId client, TouchId touch) {
        return (int) of(client, Set.of(touch))
                .filter(row -> mayBeAccepted(row.outcome()))
                .count();
    }

    private static boolean mayBeAccepted(@Nullable Outcome outcome) {
        return outcome == null
                || switch (outcome) {
                    case ACCEPTED, AMBIGUOUS -> true;
                    case REJECTED, NOT_ACCEPTED -> false;
                };
    }

    private Stream<Row> of(ClientId client, Collection<TouchId> touches) {
        Set<TouchId> wanted = new HashSet<>(touches);
        return table.rows()
                .filter(row -> row.call().clientId().equals(client)
                        && wanted.contains(row.call().touch()));
    }
}
