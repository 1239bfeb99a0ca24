package io.agencyos.domain.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.scoring.Treatment.ContentModel;
import io.agencyos.domain.scoring.Treatment.VoiceKnowledge;
import io.agencyos.domain.shared.Channel;
import java.util.Arrays;
import java.util.stream.Collectors;
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
}
