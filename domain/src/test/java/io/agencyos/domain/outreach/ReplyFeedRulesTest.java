package io.agencyos.domain.outreach;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Reply recovery, outreach 15. */
class ReplyFeedRulesTest {

    private static final Instant NOW = Instant.parse("2026-03-02T00:00:00Z");

    private static Instant ago(Duration span) {
        return NOW.minus(span);
    }

    @Test // outreach 15: more than 12 h behind
    void a_feed_that_was_not_read_for_more_than_twelve_hours_is_stale() {
        assertThat(ReplyFeedRules.isStale(Instant.EPOCH, ago(Duration.ofHours(12)), NOW))
                .isFalse();
        assertThat(ReplyFeedRules.isStale(
                        Instant.EPOCH, ago(Duration.ofHours(12).plusMillis(1)), NOW))
                .isTrue();
    }

    @Test // outreach 15
    void a_feed_that_was_never_read_is_stale_twelve_hours_after_it_is_known() {
        assertThat(ReplyFeedRules.isStale(ago(Duration.ofHours(12)), null, NOW)).isFalse();
        assertThat(ReplyFeedRules.isStale(ago(Duration.ofHours(13)), null, NOW)).isTrue();
    }

    @Test // outreach 15: every 6 h, and at start-up
    void a_vendor_is_asked_at_once_and_then_every_six_hours() {
        assertThat(ReplyFeedRules.isDue(null, null, NOW)).isTrue();
        assertThat(ReplyFeedRules.isDue(ago(Duration.ofHours(6)), null, NOW)).isTrue();
        assertThat(ReplyFeedRules.isDue(ago(Duration.ofMinutes(359)), null, NOW))
                .isFalse();
    }

    @Test // outreach 15: silent for 2 h while polls find messages → webhook_gap, polled every 10 min
    void a_vendor_that_holds_back_for_two_hours_is_asked_every_ten_minutes() {
        assertThat(ReplyFeedRules.wasHeldBack(ago(Duration.ofHours(2)), NOW)).isFalse();
        assertThat(ReplyFeedRules.wasHeldBack(ago(Duration.ofMinutes(121)), NOW))
                .isTrue();
        Instant found = ago(Duration.ofHours(1));
        assertThat(ReplyFeedRules.isDue(ago(Duration.ofMinutes(10)), found, NOW))
                .isTrue();
        assertThat(ReplyFeedRules.isDue(ago(Duration.ofMinutes(9)), found, NOW)).isFalse();
    }

    @Test
    void a_gap_is_over_when_nothing_was_held_back_for_a_whole_round() {
        assertThat(ReplyFeedRules.standsGap(null, NOW)).isFalse();
        assertThat(ReplyFeedRules.standsGap(ago(Duration.ofHours(6)), NOW)).isTrue();
        assertThat(ReplyFeedRules.standsGap(ago(Duration.ofMinutes(361)), NOW)).isFalse();
    }

    @Test // unipile 7: polling at random minutes, six hours ± 45 minutes
    void a_network_that_watches_for_machines_is_asked_at_random_minutes() {
        Set<Duration> waits = new HashSet<>();
        for (int day = 0; day < 50; day++) {
            Instant readAt = NOW.plus(Duration.ofDays(day));
            Duration wait = Duration.ofMinutes(5 * 60);
            while (!ReplyFeedRules.isDueAtRandom("client-1", readAt, null, readAt.plus(wait))) {
                wait = wait.plusMinutes(1);
            }
            assertThat(wait).isBetween(Duration.ofMinutes(315), Duration.ofMinutes(405));
            waits.add(wait);
        }
        assertThat(waits).hasSizeGreaterThan(20);
        assertThat(ReplyFeedRules.isDueAtRandom("client-1", null, null, NOW)).isTrue();
        assertThat(ReplyFeedRules.isDueAtRandom("client-1", NOW, NOW, NOW.plus(Duration.ofMinutes(10))))
                .as("a gap is looked into as soon as others are")
                .isTrue();
    }
}
