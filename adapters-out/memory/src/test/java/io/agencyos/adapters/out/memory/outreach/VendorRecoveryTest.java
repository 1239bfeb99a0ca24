package io.agencyos.adapters.out.memory.outreach;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.outreach.OutreachScenario;
import io.agencyos.domain.client.PermissionMode;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.outreach.touch.TouchState;
import io.agencyos.domain.resource.DailyLimit;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A vendor is away for two days of sending and comes back. Source: scoring 5, row "vendor down". */
class VendorRecoveryTest {

    private static final ZoneId SYDNEY = ZoneId.of("Australia/Sydney");
    private static final LocalDate WEDNESDAY = LocalDate.of(2026, 3, 4);
    private static final int LEADS = 60;
    /** E-mails of the sequence that a warm domain may send in a day. */
    private static final int A_DAY = new DailyLimit(50).outbound();

    private final AtomicReference<Instant> clock = new AtomicReference<>(OutreachScenario.MONDAY_MORNING);
    private final FakeEmailSender sender = new FakeEmailSender(clock::get);

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, SYDNEY);
    }

    private <K> Map<K, Long> sent(Function<Instant, K> by) {
        return sender.deliveries().stream()
                .map(FakeEmailSender.Delivery::at)
                .collect(Collectors.groupingBy(by, Collectors.counting()));
    }

    private static List<Instant> sentAt(OutreachScenario scenario, Lead lead) {
        return scenario.touches(lead).stream()
                .map(Touch::sentAt)
                .filter(Objects::nonNull)
                .toList();
    }

    @Test // scoring 5, vendor down: next window, quota released, spacing preserved; no burst on recovery
    void what_waited_goes_out_day_by_day_and_later_steps_keep_their_distance() {
        OutreachScenario scenario =
                new OutreachScenario(MemoryLoopWorld.of(sender, null), clock, PermissionMode.AUTOPILOT);
        List<Lead> leads = scenario.leads(LEADS);
        sender.failNext(
                Collections.nCopies(10_000, FakeEmailSender.Fault.UNREACHABLE).toArray(FakeEmailSender.Fault[]::new));
        scenario.runFor(Duration.ofHours(47));

        assertThat(sender.calls()).isNotEmpty();
        assertThat(sender.deliveries()).isEmpty();
        assertThat(leads)
                .allSatisfy(lead -> assertThat(scenario.touches(lead))
                        .extracting(Touch::state)
                        .as("nothing is queued and holds quota")
                        .containsAnyOf(TouchState.READY));

        sender.recover();
        scenario.runFor(Duration.ofDays(12));

        Map<LocalDate, Long> days = sent(VendorRecoveryTest::day);
        assertThat(days).containsEntry(WEDNESDAY, (long) A_DAY);
        assertThat(days.values()).allMatch(count -> count <= A_DAY);
        assertThat(sent(at -> at.truncatedTo(ChronoUnit.MINUTES)).entrySet())
                .filteredOn(minute -> day(minute.getKey()).equals(WEDNESDAY))
                .as("each in its own minute of the window, not all in the first one")
                .allSatisfy(minute -> assertThat(minute.getValue()).isLessThanOrEqualTo(A_DAY / 5));
        assertThat(leads).allSatisfy(lead -> {
            List<Instant> contacts = sentAt(scenario, lead);
            assertThat(contacts).hasSizeBetween(1, 2);
            assertThat(day(contacts.getFirst())).isAfterOrEqualTo(WEDNESDAY);
            assertThat(ChronoUnit.DAYS.between(day(contacts.getFirst()), day(contacts.getLast())))
                    .as("eight days between the first step and the next")
                    .satisfiesAnyOf(
                            between -> assertThat(between).isZero(),
                            between -> assertThat(between).isGreaterThanOrEqualTo(8));
        });
        assertThat(leads.stream().filter(lead -> sentAt(scenario, lead).size() == 2))
                .isNotEmpty();
        assertThat(scenario.conservation().closes()).isTrue();
    }
}
