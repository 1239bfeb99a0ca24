package io.agencyos.application.scoring;

import io.agencyos.application.campaign.Campaigns;
import io.agencyos.application.client.Clients;
import io.agencyos.application.lead.Leads;
import io.agencyos.application.lead.ScoreLeads;
import io.agencyos.application.lead.Suppressions;
import io.agencyos.application.platform.Events;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.domain.campaign.CampaignTarget;
import io.agencyos.domain.campaign.ChannelFloors;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.IcpProfile;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.LeadStatus;
import io.agencyos.domain.lead.ScoreSummary;
import io.agencyos.domain.lead.Suppression;
import io.agencyos.domain.platform.DomainEvent;
import io.agencyos.domain.platform.EventName;
import io.agencyos.domain.scoring.CostFloors;
import io.agencyos.domain.scoring.HomeLocation;
import io.agencyos.domain.scoring.ScoreCause;
import io.agencyos.domain.scoring.ScoreSnapshot;
import io.agencyos.domain.scoring.Scorer;
import io.agencyos.domain.scoring.ScoringContext;
import io.agencyos.domain.scoring.ScoringTargets;
import io.agencyos.domain.scoring.SizeRange;
import io.agencyos.domain.scoring.TierSource;
import io.agencyos.domain.scoring.WeightsInForce;
import io.agencyos.domain.shared.CampaignId;
import io.agencyos.domain.shared.ClientId;
import io.agencyos.domain.shared.Country;
import io.agencyos.domain.shared.Digests;
import io.agencyos.domain.shared.LeadId;
import io.agencyos.domain.shared.LeadScoreId;
import io.agencyos.domain.shared.Vocabulary;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One read, one scorer per campaign, one write each of history and leads, however many leads there are. */
final class ScoreLeadsService implements ScoreLeads {

    private static final ZoneId HOME = ZoneId.of("Australia/Sydney");

    private final Leads leads;
    private final LeadScores scores;
    private final Suppressions suppressions;
    private final Clients clients;
    private final Campaigns campaigns;
    private final Events events;
    private final ClockPort clock;
    private final IdSource ids;

    ScoreLeadsService(
            Leads leads,
            LeadScores scores,
            Suppressions suppressions,
            Clients clients,
            Campaigns campaigns,
            Events events,
            ClockPort clock,
            IdSource ids) {
        this.leads = leads;
        this.scores = scores;
        this.suppressions = suppressions;
        this.clients = clients;
        this.campaigns = campaigns;
        this.events = events;
        this.clock = clock;
        this.ids = ids;
    }

    @Override
    public void score(ClientId client, Collection<LeadId> wanted, ScoreCause cause) {
        List<Lead> found = leads.findAll(client, wanted);
        Asked asked = ask(client, found, Set.of());
        Scored scored = compute(asked, client, found, scores.newest(client, wanted), cause);
        scores.insertAll(scored.history());
        leads.updateAll(scored.leads());
        events.append(scored.told());
    }

    @Override
    public FirstScores scoreNew(ClientId client, Collection<Lead> unsaved, Set<LeadId> clear) {
        Asked asked = ask(client, unsaved, clear);
        return new FirstScores() {

            private @Nullable Scored scored;

            @Override
            public List<Lead> leads() {
                return scored().leads();
            }

            @Override
            public void store() {
                scores.insertAll(scored().history());
                events.append(scored().told());
            }

            private Scored scored() {
                if (scored == null) {
                    scored = compute(asked, client, unsaved, Map.of(), ScoreCause.INITIAL);
                }
                return scored;
            }
        };
    }

    /** What the stores say, read before anything is computed. */
    private record Asked(Instant now, Map<LeadId, Suppression> suppressed, Map<Optional<CampaignId>, Scorer> scorers) {}

    private record Scored(List<Lead> leads, List<LeadScores.Entry> history, List<DomainEvent> told) {}

    private Asked ask(ClientId client, Collection<Lead> found, Set<LeadId> clear) {
        Instant now = clock.now();
        Map<Optional<CampaignId>, Scorer> scorers = new HashMap<>();
        found.forEach(lead -> scorers.computeIfAbsent(
                Optional.ofNullable(lead.campaignId()), campaign -> new Scorer(context(client, campaign, now))));
        return new Asked(now, suppressions.matchAll(client, subjects(found, clear), now), scorers);
    }

    private Scored compute(
            Asked asked,
            ClientId client,
            Collection<Lead> found,
            Map<LeadId, LeadScores.Newest> newest,
            ScoreCause cause) {
        Instant now = asked.now();
        Scored result = new Scored(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (Lead lead : found) {
            Scorer scorer = asked.scorers().get(Optional.ofNullable(lead.campaignId()));
            ScoreSnapshot snapshot = scorer.score(
                            LeadFactsOf.lead(lead, closed(asked.suppressed().get(lead.id()))))
                    .snapshot(cause);
            String digest = digest(snapshot);
            LeadScores.Newest known = newest.get(lead.id());
            LeadScoreId id = known != null && known.digest().equals(digest) ? known.id() : new LeadScoreId(ids.next());
            if (known == null || !known.digest().equals(digest)) {
                result.history().add(new LeadScores.Entry(id, client, lead.id(), snapshot, digest, now));
                result.told().add(event(EventName.LEAD_SCORED, lead, snapshot, now));
                if (lead.score() != null && lead.score().tier() != snapshot.tier()) {
                    result.told().add(event(EventName.LEAD_TIER_CHANGED, lead, snapshot, now));
                }
            }
            result.leads().add(scored(lead, id, snapshot, now));
        }
        return result;
    }

    private static boolean closed(@Nullable Suppression entry) {
        return entry != null && !entry.closesAddressOnly();
    }

    private static Map<LeadId, Suppressions.Subject> subjects(Collection<Lead> leads, Set<LeadId> clear) {
        Map<LeadId, Suppressions.Subject> subjects = new LinkedHashMap<>();
        leads.stream()
                .filter(lead -> !clear.contains(lead.id()))
                .forEach(lead -> subjects.put(lead.id(), Suppressions.Subject.of(lead)));
        return subjects;
    }

    private ScoringContext context(ClientId client, Optional<CampaignId> campaignId, Instant now) {
        ScoringTargets icp = clients.icp(client).map(ScoreLeadsService::targets).orElse(ScoringTargets.NONE);
        ScoringTargets targets = icp;
        CostFloors floors = CostFloors.DEFAULT;
        var campaign = campaignId.flatMap(id -> campaigns.find(client, id));
        if (campaign.isPresent()) {
            targets = targets(campaign.get().target()).orElse(icp);
            ChannelFloors own = campaign.get().floors();
            floors = floors.with(own.voice(), own.sms(), own.mail());
        }
        ZoneId zone = clients.find(client).map(Client::timezone).orElse(HOME);
        return new ScoringContext(
                targets,
                List.of(),
                List.of(),
                null,
                WeightsInForce.DEFAULT,
                clients.settings(client).seoMode(),
                floors,
                LocalDate.ofInstant(now, zone));
    }

    private static ScoringTargets targets(IcpProfile icp) {
        return targets(icp.industries(), icp.companySizes(), icp.locations());
    }

    private static ScoringTargets targets(CampaignTarget target) {
        return targets(target.industries(), target.companySizes(), target.locations());
    }

    /** Sizes and places that nobody can read are left out; the use cases that store them refuse them. */
    private static ScoringTargets targets(List<String> industries, List<String> sizes, List<String> places) {
        return new ScoringTargets(
                industries,
                sizes.stream()
                        .flatMap(size -> SizeRange.parse(size).toOptional().stream())
                        .toList(),
                places.stream()
                        .flatMap(place -> Country.parse(place).toOptional().stream())
                        .map(HomeLocation::all)
                        .toList());
    }

    private static Lead scored(Lead lead, LeadScoreId id, ScoreSnapshot snapshot, Instant now) {
        ScoreSummary summary = new ScoreSummary(
                id,
                snapshot.score().value(),
                snapshot.tier(),
                snapshot.tierSource() == TierSource.GATE,
                snapshot.gates().stream().map(Vocabulary::wire).toList(),
                now);
        LeadStatus status = lead.status() == LeadStatus.NEW || lead.status() == LeadStatus.ENRICHED
                ? LeadStatus.SCORED
                : lead.status();
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
        return new DomainEvent(
                ids.next(),
                lead.clientId(),
                name,
                lead.id().value(),
                now,
                Map.of(
                        "score",
                        Integer.toString(snapshot.score().value()),
                        "tier",
                        snapshot.tier().wire()));
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
