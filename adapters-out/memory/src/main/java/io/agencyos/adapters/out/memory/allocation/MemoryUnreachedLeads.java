package io.agencyos.adapters.out.memory.allocation;

import io.agencyos.adapters.out.memory.client.MemoryCredits;
import io.agencyos.adapters.out.memory.lead.MemoryLeads;
import io.agencyos.adapters.out.memory.outreach.MemorySentLog;
import io.agencyos.adapters.out.memory.outreach.MemoryTouches;
import io.agencyos.application.allocation.store.UnreachedLeads;
import io.agencyos.application.campaign.store.Enrolments;
import io.agencyos.domain.allocation.RefundRule;
import io.agencyos.domain.campaign.enrolment.Enrolment;
import io.agencyos.domain.campaign.enrolment.StopReason;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.outreach.DeliveryStatus;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.outreach.touch.TouchState;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Paid leads, their touches and their ends, over the other stores' tables. */
public final class MemoryUnreachedLeads implements UnreachedLeads {

    private static final Set<DeliveryStatus> RETURNED =
            EnumSet.of(DeliveryStatus.BOUNCED, DeliveryStatus.UNDELIVERED, DeliveryStatus.FAILED_LATE);
    private static final Set<TouchState> PERHAPS_THERE =
            EnumSet.of(TouchState.QUEUED, TouchState.DISPATCHING, TouchState.UNKNOWN, TouchState.ABANDONED);

    /** The tables that tell whether somebody was reached. */
    public record Outreach(Enrolments enrolments, MemoryTouches touches, MemorySentLog sent) {}

    private final MemoryCredits credits;
    private final MemoryLeads leads;
    private final Outreach outreach;

    public MemoryUnreachedLeads(MemoryCredits credits, MemoryLeads leads, Outreach outreach) {
        this.credits = credits;
        this.leads = leads;
        this.outreach = outreach;
    }

    @Override
    public List<Unreached> page(ClientId client, @Nullable LeadId after, int limit) {
        return credits.notRefunded(client).stream()
                .sorted(Comparator.comparing(LeadId::text))
                .filter(lead -> after == null || lead.text().compareTo(after.text()) > 0)
                .flatMap(lead -> leads.find(client, lead).stream())
                .filter(lead -> !isReached(lead) && !isRunning(lead))
                .limit(limit)
                .map(lead -> new Unreached(lead.id(), ended(lead)))
                .toList();
    }

    private boolean isReached(Lead lead) {
        boolean delivered = outreach.sent().touches(lead.clientId()).stream()
                .anyMatch(
                        sent -> sent.sent().touch().leadId().equals(lead.id()) && !RETURNED.contains(sent.delivery()));
        return delivered
                || outreach.touches().ofLead(lead.clientId(), lead.id()).stream()
                        .map(Touch::state)
                        .anyMatch(PERHAPS_THERE::contains);
    }

    private boolean isRunning(Lead lead) {
        return newest(lead).filter(enrolment -> !enrolment.state().isTerminal()).isPresent();
    }

    private Optional<Enrolment> newest(Lead lead) {
        return Optional.ofNullable(outreach.enrolments()
                .newest(lead.clientId(), List.of(lead.id()))
                .get(lead.id()));
    }

    private RefundRule.Ended ended(Lead lead) {
        return new RefundRule.Ended(
                lead.status(),
                lead.score() == null ? null : lead.score().score(),
                null,
                newest(lead)
                        .map(Enrolment::stopReason)
                        .flatMap(StopReason::parse)
                        .orElse(null));
    }
}
