package io.agencyos.application.outreach;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.outreach.outlook.ExplainEnrolment;
import io.agencyos.application.outreach.outlook.Irregularities;
import io.agencyos.application.outreach.outlook.Outlooks;
import io.agencyos.application.outreach.outlook.ShowChecks;
import io.agencyos.application.outreach.outlook.ShowCompliance;
import io.agencyos.application.outreach.outlook.ShowOutlook;
import io.agencyos.application.outreach.store.GateLog;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.campaign.enrolment.StopReason;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.PermissionMode;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.LeadCare;
import io.agencyos.domain.lead.SuppressionReason;
import io.agencyos.domain.outreach.gate.Gate;
import io.agencyos.domain.outreach.gate.GateAction;
import io.agencyos.domain.outreach.gate.GateAnswer;
import io.agencyos.domain.outreach.gate.GateClass;
import io.agencyos.domain.outreach.gate.GateCode;
import io.agencyos.domain.outreach.gate.GateReason;
import io.agencyos.domain.outreach.gate.Refusal;
import io.agencyos.domain.outreach.touch.TouchState;
import io.agencyos.domain.scoring.EmailStatus;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.TouchId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** There is a next instant or a named refusal for every lead, and no third answer. Source: outreach 3.4, api 9.19. */
public abstract class OutlookContract extends OutlookGround {

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
        OutreachStories.pause(scenario, new Client.Pause(scenario.now(), "stop", null));

        ShowOutlook.Status status = show(scenario).status(scope(scenario.client()));
        ShowOutlook.Cause first = Objects.requireNonNull(status.client().first());
        assertThat(status.client().nextSendAt()).isNull();
        assertThat(first.leads()).isEqualTo(3);
        assertThat(first.refusal().code()).isEqualTo("client_paused");
        assertThat(first.refusal().gateClass()).isEqualTo(GateClass.HOLD);
        assertThat(first.refusal().until()).isNull();
        assertThat(first.refusal().untilEvent()).isEqualTo("outreach.resumed");
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

    @Test // outreach 1.4 manual, 3.4, api 9.6 pause: it is said at once, not when a gate comes to it
    void whom_people_alone_write_to_waits_for_a_person_from_that_moment() {
        OutreachScenario scenario = new OutreachScenario(world(clock), clock, PermissionMode.AUTOPILOT);
        Lead lead = scenario.lead();
        scenario.runFor(Duration.ofHours(4));
        assertThat(refusal(scenario, lead)).as("its next step is days away").isEmpty();

        OutreachStories.care(scenario, lead, LeadCare.NONE.paused(scenario.now()));
        ExplainEnrolment.Refusal refusal =
                Objects.requireNonNull(explained(scenario, lead).refusal());
        assertThat(refusal.code()).isEqualTo("manual_mode");
        assertThat(refusal.untilEvent()).isEqualTo("person_sends");

        OutreachStories.care(
                scenario, lead, LeadCare.NONE.inMode(new LeadCare.OwnMode(PermissionMode.MANUAL, scenario.now())));
        assertThat(explained(scenario, lead).next()).as("a mode that is over").isNotNull();
        OutreachStories.care(scenario, lead, LeadCare.NONE.inMode(new LeadCare.OwnMode(PermissionMode.MANUAL, null)));
        assertThat(refusal(scenario, lead).map(Refusal::code)).hasValue("manual_mode");
        scenario.runFor(Duration.ofDays(9));
        assertThat(refusal(scenario, lead).map(Refusal::until))
                .as("a person ends it")
                .isEmpty();
    }

    @Test // outreach 3.4: what a run waited for ends with it
    void a_run_that_was_stopped_while_it_waited_says_why_it_was_stopped() {
        OutreachScenario scenario = new OutreachScenario(world(clock), clock, PermissionMode.AUTOPILOT);
        Lead lead = scenario.lead();
        Instant tomorrow = scenario.now().plus(Duration.ofDays(1));
        OutreachStories.block(scenario, lead, new Lead.Block("unverified_email", tomorrow));
        assertThat(refusal(scenario, lead).map(Refusal::code)).hasValue("unverified_email");

        scenario.in(() -> scenario.useCases()
                .stopOutreach()
                .stop(scenario.client(), lead.id(), new StopReason.Suppressed(SuppressionReason.DO_NOT_CONTACT)));

        assertThat(refusal(scenario, lead).map(Refusal::code)).hasValue("suppressed_do_not_contact");
        OutreachStories.dead(scenario, scenario.reread(lead));
        assertThat(refusal(scenario, lead).map(Refusal::code))
                .as("whoever is suppressed is scored dead")
                .hasValue("suppressed_do_not_contact");
        assertThat(Objects.requireNonNull(explained(scenario, lead).refusal()).whatToDo())
                .startsWith("Remove the entry");
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

        List<ShowOutlook.Refused> first = show.behind(
                scope(scenario.client()),
                "rate_limit_new_leads",
                scenario.campaign().id(),
                null,
                2);
        List<ShowOutlook.Refused> rest = show.behind(
                scope(scenario.client()),
                "rate_limit_new_leads",
                null,
                new Outlooks.After(first.getLast().name(), first.getLast().lead()),
                2);
        assertThat(Stream.concat(first.stream(), rest.stream())
                        .map(refused -> refused.name().toLowerCase(Locale.ROOT)))
                .as("api 9.21: by name")
                .isSorted()
                .allSatisfy(name -> assertThat(name).isNotBlank());
        assertThat(first).hasSize(2);
        assertThat(show.behind(
                        scope(scenario.client()), "rate_limit_new_leads", new CampaignId(UUID.randomUUID()), null, 2))
                .as("behind the code in another campaign")
                .isEmpty();
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

    @Test // outreach 3.4: whoever was passed over at every step hears why, and what is to be done about it
    void a_run_that_passed_over_every_step_says_why() {
        OutreachScenario scenario = new OutreachScenario(world(clock), clock, PermissionMode.AUTOPILOT);
        Lead lead = scenario.lead();
        scenario.in(() -> scenario.on()
                .world()
                .leads()
                .leads()
                .update(lead.change()
                        .contact(lead.contact().mailed(EmailStatus.UNKNOWN))
                        .lead()));
        scenario.runFor(Duration.ofDays(60));

        assertThat(scenario.enrolment(lead).state().isTerminal()).isTrue();
        Refusal why = refusal(scenario, lead).orElseThrow();
        assertThat(why.code()).isEqualTo(GateReason.UNVERIFIED_EMAIL.wire());
        assertThat(why.until()).isNull();
        assertThat(Objects.requireNonNull(explained(scenario, lead).refusal()).code())
                .isEqualTo(why.code());
    }

    @Test // outreach 3.3 check 13
    void a_dead_lead_of_a_campaign_hears_that_it_is() {
        OutreachScenario scenario = new OutreachScenario(world(clock), clock, PermissionMode.AUTOPILOT);
        Lead lead = scenario.waiting(1).getFirst();
        assertThat(refusal(scenario, lead).map(Refusal::code)).hasValue("enrolment_state");

        OutreachStories.dead(scenario, lead);

        assertThat(refusal(scenario, lead).map(Refusal::code)).hasValue("als_dead");
    }

    @Test // outreach 3.4: one lead hears what its client's status counts it under; there is no third answer
    void a_lead_is_told_the_same_as_its_client() {
        OutreachScenario scenario = new OutreachScenario(world(clock), clock, PermissionMode.AUTOPILOT);
        Lead lead = scenario.lead();
        scenario.runFor(Duration.ofHours(4));
        ExplainEnrolment.Explained goesOn = explained(scenario, lead);
        assertThat(goesOn.refusal()).isNull();
        assertThat(Objects.requireNonNull(goesOn.next()).dueAt())
                .isEqualTo(scenario.enrolment(lead).nextDueAt());

        scenario.in(() -> scenario.useCases().stopOutreach().humanReply(scenario.client(), lead.id()));
        ExplainEnrolment.Explained answered = explained(scenario, lead);
        assertThat(answered.next()).isNull();
        ExplainEnrolment.Refusal open = Objects.requireNonNull(answered.refusal());
        assertThat(open.code()).isEqualTo("reply_open");
        assertThat(open.untilEvent()).isEqualTo("reply_settled");
        assertThat(open.whatToDo()).isEqualTo("Answer the reply or mark it as handled.");
        assertThat(refusal(scenario, lead).map(Refusal::code)).hasValue("reply_open");

        OutreachStories.pause(scenario, new Client.Pause(scenario.now(), "stop", null));
        assertThat(Objects.requireNonNull(explained(scenario, lead).refusal()).untilEvent())
                .isEqualTo("outreach.resumed");
    }

    @Test // outreach 19.6: the timeline of every check, code and date, in plain words
    void everything_the_gates_said_of_a_lead_is_told_newest_first() {
        OutreachScenario scenario = new OutreachScenario(world(clock), clock, PermissionMode.AUTOPILOT);
        Lead lead = scenario.lead();
        scenario.runFor(Duration.ofHours(4));
        scenario.in(() -> scenario.on()
                .world()
                .leads()
                .suppressions()
                .add(List.of(OutreachStories.entry(scenario, lead, SuppressionReason.COMPETITOR))));
        scenario.runFor(Duration.ofDays(9));

        ShowChecks show = ShowChecks.over(
                scenario.on().stores().gateLog(),
                scenario.on().world().leads().leads(),
                scenario.on().units());
        List<ShowChecks.Check> said =
                show.of(scope(scenario.client()), lead.id(), null, 50).orElseThrow();
        assertThat(said).extracting(check -> check.answer().at()).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(said.getFirst().answer().code()).isEqualTo("suppressed_competitor");
        assertThat(said.getFirst().number()).isEqualTo(12);
        assertThat(said.getFirst().whatToDo()).isNotBlank();
        assertThat(said.subList(said.size() - 3, said.size()))
                .extracting(check -> check.answer().gate())
                .containsExactly(Gate.DISPATCH, Gate.COMMIT, Gate.PLAN);
        assertThat(show.of(scope(scenario.client()), new LeadId(UUID.randomUUID()), null, 50))
                .isEmpty();
    }

    @Test // outreach 3.4: the same one level up, per campaign, also where nobody waits
    void a_campaign_says_when_it_sends_next_or_why_it_does_not() {
        OutreachScenario scenario = new OutreachScenario(world(clock), clock, PermissionMode.AUTOPILOT);
        ShowOutlook show = show(scenario);
        ShowOutlook.Summary empty = diagnosis(scenario, show).standing();
        assertThat(empty.nextSendAt()).isNull();
        assertThat(Objects.requireNonNull(empty.first()).refusal().whatToDo()).contains("assign leads");

        scenario.leads(2);
        scenario.runFor(Duration.ofHours(4));
        ShowOutlook.Diagnosis running = diagnosis(scenario, show);
        assertThat(running.standing().leads()).isEqualTo(2);
        assertThat(running.standing().nextSendAt()).isAfter(scenario.now());
        assertThat(running.steps().closes()).isTrue();
        assertThat(running.steps().sent()).isEqualTo(2);
        assertThat(show.diagnosis(scope(scenario.client()), new CampaignId(UUID.randomUUID())))
                .isEmpty();
    }

    private static ShowOutlook.Diagnosis diagnosis(OutreachScenario scenario, ShowOutlook show) {
        return show.diagnosis(scope(scenario.client()), scenario.campaign().id())
                .orElseThrow();
    }

    @Test // outreach 3.4 touch_stuck: the same code more than 20 times, or for more than 10 days
    void who_is_put_off_again_and_again_is_found() {
        OutreachScenario scenario = new OutreachScenario(world(clock), clock, PermissionMode.AUTOPILOT);
        List<Lead> leads = scenario.leads(3);
        putOff(scenario, leads.get(0), 21, Duration.ofHours(1));
        putOff(scenario, leads.get(1), 2, Duration.ofDays(11));
        putOff(scenario, leads.get(2), 20, Duration.ofHours(1));
        Irregularities look = irregularities(scenario.on());
        Irregularities.Patience patience =
                new Irregularities.Patience(20, scenario.now().minus(Duration.ofDays(10)));

        assertThat(scenario.in(() -> look.stuck(scenario.client(), patience, 10)))
                .extracting(Irregularities.Stuck::lead)
                .containsExactlyInAnyOrder(leads.get(0).id(), leads.get(1).id());
        assertThat(scenario.in(() -> look.sums(scenario.client())))
                .containsOnlyKeys(scenario.campaign().id())
                .allSatisfy((campaign, sum) -> assertThat(sum.closes()).isTrue());
    }

    private static void putOff(OutreachScenario scenario, Lead lead, int times, Duration since) {
        GateAnswer.Refused refused = new GateAnswer.Refused(
                30, GateCode.of(GateReason.RESOURCE_UNHEALTHY), GateAction.DEFER, scenario.now(), null, "Wait.");
        List<GateLog.Entry> entries = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            entries.add(new GateLog.Entry(
                    UUID.randomUUID(),
                    scenario.client(),
                    lead.id(),
                    new TouchId(UUID.randomUUID()),
                    Gate.COMMIT,
                    refused,
                    "hash",
                    scenario.now().minus(since).plusSeconds(i)));
        }
        scenario.in(() -> {
            scenario.on().stores().gateLog().append(entries);
            scenario.on()
                    .world()
                    .leads()
                    .leads()
                    .setBlocks(
                            scenario.client(),
                            Map.of(lead.id(), Optional.of(new Lead.Block("resource_unhealthy", scenario.now()))));
        });
    }

    @Test // outreach 19.9, 6.4: messages and the time of the opt-out; for admins, and for nobody else's
    void what_a_client_sent_and_when_it_was_to_stop_is_one_record() {
        OutreachScenario scenario = new OutreachScenario(world(clock), clock, PermissionMode.AUTOPILOT);
        Lead lead = scenario.lead();
        scenario.runFor(Duration.ofHours(4));
        scenario.in(() -> scenario.on()
                .world()
                .leads()
                .suppressions()
                .add(List.of(OutreachStories.entry(scenario, lead, SuppressionReason.UNSUBSCRIBED))));
        ShowCompliance compliance =
                ShowCompliance.over(sources(scenario.on()), scenario.on().units(), clock::get);

        ShowCompliance.Outcome shown = compliance.of(new TenantScope(scenario.client(), null, Role.ADMIN), lead.id());
        assertThat(shown).isInstanceOfSatisfying(ShowCompliance.Outcome.Shown.class, one -> {
            assertThat(one.dossier().contacts()).singleElement().satisfies(touch -> {
                assertThat(touch.state()).isEqualTo(TouchState.SENT);
                assertThat(touch.recipient())
                        .isEqualTo(
                                Objects.requireNonNull(lead.contact().email()).value());
            });
            assertThat(one.dossier().optOuts()).singleElement().satisfies(entry -> {
                assertThat(entry.reason()).isEqualTo(SuppressionReason.UNSUBSCRIBED);
                assertThat(entry.createdAt()).isEqualTo(scenario.now());
            });
            assertThat(one.dossier().standing()).as("no number").isNull();
        });
        assertThat(compliance.of(new TenantScope(scenario.client(), null, Role.MEMBER), lead.id()))
                .isEqualTo(new ShowCompliance.Outcome.RoleRequired());
        OutreachScenario other = new OutreachScenario(scenario.on(), clock, PermissionMode.AUTOPILOT);
        assertThat(compliance.of(new TenantScope(other.client(), null, Role.ADMIN), lead.id()))
                .isEqualTo(new ShowCompliance.Outcome.NotFound());
    }
}
