package io.agencyos.adapters.out.memory.allocation;

import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.campaign.store.Campaigns;
import io.agencyos.application.campaign.store.Enrolments;
import io.agencyos.application.lead.enrichment.LeadFreshness;
import io.agencyos.domain.allocation.Staleness;
import io.agencyos.domain.campaign.Campaign;
import io.agencyos.domain.campaign.enrolment.Enrolment;
import io.agencyos.domain.campaign.enrolment.EnrolmentState;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks beside the leads, in the order of the enrolments that are due. */
public final class MemoryLeadFreshness implements LeadFreshness {

    private record Look(
            ClientId client,
            LeadId lead,
            @Nullable Instant enrichedAt,
            @Nullable Instant attemptedAt) {}

    private static final Comparator<Look> OLDEST = Comparator.comparing(
                    Look::enrichedAt, Comparator.nullsFirst(Comparator.<Instant>naturalOrder()))
            .thenComparing(look -> look.lead().text());

    private final MemoryTable<LeadId, Look> looks;
    private final Campaigns campaigns;
    private final Enrolments enrolments;

    public MemoryLeadFreshness(MemoryUnitOfWork units, Campaigns campaigns, Enrolments enrolments) {
        this.looks = MemoryTable.ofTenants("lead_freshness", units, Look::client, Look::lead);
        this.campaigns = campaigns;
        this.enrolments = enrolments;
    }

    @Override
    public List<LeadId> staleAndDue(ClientId client, Instant now, Instant dueBefore, int limit) {
        return campaigns.all(client).stream()
                .map(Campaign::id)
                .flatMap(campaign ->
                        enrolments.findAll(client, enrolments.live(client, campaign, null, Integer.MAX_VALUE)).stream())
                .filter(enrolment -> isDue(enrolment, dueBefore))
                .map(enrolment -> look(client, enrolment.leadId()))
                .filter(look -> Staleness.isLookedUp(look.enrichedAt(), look.attemptedAt(), now))
                .sorted(OLDEST)
                .map(Look::lead)
                .limit(limit)
                .toList();
    }

    private static boolean isDue(Enrolment enrolment, Instant dueBefore) {
        boolean running = enrolment.state() == EnrolmentState.PENDING || enrolment.state() == EnrolmentState.ACTIVE;
        return running && enrolment.nextDueAt() != null && enrolment.nextDueAt().isBefore(dueBefore);
    }

    private Look look(ClientId client, LeadId lead) {
        return looks.find(lead).orElseGet(() -> new Look(client, lead, null, null));
    }

    @Override
    public void refreshed(ClientId client, Collection<LeadId> leads, Instant at) {
        leads.forEach(
                lead -> looks.put(new Look(client, lead, at, look(client, lead).attemptedAt())));
    }

    @Override
    public void attempted(ClientId client, Collection<LeadId> leads, Instant at) {
        leads.forEach(
                lead -> looks.put(new Look(client, lead, look(client, lead).enrichedAt(), at)));
    }
}
