package io.agencyos.domain.resource;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.resource.DomainPause.Recent;
import io.agencyos.domain.resource.SendingDomain.Mail;
import io.agencyos.domain.resource.SendingDomain.Week;
import io.agencyos.domain.shared.contact.DomainName;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.ResourceId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SendingDomainTest {

    private static final Instant START = Instant.parse("2026-03-01T13:00:00Z");
    private static final Mail BAD = new Mail(40, 5, 0);

    private static SendingDomain domain(@Nullable Instant warmupStartedAt) {
        return new SendingDomain(
                new ResourceId(new UUID(0, 1)),
                new ClientId(new UUID(0, 2)),
                new DomainName("mail.example"),
                DomainHealth.GOOD,
                null,
                warmupStartedAt,
                null,
                DomainPause.NONE);
    }

    private static Instant day(int days) {
        return START.plus(Duration.ofDays(days));
    }

    private static long elapsed(SendingDomain domain, Instant now) {
        return WarmUp.elapsedDays(domain.warmupStartedAt(), now, Duration.ZERO);
    }

    @Test // outreach 19.5: spam placement > 20 % counts as a warning
    void a_week_whose_tests_miss_the_inbox_is_a_warning() {
        Week missed = new Week(Mail.NONE, 79);

        assertThat(domain(START).judged(Mail.NONE, missed, Recent.NONE, day(30)).health())
                .isEqualTo(DomainHealth.WARNING);
        assertThat(domain(START)
                        .judged(Mail.NONE, new Week(Mail.NONE, 80), Recent.NONE, day(30))
                        .health())
                .isEqualTo(DomainHealth.GOOD);
        assertThat(domain(START).judged(BAD, missed, Recent.NONE, day(30)).health())
                .as("bounces weigh more")
                .isEqualTo(DomainHealth.CRITICAL);
        assertThat(domain(START)
                        .judged(Mail.NONE, missed, Recent.NONE, day(30))
                        .judged(Mail.NONE, Week.UNKNOWN, Recent.NONE, day(38))
                        .health())
                .isEqualTo(DomainHealth.GOOD);
    }

    @Test // RES-12: a critical episode during warm-up freezes e until it recovers
    void a_ramp_goes_on_where_it_stood_before_the_incident() {
        SendingDomain critical = domain(START).judged(BAD, Week.UNKNOWN, Recent.NONE, day(6));
        assertThat(critical.health()).isEqualTo(DomainHealth.CRITICAL);
        SendingDomain recovered = critical.judged(BAD, Week.UNKNOWN, Recent.NONE, day(8))
                .judged(Mail.NONE, Week.UNKNOWN, Recent.NONE, day(16));
        assertThat(recovered.health()).isEqualTo(DomainHealth.GOOD);
        assertThat(elapsed(recovered, day(16))).isEqualTo(6);
        assertThat(elapsed(recovered, day(18))).isEqualTo(8);
    }

    @Test // RES-12
    void a_warm_domain_is_warm_again_at_once() {
        SendingDomain recovered = domain(START)
                .judged(BAD, Week.UNKNOWN, Recent.NONE, day(30))
                .judged(Mail.NONE, Week.UNKNOWN, Recent.NONE, day(50));
        assertThat(recovered.warmupStartedAt()).isEqualTo(START);
        assertThat(domain(null)
                        .judged(BAD, Week.UNKNOWN, Recent.NONE, day(1))
                        .judged(Mail.NONE, Week.UNKNOWN, Recent.NONE, day(2))
                        .warmupStartedAt())
                .isNull();
    }

    @Test // RES-10: critical ≥ 7 days ⇒ retirement proposal
    void a_week_of_being_critical_proposes_retirement() {
        SendingDomain critical = domain(START).judged(BAD, Week.UNKNOWN, Recent.NONE, day(6));
        assertThat(critical.proposedForRetirement(day(13).minusSeconds(1))).isFalse();
        assertThat(critical.proposedForRetirement(day(13))).isTrue();
        assertThat(critical.judged(new Mail(49, 3, 0), Week.UNKNOWN, Recent.NONE, day(14))
                        .proposedForRetirement(day(30)))
                .isFalse();
    }

    @Test // B10: repeats its band after any warning
    void a_warning_repeats_the_band_of_the_ramp() {
        Mail warning = new Mail(49, 3, 0);
        SendingDomain warned = domain(START).judged(warning, Week.UNKNOWN, Recent.NONE, day(6));
        assertThat(warned.health()).isEqualTo(DomainHealth.WARNING);
        assertThat(elapsed(warned, day(6))).isEqualTo(4);
        assertThat(elapsed(warned.judged(Mail.NONE, Week.UNKNOWN, Recent.NONE, day(8)), day(8)))
                .isEqualTo(6);
        assertThat(elapsed(domain(START).judged(warning, Week.UNKNOWN, Recent.NONE, day(21)), day(21)))
                .isEqualTo(15);
        assertThat(domain(START)
                        .judged(warning, Week.UNKNOWN, Recent.NONE, day(22))
                        .warmupStartedAt())
                .as("a ramp that is done is not repeated")
                .isEqualTo(START);
    }

    @Test // B10: skips ahead one band after 7 days with bounce < 0.5 % and placement >= 95 %
    void an_excellent_week_goes_ahead_by_a_band() {
        Mail none = new Mail(60, 0, 0);
        Week excellent = new Week(none, 95);
        assertThat(elapsed(domain(START).judged(none, excellent, Recent.NONE, day(6)), day(6)))
                .isEqualTo(6);
        SendingDomain ahead = domain(START).judged(none, excellent, Recent.NONE, day(7));
        assertThat(elapsed(ahead, day(7))).isEqualTo(8);
        assertThat(ahead.skippedAt()).isEqualTo(day(7));
        assertThat(elapsed(ahead.judged(none, excellent, Recent.NONE, day(13)), day(13)))
                .isEqualTo(14);
        SendingDomain again = ahead.judged(none, excellent, Recent.NONE, day(14));
        assertThat(elapsed(again, day(14))).isEqualTo(22);
        assertThat(again.warmsUp(day(14))).isFalse();
    }

    @Test // B10: a week that is not excellent, or that nobody tested, goes its way
    void bounces_and_placement_keep_a_ramp_where_it_is() {
        Mail mail = new Mail(200, 0, 0);
        assertThat(elapsed(domain(START).judged(mail, new Week(new Mail(200, 1, 0), 100), Recent.NONE, day(7)), day(7)))
                .isEqualTo(7);
        assertThat(elapsed(domain(START).judged(mail, new Week(new Mail(201, 1, 0), 100), Recent.NONE, day(7)), day(7)))
                .isEqualTo(8);
        assertThat(elapsed(domain(START).judged(mail, new Week(mail, 94), Recent.NONE, day(7)), day(7)))
                .isEqualTo(7);
        assertThat(elapsed(domain(START).judged(mail, new Week(mail, null), Recent.NONE, day(7)), day(7)))
                .isEqualTo(7);
        assertThat(elapsed(domain(START).judged(Mail.NONE, new Week(Mail.NONE, 100), Recent.NONE, day(7)), day(7)))
                .isEqualTo(7);
    }

    private static final Mail BUSY = new Mail(1000, 20, 0);

    @Test // flows 1.7 deliverability: 5 % or more of the last 200, although 20 of 1,000 are good by RES-10
    void a_twentieth_of_its_last_two_hundred_mails_stops_a_domain_whose_month_is_good() {
        assertThat(domain(null)
                        .judged(BUSY, Week.UNKNOWN, new Recent(200, 9), day(40))
                        .stopped())
                .isFalse();
        assertThat(domain(null)
                        .judged(BUSY, Week.UNKNOWN, new Recent(199, 199), day(40))
                        .stopped())
                .as("fewer are left to the counts of RES-10")
                .isFalse();
        SendingDomain stopped = domain(null).judged(BUSY, Week.UNKNOWN, new Recent(200, 10), day(40));
        assertThat(stopped.stoppedSince()).isEqualTo(day(40));
        assertThat(stopped.health()).isEqualTo(DomainHealth.GOOD);
        assertThat(limit(stopped, day(40))).isZero();
        assertThat(StopReason.of(stopped, BUSY, new Recent(200, 11)))
                .isEqualTo(new StopReason("recent_bounces", "bounce rate 5.5 %"));
    }

    @Test // flows 1.7 deliverability: closes when health is recomputed, at half limit for 3 days
    void it_begins_again_on_another_day_with_half_of_what_it_may_for_three_days() {
        SendingDomain stopped = domain(null).judged(BUSY, Week.UNKNOWN, new Recent(200, 10), day(40));
        Instant late = day(40).plus(Duration.ofMinutes(59));
        assertThat(stopped.judged(BUSY, Week.UNKNOWN, new Recent(200, 12), late).stopped())
                .as("one more bounce of the same Sydney day")
                .isTrue();
        SendingDomain again = stopped.judged(BUSY, Week.UNKNOWN, new Recent(200, 10), day(41));
        assertThat(again.stopped()).isFalse();
        assertThat(limit(again, day(41))).isEqualTo(25);
        assertThat(limit(again, day(44).minusMillis(1))).isEqualTo(25);
        assertThat(limit(again, day(44))).isEqualTo(50);
    }

    @Test // flows 1.7 deliverability: the same after a critical month; a warning's 35 is halved to 17
    void a_domain_that_was_critical_begins_again_with_half_as_well() {
        SendingDomain critical = domain(null).judged(BAD, Week.UNKNOWN, Recent.NONE, day(40));
        assertThat(critical.stoppedSince()).isEqualTo(day(40));
        assertThat(StopReason.of(critical, BAD, Recent.NONE))
                .isEqualTo(new StopReason("bounces", "bounce rate 12.5 %"));
        assertThat(StopReason.of(critical, new Mail(1500, 45, 2), Recent.NONE))
                .isEqualTo(new StopReason("complaints", "complaint rate 0.13 %"));
        SendingDomain warned = critical.judged(new Mail(49, 3, 0), Week.UNKNOWN, Recent.NONE, day(50));
        assertThat(warned.stopped()).isFalse();
        assertThat(limit(warned, day(50))).isEqualTo(17);
        assertThat(limit(warned, day(53))).isEqualTo(35);
    }

    private static int limit(SendingDomain domain, Instant now) {
        return DailyLimit.of(domain.health(), domain.pause(), START, null, null, now)
                .total();
    }
}
