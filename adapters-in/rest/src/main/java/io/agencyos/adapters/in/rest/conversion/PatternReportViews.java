package io.agencyos.adapters.in.rest.conversion;

import io.agencyos.application.conversion.learning.ReportPatterns;
import io.agencyos.domain.conversion.PatternType;
import io.agencyos.domain.conversion.evolve.CampaignHealth;
import io.agencyos.domain.conversion.pattern.Node;
import io.agencyos.domain.conversion.report.Change;
import io.agencyos.domain.conversion.report.PatternHealth;
import io.agencyos.domain.conversion.report.Persistence;
import io.agencyos.domain.conversion.report.TierRates;
import io.agencyos.domain.scoring.tier.Tier;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was learned, as a person reads it. Source: conversion intelligence 20. */
final class PatternReportViews {

    private PatternReportViews() {}

    /**
     * A finding in plain words, with its size, its interval and what is missing where it is not certain.
     *
     * @param dimension what about leads or messages is compared, such as {@code title}
     * @param key the value that the finding is about, such as a title or an hour
     * @param status how sure the finding is and which way it points, such as {@code confirmed_positive} or {@code emerging}
     * @param automatic whether the product acts on it by itself
     * @param converted how many of the sample converted
     * @param ratio the lift of those with it over the lift of those without it; null where it is not compared
     * @param leadsNeeded how many such leads, messages or meetings tell an effect of this size in four of five cases; null
     *     where it is certain
     */
    public record FindingView(
            PatternType patternType,
            String dimension,
            String key,
            String sentence,
            String status,
            boolean automatic,
            long sample,
            long converted,
            @Nullable BigDecimal conversionRate,
            @Nullable BigDecimal ciLow,
            @Nullable BigDecimal ciHigh,
            @Nullable BigDecimal lift,
            @Nullable BigDecimal ratio,
            @Nullable BigDecimal pValue,
            @Nullable BigDecimal qValue,
            @Nullable BigDecimal leadsNeeded) {

        static final FindingView EXAMPLE = new FindingView(
                PatternType.WHO,
                "title",
                "CEO",
                "Leads, title CEO: 22 of 200; like for like 10.37 % (95 % credible interval 6.88 % to 15.04 %) against"
                        + " 6.00 % of all compared; associated with more conversions, repeated after eight weeks",
                "confirmed_positive",
                true,
                200,
                22,
                new BigDecimal("0.1037"),
                new BigDecimal("0.0688"),
                new BigDecimal("0.1504"),
                new BigDecimal("1.73"),
                new BigDecimal("2.16"),
                new BigDecimal("0.000877"),
                new BigDecimal("0.002193"),
                null);

        static FindingView of(ReportPatterns.Told told) {
            Read finding = new Read(told.finding());
            return new FindingView(
                    told.type(),
                    finding.text("dimension"),
                    finding.text("key"),
                    finding.text("sentence"),
                    finding.text("status"),
                    told.finding().get("automatic").equals(Optional.of(Node.truth(true))),
                    finding.whole("sample"),
                    finding.whole("converted"),
                    finding.figure("conversion_rate"),
                    finding.figure("ci_low"),
                    finding.figure("ci_high"),
                    finding.figure("lift"),
                    finding.figure("ratio"),
                    finding.figure("p_value"),
                    finding.figure("q_value"),
                    finding.figure("units_needed"));
        }
    }

    /** Members of a finding by name. */
    private record Read(Node.Members members) {

        String text(String name) {
            return members.get(name)
                    .map(node -> node instanceof Node.Text(String value) ? value : "")
                    .orElse("");
        }

        @Nullable
        BigDecimal figure(String name) {
            return members.get(name)
                    .map(node -> node instanceof Node.Figure(BigDecimal value) ? value : null)
                    .orElse(null);
        }

        long whole(String name) {
            BigDecimal value = figure(name);
            return value == null ? 0 : value.longValue();
        }
    }

    /**
     * What is amiss with a pattern.
     *
     * @param patternType the type of the pattern; null where it concerns all of what was learned
     * @param code what is amiss
     * @param severity how urgent it is
     */
    public record WarningView(
            @Nullable PatternType patternType, PatternHealth.Code code, PatternHealth.Severity severity) {

        static WarningView of(PatternHealth.Warning warning) {
            return new WarningView(warning.type(), warning.code(), warning.severity());
        }
    }

    /**
     * What a version says that the one before it did not.
     *
     * @param kind what kind of change: the average of everybody, a finding that turned round, was confirmed, confirmed once
     *     more, or lost
     * @param dimension what is compared; null where it is about everybody
     * @param key the value that it is about; null where it is about everybody
     * @param before status, or the rate of everybody; null where there was none
     * @param now what is said now: a status, or the rate of everybody; null where nothing is
     * @param drift whether a person should look
     */
    public record ChangeView(
            PatternType patternType,
            Change.Kind kind,
            @Nullable String dimension,
            @Nullable String key,
            @Nullable String before,
            @Nullable String now,
            @Nullable BigDecimal pValue,
            boolean drift,
            String sentence) {

        static final ChangeView EXAMPLE = of(new Change(
                PatternType.WHO,
                Change.Kind.TURNED,
                "title",
                "Coordinator",
                "confirmed_negative",
                "confirmed_positive",
                null));

        static ChangeView of(Change change) {
            return new ChangeView(
                    change.type(),
                    change.kind(),
                    known(change.dimension()),
                    known(change.key()),
                    known(change.before()),
                    known(change.now()),
                    change.pValue(),
                    change.kind().isDrift(),
                    change.sentence());
        }

        private static @Nullable String known(String word) {
            return word.isEmpty() ? null : word;
        }
    }

    /**
     * What came of the leads of a tier, by the tier of their first touch.
     *
     * @param tier the tier that the leads had at their first touch
     * @param converted how many of the sample converted
     */
    public record TierView(
            Tier tier, long sample, long converted, BigDecimal conversionRate, BigDecimal ciLow, BigDecimal ciHigh) {

        static final TierView EXAMPLE = new TierView(
                Tier.HOT, 200, 22, new BigDecimal("0.1100"), new BigDecimal("0.0724"), new BigDecimal("0.1588"));

        static TierView of(TierRates.Line line) {
            return new TierView(
                    line.tier(),
                    line.units(),
                    line.conversions(),
                    share(line.rate()),
                    share(line.low()),
                    share(line.high()));
        }
    }

    /**
     * How well the active campaigns do.
     *
     * @param score percent of them of which nothing bad is found, 1 decimal; null without an active campaign
     * @param active campaigns that send now
     * @param ailing the campaigns of which something bad is found
     */
    public record CampaignHealthView(@Nullable BigDecimal score, int active, List<AilingView> ailing) {

        static final CampaignHealthView EXAMPLE = new CampaignHealthView(
                new BigDecimal("50.0"),
                2,
                List.of(new AilingView(
                        UUID.fromString("0198c0de-0000-7000-8000-000000000001"),
                        "Dental",
                        List.of("0 of 200 contacted leads replied, and not more of late"))));

        static CampaignHealthView of(CampaignHealth health) {
            return new CampaignHealthView(
                    health.active() == 0 ? null : health.score(),
                    health.active(),
                    health.ailing().stream().map(AilingView::of).toList());
        }
    }

    /**
     * A campaign of which something bad is found.
     *
     * @param name what colleagues call the campaign
     * @param reasons what is bad about it, each in a sentence
     */
    public record AilingView(UUID campaignId, String name, List<String> reasons) {

        static AilingView of(CampaignHealth.Ailing ailing) {
            return new AilingView(ailing.campaign().value(), ailing.name(), ailing.reasons());
        }
    }

    /**
     * A type of which nothing valid stands, and what it waits for.
     *
     * @param required how many of them are needed
     */
    public record MissingView(PatternType patternType, long required, long available, String sentence) {

        static final MissingView EXAMPLE = new MissingView(
                PatternType.FUNNEL,
                20,
                12,
                "20 meetings of the last 90 days of which is known whether they were held are needed, 5 of them with"
                        + " each outcome; so far it is 12, 9 of them held");

        static MissingView of(ReportPatterns.Missing missing) {
            return new MissingView(missing.type(), missing.required(), missing.available(), missing.sentence());
        }
    }

    /**
     * How much of what was confirmed four weeks before still is.
     *
     * @param confirmedThen findings that were confirmed four weeks before
     * @param stillConfirmed those of them that are confirmed now
     * @param share the share that is still confirmed, 0 to 1; null where nothing was
     * @param target the share that is hoped for
     */
    public record PersistenceView(
            int confirmedThen, int stillConfirmed, @Nullable BigDecimal share, BigDecimal target) {

        static PersistenceView of(Persistence persistence) {
            return new PersistenceView(
                    persistence.confirmed(),
                    persistence.still(),
                    persistence.share().map(PatternReportViews::share).orElse(null),
                    PatternReportViews.share(Persistence.TARGET));
        }
    }

    /**
     * What came of sends, or of leads, by what chose their time, or their order of channels.
     *
     * @param decision {@code timing} or {@code channels}
     * @param basis {@code learned}, {@code explored} (drawn by lot, leaving aside what was learned) or {@code default}
     * @param converted how many of the sample converted
     * @param rate of the sample, the share that converted, 0 to 1; null without a sample
     */
    public record SteeringView(
            String decision,
            String basis,
            long sample,
            long converted,
            @Nullable BigDecimal rate,
            @Nullable BigDecimal ciLow,
            @Nullable BigDecimal ciHigh) {

        static final SteeringView EXAMPLE = new SteeringView(
                "timing",
                "learned",
                1_600,
                48,
                new BigDecimal("0.0300"),
                new BigDecimal("0.0225"),
                new BigDecimal("0.0392"));

        static SteeringView of(ReportPatterns.Steering steering) {
            Read outcome = new Read(steering.outcome());
            return new SteeringView(
                    steering.type() == PatternType.WHEN ? "timing" : "channels",
                    steering.basis(),
                    outcome.whole("sample"),
                    outcome.whole("converted"),
                    outcome.figure("rate"),
                    outcome.figure("ci_low"),
                    outcome.figure("ci_high"));
        }
    }

    /**
     * Everything confirmed or emerging in the patterns that are valid, and what it rests on.
     *
     * @param changes what this version says that the one before it did not
     * @param total how many findings there are
     * @param missing types of which nothing valid stands, and what they wait for
     * @param persistence how much of what was confirmed four weeks before still is
     * @param steering what came of sends and leads, by what chose their time or channels
     * @param weights the weights in force against the default ones
     * @param tiers what came of leads, tier by tier
     * @param campaignHealth how well the active campaigns do
     */
    public record ReportView(
            @Nullable Instant computedAt,
            List<String> narrative,
            List<ChangeView> changes,
            List<FindingView> findings,
            int total,
            List<MissingView> missing,
            PersistenceView persistence,
            List<SteeringView> steering,
            WeightReportViews.View weights,
            List<TierView> tiers,
            CampaignHealthView campaignHealth,
            List<String> caveats,
            List<WarningView> warnings) {

        static final ReportView EXAMPLE = new ReportView(
                PatternRoutes.COMPUTED,
                List.of("Who: 60 of 1000 leads booked a meeting (6.00 %). Repeated after eight weeks and acted upon:"
                        + " title CEO (more)."),
                List.of(ChangeView.EXAMPLE),
                List.of(FindingView.EXAMPLE),
                1,
                List.of(MissingView.EXAMPLE),
                PersistenceView.of(new Persistence(4, 3)),
                List.of(SteeringView.EXAMPLE),
                WeightReportViews.View.EXAMPLE,
                List.of(TierView.EXAMPLE),
                CampaignHealthView.EXAMPLE,
                List.of("Of what is confirmed about one claim in ten may be chance"),
                List.of(new WarningView(
                        PatternType.WHEN, PatternHealth.Code.EXPIRING_SOON, PatternHealth.Severity.MEDIUM)));

        static ReportView of(ReportPatterns.Report report, CampaignHealth campaigns) {
            return new ReportView(
                    report.computedAt(),
                    report.narrative(),
                    report.changes().stream().map(ChangeView::of).toList(),
                    report.findings().stream().map(FindingView::of).toList(),
                    report.findings().size(),
                    report.missing().stream().map(MissingView::of).toList(),
                    PersistenceView.of(report.persistence()),
                    report.steering().stream().map(SteeringView::of).toList(),
                    WeightReportViews.View.of(report.weights()),
                    report.tiers().lines().stream().map(TierView::of).toList(),
                    CampaignHealthView.of(campaigns),
                    report.caveats(),
                    report.warnings().stream().map(WarningView::of).toList());
        }
    }

    static BigDecimal share(double value) {
        return BigDecimal.valueOf(value).setScale(4, RoundingMode.HALF_UP);
    }
}
