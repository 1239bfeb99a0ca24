package io.agencyos.domain.scoring.tier;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.scoring.tier.Treatment.ContentModel;
import io.agencyos.domain.scoring.tier.Treatment.VoiceKnowledge;
import io.agencyos.domain.shared.Channel;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TreatmentTest {

    @ParameterizedTest // TIER-1, the table
    @CsvSource({
        "HOT, email linkedin voice sms mail, PREMIUM_AGENT, PREMIUM, true, 10",
        "WARM, email linkedin voice sms mail, STANDARD, STANDARD, false, 25",
        "COOL, email linkedin, STANDARD_LIMITED, NONE, false, 40",
        "COLD, email, TEMPLATES, NONE, false, 25",
        "DEAD, '', NONE, NONE, false, 0"
    })
    void a_tier_is_treated_as_its_row_says(
            Tier tier, String channels, ContentModel model, VoiceKnowledge voice, boolean deep, int share) {
        assertThat(ChannelMap.row(tier).stream().map(Channel::wire).collect(Collectors.joining(" ")))
                .isEqualTo(channels);
        assertThat(Treatment.of(tier)).isEqualTo(new Treatment(model, voice, deep, share));
    }

    @Test // TIER-1: the planning shares are all of the leads
    void the_planning_shares_sum_to_a_hundred() {
        assertThat(Arrays.stream(Tier.values())
                        .mapToInt(tier -> Treatment.of(tier).planningShare())
                        .sum())
                .isEqualTo(100);
    }

    @ParameterizedTest // B8: only the top ⌈10 %⌉ of started leads; others keep channels but use the standard model
    @CsvSource({
        "0, 1, PREMIUM_AGENT",
        "0, 10, PREMIUM_AGENT",
        "1, 10, STANDARD",
        "1, 11, PREMIUM_AGENT",
        "2, 11, STANDARD",
        "124, 1250, PREMIUM_AGENT",
        "125, 1250, STANDARD"
    })
    void the_guard_gives_the_premium_model_to_the_best_tenth(int ahead, int started, ContentModel model) {
        Treatment treatment = HotCostGuard.treatment(Tier.HOT, new HotCostGuard.Standing(ahead, started));
        assertThat(treatment.contentModel()).isEqualTo(model);
        assertThat(treatment.voiceKnowledge())
                .isEqualTo(model == ContentModel.STANDARD ? VoiceKnowledge.STANDARD : VoiceKnowledge.PREMIUM);
        assertThat(treatment.deepEnrichment()).isTrue();
        assertThat(HotCostGuard.treatment(Tier.WARM, new HotCostGuard.Standing(ahead, started)))
                .isEqualTo(Treatment.of(Tier.WARM));
    }

    @Property // B8: never more than ⌈10 %⌉ of the started, whatever the month
    void the_guard_never_treats_more_than_a_tenth(@ForAll @IntRange(min = 1, max = 3_000) int started) {
        long premium = IntStream.range(0, started)
                .mapToObj(ahead -> HotCostGuard.treatment(Tier.HOT, new HotCostGuard.Standing(ahead, started)))
                .filter(treatment -> treatment.contentModel() == ContentModel.PREMIUM_AGENT)
                .count();
        assertThat(premium).isEqualTo((started + 9) / 10);
    }
}
