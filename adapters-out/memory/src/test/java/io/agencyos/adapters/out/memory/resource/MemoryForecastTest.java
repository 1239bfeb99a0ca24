package io.agencyos.adapters.out.memory.resource;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.adapters.out.memory.platform.MemoryAlerts;
import io.agencyos.application.resource.ResourceUseCases;
import io.agencyos.application.resource.SendingDomains;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.platform.Alert;
import io.agencyos.domain.resource.DomainHealth;
import io.agencyos.domain.resource.DomainPause;
import io.agencyos.domain.resource.DomainPause.Recent;
import io.agencyos.domain.resource.SendingDomain;
import io.agencyos.domain.resource.SendingDomain.Mail;
import io.agencyos.domain.resource.WarmUp;
import io.agencyos.domain.resource.WarmUpReading;
import io.agencyos.domain.resource.WarmUpTraffic;
import io.agencyos.domain.shared.contact.DomainName;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.ResourceId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What staff are told of a domain that goes bad. Source: scoring B14. */
class MemoryForecastTest {

    private static final Instant NOW = Instant.parse("2026-03-31T13:30:00Z");
    private static final LocalDate TODAY = LocalDate.parse("2026-03-31");

    private final MemoryUnitOfWork units = new MemoryUnitOfWork();
    private final MemoryAlerts alerts = new MemoryAlerts(units);
    private final ClientId client = new ClientId(UUID.randomUUID());
    private final ResourceId domain = new ResourceId(UUID.randomUUID());
    private final Map<LocalDate, Mail> days = new HashMap<>();
    private @Nullable Instant criticalSince;
    private int besideWarmed = WarmUp.DOMAIN_DAYS;

    /** A domain whose mail the test writes. */
    private final class Written implements SendingDomains {
        @Override
        public List<SendingDomain> ofClientForUpdate(ClientId of) {
            SendingDomain sends = new SendingDomain(
                    domain,
                    of,
                    new DomainName("mail.example"),
                    criticalSince == null ? DomainHealth.WARNING : DomainHealth.CRITICAL,
                    criticalSince,
                    NOW.minus(Duration.ofDays(90)),
                    null,
                    DomainPause.NONE);
            SendingDomain beside = new SendingDomain(
                    new ResourceId(new UUID(4, 4)),
                    of,
                    new DomainName("beside.example"),
                    DomainHealth.GOOD,
                    null,
                    NOW.minus(Duration.ofDays(besideWarmed)),
                    null,
                    DomainPause.NONE);
            return List.of(sends, beside);
        }

        @Override
        public Map<ResourceId, Mail> mailSince(ClientId of, Instant since) {
            return Map.of();
        }

        @Override
        public Map<ResourceId, Recent> lastMail(ClientId of) {
            return Map.of();
        }

        @Override
        public Map<ResourceId, Map<LocalDate, Mail>> mailByDay(ClientId of, LocalDate first) {
            Map<LocalDate, Mail> shown = new HashMap<>(days);
            shown.keySet().removeIf(day -> day.isBefore(first));
            return Map.of(domain, shown);
        }

        @Override
        public Map<ResourceId, Integer> inboxPercent(ClientId of, LocalDate since) {
            return Map.of();
        }

        @Override
        public boolean placed(ResourceId of, LocalDate day, int inboxPercent) {
            return false;
        }

        @Override
        public Map<ResourceId, LocalDate> warmUpKnownUntil(ClientId of) {
            return Map.of();
        }

        @Override
        public void warmedUp(ResourceId of, Map<LocalDate, WarmUpTraffic> days) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void measured(
                ClientId of, ResourceId measured, @Nullable WarmUpReading reading, @Nullable Instant warmingSince) {
            throw new UnsupportedOperationException("nobody measures here");
        }

        @Override
        public void judge(SendingDomain judged, Mail mail, Instant at) {
            days.clear();
        }
    }

    private int forecast() {
        return units.inTenant(
                TenantScope.worker(client),
                () -> ResourceUseCases.forecastDomains(new Written(), alerts, () -> NOW)
                        .forecast(client));
    }

    private List<Alert> open() {
        return units.onPlatform(() -> alerts.open(10));
    }

    /** Ten e-mails a day; in the last days, this many of them bounce. */
    private void bouncing(int lastDays, int each) {
        for (int back = 0; back < 43; back++) {
            days.put(TODAY.minusDays(back), new Mail(10, back < lastDays ? each : 0, 0));
        }
    }

    @Test // RES-10: critical ≥ 7 days ⇒ retirement proposal; recovers by itself
    void a_domain_that_is_critical_for_a_week_is_proposed_to_be_retired_until_it_recovers() {
        criticalSince = NOW.minus(Duration.ofDays(7)).plusSeconds(1);
        forecast();
        assertThat(open()).isEmpty();

        criticalSince = NOW.minus(Duration.ofDays(7));
        forecast();
        assertThat(open()).singleElement().satisfies(alert -> {
            assertThat(alert.fingerprint()).startsWith("resource_retirement:");
            assertThat(alert.detail()).containsEntry("domain", "mail.example");
        });

        criticalSince = null;
        forecast();
        assertThat(open()).isEmpty();
    }

    @Test // outreach 19.11: a warm standby, so that a paused domain does not break threads for more than five days
    void a_paused_domain_that_nobody_stands_by_for_is_told_until_it_recovers_or_another_is_warm() {
        besideWarmed = WarmUp.DOMAIN_DAYS - 1;
        forecast();
        assertThat(open()).as("nothing is paused").isEmpty();

        criticalSince = NOW.minus(Duration.ofHours(1));
        forecast();
        assertThat(open()).singleElement().satisfies(alert -> {
            assertThat(alert.fingerprint()).startsWith("resource_standby:");
            assertThat(alert.detail()).containsEntry("domain", "mail.example");
        });

        besideWarmed = WarmUp.DOMAIN_DAYS;
        forecast();
        assertThat(open()).isEmpty();
    }

    @Test // B14: predicted to cross 5 % within 7 days => purchase replacement now
    void a_domain_that_will_be_critical_within_a_week_is_told_once_and_closed_when_it_recovers() {
        bouncing(14, 1);

        assertThat(forecast()).isEqualTo(1);
        assertThat(forecast()).isEqualTo(1);

        assertThat(open()).singleElement().satisfies(alert -> {
            assertThat(alert.clientId()).isEqualTo(client);
            assertThat(alert.count()).isEqualTo(2);
            assertThat(alert.detail())
                    .containsEntry("domain", "mail.example")
                    .containsEntry("days", "2")
                    .containsEntry("bounces_per_million", "46666");
        });
        bouncing(0, 0);
        assertThat(forecast()).isZero();
        assertThat(open()).isEmpty();
    }
}
