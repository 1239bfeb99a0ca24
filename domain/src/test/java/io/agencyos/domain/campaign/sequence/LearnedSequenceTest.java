package io.agencyos.domain.campaign.sequence;

import static io.agencyos.domain.shared.Channel.EMAIL;
import static io.agencyos.domain.shared.Channel.LINKEDIN;
import static io.agencyos.domain.shared.Channel.VOICE;
import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.shared.Channel;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LearnedSequenceTest {

    private static final List<SequenceStep> FULL = DefaultSequence.steps(Set.of(Channel.values()));
    private static final int LEAST = 2;

    private static List<SequenceStep> applied(List<Channel> channels, Map<Integer, Integer> gaps) {
        return new LearnedSequence(channels, gaps).applied(FULL, LEAST);
    }

    @Test // CIS 14.1: nothing learned, nothing changed
    void without_a_pattern_the_default_sequence_stands() {
        assertThat(LearnedSequence.NONE.applied(FULL, LEAST)).isEqualTo(FULL);
    }

    @Test // CIS 14.1: first channel and winning sequences are defaults of new sequences
    void the_channels_that_work_come_first_and_the_rest_keeps_its_order() {
        List<SequenceStep> steps = applied(List.of(LINKEDIN, EMAIL), Map.of());
        assertThat(steps)
                .extracting(SequenceStep::channel)
                .startsWith(LINKEDIN, EMAIL, VOICE)
                .hasSameSizeAs(FULL);
        assertThat(steps)
                .extracting(SequenceStep::dayOffset)
                .isEqualTo(FULL.stream().map(SequenceStep::dayOffset).toList());
        assertThat(SequenceRules.problems(steps)).isEmpty();
    }

    @Test // CIS 14.1: gaps, never below the outreach minimum
    void a_learned_gap_moves_the_steps_after_it() {
        assertThat(applied(List.of(), Map.of(1, 6)))
                .extracting(SequenceStep::dayOffset)
                .containsExactly(0, 6, 8, 11, 15);
        assertThat(applied(List.of(), Map.of(2, 1)))
                .extracting(SequenceStep::dayOffset)
                .containsExactly(0, 3, 5, 8, 12);
        assertThat(SequenceRules.problems(applied(List.of(VOICE), Map.of(1, 6, 2, 4))))
                .isEmpty();
    }

    @Test // CIS 14.1: a channel that the client has no sender on is passed over
    void a_channel_that_the_steps_do_not_use_is_passed_over() {
        List<SequenceStep> emails = DefaultSequence.steps(Set.of(EMAIL));
        assertThat(new LearnedSequence(List.of(VOICE, EMAIL), Map.of()).applied(emails, LEAST))
                .isEqualTo(emails);
    }
}
