package io.agencyos.domain.campaign;

import static io.agencyos.domain.shared.Channel.EMAIL;
import static io.agencyos.domain.shared.Channel.LINKEDIN;
import static io.agencyos.domain.shared.Channel.SMS;
import static io.agencyos.domain.shared.Channel.VOICE;
import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.shared.Channel;
import java.util.EnumMap;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** ALLOC-1: daily split of a campaign's touches; a channel's unused share flows to the others. */
class ChannelDayTest {

    private static final ChannelMix DEFAULT = ChannelMix.DEFAULT;

    private static boolean room(Channel channel, Map<Channel, Integer> taken, Map<Channel, Integer> waiting) {
        return new ChannelDay(50, DEFAULT, taken, waiting).hasRoom(channel);
    }

    @Test // ALLOC-1: limit 50 → 20/10/10/10/0
    void a_channel_has_its_share_and_leaves_the_others_theirs() {
        Map<Channel, Integer> later = Map.of(LINKEDIN, 40, VOICE, 40, SMS, 40);
        assertThat(room(EMAIL, Map.of(EMAIL, 19), later)).isTrue();
        assertThat(room(EMAIL, Map.of(EMAIL, 20), later)).isFalse();
        assertThat(room(LINKEDIN, Map.of(EMAIL, 20, LINKEDIN, 9), later)).isTrue();
        assertThat(room(LINKEDIN, Map.of(EMAIL, 20, LINKEDIN, 10), later)).isFalse();
    }

    @Test // ALLOC-1: a channel's unused share flows to the others
    void what_nobody_waits_for_is_the_others() {
        assertThat(room(EMAIL, Map.of(EMAIL, 49), Map.of())).isTrue();
        assertThat(room(EMAIL, Map.of(EMAIL, 50), Map.of())).isFalse();
        assertThat(room(EMAIL, Map.of(EMAIL, 44), Map.of(LINKEDIN, 5))).isTrue();
        assertThat(room(EMAIL, Map.of(EMAIL, 45), Map.of(LINKEDIN, 5))).isFalse();
        assertThat(room(EMAIL, Map.of(EMAIL, 40, LINKEDIN, 9), Map.of(LINKEDIN, 5)))
                .as("one of the five is within its share")
                .isFalse();
    }

    @Property(tries = 200) // ALLOC-1: never above the limit, and nothing is left while somebody waits
    void a_day_is_used_up_and_no_more(
            @ForAll @IntRange(min = 1, max = 60) int limit,
            @ForAll @IntRange(max = 60) int emails,
            @ForAll @IntRange(max = 60) int invitations,
            @ForAll @IntRange(max = 60) int calls) {
        Map<Channel, Integer> taken = new EnumMap<>(Channel.class);
        Map<Channel, Integer> waiting = new EnumMap<>(Map.of(EMAIL, emails, LINKEDIN, invitations, VOICE, calls));
        for (Channel channel : Channel.values()) {
            while (waiting.getOrDefault(channel, 0) > 0
                    && new ChannelDay(limit, DEFAULT, taken, waiting).hasRoom(channel)) {
                taken.merge(channel, 1, Integer::sum);
                waiting.merge(channel, -1, Integer::sum);
            }
        }
        int all = taken.values().stream().mapToInt(Integer::intValue).sum();
        assertThat(all).isEqualTo(Math.min(limit, emails + invitations + calls));
        assertThat(taken.getOrDefault(LINKEDIN, 0))
                .isGreaterThanOrEqualTo(
                        Math.min(invitations, ChannelMixes.daily(limit, DEFAULT).get(LINKEDIN)));
    }
}
