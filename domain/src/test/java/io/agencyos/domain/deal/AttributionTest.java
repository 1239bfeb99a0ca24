package io.agencyos.domain.deal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class AttributionTest {

    // CIS E-21
    @Test
    void a_deal_is_shared_among_its_touches() {
        Attribution decay = Attribution.of(AttributionModel.TIME_DECAY, 4, 2_000_000);
        assertThat(decay.basisPoints()).isEqualTo(List.of(1710L, 2155L, 2715L, 3420L));
        assertThat(decay.cents()).isEqualTo(List.of(342_037L, 430_939L, 542_950L, 684_074L));
        assertThat(Attribution.of(AttributionModel.LINEAR, 3, 2_000_000).basisPoints())
                .isEqualTo(List.of(3334L, 3333L, 3333L));
        assertThat(Attribution.of(AttributionModel.POSITION_BASED, 4, 2_000_000).basisPoints())
                .isEqualTo(List.of(4000L, 1000L, 1000L, 4000L));
        assertThat(Attribution.of(AttributionModel.POSITION_BASED, 5, 2_000_000).basisPoints())
                .isEqualTo(List.of(4000L, 667L, 667L, 666L, 4000L));
        assertThat(Attribution.of(AttributionModel.POSITION_BASED, 2, 100).basisPoints())
                .isEqualTo(List.of(5000L, 5000L));
        assertThat(Attribution.of(AttributionModel.FIRST_TOUCH, 3, 100).cents()).isEqualTo(List.of(100L, 0L, 0L));
        assertThat(Attribution.of(AttributionModel.LAST_TOUCH, 3, 100).cents()).isEqualTo(List.of(0L, 0L, 100L));
    }

    // content E-47
    @Test
    void the_same_definition_serves_deals() {
        assertThat(Attribution.of(AttributionModel.TIME_DECAY, 1, 5).basisPoints())
                .isEqualTo(List.of(10_000L));
        assertThat(Attribution.of(AttributionModel.TIME_DECAY, 2, 5).basisPoints())
                .isEqualTo(List.of(4425L, 5575L));
        assertThat(Attribution.of(AttributionModel.TIME_DECAY, 4, 1_000_000).cents())
                .isEqualTo(List.of(171_018L, 215_470L, 271_475L, 342_037L));
        assertThat(Attribution.of(AttributionModel.LINEAR, 3, 100_000).cents())
                .isEqualTo(List.of(33_334L, 33_333L, 33_333L));
    }

    // CIS 10.1
    @Test
    void a_deal_without_touches_is_unattributed() {
        assertThat(Attribution.of(AttributionModel.LINEAR, 0, 100).isUnattributed())
                .isTrue();
    }

    // CIS 10.1: credits sum to exactly 100.00 % and to the deal's value
    @Property(tries = 200)
    void nothing_is_lost_and_nothing_invented(
            @ForAll AttributionModel model,
            @ForAll @IntRange(min = 1, max = 60) int touches,
            @ForAll @LongRange(min = 0, max = 99_999_999_999L) long cents) {
        Attribution credits = Attribution.of(model, touches, cents);
        assertThat(credits.cents()).hasSize(touches).allMatch(each -> each >= 0);
        assertThat(sum(credits.cents())).isEqualTo(cents);
        assertThat(sum(credits.millionths())).isEqualTo(1_000_000);
        assertThat(sum(credits.basisPoints())).isEqualTo(10_000);
    }

    private static long sum(List<Long> parts) {
        return parts.stream().mapToLong(Long::longValue).sum();
    }
}
