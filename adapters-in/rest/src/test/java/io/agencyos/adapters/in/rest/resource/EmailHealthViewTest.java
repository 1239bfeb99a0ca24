package io.agencyos.adapters.in.rest.resource;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.in.rest.resource.EmailHealthRoutes.DomainView;
import io.agencyos.adapters.in.rest.resource.EmailHealthRoutes.MeasuredView;
import io.agencyos.adapters.in.rest.resource.EmailHealthRoutes.RecordsView;
import io.agencyos.adapters.in.rest.resource.EmailHealthRoutes.WarmUpWeek;
import io.agencyos.application.resource.DomainBook;
import io.agencyos.domain.resource.DomainHealth;
import io.agencyos.domain.resource.DomainPause;
import io.agencyos.domain.resource.MailboxWarmth.Dns;
import io.agencyos.domain.resource.MailboxWarmth.DnsState;
import io.agencyos.domain.resource.SendingDomain.Mail;
import io.agencyos.domain.resource.WarmUpFindings;
import io.agencyos.domain.resource.WarmUpReading;
import io.agencyos.domain.resource.WarmUpTraffic;
import io.agencyos.domain.shared.contact.DomainName;
import io.agencyos.domain.shared.id.ResourceId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** api 9.17 email-health: what the service that warms a domain up says of it. Source: salesforge 4.7. */
class EmailHealthViewTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private static DomainView seen(@Nullable WarmUpReading reading, Instant now) {
        return seen(reading, null, now);
    }

    private static DomainView seen(@Nullable WarmUpReading reading, WarmUpTraffic.@Nullable Week week, Instant now) {
        return DomainView.of(
                new DomainBook.Row(
                        new ResourceId(new UUID(0, 1)),
                        new DomainName("hello-harbour.example"),
                        List.of(),
                        DomainHealth.GOOD,
                        Mail.NONE,
                        null,
                        null,
                        reading,
                        week,
                        true,
                        null,
                        DomainPause.NONE,
                        null),
                now);
    }

    @Test
    void heat_block_lists_and_records_are_shown_with_their_age() {
        Dns dns = new Dns(DnsState.VALID, DnsState.VALID, DnsState.MISSING, DnsState.UNKNOWN);
        WarmUpReading reading = new WarmUpReading(true, 31, NOON, new WarmUpFindings(61, 2, dns));

        assertThat(seen(reading, NOON.plus(Duration.ofHours(48))).measured())
                .isEqualTo(new MeasuredView(
                        true,
                        31,
                        61,
                        2,
                        new RecordsView(DnsState.VALID, DnsState.VALID, DnsState.MISSING, DnsState.UNKNOWN),
                        NOON,
                        true));
        assertThat(seen(reading, NOON.plus(Duration.ofHours(49))).measured())
                .isNotNull()
                .extracting(MeasuredView::fresh)
                .isEqualTo(false);
    }

    @Test // salesforge 3 W3
    void what_was_sent_to_warm_it_up_is_shown_of_seven_days() {
        LocalDate until = LocalDate.parse("2026-03-01");
        Map<LocalDate, WarmUpTraffic> days = until.minusDays(9)
                .datesUntil(until.plusDays(1))
                .collect(Collectors.toMap(day -> day, day -> new WarmUpTraffic(10, 4, 1)));

        assertThat(seen(null, WarmUpTraffic.Week.of(days).orElseThrow(), NOON).warmUpWeek())
                .isEqualTo(new WarmUpWeek(until, 70, 28, 7));
        assertThat(seen(null, NOON).warmUpWeek()).isNull();
    }

    @Test
    void of_a_domain_that_nobody_warms_up_nothing_is_said() {
        assertThat(seen(null, NOON).measured()).isNull();
    }
}
