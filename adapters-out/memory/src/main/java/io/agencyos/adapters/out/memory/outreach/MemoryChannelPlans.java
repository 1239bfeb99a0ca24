package io.agencyos.adapters.out.memory.outreach;

import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.campaign.store.Enrolments;
import io.agencyos.application.outreach.engine.ChannelPlans;
import io.agencyos.domain.allocation.ChannelAllocation;
import io.agencyos.domain.campaign.enrolment.Enrolment;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.EnrolmentId;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What was decided, by enrolment. */
public final class MemoryChannelPlans implements ChannelPlans {

    private record Row(ClientId client, EnrolmentId enrolment, Decided decided) {}

    private final MemoryTable<EnrolmentId, Row> table;
    private final Enrolments enrolments;

    public MemoryChannelPlans(MemoryUnitOfWork units, Enrolments enrolments) {
        this.enrolments = enrolments;
        table = MemoryTable.<EnrolmentId, Row>ofTenants("enrolment_channels", units, Row::client, Row::enrolment)
                .writtenBy(Role.WORKER);
    }

    @Override
    public void record(ClientId client, Map<EnrolmentId, ChannelAllocation> allocations, Instant at) {
        allocations.forEach(
                (enrolment, allocation) -> table.put(new Row(client, enrolment, new Decided(allocation, at))));
    }

    @Override
    public Map<EnrolmentId, Decided> of(ClientId client, Collection<EnrolmentId> wanted) {
        return table.rows()
                .filter(row -> row.client().equals(client) && wanted.contains(row.enrolment()))
                .collect(Collectors.toMap(Row::enrolment, Row::decided));
    }

    @Override
    public List<EnrolmentId> without(ClientId client, Instant before, int limit) {
        List<Row> none = table.rows()
                .filter(row -> row.client().equals(client))
                .filter(row -> row.decided().allocation().channels().isEmpty())
                .filter(row -> !row.decided().at().isAfter(before))
                .toList();
        Set<EnrolmentId> open = enrolments
                .findAll(client, none.stream().map(Row::enrolment).toList())
                .stream()
                .filter(enrolment -> !enrolment.state().isTerminal())
                .map(Enrolment::id)
                .collect(Collectors.toSet());
        return none.stream()
                .filter(row -> open.contains(row.enrolment()))
                .sorted(Comparator.comparing((Row row) -> row.decided().at())
                        .thenComparing(row -> row.enrolment().text()))
                .map(Row::enrolment)
                .limit(limit)
                .toList();
    }
}
