package io.agencyos.application.resource;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.resource.DomainBook.Row;
import io.agencyos.application.testing.DeskUnderTest;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.resource.DomainHealth;
import io.agencyos.domain.resource.SendingDomain;
import io.agencyos.domain.resource.SendingDomain.Mail;
import io.agencyos.domain.resource.WarmUpTraffic;
import io.agencyos.domain.shared.id.ResourceId;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Staff watches domains and stops one, on every set of stores. Source: api 9.17 email-health. */
public abstract class KeepDomainsContract extends DeskUnderTest {

    protected abstract DomainBook book();

    protected abstract SendingDomains domains();

    private KeepDomains keep() {
        return new KeepDomains(book(), desk().audit(), desk().world().units(), clock()::get, ids());
    }

    private ResourceId domain() {
        return scenario().mailbox().domainId();
    }

    private Row row() {
        return keep().list(new DomainBook.Filter(Set.of(), List.of(client())), null, 9)
                .getFirst();
    }

    private void judged(DomainHealth health, Mail mail) {
        scenario().in(() -> {
            SendingDomain known = domains().ofClientForUpdate(client()).getFirst();
            domains()
                    .judge(
                            new SendingDomain(
                                    known.id(),
                                    known.clientId(),
                                    known.name(),
                                    health,
                                    null,
                                    known.warmupStartedAt(),
                                    null,
                                    known.pause()),
                            mail,
                            now());
        });
    }

    @Test // api 9.17: per domain sends, bounces, complaints over 30 days; good 50, warning 35, critical 0 a day
    void a_domain_is_shown_with_the_figures_that_it_was_judged_by() {
        judged(DomainHealth.WARNING, new Mail(1_200, 30, 1));

        assertThat(row()).satisfies(row -> {
            assertThat(row.id()).isEqualTo(domain());
            assertThat(row.clients()).containsExactly(client());
            assertThat(row.mail()).isEqualTo(new Mail(1_200, 30, 1));
            assertThat(row.judgedAt()).isEqualTo(now());
            assertThat(row.health()).isEqualTo(DomainHealth.WARNING);
            assertThat(row.limit(now())).isEqualTo(35);
        });
        assertThat(keep().list(new DomainBook.Filter(Set.of(DomainHealth.GOOD), List.of(client())), null, 9))
                .isEmpty();
        assertThat(keep().list(
                                new DomainBook.Filter(Set.of(), List.of(client())),
                                new DomainBook.After(row().name().value(), domain()),
                                9))
                .isEmpty();
        judged(DomainHealth.CRITICAL, new Mail(1_200, 90, 1));
        assertThat(row().limit(now())).isZero();
    }

    @Test // salesforge 3 W3: of the seven days up to the last that is known
    void a_domain_is_shown_with_what_warmed_it_up_of_late() {
        assertThat(row().week()).isNull();
        LocalDate last = LocalDate.parse("2026-03-01");
        Map<LocalDate, WarmUpTraffic> days = last.minusDays(9)
                .datesUntil(last.plusDays(1))
                .collect(Collectors.toMap(day -> day, day -> new WarmUpTraffic(10, 4, 1)));

        desk().world().units().onPlatform(() -> {
            domains().warmedUp(domain(), days);
            domains().warmedUp(domain(), Map.of(last, new WarmUpTraffic(20, 5, 0)));
            domains().placed(domain(), last.plusDays(1), 90);
            return domain();
        });

        assertThat(row().week()).isEqualTo(new WarmUpTraffic.Week(last, new WarmUpTraffic(80, 29, 6)));
    }

    @Test // api 9.17: pause and resume
    void from_a_stopped_domain_nothing_leaves_until_it_goes_on() {
        contacted(1);
        long before = scenario().conservation().sent();

        keep().stop(ANN, domain(), "Listed at a block list", Origin.NONE);
        keep().stop(BEN, domain(), "again", Origin.NONE);

        assertThat(row().stop()).isEqualTo(new DomainBook.Stop(now(), "Listed at a block list", ANN));
        assertThat(row().limit(now())).isZero();
        scenario().leads(2);
        scenario().runFor(Duration.ofHours(30));
        assertThat(scenario().conservation().sent()).isEqualTo(before);

        assertThat(keep().goOn(BEN, domain(), Origin.NONE).orElseThrow().stop()).isNull();
        scenario().runFor(Duration.ofHours(30));
        assertThat(scenario().conservation().sent()).isGreaterThan(before);
        assertThat(desk().world().units().onPlatform(() -> desk().audit().newest(client(), 100)).stream()
                        .filter(entry -> entry.changes().containsKey("stopped_reason")))
                .hasSize(2);
        assertThat(keep().stop(ANN, new ResourceId(UUID.randomUUID()), "nothing there", Origin.NONE))
                .isEmpty();
    }
}
