package io.agencyos.domain.resource;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.resource.SendingDomain.Mail;
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
                warmupStartedAt);
    }

    private static Instant day(int days) {
        return START.plus(Duration.ofDays(days));
    }

    private static long elapsed(SendingDomain domain, Instant now) {
        return WarmUp.elapsedDays(domain.warmupStartedAt(), now, Duration.ZERO);
    }

    @Test // RES-12: a critical episode during warm-up freezes e until it recovers
    void a_ramp_goes_on_where_it_stood_before_the_incident() {
        SendingDomain critical = domain(START).judged(BAD, day(6));
        assertThat(critical.health()).isEqualTo(DomainHealth.CRITICAL);
        SendingDomain recovered = critical.judged(BAD, day(8)).judged(Mail.NONE, day(16));
        assertThat(recovered.health()).isEqualTo(DomainHealth.GOOD);
        assertThat(elapsed(recovered, day(16))).isEqualTo(6);
        assertThat(elapsed(recovered, day(18))).isEqualTo(8);
    }

    @Test // RES-12
    void a_warm_domain_is_warm_again_at_once() {
        SendingDomain recovered = domain(START).judged(BAD, day(30)).judged(Mail.NONE, day(50));
        assertThat(recovered.warmupStartedAt()).isEqualTo(START);
        assertThat(domain(null).judged(BAD, day(1)).judged(Mail.NONE, day(2)).warmupStartedAt())
                .isNull();
    }

    @Test // RES-10: critical ≥ 7 days ⇒ retirement proposal
    void a_week_of_being_critical_proposes_retirement() {
        SendingDomain critical = domain(START).judged(BAD, day(6));
        assertThat(critical.proposedForRetirement(day(13).minusSeconds(1))).isFalse();
        assertThat(critical.proposedForRetirement(day(13))).isTrue();
        assertThat(critical.judged(new Mail(49, 3, 0), day(14)).proposedForRetirement(day(30)))
                .isFalse();
    }
}
