package io.agencyos.domain.outreach.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.campaign.CampaignStatus;
import io.agencyos.domain.campaign.WorkHours;
import io.agencyos.domain.campaign.enrolment.EnrolmentState;
import io.agencyos.domain.client.PermissionMode;
import io.agencyos.domain.client.billing.SubscriptionStatus;
import io.agencyos.domain.lead.LeadStatus;
import io.agencyos.domain.lead.PoolStatus;
import io.agencyos.domain.lead.SuppressionReason;
import io.agencyos.domain.outreach.calendar.Holidays;
import io.agencyos.domain.outreach.calendar.LeadPlace;
import io.agencyos.domain.outreach.calendar.SendCalendars;
import io.agencyos.domain.outreach.calendar.SendCalendars.Clocks;
import io.agencyos.domain.outreach.gate.GateFacts.Address;
import io.agencyos.domain.outreach.gate.GateFacts.Approval;
import io.agencyos.domain.outreach.touch.TouchOrigin;
import io.agencyos.domain.shared.DateRange;
import io.agencyos.domain.shared.TouchKind;
import io.agencyos.domain.shared.contact.Country;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class GatekeeperTest {

    private static final ZoneId SYDNEY = ZoneId.of("Australia/Sydney");
    private static final Instant OPEN = sydney("2026-03-05T09:30:00");

    private static Instant sydney(String local) {
        return LocalDateTime.parse(local).atZone(SYDNEY).toInstant();
    }

    /** Facts that pass, each part changeable by name. */
    private static final class Facts {
        TouchKind kind = TouchKind.EMAIL;
        boolean firstStep = true;
        Instant at = OPEN;
        boolean spareOnly;
        boolean override;
        EnrolmentState enrolment = EnrolmentState.ACTIVE;
        SubscriptionStatus subscription = SubscriptionStatus.ACTIVE;
        boolean clientPaused;
        CampaignStatus campaign = CampaignStatus.ACTIVE;
        DateRange dates = DateRange.ALWAYS;
        LeadStatus lead = LeadStatus.SCORED;
        PoolStatus pool = PoolStatus.CLAIMED;
        boolean blocked;
        SuppressionReason suppressed;
        Boolean alive = true;
        boolean channelOpen = true;
        boolean replyOpen;
        int touches90;
        LocalDate last;
        Address.State address = Address.State.OK;
        int verifications;
        boolean consent = true;
        Address.Register register = Address.Register.CLEAN;
        PermissionMode mode = PermissionMode.AUTOPILOT;
        Approval.Decision decision = Approval.Decision.NONE;
        boolean byPerson;
        GateFacts.Sender sender = new GateFacts.Sender(true, GateFacts.Sender.Standing.HEALTHY, true, false);
        GateFacts.Budgets budgets = GateFacts.Budgets.PLENTY;
        GateFacts.Content content = GateFacts.Content.FINE;

        GateFacts build() {
            var place = new LeadPlace(SYDNEY, Country.AUSTRALIA, "NSW", true);
            return new GateFacts(
                    new GateFacts.Intent(kind, at, firstStep, spareOnly, true, false, override, enrolment, true),
                    new GateFacts.Standing(
                            GateFacts.Switches.OFF,
                            new GateFacts.ClientFacts(subscription, clientPaused, null),
                            new GateFacts.CampaignFacts(campaign, dates, SYDNEY, 2, 5),
                            new GateFacts.LeadFacts(
                                    true,
                                    lead,
                                    pool,
                                    blocked,
                                    false,
                                    suppressed,
                                    alive,
                                    channelOpen,
                                    null,
                                    replyOpen,
                                    false,
                                    false,
                                    null,
                                    false)),
                    new GateFacts.Reach(
                            new GateFacts.History(0, 5, touches90, SYDNEY, last, last),
                            new Address(true, address, false, consent, register, verifications),
                            new Approval(mode, decision, byPerson)),
                    new GateFacts.Hours(
                            SendCalendars.campaign(
                                    kind.channel(),
                                    Clocks.of(place, SYDNEY),
                                    WorkHours.DEFAULT,
                                    new Holidays(List.of())),
                            false),
                    new GateFacts.Means(sender, budgets, GateFacts.Vendor.READY),
                    content);
        }
    }

    private interface Change {
        void to(Facts facts);
    }

    private static GateAnswer ask(Gate gate, TouchOrigin origin, Instant now, Change change) {
        var facts = new Facts();
        change.to(facts);
        return Gatekeeper.evaluate(gate, origin, facts.build(), now);
    }

    private static GateAnswer commit(Change change) {
        return ask(Gate.COMMIT, TouchOrigin.SEQUENCE, OPEN, change);
    }

    private static void refused(GateAnswer answer, int check, String code, GateAction action) {
        assertThat(answer).isInstanceOfSatisfying(GateAnswer.Refused.class, refused -> {
            assertThat(refused.check()).isEqualTo(check);
            assertThat(refused.code().wire()).isEqualTo(code);
            assertThat(refused.action()).isEqualTo(action);
            assertThat(refused.whatToDo()).hasSizeGreaterThan(9);
            if (action == GateAction.DEFER) {
                assertThat(refused.until()).isNotNull();
            }
            if (action == GateAction.HOLD) {
                assertThat(refused.untilEvent()).isNotNull();
            }
        });
    }

    @Test // outreach 3.3
    void the_forty_checks_stand_in_their_order() {
        assertThat(Gatekeeper.CHECKS.stream().map(GateCheck::number).filter(number -> number > 0))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 40).boxed().toList());
    }

    @Test
    void facts_that_are_all_well_pass_every_gate_for_every_origin() {
        for (Gate gate : Gate.values()) {
            for (TouchOrigin origin : TouchOrigin.values()) {
                assertThat(ask(gate, origin, OPEN, facts -> {})).isEqualTo(new GateAnswer.Passed());
            }
        }
    }

    @Test // outreach 3.5
    void an_opt_out_comes_before_the_hour_and_a_pause_before_a_suppression() {
        refused(
                ask(Gate.COMMIT, TouchOrigin.SEQUENCE, sydney("2026-03-05T22:00:00"), f -> f.blocked = true),
                10,
                "unsubscribed_globally",
                GateAction.STOP);
        refused(
                commit(f -> {
                    f.clientPaused = true;
                    f.suppressed = SuppressionReason.COMPETITOR;
                }),
                4,
                "client_paused",
                GateAction.HOLD);
        refused(commit(f -> f.suppressed = SuppressionReason.COMPETITOR), 12, "suppressed_competitor", GateAction.STOP);
    }

    @Test // outreach check 3
    void a_late_payment_holds_all_but_a_persons_answer() {
        refused(commit(f -> f.subscription = SubscriptionStatus.PAST_DUE), 3, "subscription_inactive", GateAction.HOLD);
        refused(
                commit(f -> f.subscription = SubscriptionStatus.CANCELLED),
                3,
                "subscription_inactive",
                GateAction.STOP);
        assertThat(ask(Gate.COMMIT, TouchOrigin.REPLY, OPEN, f -> {
                    f.subscription = SubscriptionStatus.PAST_DUE;
                    f.byPerson = true;
                }))
                .isEqualTo(new GateAnswer.Passed());
    }

    @Test // outreach checks 6, 7
    void a_campaign_sends_only_while_it_runs() {
        refused(commit(f -> f.campaign = CampaignStatus.PAUSED), 6, "campaign_inactive", GateAction.HOLD);
        refused(commit(f -> f.campaign = CampaignStatus.COMPLETED), 6, "campaign_inactive", GateAction.STOP);
        refused(
                commit(f -> f.dates = new DateRange(LocalDate.of(2026, 3, 9), null)),
                7,
                "campaign_not_started",
                GateAction.DEFER);
        refused(
                commit(f -> f.dates = new DateRange(null, LocalDate.of(2026, 3, 4))),
                7,
                "campaign_ended",
                GateAction.STOP);
    }

    @Test // outreach checks 13, 14, 16, 17
    void a_dead_or_answered_lead_is_left_alone() {
        refused(commit(f -> f.alive = false), 13, "als_dead", GateAction.STOP);
        refused(commit(f -> f.alive = null), 13, "not_scored", GateAction.DEFER);
        refused(commit(f -> f.lead = LeadStatus.CONVERTED), 13, "lead_status_converted", GateAction.STOP);
        refused(commit(f -> f.pool = PoolStatus.INVALID), 13, "pool_status_invalid", GateAction.STOP);
        refused(commit(f -> f.replyOpen = true), 14, "reply_open", GateAction.HOLD);
        refused(
                commit(f -> f.enrolment = EnrolmentState.AWAITING_OUTCOME),
                16,
                "enrolment_state",
                GateAction.CANCEL_TOUCH);
        refused(commit(f -> f.touches90 = 10), 17, "max_touches_reached", GateAction.STOP);
    }

    @Test // outreach 3.5, checks 19, 20, 23
    void an_unusable_channel_ends_the_step() {
        refused(commit(f -> f.channelOpen = false), 19, "channel_tier", GateAction.SKIP);
        refused(commit(f -> f.address = Address.State.UNVERIFIED), 20, "unverified_email", GateAction.SKIP);
        refused(commit(f -> f.address = Address.State.UNKNOWN), 20, "unverified_email", GateAction.DEFER);
        refused(
                commit(f -> {
                    f.address = Address.State.UNKNOWN;
                    f.verifications = 2;
                }),
                20,
                "unverified_email",
                GateAction.SKIP);
        for (int waited = 0; waited <= 3; waited++) {
            // flows 2.7: the step waits 1 day (max 3), then is skipped
            int days = waited;
            refused(
                    commit(f -> {
                        f.address = Address.State.OUTDATED;
                        f.verifications = days;
                    }),
                    20,
                    "unverified_email",
                    days < 3 ? GateAction.DEFER : GateAction.SKIP);
        }
        refused(call(f -> f.register = Address.Register.LISTED), 23, "dncr_listed", GateAction.SKIP);
        refused(call(f -> f.register = Address.Register.STALE), 23, "dncr_stale", GateAction.DEFER);
        refused(call(f -> f.register = Address.Register.UNAVAILABLE), 23, "dncr_unavailable", GateAction.SKIP);
    }

    private static GateAnswer call(Change change) {
        return commit(f -> {
            f.kind = TouchKind.VOICE;
            change.to(f);
        });
    }

    @Test // outreach check 24
    void nothing_leaves_without_the_yes_that_its_mode_asks_for() {
        refused(commit(f -> f.mode = PermissionMode.MANUAL), 24, "manual_mode", GateAction.HOLD);
        refused(commit(f -> f.mode = PermissionMode.CO_PILOT), 24, "approval_required", GateAction.HOLD);
        assertThat(commit(f -> {
                    f.mode = PermissionMode.CO_PILOT;
                    f.decision = Approval.Decision.APPROVED;
                }))
                .isEqualTo(new GateAnswer.Passed());
        refused(commit(f -> f.decision = Approval.Decision.REJECTED), 24, "approval_rejected", GateAction.SKIP);
    }

    @Test // outreach 3.5, checks 25, 27
    void gaps_count_calendar_days_and_hours_wait_for_the_opening() {
        LocalDate tuesday = LocalDate.of(2026, 3, 3);
        Change lastOnTuesday = f -> f.last = tuesday;
        assertThat(ask(Gate.COMMIT, TouchOrigin.RETRY, OPEN, lastOnTuesday)).isEqualTo(new GateAnswer.Passed());
        refused(
                ask(Gate.COMMIT, TouchOrigin.SEQUENCE, sydney("2026-03-05T09:05:00"), lastOnTuesday),
                28,
                "channel_cooldown",
                GateAction.DEFER);
        GateAnswer wednesday = ask(Gate.COMMIT, TouchOrigin.SEQUENCE, sydney("2026-03-04T09:30:00"), lastOnTuesday);
        refused(wednesday, 27, "too_recent", GateAction.DEFER);
        assertThat(((GateAnswer.Refused) wednesday).until()).isEqualTo(sydney("2026-03-05T09:00:00"));
        Instant planned = sydney("2026-03-04T10:00:00");
        Change onThursday = f -> {
            f.at = OPEN;
            f.last = tuesday;
        };
        refused(ask(Gate.PLAN, TouchOrigin.SEQUENCE, planned, onThursday), 28, "channel_cooldown", GateAction.DEFER);
        assertThat(ask(Gate.PLAN, TouchOrigin.FOLLOW_UP, planned, onThursday))
                .as("planned on Wednesday for Thursday, 2 days after Tuesday")
                .isEqualTo(new GateAnswer.Passed());
        refused(ask(Gate.COMMIT, TouchOrigin.FOLLOW_UP, planned, onThursday), 27, "too_recent", GateAction.DEFER);
        refused(
                ask(Gate.DISPATCH, TouchOrigin.SEQUENCE, sydney("2026-03-05T11:00:00"), f -> {}),
                25,
                "outside_window",
                GateAction.DEFER);
    }

    @Test // outreach 3.3 per-origin exemptions
    void a_person_may_override_gaps_and_windows_but_no_law() {
        Instant evening = sydney("2026-03-05T19:00:00");
        assertThat(ask(Gate.COMMIT, TouchOrigin.MANUAL, evening, f -> {
                    f.override = true;
                    f.last = LocalDate.of(2026, 3, 5);
                }))
                .isEqualTo(new GateAnswer.Passed());
        refused(
                ask(Gate.COMMIT, TouchOrigin.MANUAL, sydney("2026-03-05T20:00:00"), f -> {
                    f.override = true;
                    f.kind = TouchKind.VOICE;
                }),
                25,
                "legal_hours",
                GateAction.DEFER);
        refused(
                ask(Gate.COMMIT, TouchOrigin.MANUAL, evening, f -> {
                    f.override = true;
                    f.blocked = true;
                }),
                10,
                "unsubscribed_globally",
                GateAction.STOP);
    }

    @Test // outreach checks 30, 32, 35, 38-40
    void budgets_senders_and_texts_have_their_own_refusals() {
        refused(commit(budget(b -> with(b, false, true, true))), 32, "rate_limit_new_leads", GateAction.DEFER);
        refused(commit(budget(b -> with(b, true, false, true))), 35, "rate_limit_email", GateAction.DEFER);
        refused(
                ask(Gate.COMMIT, TouchOrigin.SEQUENCE, sydney("2026-03-05T10:55:00"), f -> {
                    f.spareOnly = true;
                    f.budgets = with(f.budgets, true, true, false);
                }),
                35,
                "capacity_fallback",
                GateAction.SKIP);
        var ill = new GateFacts.Sender(true, GateFacts.Sender.Standing.UNHEALTHY, true, true);
        refused(commit(f -> f.sender = ill), 30, "resource_unhealthy", GateAction.RESELECT_SENDER);
        refused(
                ask(Gate.DISPATCH, TouchOrigin.SEQUENCE, OPEN, f -> f.sender = ill),
                30,
                "resource_unhealthy",
                GateAction.DEFER);
        refused(
                commit(f -> f.content = new GateFacts.Content(GateFacts.Content.Standing.READY, false, true)),
                39,
                "compliance_element_missing",
                GateAction.FAIL);
        refused(
                commit(f -> f.content = new GateFacts.Content(GateFacts.Content.Standing.READY, true, false)),
                40,
                "recipient_changed",
                GateAction.REDRAFT);
    }

    @Test // outreach 3.3, column C: these parts are not even read for it
    void the_last_gate_asks_neither_earlier_contacts_nor_consent_nor_what_was_reserved_already() {
        List<Change> settled = List.of(
                f -> f.touches90 = 11,
                f -> f.last = LocalDate.of(2026, 3, 5),
                f -> f.consent = false,
                budget(b -> with(b, false, true, true)),
                budget(b -> with(b, true, false, true)),
                f -> {
                    f.spareOnly = true;
                    f.budgets = with(f.budgets, true, true, false);
                });
        assertThat(settled)
                .allSatisfy(change -> assertThat(commit(change)).isInstanceOf(GateAnswer.Refused.class))
                .allSatisfy(change -> assertThat(ask(Gate.DISPATCH, TouchOrigin.SEQUENCE, OPEN, change))
                        .isInstanceOf(GateAnswer.Passed.class));
    }

    private static Change budget(UnaryOperator<GateFacts.Budgets> change) {
        return f -> f.budgets = change.apply(f.budgets);
    }

    private static GateFacts.Budgets with(GateFacts.Budgets b, boolean starts, boolean sender, boolean spare) {
        return new GateFacts.Budgets(
                starts, b.campaignLeft(), b.colleagues(), b.clientSmsLeft(), sender, spare, b.callsLeft());
    }

    private record Fault(int check, Change change) {}

    private static final List<Fault> FAULTS = List.of(
            new Fault(3, f -> f.subscription = SubscriptionStatus.PAUSED),
            new Fault(4, f -> f.clientPaused = true),
            new Fault(6, f -> f.campaign = CampaignStatus.PAUSED),
            new Fault(10, f -> f.blocked = true),
            new Fault(12, f -> f.suppressed = SuppressionReason.LEGAL),
            new Fault(13, f -> f.alive = false),
            new Fault(14, f -> f.replyOpen = true),
            new Fault(16, f -> f.enrolment = EnrolmentState.SNOOZED),
            new Fault(17, f -> f.touches90 = 11),
            new Fault(19, f -> f.channelOpen = false),
            new Fault(20, f -> f.address = Address.State.BOUNCED),
            new Fault(24, f -> f.mode = PermissionMode.MANUAL),
            new Fault(27, f -> f.last = LocalDate.of(2026, 3, 5)),
            new Fault(32, f -> f.budgets = with(f.budgets, false, true, true)));

    @Property // outreach 3.3: the first failing check gives the code
    void of_several_faults_the_first_in_the_table_answers(@ForAll @IntRange(min = 1, max = 16_383) int chosen) {
        List<Fault> present = IntStream.range(0, FAULTS.size())
                .filter(i -> (chosen >> i & 1) == 1)
                .mapToObj(FAULTS::get)
                .toList();
        GateAnswer answer =
                commit(facts -> present.forEach(fault -> fault.change().to(facts)));
        assertThat(answer)
                .isInstanceOfSatisfying(
                        GateAnswer.Refused.class,
                        refused -> assertThat(refused.check())
                                .isEqualTo(present.getFirst().check()));
    }
}
