package io.agencyos.adapters.out.memory.scoring;

import io.agencyos.adapters.out.memory.lead.MemoryLeads;
import io.agencyos.application.campaign.store.Enrolments;
import io.agencyos.application.lead.store.Suppressions;
import io.agencyos.application.scoring.rescore.RescoreQueue;
import io.agencyos.application.scoring.rescore.RescoreRequest;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.LeadStatus;
import io.agencyos.domain.lead.SuppressionKeyType;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Live leads in the order of their ids. */
public final class MemoryRescoreQueue implements RescoreQueue {

    private final MemoryLeads leads;
    private final Enrolments enrolments;

    public MemoryRescoreQueue(MemoryLeads leads, Enrolments enrolments) {
        this.leads = leads;
        this.enrolments = enrolments;
    }

    @Override
    public List<Entry> next(
            ClientId client, RescoreRequest.Target target, Set<LeadStatus> frozen, @Nullable LeadId after, int limit) {
        List<LeadId> next = leads.live(client)
                .filter(lead -> !frozen.contains(lead.status()) && concerned(lead, target))
                .map(Lead::id)
                .filter(id -> after == null || id.text().compareTo(after.text()) > 0)
                .sorted(Comparator.comparing(LeadId::text))
                .limit(limit)
                .toList();
        Set<LeadId> enrolled = enrolments.enrolled(client, next);
        return next.stream().map(id -> new Entry(id, enrolled.contains(id))).toList();
    }

    @Override
    public int count(ClientId client, RescoreRequest.Target target, Set<LeadStatus> frozen) {
        return Math.toIntExact(leads.live(client)
                .filter(lead -> !frozen.contains(lead.status()) && concerned(lead, target))
                .count());
    }

    private static boolean concerned(Lead lead, RescoreRequest.Target target) {
        return switch (target) {
            case RescoreRequest.Target.Everybody everybody -> true;
            case RescoreRequest.Target.OfCampaign(var campaign) -> campaign.equals(lead.campaignId());
            case RescoreRequest.Target.One(LeadId id) -> id.equals(lead.id());
            case RescoreRequest.Target.Named(Suppressions.Key key) ->
                key.type() == SuppressionKeyType.COMPANY
                        ? lead.company().name() != null
                        : Suppressions.Subject.of(lead).keys().contains(key);
        };
    }

    @Override
    public List<LeadId> due(ClientId client, Instant now, Set<LeadStatus> frozen, int limit) {
        return leads.live(client)
                .filter(lead -> !frozen.contains(lead.status()) && isDue(lead, now))
                .sorted(Comparator.comparing(MemoryRescoreQueue::dueAt)
                        .thenComparing(lead -> lead.id().text()))
                .map(Lead::id)
                .limit(limit)
                .toList();
    }

    @Override
    public List<ClientId> clientsDue(Instant now, Set<LeadStatus> frozen, @Nullable ClientId after, int limit) {
        return leads.live()
                .filter(lead -> !frozen.contains(lead.status()) && isDue(lead, now))
                .map(Lead::clientId)
                .distinct()
                .filter(client -> after == null || client.text().compareTo(after.text()) > 0)
                .sorted(Comparator.comparing(ClientId::text))
                .limit(limit)
                .toList();
    }

    private static boolean isDue(Lead lead, Instant now) {
        return lead.score() != null
                && lead.score().nextRescoreAt() != null
                && !dueAt(lead).isAfter(now);
    }

    private static Instant dueAt(Lead lead) {
        return Objects.requireNonNull(Objects.requireNonNull(lead.score()).nextRescoreAt());
    }
}
