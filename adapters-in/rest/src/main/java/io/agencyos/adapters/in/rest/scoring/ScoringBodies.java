package io.agencyos.adapters.in.rest.scoring;

import io.agencyos.adapters.in.rest.route.Change;
import io.agencyos.adapters.in.rest.route.FieldErrors;
import io.agencyos.adapters.in.rest.route.Range;
import io.agencyos.adapters.in.rest.route.Text;
import io.agencyos.domain.scoring.InvalidWeights;
import io.agencyos.domain.scoring.ScoringSetup;
import io.agencyos.domain.scoring.SubWeights;
import io.agencyos.domain.scoring.Weights;
import io.agencyos.domain.shared.InputProblem;
import io.agencyos.domain.shared.Result;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Weights and targets as callers send and see them. Source: api 8 (Icp), 9.10. */
public final class ScoringBodies {

    private static final int DECIMALS = 4;

    private ScoringBodies() {}

    /** Ratios that sum to 1 ± 0.0001. */
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
            return Weights.ofRatios(dataQuality, authority, companyFit, timing, risk)
                    .mapError(refused -> new InputProblem(InvalidWeights.CODE, refused.reason()));
        }
    }

    /** Whole numbers 0 to 15, not all 0. */
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
            return new ScoringSetup.Choice(
                    orElse(technologies, before.technologies()),
                    orElse(competitors, before.competitors()),
                    subWeights.mentioned() ? read(subWeights.value(), at, errors) : before.subWeights(),
                    alsWeights.mentioned() ? read(alsWeights.value(), at, errors) : before.weights(),
                    orElse(benchmarkWeights, before.benchmark()),
                    orElse(titleVeto, before.titleVeto()));
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
