package io.agencyos.adapters.out.memory.outreach;

import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.lead.store.Leads;
import io.agencyos.application.outreach.phone.KnowledgeBook;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.content.KnowledgeBase;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.outreach.touch.TouchState;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One row a lead, beside the touches that say who is called. */
public final class MemoryKnowledgeBook implements KnowledgeBook {

    private static final Set<TouchState> AHEAD =
            Set.of(TouchState.PLANNED, TouchState.AWAITING_APPROVAL, TouchState.READY);

    /** @param base null where writing failed */
    private record Row(
            ClientId client, LeadId lead, @Nullable KnowledgeBase base, Written by) {

        boolean isValid(Instant now) {
            return base != null && by.at().plus(KnowledgeBase.VALID).isAfter(now);
        }
    }

    private final MemoryTable<LeadId, Row> rows;
    private final MemoryTouches touches;
    private final Leads leads;

    public MemoryKnowledgeBook(MemoryUnitOfWork units, MemoryTouches touches, Leads leads) {
        rows = MemoryTable.<LeadId, Row>ofTenants("lead_research", units, Row::client, Row::lead)
                .writtenBy(Role.WORKER);
        this.touches = touches;
        this.leads = leads;
    }

    @Override
    public List<LeadId> wanted(ClientId client, Instant calledBefore, Instant failedBefore, Instant now, int limit) {
        return AHEAD.stream()
                .flatMap(state -> touches.in(client, state))
                .filter(touch -> touch.kind().channel() == Channel.VOICE
                        && touch.scheduledAt().isBefore(calledBefore))
                .collect(Collectors.groupingBy(
                        Touch::leadId,
                        Collectors.mapping(Touch::scheduledAt, Collectors.minBy(Comparator.<Instant>naturalOrder()))))
                .entrySet()
                .stream()
                .filter(entry -> isLive(client, entry.getKey()) && isWanted(entry.getKey(), failedBefore, now))
                .sorted(Comparator.comparing((Map.Entry<LeadId, Optional<Instant>> entry) ->
                                entry.getValue().orElseThrow())
                        .thenComparing(entry -> entry.getKey().text()))
                .map(Map.Entry::getKey)
                .limit(limit)
                .toList();
    }

    private boolean isLive(ClientId client, LeadId lead) {
        return leads.find(client, lead)
                .filter(found -> found.deletedAt() == null)
                .isPresent();
    }

    private boolean isWanted(LeadId lead, Instant failedBefore, Instant now) {
        return rows.find(lead)
                .map(row -> row.base() == null ? !row.by().at().isAfter(failedBefore) : !row.isValid(now))
                .orElse(true);
    }

    @Override
    public void keep(ClientId client, LeadId lead, KnowledgeBase base, Written by) {
        if (isLive(client, lead)) {
            rows.put(new Row(client, lead, base, by));
        }
    }

    @Override
    public void missed(ClientId client, LeadId lead, String code, Written by) {
        if (isLive(client, lead)
                && rows.find(lead).filter(row -> row.isValid(by.at())).isEmpty()) {
            rows.put(new Row(client, lead, null, by));
        }
    }

    @Override
    public Map<LeadId, KnowledgeBase> valid(ClientId client, Collection<LeadId> asked, Instant now) {
        return asked.stream()
                .distinct()
                .flatMap(lead -> rows.find(lead).stream())
                .filter(row -> row.client().equals(client) && row.isValid(now) && isLive(client, row.lead()))
                .collect(Collectors.toMap(Row::lead, row -> Objects.requireNonNull(row.base())));
    }
}
