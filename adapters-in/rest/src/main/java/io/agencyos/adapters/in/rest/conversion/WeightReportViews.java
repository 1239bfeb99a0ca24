package io.agencyos.adapters.in.rest.conversion;

import io.agencyos.application.conversion.learning.ReportPatterns;
import io.agencyos.domain.conversion.weights.Holdout;
import io.agencyos.domain.conversion.weights.WeightLearning;
import io.agencyos.domain.scoring.weight.Component;
import io.agencyos.domain.scoring.weight.Weights;
import io.agencyos.domain.scoring.weight.WeightsInForce;
import io.agencyos.domain.scoring.weight.WeightsSource;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The weights of the score in the report of what was learned. Source: conversion intelligence 20. */
final class WeightReportViews {

    private WeightReportViews() {}

    /**
     * Weights, each a share of one, with how well they sort leads that they were not fitted on.
     *
     * @param topFifthCapture of all conversions, the share among the fifth of the leads that scored best, 0 to 1
     */
    public record MeasuredView(
            BigDecimal dataQuality,
            BigDecimal authority,
            BigDecimal companyFit,
            BigDecimal timing,
            BigDecimal risk,
            BigDecimal auc,
            BigDecimal logLoss,
            BigDecimal brier,
            BigDecimal topFifthCapture) {

        static MeasuredView of(ReportPatterns.Judged judged) {
            return new MeasuredView(
                    weight(judged.weights(), Component.DATA_QUALITY),
                    weight(judged.weights(), Component.AUTHORITY),
                    weight(judged.weights(), Component.COMPANY_FIT),
                    weight(judged.weights(), Component.TIMING),
                    weight(judged.weights(), Component.RISK),
                    PatternReportViews.share(judged.metrics().auc()),
                    PatternReportViews.share(judged.metrics().logLoss()),
                    PatternReportViews.share(judged.metrics().brier()),
                    PatternReportViews.share(judged.topFifth()));
        }

        private static BigDecimal weight(Weights weights, Component component) {
            return BigDecimal.valueOf(weights.of(component), 4);
        }
    }

    /**
     * The weights in force against the default ones.
     *
     * @param source whose weights they are: learned or set for the client, learned for its industry or everybody, a
     *     benchmark, or the defaults
     * @param version which version of the weights it is; 0 for those that the product ships
     * @param conversions how many of the sample converted
     * @param coverageMinScore nobody with a lower score was contacted, so that what weights say of them is a guess
     * @param holdoutSample the newest leads, on which both are measured
     * @param holdoutConversions how many of the newest leads converted
     * @param measured how well the weights in force sort the newest leads; null while too few converted to tell
     * @param measuredDefault how well the default weights sort the same leads; null while too few converted to tell
     * @param missing what the next attempt at weights of the client's own waits for; empty where it will be made
     */
    public record View(
            WeightsSource source,
            int version,
            long sample,
            long conversions,
            int coverageMinScore,
            long holdoutSample,
            long holdoutConversions,
            @Nullable MeasuredView measured,
            @Nullable MeasuredView measuredDefault,
            List<ShortageView> missing) {

        static final View EXAMPLE = of(new ReportPatterns.Weighed(
                WeightsInForce.DEFAULT,
                1_600,
                95,
                35,
                480,
                14,
                Optional.of(List.of(
                        new ReportPatterns.Judged(Weights.DEFAULT, new Holdout.Metrics(.7653, .2111, .0514), .4105),
                        new ReportPatterns.Judged(Weights.DEFAULT, new Holdout.Metrics(.7653, .2111, .0514), .4105))),
                List.of(new WeightLearning.Shortage("conversions in the holdout", 15, 14))));

        static View of(ReportPatterns.Weighed weighed) {
            return new View(
                    weighed.inForce().source(),
                    weighed.inForce().version(),
                    weighed.leads(),
                    weighed.conversions(),
                    weighed.coverageMinScore(),
                    weighed.heldOut(),
                    weighed.heldOutConversions(),
                    weighed.measured()
                            .map(both -> MeasuredView.of(both.getFirst()))
                            .orElse(null),
                    weighed.measured()
                            .map(both -> MeasuredView.of(both.getLast()))
                            .orElse(null),
                    weighed.missing().stream().map(ShortageView::of).toList());
        }
    }

    /**
     * What learning weights waits for.
     *
     * @param what what is missing
     * @param required how many of them are needed
     */
    public record ShortageView(String what, long required, long available, String sentence) {

        static ShortageView of(WeightLearning.Shortage shortage) {
            return new ShortageView(shortage.what(), shortage.required(), shortage.available(), shortage.sentence());
        }
    }
}
