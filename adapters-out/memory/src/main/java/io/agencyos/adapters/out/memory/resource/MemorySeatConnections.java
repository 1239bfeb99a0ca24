package io.agencyos.adapters.out.memory.resource;

import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.resource.seat.SeatConnections;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.resource.seat.ConnectionState;
import io.agencyos.domain.resource.seat.SeatConnection;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.SeatId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Connections, one per lead of a client. */
public final class MemorySeatConnections implements SeatConnections {

    private static final Comparator<SeatConnection> ORDER = Comparator.comparing(MemorySeatConnections::requested)
            .thenComparing(one -> one.id().toString())
            .reversed();

    private record FollowUp(ClientId client, LeadId lead, Instant at) {}

    private final MemoryTable<UUID, SeatConnection> table;
    private final MemoryTable<LeadId, FollowUp> followUps;

    public MemorySeatConnections(MemoryUnitOfWork units) {
        table = MemoryTable.<UUID, SeatConnection>ofTenants(
                        "linkedin_connection", units, SeatConnection::clientId, SeatConnection::id)
                .unique("uq_linkedin_connection_lead", one -> List.of(one.clientId(), one.leadId()))
                .writtenBy(Role.WORKER);
        followUps = MemoryTable.<LeadId, FollowUp>ofTenants(
                        "linkedin_connection.follow_up_at", units, FollowUp::client, FollowUp::lead)
                .writtenBy(Role.WORKER);
    }

    private static Instant requested(SeatConnection one) {
        return one.request().sentAt() == null ? Instant.MIN : one.request().sentAt();
    }

    @Override
    public void save(SeatConnection connection) {
        table.put(connection);
    }

    private Stream<SeatConnection> ofClient(ClientId client) {
        return table.rows().filter(one -> one.clientId().equals(client));
    }

    @Override
    public Map<LeadId, SeatConnection> ofLeads(ClientId client, Collection<LeadId> leads) {
        return ofClient(client)
                .filter(one -> leads.contains(one.leadId()))
                .collect(Collectors.toMap(SeatConnection::leadId, Function.identity()));
    }

    @Override
    public Map<LeadId, SeatConnection> ofLeadsForUpdate(ClientId client, Collection<LeadId> leads) {
        return ofLeads(client, leads);
    }

    @Override
    public List<SeatConnection> pending(ClientId client) {
        return ofClient(client)
                .filter(one -> one.state() == ConnectionState.PENDING)
                .sorted(Comparator.comparing(MemorySeatConnections::requested)
                        .thenComparing(one -> one.id().toString()))
                .toList();
    }

    @Override
    public Map<SeatId, Integer> withdrawnSince(ClientId client, Instant since) {
        return ofClient(client)
                .filter(one -> one.state() == ConnectionState.WITHDRAWN)
                .filter(one -> one.request().withdrawnAt() != null
                        && one.request().withdrawnAt().isAfter(since))
                .collect(Collectors.toMap(SeatConnection::seatId, one -> 1, Integer::sum));
    }

    @Override
    public List<SeatConnection> list(ClientId client, Filter filter, @Nullable After after, int limit) {
        return ofClient(client)
                .filter(one -> filter.seat() == null || one.seatId().equals(filter.seat()))
                .filter(one -> filter.states().isEmpty() || filter.states().contains(one.state()))
                .filter(one -> filter.ignored() == null
                        || filter.ignored() == (one.request().ignoredAt() != null))
                .sorted(ORDER)
                .filter(one -> after == null || isAfter(one, after))
                .limit(limit)
                .toList();
    }

    private static boolean isAfter(SeatConnection one, After last) {
        Instant at = last.requestedAt() == null ? Instant.MIN : last.requestedAt();
        int byTime = requested(one).compareTo(at);
        return byTime < 0
                || byTime == 0 && one.id().toString().compareTo(last.id().toString()) < 0;
    }

    @Override
    public Map<SeatId, Figures> figures(ClientId client, Instant now) {
        Map<SeatId, Figures> figures = new HashMap<>();
        ofClient(client)
                .filter(one -> one.request().sentAt() != null)
                .forEach(one -> figures.merge(one.seatId(), figures(one, now), MemorySeatConnections::sum));
        return figures;
    }

    private static Figures figures(SeatConnection one, Instant now) {
        Instant at = requested(one);
        boolean month = at.isAfter(now.minus(Duration.ofDays(30))) && !at.isAfter(now);
        boolean aged = at.isAfter(now.minus(Duration.ofDays(10))) && !at.isAfter(now.minus(Duration.ofDays(3)));
        boolean yes = one.state() == ConnectionState.ACCEPTED;
        return new Figures(
                aged ? 1 : 0,
                aged && yes ? 1 : 0,
                month ? 1 : 0,
                month && yes ? 1 : 0,
                one.state() == ConnectionState.PENDING ? 1 : 0);
    }

    private static Figures sum(Figures a, Figures b) {
        return new Figures(
                a.aged() + b.aged(),
                a.agedAccepted() + b.agedAccepted(),
                a.month() + b.month(),
                a.monthAccepted() + b.monthAccepted(),
                a.pending() + b.pending());
    }

    @Override
    public Map<LeadId, Instant> followUps(ClientId client, Collection<LeadId> leads) {
        return followUps(client)
                .filter(one -> leads.contains(one.lead()))
                .collect(Collectors.toMap(FollowUp::lead, FollowUp::at));
    }

    private Stream<FollowUp> followUps(ClientId client) {
        return followUps.rows().filter(one -> one.client().equals(client));
    }

    @Override
    public Map<LeadId, Instant> followUpsDue(ClientId client, Instant until, int limit) {
        Map<LeadId, Instant> due = new LinkedHashMap<>();
        followUps(client)
                .filter(one -> !one.at().isAfter(until))
                .sorted(Comparator.comparing(FollowUp::at)
                        .thenComparing(one -> one.lead().text()))
                .limit(limit)
                .forEach(one -> due.put(one.lead(), one.at()));
        return due;
    }

    @Override
    public void putFollowUps(ClientId client, Map<LeadId, Optional<Instant>> dueAt) {
        Set<LeadId> known = ofLeads(client, dueAt.keySet()).keySet();
        dueAt.forEach((lead, at) -> at.filter(set -> known.contains(lead))
                .ifPresentOrElse(set -> followUps.put(new FollowUp(client, lead, set)), () -> followUps.remove(lead)));
    }

    @Override
    public int markIgnored(ClientId client, Instant before, Instant now) {
        List<SeatConnection> due = ofClient(client)
                .filter(one ->
                        one.state() == ConnectionState.PENDING && one.request().ignoredAt() == null)
                .filter(one -> one.request().sentAt() != null
                        && !one.request().sentAt().isAfter(before))
                .toList();
        due.forEach(one -> table.put(one.ignored(now)));
        return due.size();
    }
}
