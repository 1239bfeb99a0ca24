package io.agencyos.application.scoring;

import io.agencyos.application.platform.flow.Flow;
import io.agencyos.application.platform.flow.FlowStep;
import io.agencyos.application.platform.flow.StepContext;
import io.agencyos.application.platform.flow.StepResult;
import io.agencyos.application.platform.flow.run.Outcome;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.flow.BreakerScope;
import io.agencyos.domain.platform.flow.Counts;
import io.agencyos.domain.platform.flow.WorkClass;
import io.agencyos.domain.scoring.ScoreCause;
import io.agencyos.domain.scoring.tier.Tier;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.EntityId;
import io.agencyos.domain.shared.id.LeadId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The flow {@code lead_rescore}: an admin has all leads scored again, or those of a campaign. Chunk by chunk, so that it
 * goes on where it stopped; what was scored and does not change writes nothing. Source: scoring ALS-19, api 1.7.
 */
public final class LeadRescore {

    public static final String FLOW = "lead_rescore";

    private static final String CAMPAIGN = "campaign_id";

    /** How far a run has come: the points of those scored give the average at its end. */
    private record Place(
            int total, int scored, long points, @Nullable LeadId last) {

        static Place read(String cursor) {
            String[] parts = cursor.split(" ");
            return new Place(
                    Integer.parseInt(parts[0]),
                    Integer.parseInt(parts[1]),
                    Long.parseLong(parts[2]),
                    EntityId.parse(parts[3], LeadId::new).orElseThrow());
        }

        String written(LeadId reached) {
            return total + " " + scored + " " + points + " " + reached.text();
        }
    }

    private LeadRescore() {}

    static Flow<Optional<CampaignId>> flow(RescoreLeadsService rescoring) {
        return new Flow<>(
                FLOW,
                1,
                WorkClass.BATCH,
                Role.ADMIN,
                Set.of(BreakerScope.SUBSCRIPTION),
                false,
                LeadRescore::read,
                List.of(new FlowStep.Calling<>("score", 1, context -> chunk(rescoring, context))));
    }

    private static Result<Optional<CampaignId>, String> read(Map<String, String> params) {
        if (!Set.of(CAMPAIGN).containsAll(params.keySet())) {
            return Result.err("the only parameter is " + CAMPAIGN);
        }
        String campaign = params.get(CAMPAIGN);
        return campaign == null
                ? Result.ok(Optional.empty())
                : EntityId.parse(campaign, CampaignId::new)
                        .map(Optional::of)
                        .mapError(problem -> CAMPAIGN + " is no id");
    }

    private static StepResult chunk(RescoreLeadsService rescoring, StepContext<Optional<CampaignId>> context) {
        RescoreLeads.Request request = new RescoreLeads.Request(context.params().orElse(null), ScoreCause.MANUAL);
        if (context.cursor() == null && !rescoring.knows(context.client(), request)) {
            return new StepResult.Skipped(Outcome.reason("campaign_not_found"));
        }
        Place place = context.cursor() == null
                ? new Place(rescoring.count(context.client(), request), 0, 0, null)
                : Place.read(context.cursor());
        RescoreLeadsService.Part part = rescoring.part(context.client(), request, place.last());
        Place reached =
                new Place(place.total(), place.scored() + part.scored(), place.points() + part.points(), part.last());
        Counts before = context.counts();
        // leads that came meanwhile are scored, too
        Counts counts = new Counts(
                Math.max(
                        place.total(),
                        before.settled() + part.scored() + part.failed().size()),
                before.done() + part.scored(),
                before.failed() + part.failed().size(),
                before.skipped(),
                before.unknown());
        Outcome outcome = outcome(part);
        return part.last() == null
                ? new StepResult.Done(counts, outcome.plus(average(reached)).plus(successRate(counts)))
                : new StepResult.More(reached.written(part.last()), counts, outcome);
    }

    private static Outcome outcome(RescoreLeadsService.Part part) {
        Outcome outcome = Outcome.count("scored", part.scored())
                .with("failed", part.failed().size());
        for (Tier tier : Tier.values()) {
            outcome = outcome.with("tier_" + tier.wire(), part.tiers().getOrDefault(tier, 0));
        }
        return part.failed().isEmpty() ? outcome : outcome.plus(failed(part.failed()));
    }

    /** Of the last chunk in which any failed; all of them are counted. */
    private static Outcome failed(List<RescoreLeads.FailedLead> leads) {
        return new Outcome(
                Map.of(),
                Map.of(),
                Map.of(
                        "failed_leads",
                        leads.stream()
                                .map(lead -> Map.of("id", lead.id().text(), "error", lead.error()))
                                .toList()));
    }

    /** Per cent of those tried, with one decimal; nothing where nobody was. */
    private static Outcome successRate(Counts counts) {
        long tried = counts.done() + counts.failed();
        return tried == 0
                ? Outcome.NONE
                : new Outcome(
                        Map.of(),
                        Map.of(
                                "success_rate",
                                BigDecimal.valueOf(100L * counts.done())
                                        .divide(BigDecimal.valueOf(tried), 1, RoundingMode.HALF_UP)
                                        .toPlainString()));
    }

    private static Outcome average(Place place) {
        return place.scored() == 0
                ? Outcome.NONE
                : new Outcome(
                        Map.of(),
                        Map.of(
                                "average_score",
                                BigDecimal.valueOf(place.points())
                                        .divide(BigDecimal.valueOf(place.scored()), 1, RoundingMode.HALF_UP)
                                        .toPlainString()));
    }
}
