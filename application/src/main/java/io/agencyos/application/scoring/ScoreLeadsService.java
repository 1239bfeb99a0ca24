package io.agencyos.application.scoring;

import io.agencyos.application.lead.store.Leads;
import io.agencyos.application.lead.store.ScoreLeads;
import io.agencyos.application.lead.store.Suppressions;
import io.agencyos.application.platform.Events;
import io.agencyos.application.scoring.store.FactWarnings;
import io.agencyos.application.scoring.store.FrozenFacts;
import io.agencyos.application.scoring.store.LeadScores;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.LeadStatus;
import io.agencyos.domain.lead.ScoreSummary;
import io.agencyos.domain.lead.Suppression;
import io.agencyos.domain.platform.DomainEvent;
import io.agencyos.domain.platform.EventName;
import io.agencyos.domain.scoring.LeadFacts;
import io.agencyos.domain.scoring.ScoreCause;
import io.agencyos.domain.scoring.ScoreSnapshot;
import io.agencyos.domain.scoring.Scorer;
import io.agencyos.domain.scoring.tier.TierSource;
import io.agencyos.domain.shared.Vocabulary;
import io.agencyos.domain.shared.contact.DomainName;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.LeadScoreId;
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
    private final ScoringBasis basis;
    private final FactWarnings warnings;
    private final Events events;
    private final ClockPort clock;
    private final IdSource ids;

    ScoreLeadsService(
            Leads leads,
            LeadScores scores,
            Suppressions suppressions,
            ScoringBasis basis,
            FactWarnings warnings,
            Events events,
            ClockPort clock,
            IdSource ids) {
        this.leads = leads;
        this.scores = scores;
        this.suppressions = suppressions;
        this.basis = basis;
        this.warnings = warnings;
        this.events = events;
        this.clock = clock;
        this.ids = ids;
    }

    @Override
    public void score(ClientId client, Collection<LeadId> wanted, ScoreCause cause) {
        rescore(client, wanted, cause);
    }

    /** The same; answers the leads with their scores in force, those left out that must keep theirs. */
    List<Lead> rescore(ClientId client, Collection<LeadId> wanted, ScoreCause cause) {
        List<Lead> found = leads.findAll(client, Set.copyOf(wanted)).stream()
                .filter(lead -> !FrozenStages.of(cause).contains(lead.status()))
                .toList();
        Asked asked = ask(client, found, Set.of());
        Scored scored = compute(asked, client, found, scores.newest(client, wanted), cause);
        scores.insertAll(scored.history());
        events.append(scored.told());
        leads.storeScores(scored.leads());
        return scored.leads();
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
    private record Asked(
            Instant now,
            Map<LeadId, Suppression> suppressed,
            Map<DomainName, LeadFacts.BuyerSignal> buyers,
            ClientScorers scorers) {}

    private record Scored(List<Lead> leads, List<LeadScores.Entry> history, List<DomainEvent> told) {}

    private Asked ask(ClientId client, Collection<Lead> found, Set<LeadId> clear) {
        Instant now = clock.now();
        ClientScorers scorers = basis.scorers(client, now);
        found.stream()
                .map(Lead::campaignId)
                .map(Optional::ofNullable)
                .distinct()
                .forEach(scorers::of);
        return new Asked(
                now, suppressions.matchAll(client, subjects(found, clear), now), basis.buyers(client, found), scorers);
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
            LeadFacts facts = LeadFactsOf.lead(lead, asked.suppressed().get(lead.id()), asked.buyers());
            warn(client, lead, facts);
            Scorer scorer = asked.scorers().of(Optional.ofNullable(lead.campaignId()));
            ScoreSnapshot snapshot = steadied(scorer.score(facts).snapshot(why(lead, cause)), lead);
            String digest = ScoreDigest.of(snapshot);
            LeadScores.Newest known = newest.get(lead.id());
            LeadScoreId id = known != null && known.digest().equals(digest) ? known.id() : new LeadScoreId(ids.next());
            if (known == null || !known.digest().equals(digest)) {
                result.history()
                        .add(new LeadScores.Entry(
                                id,
                                client,
                                lead.id(),
                                snapshot,
                                digest,
                                now,
                                new FrozenFacts(facts, scorer.context().asOf(), lead.campaignId())));
                result.told().add(event(EventName.LEAD_SCORED, lead, snapshot, now));
                if (lead.score() != null && lead.score().tier() != snapshot.tier()) {
                    result.told().add(event(EventName.LEAD_TIER_CHANGED, lead, snapshot, now));
                }
            }
            Instant next = asked.scorers().next(facts, scorer.context());
            result.leads().add(scored(lead, id, snapshot, now, next));
        }
        return result;
    }

    private void warn(ClientId client, Lead lead, LeadFacts facts) {
        List<String> invalid = facts.invalidFacts();
        if (!invalid.isEmpty()) {
            warnings.invalid(client, lead.id(), invalid);
        }
    }

    /** Whoever writes facts anew need not know whether they were scored before. */
    private static ScoreCause why(Lead lead, ScoreCause cause) {
        return cause == ScoreCause.INITIAL && lead.score() != null ? ScoreCause.REFRESH : cause;
    }

    /** B6: new weights and age alone change a tier only by a margin; a gate's tier is nobody's habit. */
    private static ScoreSnapshot steadied(ScoreSnapshot snapshot, Lead lead) {
        ScoreSummary before = lead.score();
        return before == null || before.byGate() ? snapshot : snapshot.steadiedFrom(before.tier());
    }

    private static Map<LeadId, Suppressions.Subject> subjects(Collection<Lead> leads, Set<LeadId> clear) {
        Map<LeadId, Suppressions.Subject> subjects = new LinkedHashMap<>();
        leads.stream()
                .filter(lead -> !clear.contains(lead.id()))
                .forEach(lead -> subjects.put(lead.id(), Suppressions.Subject.of(lead)));
        return subjects;
    }

    private static Lead scored(Lead lead, LeadScoreId id, ScoreSnapshot snapshot, Instant now, @Nullable Instant next) {
        ScoreSummary summary = new ScoreSummary(
                id,
                snapshot.score().value(),
                snapshot.tier(),
                snapshot.tierSource() == TierSource.GATE,
                snapshot.gates().stream().map(Vocabulary::wire).toList(),
                now,
                next);
        // ALS-18: a score moves no other stage
        LeadStatus status = lead.status() == LeadStatus.ENRICHED ? LeadStatus.SCORED : lead.status();
        return lead.change().status(status).score(summary).updatedAt(now).lead();
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
}
