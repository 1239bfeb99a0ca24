package io.agencyos.adapters.in.rest.scoring;

import io.agencyos.adapters.in.http.route.Change;
import io.agencyos.adapters.in.http.route.FieldErrors;
import io.agencyos.adapters.in.http.route.Range;
import io.agencyos.adapters.in.http.route.Text;
import io.agencyos.domain.scoring.ScoringSetup;
import io.agencyos.domain.scoring.weight.InvalidWeights;
import io.agencyos.domain.scoring.weight.SubWeights;
import io.agencyos.domain.scoring.weight.Weights;
import io.agencyos.domain.shared.InputProblem;
import io.agencyos.domain.shared.Result;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Weights and targets as callers send and see them. Source: api 8 (Icp), 9.10. */
public final class ScoringBodies {

    private static final int DECIMALS = 4;

    private ScoringBodies() {}

    /**
     * Ratios that sum to 1 ± 0.0001, or whole numbers: data quality 10 to 30, authority and company fit 15 to 35, timing and
     * risk 5 to 25, rescaled to 100 where they have another sum. Answers are ratios. Source: scoring ALS-12.
     */
    public record WeightsBody(
            BigDecimal dataQuality, BigDecimal authority, BigDecimal companyFit, BigDecimal timing, BigDecimal risk) {

        public static final WeightsBody DEFAULT = of(Weights.DEFAULT);
        public static final WeightsBody BENCHMARK = of(Weights.BENCHMARK);

        public static WeightsBody of(Weights weights) {
            return new WeightsBody(
                    ratio(weights.dataQuality()),
                    ratio(weights.authority()),
                    ratio(weights.companyFit()),
                    ratio(weights.timing()),
                    ratio(weights.risk()));
        }

        private static BigDecimal ratio(int tenThousandths) {
            return BigDecimal.valueOf(tenThousandths, DECIMALS);
        }

        Result<Weights, InputProblem> weights() {
            Result<Weights, InvalidWeights> read = isWhole()
                    ? Weights.ofIntegers(
                            whole(dataQuality), whole(authority), whole(companyFit), whole(timing), whole(risk))
                    : Weights.ofRatios(dataQuality, authority, companyFit, timing, risk);
            return read.mapError(refused -> new InputProblem(InvalidWeights.CODE, refused.reason()));
        }

        /** No ratio is a whole number: each lies between 0.05 and 0.50. */
        private boolean isWhole() {
            return Stream.of(dataQuality, authority, companyFit, timing, risk)
                    .allMatch(weight -> weight.stripTrailingZeros().scale() <= 0);
        }

        /** What no range holds stays out of every range. */
        private static int whole(BigDecimal weight) {
            return weight.min(BigDecimal.valueOf(Integer.MAX_VALUE))
                    .max(BigDecimal.ZERO)
                    .intValue();
        }
    }

    /**
     * Whole numbers 0 to 15, not all 0.
     *
     * @param industry the most points for a company's industry, 0 to 15
     * @param size the most points for a company's size, 0 to 15
     * @param location the most points for a company's place, 0 to 15
     */
    public record SubWeightsBody(
            @Range(min = 0, max = 15) int industry,
            @Range(min = 0, max = 15) int size,
            @Range(min = 0, max = 15) int location) {

        public static SubWeightsBody of(SubWeights weights) {
            return new SubWeightsBody(weights.industry(), weights.size(), weights.location());
        }

        Result<SubWeights, InputProblem> weights() {
            return SubWeights.of(industry, size, location)
                    .mapError(refused -> new InputProblem(InvalidWeights.CODE, refused.reason()));
        }
    }

    /** What is set for scoring beside the profile; what is not mentioned stays. */
    public record ChoicePatch(
            @Text(min = 0, max = 100) Change<List<String>> technologies,
            @Text(min = 0, max = 253) Change<List<String>> competitors,
            Change<@Nullable SubWeightsBody> subWeights,
            Change<@Nullable WeightsBody> alsWeights,
            Change<Boolean> benchmarkWeights,
            Change<Boolean> titleVeto) {

        /** Merged with what is set; problems are noted under the members' names below {@code at}. */
        public ScoringSetup.Choice merged(ScoringSetup.Choice before, String at, FieldErrors errors) {
            if (!sharesAddUp()) {
                errors.add(at + "/sub_weights", InvalidWeights.CODE, "sub-weights sum to the weight of company fit");
            }
            return new ScoringSetup.Choice(
                    orElse(technologies, before.technologies()),
                    orElse(competitors, before.competitors()),
                    subWeights.mentioned() ? read(subWeights.value(), at, errors) : before.subWeights(),
                    alsWeights.mentioned() ? read(alsWeights.value(), at, errors) : before.weights(),
                    orElse(benchmarkWeights, before.benchmark()),
                    orElse(titleVeto, before.titleVeto()));
        }

        /** Beside whole weights sub-weights are parts of company fit as it was sent; beside ratios only proportions count. */
        private boolean sharesAddUp() {
            WeightsBody whole = alsWeights.mentioned() ? alsWeights.value() : null;
            SubWeightsBody parts = subWeights.mentioned() ? subWeights.value() : null;
            return whole == null
                    || parts == null
                    || !whole.isWhole()
                    || whole.companyFit()
                                    .compareTo(BigDecimal.valueOf(parts.industry() + parts.size() + parts.location()))
                            == 0;
        }

        private static <T> T orElse(Change<T> change, T before) {
            T value = change.value();
            return value == null ? before : value;
        }

        private static @Nullable SubWeights read(@Nullable SubWeightsBody body, String at, FieldErrors errors) {
            return body == null
                    ? null
                    : errors.read(at + "/sub_weights", body.weights()).orElse(null);
        }

        private static @Nullable Weights read(@Nullable WeightsBody body, String at, FieldErrors errors) {
            return body == null
                    ? null
                    : errors.read(at + "/als_weights", body.weights()).orElse(null);
        }
    }
}
