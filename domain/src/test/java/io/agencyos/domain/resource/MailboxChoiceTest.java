package io.agencyos.domain.resource;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.resource.MailboxChoice.Candidate;
import io.agencyos.domain.resource.SenderBinding.Standing;
import io.agencyos.domain.shared.contact.DomainName;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.ResourceId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MailboxChoiceTest {

    private static final Instant NINE = Instant.parse("2026-03-01T22:00:00Z");

    private static Mailbox mailbox(int id, int domain, DomainHealth health, Integer override) {
        String host = "d" + domain + ".example";
        return new Mailbox(
                new ResourceId(new UUID(0, id)),
                new ClientId(new UUID(0, 9)),
                EmailAddress.parse("m" + id + "@" + host).toOptional().orElseThrow(),
                new ResourceId(new UUID(1, domain)),
                DomainName.parse(host).toOptional().orElseThrow(),
                "vendor",
                null,
                MailboxState.CONNECTED,
                health,
                NINE.minusSeconds(86_400L * 30),
                true,
                override,
                null);
    }

    @Test // scoring ALLOC-1 A1, A6, RES-8
    void most_outbound_left_then_longest_unused_then_fewer_sends() {
        Mailbox first = mailbox(1, 1, DomainHealth.GOOD, null);
        Mailbox second = mailbox(2, 2, DomainHealth.WARNING, null);
        assertThat(MailboxChoice.pick(List.of(new Candidate(first, 0, NINE, 45), new Candidate(second, 22, NINE, 10))))
                .contains(second);
        assertThat(MailboxChoice.pick(List.of(
                        new Candidate(first, 10, NINE.plusSeconds(600), 1),
                        new Candidate(second, 10, NINE.plusSeconds(300), 1))))
                .contains(second);
        Mailbox sibling = mailbox(3, 1, DomainHealth.GOOD, null);
        assertThat(MailboxChoice.pick(List.of(new Candidate(first, 10, NINE, 5), new Candidate(sibling, 10, NINE, 4))))
                .contains(sibling);
    }

    @Test // outreach 7, sender selection: a paused one is waited for up to five days
    void a_lead_waits_for_its_mailbox_as_long_as_it_is_known_to_pause_shortly() {
        Mailbox critical = mailbox(1, 1, DomainHealth.CRITICAL, null);
        assertThat(critical.forBound()).as("since when is not known").isEqualTo(new Standing.Exhausted());
        assertThat(mailbox(1, 1, DomainHealth.GOOD, null).forBound()).isEqualTo(new Standing.Ready());
        Mailbox since = critical.told(critical.vendorRef(), critical.state(), NINE);
        assertThat(SenderBinding.followUp(since.forBound(), NINE.plus(Duration.ofDays(5))))
                .isEqualTo(SenderBinding.Decision.DEFER);
        assertThat(SenderBinding.followUp(
                        since.forBound(), NINE.plus(Duration.ofDays(5)).plusSeconds(1)))
                .isEqualTo(SenderBinding.Decision.REBIND);
    }

    @Test // scoring RES-8, RES-10, RES-12
    void the_limit_is_the_least_of_warm_up_health_and_override() {
        assertThat(DailyLimit.of(mailbox(1, 1, DomainHealth.GOOD, null), NINE).total())
                .isEqualTo(50);
        assertThat(DailyLimit.of(mailbox(1, 1, DomainHealth.WARNING, null), NINE)
                        .total())
                .isEqualTo(35);
        assertThat(DailyLimit.of(mailbox(1, 1, DomainHealth.GOOD, 12), NINE).total())
                .isEqualTo(12);
        Mailbox critical = mailbox(1, 1, DomainHealth.CRITICAL, null);
        assertThat(DailyLimit.of(critical, NINE).total()).isZero();
        assertThat(MailboxChoice.pick(List.of(new Candidate(critical, 10, null, 0))))
                .isEmpty();
        Instant day26 = NINE.minusSeconds(86_400L * 26);
        assertThat(DailyLimit.of(mailbox(1, 1, DomainHealth.WARNING, null), day26)
                        .total())
                .isEqualTo(10);
    }

    private static MailboxWarmth measured(boolean warm, int days, Instant at) {
        MailboxWarmth.DnsState valid = MailboxWarmth.DnsState.VALID;
        return new MailboxWarmth(
                EmailAddress.parse("m" + days + "@d1.example").toOptional().orElseThrow(),
                warm,
                days,
                0,
                90,
                new MailboxWarmth.Dns(valid, valid, valid, valid),
                0,
                at);
    }

    private static int limit(MailboxWarmth... boxes) {
        Mailbox sends = mailbox(1, 1, DomainHealth.GOOD, null);
        return DailyLimit.of(
                        sends.measured(WarmUpReading.of(List.of(boxes)).orElseThrow(), sends.warmupStartedAt()), NINE)
                .total();
    }

    @Test // salesforge 4.7: older than 48 h counts as not warm; outreach 7: min(warm-up limit, health limit)
    void a_domain_that_its_service_finds_cold_sends_what_a_ramp_of_the_measured_days_allows() {
        assertThat(limit(measured(true, 14, NINE)))
                .as("ours is over, and it is warm")
                .isEqualTo(50);
        assertThat(limit(measured(false, 10, NINE))).isEqualTo(20);
        assertThat(limit(measured(false, 40, NINE))).as("never the last band").isEqualTo(35);
        assertThat(limit(measured(true, 31, NINE), measured(false, 5, NINE)))
                .as("the least warm mailbox")
                .isEqualTo(10);
        Instant twoDays = NINE.minus(WarmUpReading.FRESH);
        assertThat(limit(measured(true, 31, twoDays))).isEqualTo(50);
        assertThat(limit(measured(true, 31, twoDays.minusSeconds(1)))).isEqualTo(35);
        assertThat(limit(measured(true, 31, null))).as("never measured").isEqualTo(35);
        Mailbox young = mailbox(1, 1, DomainHealth.GOOD, null)
                .measured(new WarmUpReading(true, 31, NINE, WarmUpFindings.NONE), NINE.minus(Duration.ofDays(5)));
        assertThat(DailyLimit.of(young, NINE).total())
                .as("a service never lets it send more than its own ramp")
                .isEqualTo(10);
    }
}
