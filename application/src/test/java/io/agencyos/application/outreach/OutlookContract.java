package io.agencyos.application.outreach;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.outreach.outlook.Outlooks;
import io.agencyos.application.outreach.outlook.ShowOutlook;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.client.PermissionMode;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.SuppressionReason;
import io.agencyos.domain.outreach.GateClass;
import io.agencyos.domain.outreach.Refusal;
import io.agencyos.domain.shared.ClientId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** There is a next instant or a named refusal for every lead, and no third answer. Source: outreach 3.4, api 9.19. */
public abstract class OutlookContract {

    private final AtomicReference<Instant> clock = new AtomicReference<>(OutreachScenario.MONDAY_MORNING);

    protected abstract OutreachScenario.World world(AtomicReference<Instant> time);

    /** Over the stores of this world. */
    protected abstract Outlooks outlooks(OutreachScenario.World world);

    private ShowOutlook show(OutreachScenario scenario) {
        OutreachScenario.World on = scenario.on();
        return ShowOutlook.over(outlooks(on), on.units(), clock::get);
    }

    /** What stands against the lead, found behind one of the codes of the client's status. */
    private Optional<Refusal> refusal(OutreachScenario scenario, Lead lead) {
        ShowOutlook show = show(scenario);
        return show.status(scope(scenario.client())).client().causes().stream()
                .flatMap(cause ->
                        show.behind(scope(scenario.client()), cause.refusal().code(), null, 100).stream())
                .filter(refused -> refused.lead().equals(lead.id()))
                .map(ShowOutlook.Refused::refusal)
                .findFirst();
    }

    private static TenantScope scope(ClientId client) {
        return TenantScope.worker(client);
    }

    @Test
    void a_client_with_leads_in_sequence_says_when_something_is_sent_next() {
        OutreachScenario scenario = new OutreachScenario(world(clock), clock, PermissionMode.AUTOPILOT);
        Lead lead = scenario.lead();
        scenario.runFor(Duration.ofHours(4));

        ShowOutlook.Summary client =
                show(scenario).status(scope(scenario.client())).client();
        assertThat(client.leads()).isEqualTo(1);
        assertThat(client.causes()).isEmpty();
        assertThat(client.first()).isNull();
        assertThat(client.nextSendAt()).isEqualTo(scenario.enrolment(lead).nextDueAt());
    }

    @Test // outreach 3.3 checks 4, 12: the client's pause comes before everything about the lead
    void a_pause_speaks_for_every_lead_until_it_ends() {
        OutreachScenario scenario = new OutreachScenario(world(clock), clock, PermissionMode.AUTOPILOT);
        List<Lead> leads = scenario.leads(3);
        OutreachStories.pause(scenario, new io.agencyos.domain.client.Client.Pause(scenario.now(), "stop", null));

        ShowOutlook.Status status = show(scenario).status(scope(scenario.client()));
        ShowOutlook.Cause first = Objects.requireNonNull(status.client().first());
        assertThat(status.client().nextSendAt()).isNull();
        assertThat(first.leads()).isEqualTo(3);
        assertThat(first.refusal().code()).isEqualTo("client_paused");
        assertThat(first.refusal().gateClass()).isEqualTo(GateClass.HOLD);
        assertThat(first.refusal().until()).isNull();
        assertThat(first.refusal().untilEvent()).isEqualTo("client_resumed");
        assertThat(first.refusal().whatToDo()).isNotBlank();
        assertThat(status.campaigns())
                .extracting(ShowOutlook.Summary::campaign)
                .containsExactly(scenario.campaign().id());
        assertThat(refusal(scenario, leads.getFirst())).isPresent();
    }

    @Test // outreach 1.4: what waits for a person says so
    void a_draft_that_nobody_approved_holds_its_lead() {
        OutreachScenario scenario = new OutreachScenario(world(clock), clock, PermissionMode.CO_PILOT);
        Lead lead = scenario.lead();
        scenario.pass();

        assertThat(refusal(scenario, lead).map(Refusal::code)).hasValue("approval_required");

        scenario.runFor(Duration.ofDays(4));
        assertThat(refusal(scenario, lead).map(Refusal::code)).hasValue("approval_expired");
        assertThat(refusal(scenario, lead).map(Refusal::whatToDo))
                .hasValue(
                        Objects.requireNonNull(scenario.enrolment(lead).hold()).remedy());
    }

    @Test // PACE-3, api 9.19: each refusal with its leads and the earliest until
    void leads_that_wait_for_room_are_counted_and_listed_page_by_page() {
        OutreachScenario scenario = new OutreachScenario(world(clock), clock, PermissionMode.AUTOPILOT, null);
        scenario.leads(8);
        scenario.runFor(Duration.ofHours(6));

        ShowOutlook show = show(scenario);
        ShowOutlook.Summary all = show.status(scope(scenario.client())).client();
        assertThat(all.leads()).isEqualTo(8);
        assertThat(all.nextSendAt()).as("five go on").isNotNull();
        assertThat(all.first()).isNull();
        assertThat(all.causes()).singleElement().satisfies(cause -> {
            assertThat(cause.refusal().code()).isEqualTo("rate_limit_new_leads");
            assertThat(cause.refusal().gateClass()).isEqualTo(GateClass.DEFER);
            assertThat(cause.refusal().until()).isAfter(scenario.now());
            assertThat(cause.leads()).isEqualTo(3);
        });

        List<ShowOutlook.Refused> first = show.behind(scope(scenario.client()), "rate_limit_new_leads", null, 2);
        List<ShowOutlook.Refused> rest = show.behind(
                scope(scenario.client()),
                "rate_limit_new_leads",
                first.getLast().lead(),
                2);
        assertThat(first).hasSize(2);
        assertThat(rest)
                .hasSize(1)
                .extracting(ShowOutlook.Refused::lead)
                .doesNotContainAnyElementsOf(
                        first.stream().map(ShowOutlook.Refused::lead).toList());
    }

    @Test
    void a_run_that_is_over_waits_for_nothing() {
        OutreachScenario scenario = new OutreachScenario(world(clock), clock, PermissionMode.AUTOPILOT);
        Lead lead = scenario.lead();
        scenario.runFor(Duration.ofHours(4));
        scenario.in(() -> scenario.on()
                .world()
                .leads()
                .suppressions()
                .add(List.of(OutreachStories.entry(scenario, lead, SuppressionReason.UNSUBSCRIBED))));
        scenario.runFor(Duration.ofDays(20));

        assertThat(show(scenario).status(scope(scenario.client())).client().leads())
                .isZero();
    }
}
