package io.agencyos.application.scoring;

import io.agencyos.application.campaign.Campaigns;
import io.agencyos.application.client.Clients;
import io.agencyos.application.lead.Leads;
import io.agencyos.application.lead.ScoreLeads;
import io.agencyos.application.lead.Suppressions;
import io.agencyos.application.platform.Events;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.LeadStatus;
import io.agencyos.domain.lead.ScoreSummary;
import io.agencyos.domain.lead.Suppression;
import io.agencyos.domain.platform.DomainEvent;
import io.agencyos.domain.platform.EventName;
import io.agencyos.domain.scoring.Rescoring;
import io.agencyos.domain.scoring.ScoreCause;
import io.agencyos.domain.scoring.ScoreSnapshot;
import io.agencyos.domain.scoring.TierSource;
import io.agencyos.domain.shared.ClientId;
import io.agencyos.domain.shared.Digests;
import io.agencyos.domain.shared.LeadId;
import io.agencyos.domain.shared.LeadScoreId;
import io.agencyos.domain.shared.Vocabulary;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One read, one scorer per campaign, one write each of history and leads, however many leads there are. */
final class ScoreLeadsService implements ScoreLeads {

    private final Leads leads;
    private final LeadScores scores;
    private final Suppressions suppressions;
    private final Clients clients;
    private final Campaigns campaigns;
    private final WeightSets weights;
    private final Events events;
    private final ClockPort clock;
    private final IdSource ids;

    ScoreLeadsService(
            Leads leads,
            LeadScores scores,
            Suppressions suppressions,
            Clients clients,
            Campaigns campaigns,
            WeightSets weights,
            Events events,
            ClockPort clock,
            IdSource ids) {
        this.leads = leads;
        this.scores = scores;
        this.suppressions = suppressions;
        this.clients = clients;
        this.campaigns = campaigns;
        this.weights = weights;
        this.events = events;
        this.clock = clock;
        this.ids = ids;
    }

    @Override
    public void score(ClientId client, Collection<LeadId> wanted, ScoreCause cause) {
        Instant now = clock.now();
        List<Lead> found = leads.findAll(client, Set.copyOf(wanted)).stream()
                .filter(lead -> Rescoring.mayRescore(cause, false, frozen(lead.status())))
                .toList();
        Map<LeadId, Suppression> suppressed = suppressions.matchAll(client, subjects(found), now);
        Map<LeadId, LeadScores.Newest> newest = scores.newest(client, wanted);
        ClientScorers scorers = new ClientScorers(client, clients, campaigns, weights, now);
        List<LeadScores.Entry> history = new ArrayList<>();
        List<Lead> changed = new ArrayList<>();
        List<DomainEvent> told = new ArrayList<>();
        for (Lead lead : found) {
            ScoreSnapshot snapshot = scorers.of(Optional.ofNullable(lead.campaignId()))
                    .score(LeadFactsOf.lead(lead, suppressed.get(lead.id())))
                    .snapshot(cause);
            String digest = digest(snapshot);
            LeadScores.Newest known = newest.get(lead.id());
            LeadScoreId id = known != null && known.digest().equals(digest) ? known.id() : new LeadScoreId(ids.next());
            if (known == null || !known.digest().equals(digest)) {
                history.add(new LeadScores.Entry(id, client, lead.id(), snapshot, digest, now));
                told.add(event(EventName.LEAD_SCORED, lead, snapshot, now));
                if (lead.score() != null && lead.score().tier() != snapshot.tier()) {
                    told.add(event(EventName.LEAD_TIER_CHANGED, lead, snapshot, now));
                }
            }
            changed.add(scored(lead, id, snapshot, now));
        }
        scores.insertAll(history);
        leads.updateAll(changed);
        events.append(told);
    }

    private static Map<LeadId, Suppressions.Subject> subjects(List<Lead> leads) {
        Map<LeadId, Suppressions.Subject> subjects = new LinkedHashMap<>();
        leads.forEach(lead -> subjects.put(lead.id(), Suppressions.Subject.of(lead)));
        return subjects;
    }

    /** ALS-17: what ended one of these ways keeps the score it ended with. */
    private static boolean frozen(LeadStatus status) {
        return switch (status) {
            case CONVERTED, NOT_INTERESTED, UNSUBSCRIBED, BOUNCED -> true;
            case NEW, ENRICHED, SCORED, IN_SEQUENCE, REPLIED, MEETING_BOOKED, COMPLETED, INVALID, ARCHIVED -> false;
        };
    }

    private static Lead scored(Lead lead, LeadScoreId id, ScoreSnapshot snapshot, Instant now) {
        ScoreSummary summary = new ScoreSummary(
                id,
                snapshot.score().value(),
                snapshot.tier(),
                snapshot.tierSource() == TierSource.GATE,
                snapshot.gates().stream().map(Vocabulary::wire).toList(),
                now);
        // ALS-18: a score moves no other stage
        LeadStatus status = lead.status() == LeadStatus.ENRICHED ? LeadStatus.SCORED : lead.status();
        return new Lead(
                lead.id(),
                lead.clientId(),
                lead.campaignId(),
                lead.poolPersonId(),
                lead.source(),
                status,
                lead.contact(),
                lead.person(),
                lead.company(),
                lead.roleStart(),
                lead.timezone(),
                summary,
                lead.history(),
                lead.block(),
                lead.importId(),
                lead.externalId(),
                lead.createdAt(),
                now,
                lead.deletedAt(),
                lead.version());
    }

    private DomainEvent event(EventName name, Lead lead, ScoreSnapshot snapshot, Instant now) {
        Map<String, String> payload = new LinkedHashMap<>();
        payload.put("score", Integer.toString(snapshot.score().value()));
        payload.put("tier", snapshot.tier().wire());
        payload.put("cause", snapshot.cause().wire());
        if (lead.score() != null) {
            payload.put("previous_score", Integer.toString(lead.score().score()));
            payload.put("previous_tier", lead.score().tier().wire());
        }
        return new DomainEvent(ids.next(), lead.clientId(), name, lead.id().value(), now, payload);
    }

    /** What the score says of the lead, whatever the cause and the version of the facts it was made from. */
    private static String digest(ScoreSnapshot snapshot) {
        List<@Nullable Object> said = new ArrayList<>(List.of(
                snapshot.score(),
                snapshot.tier(),
                snapshot.tierSource(),
                snapshot.gates(),
                snapshot.components(),
                snapshot.buyerBoost(),
                snapshot.linkedInBoost(),
                snapshot.techBoost(),
                snapshot.boostSignals(),
                snapshot.explanation(),
                snapshot.weightsSource(),
                snapshot.weightsVersion(),
                snapshot.modelVersion()));
        return Digests.sha256Hex(said.toString());
    }
}
