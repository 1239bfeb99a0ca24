package io.agencyos.application.outreach;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.lead.CareForLead;
import io.agencyos.application.lead.CareForLeadService;
import io.agencyos.application.outreach.approval.DecideApproval;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.TimeOrderedIds;
import io.agencyos.application.testing.TestChance;
import io.agencyos.domain.campaign.Campaign;
import io.agencyos.domain.client.PermissionMode;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.LeadCare;
import io.agencyos.domain.outreach.ApprovalItem;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.outreach.touch.TouchState;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.id.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

/** What people decide about single leads, at every gate. Source: api 9.6, outreach 1.4. */
public abstract class LeadCareStories extends BatchStories {

    private static CareForLead.Outcome care(
            OutreachScenario scenario, Role role, BiFunction<CareForLead, TenantScope, CareForLead.Outcome> what) {
        return what.apply(
                scenario.useCases()
                        .modeSwitches()
                        .followed(new CareForLeadService(
                                scenario.on().world().leads().leads(),
                                entry -> {},
                                scenario.on().units(),
                                scenario::now,
                                new TimeOrderedIds(scenario::now, new TestChance(99)))),
                new TenantScope(scenario.client(), new UserId(UUID.randomUUID()), role));
    }

    @Test // api 9.6 pause, resume: a person's word on one lead, effective at every gate
    void a_paused_lead_hears_nothing_until_it_is_resumed_and_then_once() {
        OutreachScenario scenario = autopilot();
        Lead lead = scenario.lead();
        queued(scenario, lead);
        assertThat(care(scenario, Role.VIEWER, (use, scope) -> use.pause(scope, lead.id(), Origin.NONE)))
                .isEqualTo(new CareForLead.Outcome.Forbidden(Role.MEMBER));
        care(scenario, Role.MEMBER, (use, scope) -> use.pause(scope, lead.id(), Origin.NONE));
        scenario.runFor(Duration.ofDays(3));

        assertThat(delivered()).as("not even what was queued").isEmpty();
        assertThat(scenario.reread(lead).block()).isNotNull();
        assertThat(scenario.reread(lead).block().code()).isEqualTo("manual_mode");
        assertThat(scenario.reread(lead).care().pausedAt()).isNotNull();
        care(scenario, Role.MEMBER, (use, scope) -> use.resume(scope, lead.id(), Origin.NONE));
        scenario.runFor(Duration.ofDays(2));
        assertThat(delivered()).hasSize(1);
        assertThat(scenario.reread(lead).care()).isEqualTo(LeadCare.NONE);
        assertThat(scenario.conservation().closes()).isTrue();
    }

    @Test // outreach 1.4: lead override (unexpired) → campaign → client → co_pilot; autopilot is an admin's to give
    void a_leads_own_mode_counts_before_its_campaigns_until_it_ends() {
        OutreachScenario scenario = autopilot();
        Lead asked = scenario.lead();
        Lead other = scenario.lead();
        Instant end = scenario.now().plus(Duration.ofDays(2));
        assertThat(care(
                        scenario,
                        Role.MEMBER,
                        (use, scope) -> use.override(
                                scope, asked.id(), PermissionMode.AUTOPILOT, "a friend", null, Origin.NONE)))
                .isEqualTo(new CareForLead.Outcome.Forbidden(Role.ADMIN));
        care(
                scenario,
                Role.MEMBER,
                (use, scope) -> use.override(scope, asked.id(), PermissionMode.CO_PILOT, "a friend", end, Origin.NONE));
        scenario.runFor(aDay());

        assertThat(delivered()).as("the other one's").hasSize(1);
        assertThat(scenario.touches(other)).extracting(Touch::state).containsExactly(TouchState.SENT);
        assertThat(pending(scenario)).hasSize(1);
        Lead later = scenario.lead();
        care(
                scenario,
                Role.MEMBER,
                (use, scope) -> use.override(scope, later.id(), PermissionMode.CO_PILOT, "a friend", end, Origin.NONE));
        clock.set(end);
        scenario.runFor(Duration.ofDays(1));
        assertThat(scenario.touches(later)).extracting(Touch::state).contains(TouchState.SENT);
    }

    @Test // outreach 1.4: switching to co_pilot or manual returns READY and QUEUED touches to AWAITING_APPROVAL, at
    // once
    void whoever_switches_from_autopilot_sees_at_once_what_would_have_left() {
        OutreachScenario scenario = autopilot();
        Lead ready = scenario.lead();
        Lead ofItsOwn = scenario.lead();
        scenario.useCases().plan().run(scenario.client(), 10);
        scenario.useCases().draft().run(scenario.client(), 10);
        assertThat(state(scenario, ready)).isEqualTo(TouchState.READY);

        care(
                scenario,
                Role.MEMBER,
                (use, scope) ->
                        use.override(scope, ofItsOwn.id(), PermissionMode.CO_PILOT, "known", null, Origin.NONE));
        assertThat(state(scenario, ofItsOwn)).isEqualTo(TouchState.AWAITING_APPROVAL);
        assertThat(state(scenario, ready)).as("another lead").isEqualTo(TouchState.READY);
        queued(scenario, ready);
        assertThat(scenario.useCases()
                        .sendBackUnapproved()
                        .ofCampaign(scenario.client(), scenario.campaign().id()))
                .as("on autopilot nothing goes back")
                .isZero();

        switched(scenario, PermissionMode.CO_PILOT);
        assertThat(scenario.useCases().sendBackUnapproved().ofCampaign(scenario.client(), null))
                .isEqualTo(1);
        assertThat(state(scenario, ready)).isEqualTo(TouchState.AWAITING_APPROVAL);
        Touch touch = scenario.touches(ready).getFirst();
        assertThat(scenario.in(() -> scenario.on().stores().quotas().held(scenario.client(), List.of(touch.id()))))
                .as("what it reserved is free again")
                .isEmpty();
        assertThat(pending(scenario)).extracting(ApprovalItem::touchId).contains(touch.id());
        scenario.useCases()
                .decideApproval()
                .decide(
                        new TenantScope(scenario.client(), null, Role.MEMBER),
                        pending(scenario).stream()
                                .filter(item -> item.touchId().equals(touch.id()))
                                .findFirst()
                                .orElseThrow()
                                .id(),
                        new DecideApproval.Decision.Approve());
        assertThat(scenario.useCases().sendBackUnapproved().ofCampaign(scenario.client(), null))
                .as("what somebody approved stays")
                .isZero();
        scenario.runFor(Duration.ofDays(1));
        assertThat(scenario.touches(ready)).extracting(Touch::state).contains(TouchState.SENT);
        assertThat(delivered()).hasSize(1);
    }

    private static TouchState state(OutreachScenario scenario, Lead lead) {
        return scenario.touches(lead).getFirst().state();
    }

    @Test // outreach 1.4 co_pilot, 3.1: drafted one business day ahead, so that there is time to look at it
    void a_campaign_that_asks_first_is_drafted_a_business_day_ahead_whatever_its_client_says() {
        OutreachScenario scenario = autopilot();
        Lead lead = scenario.lead();
        scenario.runFor(aDay());
        assertThat(scenario.enrolment(lead).currentStep()).isEqualTo(1);
        switched(scenario, PermissionMode.CO_PILOT);

        runUntil(scenario, "2026-03-09T17:00:00+11:00");
        assertThat(pending(scenario)).as("Tuesday's step, on Monday").hasSize(1);
        scenario.useCases()
                .decideApproval()
                .decide(
                        new TenantScope(scenario.client(), null, Role.MEMBER),
                        pending(scenario).getFirst().id(),
                        new DecideApproval.Decision.Approve());
        runUntil(scenario, "2026-03-13T17:00:00+11:00");
        assertThat(scenario.enrolment(lead).currentStep()).isEqualTo(2);
        assertThat(pending(scenario)).as("Monday's step, on Friday").hasSize(1);
    }

    private static void runUntil(OutreachScenario scenario, String instant) {
        scenario.runFor(
                Duration.between(scenario.now(), OffsetDateTime.parse(instant).toInstant()));
    }

    @Test // outreach 1.4, check 24: what a gate sends back can be approved, and leaves then
    void what_a_gate_sends_back_after_a_switch_is_offered_to_somebody() {
        OutreachScenario scenario = autopilot();
        Lead lead = scenario.lead();
        queued(scenario, lead);
        switched(scenario, PermissionMode.CO_PILOT);
        scenario.useCases().dispatch().run(scenario.client(), 10);

        assertThat(state(scenario, lead)).isEqualTo(TouchState.AWAITING_APPROVAL);
        assertThat(pending(scenario)).hasSize(1);
        scenario.useCases()
                .decideApproval()
                .decide(
                        new TenantScope(scenario.client(), null, Role.MEMBER),
                        pending(scenario).getFirst().id(),
                        new DecideApproval.Decision.Approve());
        scenario.runFor(Duration.ofDays(1));
        assertThat(delivered()).hasSize(1);
    }

    private static void switched(OutreachScenario scenario, PermissionMode mode) {
        scenario.in(() -> {
            Campaign now = scenario.on()
                    .world()
                    .campaigns()
                    .find(scenario.client(), scenario.campaign().id())
                    .orElseThrow();
            scenario.on().world().campaigns().update(now.with(now.settings().permitted(mode), scenario.now()));
        });
    }
}
