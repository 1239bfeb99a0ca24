package io.agencyos.application.scoring;

import io.agencyos.application.lead.store.Leads;
import io.agencyos.application.scoring.store.FrozenFacts;
import io.agencyos.application.scoring.store.LeadScores;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.ScoreSummary;
import io.agencyos.domain.scoring.MissingFacts;
import io.agencyos.domain.scoring.ScoreConfidence;
import io.agencyos.domain.scoring.ScoreSnapshot;
import io.agencyos.domain.scoring.weight.Facet;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads the stored rows back; nothing is scored anew, so what is shown is what decided. */
final class ExplainScoreService implements ExplainScore {

    private static final int EARLIER = 10;
    private static final int CENTS = 2;

    private final Leads leads;
    private final LeadScores scores;
    private final LeadTreatment treatment;
    private final UnitOfWork units;

    ExplainScoreService(Leads leads, LeadScores scores, LeadTreatment treatment, UnitOfWork units) {
        this.leads = leads;
        this.scores = scores;
        this.treatment = treatment;
        this.units = units;
    }

    @Override
    public Outcome explain(TenantScope scope, LeadId lead) {
        return units.reading(scope, () -> inUnit(scope.clientId(), lead));
    }

    /** The same inside the caller's unit of work. */
    Outcome inUnit(ClientId client, LeadId lead) {
        Optional<Lead> found = leads.find(client, lead);
        if (found.isEmpty()) {
            return new Outcome.LeadNotFound();
        }
        List<LeadScores.Entry> entries = scores.history(client, lead, null, EARLIER + 1);
        return entries.isEmpty() ? new Outcome.NotScored() : new Outcome.Explained(explained(found.get(), entries));
    }

    private Explanation explained(Lead lead, List<LeadScores.Entry> entries) {
        LeadScores.Entry entry = entries.getFirst();
        ScoreSnapshot said = entry.snapshot();
        io.agencyos.domain.scoring.Explanation reasons = said.explanation();
        return new Explanation(
                entry.id(),
                entry.leadId(),
                said.score().value(),
                said.tier(),
                said.tierSource(),
                said.gates(),
                said.components(),
                new Boosts(
                        said.buyerBoost(),
                        said.buyerReason(),
                        said.linkedInBoost(),
                        said.techBoost(),
                        said.boostSignals()),
                facets(reasons),
                reasons.rows().stream()
                        .map(row -> new Row(
                                row.signal(),
                                row.facet(),
                                row.component(),
                                row.fact(),
                                row.shown(),
                                row.max().floor(CENTS)))
                        .toList(),
                reasons.missing().stream()
                        .map(missing ->
                                new Missing(missing.signal(), missing.points().floor(CENTS)))
                        .toList(),
                missingSignals(entry),
                said.weightsSource(),
                said.weightsVersion(),
                said.modelVersion(),
                said.cause(),
                lastMade(lead, entry),
                entry.frozen() == null
                        ? null
                        : ScoreConfidence.of(entry.frozen().facts()),
                treatment.of(lead, said.tier(), said.score().value()),
                earlier(entries.subList(1, entries.size())));
    }

    /** The same result again writes no history, only when it was made. Source: ALS-17. */
    private static Instant lastMade(Lead lead, LeadScores.Entry newest) {
        ScoreSummary standing = lead.score();
        return standing != null && standing.id().equals(newest.id()) ? standing.scoredAt() : newest.scoredAt();
    }

    private static List<String> missingSignals(LeadScores.Entry entry) {
        FrozenFacts frozen = entry.frozen();
        return frozen == null
                ? entry.snapshot().explanation().missing().stream()
                        .map(missing -> missing.signal().wire())
                        .toList()
                : MissingFacts.of(frozen.facts(), frozen.asOf());
    }

    private static List<FacetLine> facets(io.agencyos.domain.scoring.Explanation reasons) {
        List<FacetLine> lines = new ArrayList<>();
        Arrays.stream(Facet.values()).filter(Facet::holdsPoints).forEach(facet -> {
            long cents = reasons.rows().stream()
                    .filter(row -> row.facet() == facet)
                    .mapToLong(io.agencyos.domain.scoring.Explanation.Row::shownCents)
                    .sum();
            lines.add(new FacetLine(facet, !facet.isPublic(), BigDecimal.valueOf(cents, CENTS)));
        });
        return List.copyOf(lines);
    }

    private static List<Earlier> earlier(List<LeadScores.Entry> entries) {
        return entries.stream()
                .map(entry -> new Earlier(
                        entry.snapshot().score().value(),
                        entry.snapshot().tier(),
                        entry.snapshot().cause(),
                        entry.scoredAt()))
                .toList();
    }
}
