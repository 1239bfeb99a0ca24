package io.agencyos.application.outreach;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.outreach.engine.OutreachWorld;
import io.agencyos.application.outreach.engine.VendorLines;
import io.agencyos.application.outreach.store.Quotas;
import io.agencyos.application.outreach.store.Touches;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.outreach.Courtesy;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.outreach.touch.TouchState;
import io.agencyos.domain.shared.contact.DomainName;
import io.agencyos.domain.shared.id.CampaignId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What keeps a due touch from leaving though its lead may be written to. Source: outreach 19.2, 3.3 check 37. */
public abstract class CompanyStories extends BadDayStories {

    private static final ZoneId SYDNEY = ZoneId.of("Australia/Sydney");

    private OutreachUseCases in(OutreachScenario scenario, OutreachWorld world) {
        return new OutreachUseCases(
                scenario.on().stores(),
                world,
                scenario.on().outlets(),
                scenario.on().units(),
                clock::get,
                UUID::randomUUID,
                () -> 0L);
    }

    private static void run(OutreachUseCases outreach, OutreachScenario scenario) {
        outreach.plan().run(scenario.client(), 50);
        outreach.draft().run(scenario.client(), 50);
        outreach.commit().run(scenario.client(), 50);
        outreach.dispatch().run(scenario.client(), 50);
    }

    private static List<Touch> touches(OutreachScenario scenario) {
        return scenario.in(() -> scenario.on()
                .stores()
                .touches()
                .list(scenario.client(), new Touches.Filter(null, (CampaignId) null, null), null, 100));
    }

    private static List<Instant> sent(OutreachScenario scenario) {
        return touches(scenario).stream()
                .filter(touch -> touch.state() == TouchState.SENT)
                .map(Touch::sentAt)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
    }

    @Test // outreach 19.2: two people of one company a day, one in an hour of a channel
    void colleagues_hear_from_a_client_one_after_another_and_two_on_a_day() {
        OutreachScenario scenario = autopilot();
        List<Lead> colleagues = scenario.leads(5);
        OutreachUseCases courteous = in(scenario, scenario.on().world().courteous(Courtesy.TWO_A_DAY));
        for (int i = 0; i < 3 * 24 * 4; i++) {
            run(courteous, scenario);
            scenario.advance(Duration.ofMinutes(15));
        }

        List<Instant> first = sent(scenario);
        assertThat(first)
                .as("two on each of three days, but five are all there are")
                .hasSize(5);
        Map<LocalDate, List<Instant>> days = first.stream()
                .collect(Collectors.groupingBy(
                        at -> LocalDate.ofInstant(at, SYDNEY), TreeMap::new, Collectors.toList()));
        assertThat(days.values()).extracting(List::size).containsExactly(2, 2, 1);
        days.values().stream()
                .filter(day -> day.size() == 2)
                .forEach(day -> assertThat(day.get(0).truncatedTo(ChronoUnit.HOURS))
                        .isBefore(day.get(1).truncatedTo(ChronoUnit.HOURS)));
        assertThat(colleagues).hasSize(5);
        assertThat(scenario.conservation().closes()).isTrue();
    }

    @Test // outreach 19.2: the limit is reserved, so that two who commit at once keep it too
    void the_units_of_a_company_are_reserved_with_the_touch_and_free_again_when_it_does_not_leave() {
        OutreachScenario scenario = autopilot();
        scenario.leads(3);
        OutreachUseCases courteous = in(scenario, scenario.on().world().courteous(Courtesy.TWO_A_DAY));
        courteous.plan().run(scenario.client(), 50);
        courteous.draft().run(scenario.client(), 50);
        comeDue(scenario);
        courteous.commit().run(scenario.client(), 50);

        List<Touch> queued = queued(scenario);
        assertThat(queued).hasSize(1);
        assertThat(heldFor(scenario, queued.getFirst()))
                .as("the day and the hour")
                .hasSize(2);
        scenario.advance(Duration.ofHours(1));
        courteous.dispatch().run(scenario.client(), 50);
        assertThat(sent(scenario)).as("reserved for an hour that is over").isEmpty();
        assertThat(heldFor(scenario, queued.getFirst())).isEmpty();
        courteous.commit().run(scenario.client(), 50);
        courteous.dispatch().run(scenario.client(), 50);
        assertThat(sent(scenario)).hasSize(1);
    }

    /** The minute of the first of them; each has its own within the window. */
    private static void comeDue(OutreachScenario scenario) {
        Instant first = touches(scenario).stream()
                .map(Touch::scheduledAt)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        scenario.advance(Duration.between(scenario.now(), first));
    }

    private static List<Touch> queued(OutreachScenario scenario) {
        return touches(scenario).stream()
                .filter(touch -> touch.state() == TouchState.QUEUED)
                .toList();
    }

    private static List<Quotas.Counter> heldFor(OutreachScenario scenario, Touch touch) {
        return scenario
                .in(() -> scenario.on().stores().quotas().held(scenario.client(), List.of(touch.id())))
                .getOrDefault(touch.id(), List.of())
                .stream()
                .filter(counter -> counter.metric().wire().startsWith("company"))
                .toList();
    }

    @Test // outreach 19.2: whoever is alone at their company waits for nobody
    void companies_of_which_a_client_has_one_lead_are_not_counted() {
        OutreachScenario scenario = autopilot();
        Lead lead = scenario.lead();
        DomainName company = Objects.requireNonNull(lead.company().domain());
        assertThat(scenario.in(() -> scenario.on().world().leads().leads().shared(scenario.client(), Set.of(company))))
                .isEmpty();
        scenario.lead();
        assertThat(scenario.in(() -> scenario.on()
                        .world()
                        .leads()
                        .leads()
                        .shared(scenario.client(), Set.of(company, new DomainName("nobody.example")))))
                .containsExactly(company);
    }

    @Test // outreach 3.3 check 37, 18 "vendor down": no call is tried while the breaker is open, at either gate
    void what_is_due_waits_while_the_vendor_s_breaker_is_open() {
        OutreachScenario scenario = autopilot();
        Lead lead = scenario.lead();
        Duration[] closed = {Duration.ofMinutes(4)};
        String vendor = scenario.mailbox().vendor();
        OutreachUseCases broken = in(scenario, scenario.on().world().over((client, asked) -> {
            assertThat(asked).isEqualTo(new VendorLines.Line(vendor, null));
            return Optional.of(closed[0]).filter(Duration::isPositive);
        }));
        broken.plan().run(scenario.client(), 50);
        broken.draft().run(scenario.client(), 50);
        comeDue(scenario);
        broken.commit().run(scenario.client(), 50);

        assertThat(queued(scenario)).isEmpty();
        assertThat(blocked(scenario, lead))
                .isEqualTo(new Lead.Block("vendor_unavailable", scenario.now().plus(closed[0])));
        scenario.advance(closed[0]);
        closed[0] = Duration.ZERO;
        broken.commit().run(scenario.client(), 50);
        assertThat(queued(scenario)).hasSize(1);

        closed[0] = Duration.ofSeconds(1);
        broken.dispatch().run(scenario.client(), 50);
        assertThat(sent(scenario)).isEmpty();
        assertThat(blocked(scenario, lead))
                .as("one probe closes a breaker, so nobody asks again at once")
                .isEqualTo(new Lead.Block("vendor_unavailable", scenario.now().plus(Duration.ofMinutes(1))));
        scenario.advance(Duration.ofMinutes(1));
        closed[0] = Duration.ZERO;
        run(broken, scenario);
        assertThat(sent(scenario)).hasSize(1);
    }

    private static Lead.Block blocked(OutreachScenario scenario, Lead lead) {
        return Objects.requireNonNull(
                scenario.in(() -> scenario.on().world().leads().leads().find(scenario.client(), lead.id()))
                        .orElseThrow()
                        .block());
    }
}
