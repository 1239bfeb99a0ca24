package io.agencyos.domain.resource;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.resource.SendingDomain.Mail;
import io.agencyos.domain.resource.SendingDomain.Week;
import io.agencyos.domain.shared.ClientId;
import io.agencyos.domain.shared.DomainName;
import io.agencyos.domain.shared.ResourceId;
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
                null);
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

        assertThat(domain(START).judged(Mail.NONE, missed, day(30)).health()).isEqualTo(DomainHealth.WARNING);
        assertThat(domain(START)
                        .judged(Mail.NONE, new Week(Mail.NONE, 80), day(30))
                        .health())
                .isEqualTo(DomainHealth.GOOD);
        assertThat(domain(START).judged(BAD, missed, day(30)).health())
                .as("bounces weigh more")
                .isEqualTo(DomainHealth.CRITICAL);
        assertThat(domain(START)
                        .judged(Mail.NONE, missed, day(30))
                        .judged(Mail.NONE, Week.UNKNOWN, day(38))
                        .health())
                .isEqualTo(DomainHealth.GOOD);
    }

    @Test // RES-12: a critical episode during warm-up freezes e until it recovers
    void a_ramp_goes_on_where_it_stood_before_the_incident() {
        SendingDomain critical = domain(START).judged(BAD, Week.UNKNOWN, day(6));
        assertThat(critical.health()).isEqualTo(DomainHealth.CRITICAL);
        SendingDomain recovered = critical.judged(BAD, Week.UNKNOWN, day(8)).judged(Mail.NONE, Week.UNKNOWN, day(16));
        assertThat(recovered.health()).isEqualTo(DomainHealth.GOOD);
        assertThat(elapsed(recovered, day(16))).isEqualTo(6);
        assertThat(elapsed(recovered, day(18))).isEqualTo(8);
    }

    @Test // RES-12
    void a_warm_domain_is_warm_again_at_once() {
        SendingDomain recovered =
                domain(START).judged(BAD, Week.UNKNOWN, day(30)).judged(Mail.NONE, Week.UNKNOWN, day(50));
        assertThat(recovered.warmupStartedAt()).isEqualTo(START);
        assertThat(domain(null)
                        .judged(BAD, Week.UNKNOWN, day(1))
                        .judged(Mail.NONE, Week.UNKNOWN, day(2))
                        .warmupStartedAt())
                .isNull();
    }

    @Test // RES-10: critical ≥ 7 days ⇒ retirement proposal
    void a_week_of_being_critical_proposes_retirement() {
        SendingDomain critical = domain(START).judged(BAD, Week.UNKNOWN, day(6));
        assertThat(critical.proposedForRetirement(day(13).minusSeconds(1))).isFalse();
        assertThat(critical.proposedForRetirement(day(13))).isTrue();
        assertThat(critical.judged(new Mail(49, 3, 0), Week.UNKNOWN, day(14)).proposedForRetirement(day(30)))
                .isFalse();
    }

    @Test // B10: repeats its band after any warning
    void a_warning_repeats_the_band_of_the_ramp() {
        Mail warning = new Mail(49, 3, 0);
        SendingDomain warned = domain(START).judged(warning, Week.UNKNOWN, day(6));
        assertThat(warned.health()).isEqualTo(DomainHealth.WARNING);
        assertThat(elapsed(warned, day(6))).isEqualTo(4);
        assertThat(elapsed(warned.judged(Mail.NONE, Week.UNKNOWN, day(8)), day(8)))
                .isEqualTo(6);
        assertThat(elapsed(domain(START).judged(warning, Week.UNKNOWN, day(21)), day(21)))
                .isEqualTo(15);
        assertThat(domain(START).judged(warning, Week.UNKNOWN, day(22)).warmupStartedAt())
                .as("a ramp that is done is not repeated")
                .isEqualTo(START);
    }

    @Test // B10: skips ahead one band after 7 days with bounce < 0.5 % and placement >= 95 %
    void an_excellent_week_goes_ahead_by_a_band() {
        Mail none = new Mail(60, 0, 0);
        Week excellent = new Week(none, 95);
        assertThat(elapsed(domain(START).judged(none, excellent, day(6)), day(6)))
                .isEqualTo(6);
        SendingDomain ahead = domain(START).judged(none, excellent, day(7));
        assertThat(elapsed(ahead, day(7))).isEqualTo(8);
        assertThat(ahead.skippedAt()).isEqualTo(day(7));
        assertThat(elapsed(ahead.judged(none, excellent, day(13)), day(13))).isEqualTo(14);
        SendingDomain again = ahead.judged(none, excellent, day(14));
        assertThat(elapsed(again, day(14))).isEqualTo(22);
        assertThat(again.warmsUp(day(14))).isFalse();
    }

    @Test // B10: a week that is not excellent, or that nobody tested, goes its way
    void bounces_and_placement_keep_a_ramp_where_it_is() {
        Mail mail = new Mail(200, 0, 0);
        assertThat(elapsed(domain(START).judged(mail, new Week(new Mail(200, 1, 0), 100), day(7)), day(7)))
                .isEqualTo(7);
        assertThat(elapsed(domain(START).judged(mail, new Week(new Mail(201, 1, 0), 100), day(7)), day(7)))
                .isEqualTo(8);
        assertThat(elapsed(domain(START).judged(mail, new Week(mail, 94), day(7)), day(7)))
                .isEqualTo(7);
        assertThat(elapsed(domain(START).judged(mail, new Week(mail, null), day(7)), day(7)))
                .isEqualTo(7);
        assertThat(elapsed(domain(START).judged(Mail.NONE, new Week(Mail.NONE, 100), day(7)), day(7)))
                .isEqualTo(7);
    }
}
