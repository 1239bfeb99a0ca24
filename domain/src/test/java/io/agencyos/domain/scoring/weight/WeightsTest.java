package io.agencyos.domain.scoring.weight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agencyos.domain.shared.Result;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

public class WeightsTest {

    private static final Weights EVEN = new Weights(2_000, 2_000, 2_000, 2_000, 2_000);

    public static WeightSet stored(WeightsInForce set, WeightsStatus status) {
        return new WeightSet(set.source(), set.version(), status, false, null, Result.ok(set.weights()));
    }

    private static BigDecimal d(String text) {
        return new BigDecimal(text);
    }

    private static Result<Weights, InvalidWeights> set(String dq, String au, String fit, String ti, String ri) {
        return Weights.of(d(dq), d(au), d(fit), d(ti), d(ri));
    }

    // ALS-11: 0.3333/0.1667/0.1667/0.1667/0.1667 → 0.3332/0.1667/0.1667/0.1667/0.1667
    @Test
    void a_rounding_error_is_repaired_on_the_largest_weight() {
        assertThat(set("0.3333", "0.1667", "0.1667", "0.1667", "0.1667").orElseThrow())
                .isEqualTo(new Weights(3_332, 1_667, 1_667, 1_667, 1_667));
        assertThat(set("0.1990", "0.2000", "0.2000", "0.2000", "0.2000").orElseThrow())
                .isEqualTo(new Weights(1_990, 2_010, 2_000, 2_000, 2_000));
    }

    // ALS-11
    @Test
    void a_repair_that_would_leave_the_range_refuses_the_set() {
        assertThat(set("0.5000", "0.1250", "0.1250", "0.1250", "0.1220").isOk()).isFalse();
    }

    // ALS-11
    @Test
    void a_set_off_by_more_than_a_rounding_error_is_refused() {
        assertThat(set("0.2000", "0.2000", "0.2000", "0.2000", "0.1970").isOk()).isTrue();
        assertThat(set("0.2000", "0.2000", "0.2000", "0.2000", "0.1969").isOk()).isFalse();
        assertThat(set("0.0499", "0.2501", "0.2500", "0.2500", "0.2000").isOk()).isFalse();
        assertThat(set("0.5001", "0.1499", "0.1500", "0.1000", "0.1000").isOk()).isFalse();
        assertThat(set("-1", "0.5", "0.5", "0.5", "0.5").isOk()).isFalse();
        assertThat(set("1e99", "0.5", "0.5", "0.5", "0.5").isOk()).isFalse();
        assertThatThrownBy(() -> new Weights(2_000, 2_000, 2_000, 2_000, 1_999))
                .isInstanceOf(IllegalArgumentException.class);
    }

    // ALS-15
    @Test
    void a_set_without_a_component_is_refused() {
        assertThat(Weights.of(null, d("0.25"), d("0.25"), d("0.25"), d("0.25")).isOk())
                .isFalse();
    }

    // ALS-12
    @Test
    void ratios_that_a_person_sends_may_be_off_by_a_ten_thousandth() {
        assertThat(Weights.ofRatios(d("0.2001"), d("0.2"), d("0.2"), d("0.2"), d("0.2"))
                        .orElseThrow())
                .isEqualTo(EVEN);
        assertThat(Weights.ofRatios(d("0.2002"), d("0.2"), d("0.2"), d("0.2"), d("0.2"))
                        .isOk())
                .isFalse();
    }

    // ALS-12
    @Test
    void whole_numbers_are_rescaled_to_one_hundred_by_largest_remainder() {
        assertThat(Weights.ofIntegers(20, 25, 25, 15, 10).orElseThrow())
                .isEqualTo(new Weights(2_100, 2_600, 2_600, 1_600, 1_100));
        assertThat(Weights.ofIntegers(20, 25, 25, 15, 15).orElseThrow()).isEqualTo(Weights.DEFAULT);
    }

    // ALS-12
    @Test
    void whole_numbers_out_of_range_are_refused_before_and_after_rescaling() {
        assertThat(Weights.ofIntegers(9, 26, 25, 20, 20).isOk()).isFalse();
        assertThat(Weights.ofIntegers(20, 36, 24, 10, 10).isOk()).isFalse();
        assertThat(Weights.ofIntegers(10, 35, 15, 5, 5).isOk()).isFalse();
    }

    // ALS-12
    @Test
    void sub_weights_are_whole_and_not_all_nothing() {
        assertThat(SubWeights.of(10, 8, 7).isOk()).isTrue();
        assertThat(SubWeights.of(0, 0, 0).isOk()).isFalse();
        assertThat(SubWeights.of(16, 0, 0).isOk()).isFalse();
        assertThat(SubWeights.of(-1, 5, 5).isOk()).isFalse();
    }

    // ALS-12
    @Test
    void the_first_usable_source_is_in_force() {
        WeightSet learned = inForce(WeightsSource.CLIENT_LEARNED, WeightsStatus.PROMOTED, null);
        WeightSet candidate = inForce(WeightsSource.CLIENT_LEARNED, WeightsStatus.CANDIDATE, null);
        WeightSet custom = inForce(WeightsSource.CLIENT_CUSTOM, WeightsStatus.PROMOTED, null);
        WeightSet industry = inForce(WeightsSource.PLATFORM_INDUSTRY, WeightsStatus.PROMOTED, "0.6");
        WeightSet unsure = inForce(WeightsSource.PLATFORM_INDUSTRY, WeightsStatus.PROMOTED, "0.59");
        WeightSet global = inForce(WeightsSource.PLATFORM_GLOBAL, WeightsStatus.PROMOTED, "0.5");

        assertThat(source(custom, global, learned)).isEqualTo(WeightsSource.CLIENT_LEARNED);
        assertThat(source(candidate, custom, global)).isEqualTo(WeightsSource.CLIENT_CUSTOM);
        assertThat(source(candidate, global, industry)).isEqualTo(WeightsSource.PLATFORM_INDUSTRY);
        assertThat(source(candidate, global, unsure)).isEqualTo(WeightsSource.PLATFORM_GLOBAL);
        assertThat(source(candidate, unsure)).isEqualTo(WeightsSource.DEFAULT);
        assertThat(WeightsInForce.of(List.of(candidate), true)).isEqualTo(WeightsInForce.BENCHMARK);
    }

    // ALS-15, conversion intelligence 12.4
    @Test
    void an_invalid_stored_set_is_skipped() {
        WeightSet broken = new WeightSet(
                WeightsSource.CLIENT_LEARNED,
                4,
                WeightsStatus.PROMOTED,
                false,
                null,
                Result.err(new InvalidWeights("a component has no weight")));
        assertThat(source(broken, inForce(WeightsSource.CLIENT_CUSTOM, WeightsStatus.PROMOTED, null)))
                .isEqualTo(WeightsSource.CLIENT_CUSTOM);
    }

    // conversion intelligence 12.4
    @Test
    void a_pinned_custom_set_stands_above_what_is_learned() {
        WeightSet pinned =
                new WeightSet(WeightsSource.CLIENT_CUSTOM, 2, WeightsStatus.PROMOTED, true, null, Result.ok(EVEN));
        assertThat(source(inForce(WeightsSource.CLIENT_LEARNED, WeightsStatus.PROMOTED, null), pinned))
                .isEqualTo(WeightsSource.CLIENT_CUSTOM);
    }

    private static WeightSet inForce(WeightsSource source, WeightsStatus status, @Nullable String confidence) {
        return new WeightSet(source, 1, status, false, confidence == null ? null : d(confidence), Result.ok(EVEN));
    }

    private static WeightsSource source(WeightSet... sets) {
        return WeightsInForce.of(List.of(sets), false).source();
    }
}
