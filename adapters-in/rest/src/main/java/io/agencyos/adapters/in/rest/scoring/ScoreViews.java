package io.agencyos.adapters.in.rest.scoring;

import io.agencyos.application.scoring.ExplainScore;
import io.agencyos.application.scoring.store.LeadScores;
import io.agencyos.domain.scoring.AlsResult;
import io.agencyos.domain.scoring.Gate;
import io.agencyos.domain.scoring.ScoreCause;
import io.agencyos.domain.scoring.tier.Tier;
import io.agencyos.domain.scoring.tier.TierSource;
import io.agencyos.domain.scoring.tier.Treatment;
import io.agencyos.domain.scoring.tier.Treatment.ContentModel;
import io.agencyos.domain.scoring.tier.Treatment.VoiceKnowledge;
import io.agencyos.domain.scoring.weight.Component;
import io.agencyos.domain.scoring.weight.Facet;
import io.agencyos.domain.scoring.weight.Signal;
import io.agencyos.domain.scoring.weight.WeightsSource;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Scores as the API shows them. Source: api 8 (Lead), 9.6. */
public final class ScoreViews {

    private ScoreViews() {}

    /** Raw points of the components. */
    public record Components(int dataQuality, int authority, int companyFit, int timing, int risk) {

        static Components of(AlsResult.Components components) {
            return new Components(
                    components.dataQuality(),
                    components.authority(),
                    components.companyFit(),
                    components.timing(),
                    components.risk());
        }
    }

    /**
     * Points beside the components.
     *
     * @param linkedin points for what the person and the company do on LinkedIn
     */
    public record Boosts(int buyer, int linkedin, int tech) {}

    /**
     * The score in force of a lead.
     *
     * @param score the points, 0 to 100
     * @param components the points of each component
     */
    public record Als(
            int score,
            Tier tier,
            TierSource tierSource,
            List<Gate> gates,
            List<String> missingSignals,
            Components components,
            Boosts boosts,
            WeightsSource weightsSource,
            int weightsVersion,
            @Nullable BigDecimal confidence,
            Instant scoredAt) {

        static Als of(ExplainScore.Explanation score) {
            return new Als(
                    score.score(),
                    score.tier(),
                    score.tierSource(),
                    score.gates(),
                    score.missingSignals(),
                    Components.of(score.components()),
                    new Boosts(
                            score.boosts().buyer(),
                            score.boosts().linkedIn(),
                            score.boosts().tech()),
                    score.weightsSource(),
                    score.weightsVersion(),
                    score.confidence(),
                    score.scoredAt());
        }
    }

    /**
     * One signal; {@code component} is null for cap, rounding and gates.
     *
     * @param component the score's component that the points belong to; null for cap, rounding and gates
     * @param fact what is known of it, as the score was told
     * @param points points of the score, possibly negative
     * @param max the most points that the signal can bring
     * @param text the same in a sentence
     */
    public record Row(
            Facet facet,
            @Nullable Component component,
            Signal signal,
            String fact,
            BigDecimal points,
            BigDecimal max,
            String text) {}

    /**
     * A fact that would raise the score.
     *
     * @param points how many points the fact could bring
     * @param text the same in a sentence
     */
    public record Missing(Signal signal, BigDecimal points, String text) {}

    /**
     * Points under one of the names of the scoring map.
     *
     * @param supporting whether the points belong to the facet only in a supporting part
     * @param points points of the score, possibly negative
     */
    public record FacetPoints(Facet facet, boolean supporting, BigDecimal points) {}

    /**
     * What the tier is worth to the lead: who writes, what a call knows, whether deep research may be bought.
     *
     * @param voiceKnowledge how much a call knows of the lead
     */
    public record Treated(ContentModel contentModel, VoiceKnowledge voiceKnowledge, boolean deepEnrichment) {

        static Treated of(Treatment treatment) {
            return new Treated(treatment.contentModel(), treatment.voiceKnowledge(), treatment.deepEnrichment());
        }
    }

    /**
     * The points of the rows add up to {@code total}.
     *
     * @param total the score, 0 to 100: the sum of the rows
     * @param rows what the points were given for
     * @param facets the same points under the names of the scoring map
     * @param missing facts that would raise the score
     * @param modelVersion the version of the scoring map that made the score
     * @param treatment what the tier is worth to the lead
     */
    public record Explained(
            int total,
            Tier tier,
            TierSource tierSource,
            List<Gate> gates,
            List<Row> rows,
            List<FacetPoints> facets,
            List<Missing> missing,
            WeightsSource weightsSource,
            int weightsVersion,
            String modelVersion,
            ScoreCause cause,
            Treated treatment,
            Instant scoredAt) {

        static Explained of(ExplainScore.Explanation score) {
            return new Explained(
                    score.score(),
                    score.tier(),
                    score.tierSource(),
                    score.gates(),
                    score.rows().stream()
                            .map(row -> new Row(
                                    row.facet(),
                                    row.component(),
                                    row.signal(),
                                    row.fact(),
                                    ScoreWords.tidy(row.points()),
                                    ScoreWords.tidy(row.max()),
                                    ScoreWords.row(row.signal(), row.fact(), row.points(), row.max())))
                            .toList(),
                    score.facets().stream()
                            .map(line ->
                                    new FacetPoints(line.facet(), line.supporting(), ScoreWords.tidy(line.points())))
                            .toList(),
                    score.missing().stream()
                            .map(missing -> new Missing(
                                    missing.signal(),
                                    ScoreWords.tidy(missing.points()),
                                    ScoreWords.missing(missing.signal(), missing.points())))
                            .toList(),
                    score.weightsSource(),
                    score.weightsVersion(),
                    score.modelVersion(),
                    score.cause(),
                    Treated.of(score.treatment()),
                    score.scoredAt());
        }
    }

    /**
     * One score of a lead's history.
     *
     * @param score the points, 0 to 100
     * @param components the points of each component
     */
    public record Scored(
            UUID id,
            int score,
            Tier tier,
            ScoreCause cause,
            WeightsSource weightsSource,
            int weightsVersion,
            Components components,
            Instant scoredAt) {

        static Scored of(LeadScores.Entry entry) {
            return new Scored(
                    entry.id().value(),
                    entry.snapshot().score().value(),
                    entry.snapshot().tier(),
                    entry.snapshot().cause(),
                    entry.snapshot().weightsSource(),
                    entry.snapshot().weightsVersion(),
                    Components.of(entry.snapshot().components()),
                    entry.scoredAt());
        }
    }

    private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");
    private static final Components POINTS = new Components(15, 15, 25, 5, 15);

    static final Als ALS = new Als(
            75,
            Tier.WARM,
            TierSource.SCORE,
            List.of(),
            List.of(Signal.PERSONAL_EMAIL.wire()),
            POINTS,
            new Boosts(0, 0, 0),
            WeightsSource.DEFAULT,
            0,
            new BigDecimal("0.57"),
            MONDAY);

    static final Explained EXPLAINED = new Explained(
            75,
            Tier.WARM,
            TierSource.SCORE,
            List.of(),
            List.of(new Row(
                    Facet.CONTACT,
                    Component.DATA_QUALITY,
                    Signal.EMAIL,
                    "verified",
                    BigDecimal.valueOf(8),
                    BigDecimal.valueOf(8),
                    "E-mail address (verified): 8 of 8 points.")),
            List.of(new FacetPoints(Facet.TITLE, false, BigDecimal.valueOf(15))),
            List.of(new Missing(
                    Signal.PERSONAL_EMAIL, BigDecimal.valueOf(2), "Personal e-mail address could add 2 points.")),
            WeightsSource.DEFAULT,
            0,
            "als-1",
            ScoreCause.INITIAL,
            Treated.of(Treatment.of(Tier.WARM)),
            MONDAY);

    static final Scored SCORED = new Scored(
            UUID.fromString("019baaaa-0000-7000-8000-00000000005c"),
            75,
            Tier.WARM,
            ScoreCause.INITIAL,
            WeightsSource.DEFAULT,
            0,
            POINTS,
            MONDAY);
}
