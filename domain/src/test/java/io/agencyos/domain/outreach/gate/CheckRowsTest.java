package io.agencyos.domain.outreach.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.campaign.CampaignStatus;
import io.agencyos.domain.campaign.WorkHours;
import io.agencyos.domain.campaign.enrolment.EnrolmentState;
import io.agencyos.domain.client.PermissionMode;
import io.agencyos.domain.client.billing.SubscriptionStatus;
import io.agencyos.domain.lead.LeadStatus;
import io.agencyos.domain.lead.PoolStatus;
import io.agencyos.domain.outreach.calendar.Holidays;
import io.agencyos.domain.outreach.calendar.LeadPlace;
import io.agencyos.domain.outreach.calendar.SendCalendars;
import io.agencyos.domain.outreach.calendar.SendCalendars.Clocks;
import io.agencyos.domain.outreach.gate.GateFacts.Address;
import io.agencyos.domain.outreach.gate.GateFacts.Approval;
import io.agencyos.domain.outreach.gate.GateFacts.Budgets;
import io.agencyos.domain.outreach.gate.GateFacts.Content;
import io.agencyos.domain.outreach.gate.GateFacts.LeadFacts;
import io.agencyos.domain.outreach.touch.TouchOrigin;
import io.agencyos.domain.shared.DateRange;
import io.agencyos.domain.shared.TouchKind;
import io.agencyos.domain.shared.contact.Country;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The table of checks row by row: at which gates, for whom not, and what each says. Source: outreach 3.3. */
class CheckRowsTest {

    private static final ZoneId SYDNEY = ZoneId.of("Australia/Sydney");
    /** A Thursday, inside every window. */
    private static final Instant OPEN = sydney("2026-03-05T09:30:00");

    private static final LocalDate THURSDAY = LocalDate.of(2026, 3, 5);

    private static Instant sydney(String local) {
        return LocalDateTime.parse(local).atZone(SYDNEY).toInstant();
    }

    private TouchKind kind = TouchKind.EMAIL;
    private @Nullable LeadFacts lead = lead(true, false, false, false, null);
    private Address address = new Address(true, Address.State.OK, false, true, Address.Register.CLEAN, 0);
    private @Nullable LocalDate lastOnChannel;
    private boolean warm = true;
    private boolean another;
    private Budgets budgets = Budgets.PLENTY;
    private GateFacts.Vendor vendor = GateFacts.Vendor.READY;
    private Content content = Content.FINE;

    private static LeadFacts lead(
            boolean assigned, boolean complained, boolean meeting, boolean deal, @Nullable Instant cooling) {
        return new LeadFacts(
                assigned,
                LeadStatus.SCORED,
                PoolStatus.CLAIMED,
                false,
                complained,
                null,
                true,
                true,
                null,
                false,
                meeting,
                deal,
                cooling,
                false);
    }

    private GateAnswer ask(Gate gate, TouchOrigin origin) {
        var place = new LeadPlace(SYDNEY, Country.AUSTRALIA, "NSW", true);
        return Gatekeeper.evaluate(
                gate,
                origin,
                new GateFacts(
                        new GateFacts.Intent(kind, OPEN, false, false, true, false, false, EnrolmentState.ACTIVE, true),
                        new GateFacts.Standing(
                                GateFacts.Switches.OFF,
                                new GateFacts.ClientFacts(SubscriptionStatus.ACTIVE, false, null),
                                new GateFacts.CampaignFacts(CampaignStatus.ACTIVE, DateRange.ALWAYS, SYDNEY, 2, 5),
                                lead),
                        new GateFacts.Reach(
                                new GateFacts.History(0, 5, 0, SYDNEY, null, lastOnChannel),
                                address,
                                new Approval(PermissionMode.AUTOPILOT, Approval.Decision.NONE, false)),
                        new GateFacts.Hours(
                                SendCalendars.campaign(
                                        kind.channel(),
                                        Clocks.of(place, SYDNEY),
                                        WorkHours.DEFAULT,
                                        new Holidays(List.of())),
                                false),
                        new GateFacts.Means(
                                new GateFacts.Sender(true, GateFacts.Sender.Standing.HEALTHY, warm, another),
                                budgets,
                                vendor),
                        content),
                OPEN);
    }

    private void refused(int check, String code, GateAction action) {
        refused(Gate.COMMIT, check, code, action);
    }

    private GateAnswer.Refused refused(Gate gate, int check, String code, GateAction action) {
        GateAnswer answer = ask(gate, TouchOrigin.SEQUENCE);
        assertThat(answer).isInstanceOf(GateAnswer.Refused.class);
        GateAnswer.Refused refused = (GateAnswer.Refused) answer;
        assertThat(refused.check()).isEqualTo(check);
        assertThat(refused.code().wire()).isEqualTo(code);
        assertThat(refused.action()).isEqualTo(action);
        return refused;
    }

    @ParameterizedTest // outreach 3.3, column Gates
    @CsvSource({
        "ABC, 1 2 3 4 6 9 10 11 12 13 14 15 16 21 23 24",
        "AB, 5 7 8 17 18 19 20 22 26 27 28 29",
        "BC, 25 30 37 40",
        "B, 31 32 33 34 35 36 38 39"
    })
    void each_check_is_asked_at_the_gates_of_its_row(String gates, String numbers) {
        Set<Gate> asked = EnumSet.noneOf(Gate.class);
        gates.chars().forEach(letter -> asked.add(Gate.values()[letter - 'A']));
        Set<Integer> listed =
                Arrays.stream(numbers.split(" ")).map(Integer::valueOf).collect(Collectors.toSet());

        assertThat(Gatekeeper.CHECKS.stream()
                        .filter(check -> check.number() > 0 && check.gates().equals(asked))
                        .map(GateCheck::number))
                .containsExactlyInAnyOrderElementsOf(listed);
    }

    @Test // outreach 3.3 per-origin exemptions; 17 lets go of a manual touch by its facts, 13 of an answer to a
    // customer
    void each_origin_is_spared_the_checks_that_the_table_names() {
        Map<TouchOrigin, List<Integer>> spared = Map.of(
                TouchOrigin.SEQUENCE, List.of(),
                TouchOrigin.RETRY, List.of(17, 26, 27, 28),
                TouchOrigin.FOLLOW_UP, List.of(28),
                TouchOrigin.MANUAL, List.of(16),
                TouchOrigin.REPLY, List.of(14, 15, 16, 17, 18, 19, 22, 23, 26, 27, 28, 32, 33, 34));
        spared.forEach((origin, checks) -> assertThat(Gatekeeper.CHECKS.stream()
                        .filter(check -> check.number() > 0 && check.exempt().contains(origin))
                        .map(GateCheck::number))
                .as("%s", origin)
                .containsExactlyElementsOf(checks));
    }

    @Test // outreach check 8
    void a_lead_that_is_gone_is_not_found_and_not_in_silence() {
        lead = null;
        refused(Gate.PLAN, 8, "lead_not_found", GateAction.STOP);
        refused(8, "lead_not_found", GateAction.STOP);
    }

    @Test // outreach check 9
    void a_lead_that_another_campaign_has_is_left_alone_up_to_the_call() {
        lead = lead(false, false, false, false, null);
        refused(9, "not_assigned", GateAction.STOP);
        refused(Gate.DISPATCH, 9, "not_assigned", GateAction.STOP);
    }

    @ParameterizedTest // outreach checks 10, 11: nobody's answer, no person's hand, no gate gets past them
    @EnumSource(TouchOrigin.class)
    void a_complaint_stops_every_touch_whoever_wants_it(TouchOrigin origin) {
        lead = lead(true, true, false, false, null);
        for (Gate gate : Gate.values()) {
            assertThat(ask(gate, origin)).isInstanceOfSatisfying(GateAnswer.Refused.class, refused -> {
                assertThat(refused.check()).isEqualTo(11);
                assertThat(refused.code().wire()).isEqualTo("complained");
                assertThat(refused.action()).isEqualTo(GateAction.STOP);
            });
        }
    }

    @Test // outreach check 15: the meeting first; an answer in the conversation goes on
    void who_meets_or_buys_gets_no_more_of_the_sequence() {
        lead = lead(true, false, true, true, null);
        refused(15, "meeting_booked", GateAction.STOP);
        lead = lead(true, false, false, true, null);
        refused(Gate.DISPATCH, 15, "deal_open", GateAction.STOP);
        assertThat(ask(Gate.DISPATCH, TouchOrigin.REPLY)).isInstanceOf(GateAnswer.Passed.class);
    }

    @Test // outreach check 21: the channel alone, at every gate, for a person too
    void a_channel_that_its_person_closed_is_skipped_up_to_the_call() {
        address = new Address(true, Address.State.OK, true, true, Address.Register.CLEAN, 0);
        for (Gate gate : Gate.values()) {
            refused(gate, 21, "channel_opted_out", GateAction.SKIP);
        }
        assertThat(ask(Gate.COMMIT, TouchOrigin.MANUAL)).isInstanceOf(GateAnswer.Refused.class);
    }

    @Test // outreach check 26
    void a_cooling_lead_waits_until_the_instant_and_not_longer() {
        Instant until = OPEN.plusSeconds(1);
        lead = lead(true, false, false, false, until);
        assertThat(refused(Gate.COMMIT, 26, "cooling_period", GateAction.DEFER).until())
                .isEqualTo(until);
        lead = lead(true, false, false, false, OPEN);
        assertThat(ask(Gate.COMMIT, TouchOrigin.SEQUENCE)).isInstanceOf(GateAnswer.Passed.class);
    }

    @Test // outreach check 28: five calendar days on one channel; four are not enough, a follow-up may
    void a_channel_rests_five_days() {
        lastOnChannel = THURSDAY.minusDays(4);
        assertThat(refused(Gate.COMMIT, 28, "channel_cooldown", GateAction.DEFER)
                        .until())
                .isEqualTo(sydney("2026-03-06T09:00:00"));
        assertThat(ask(Gate.COMMIT, TouchOrigin.FOLLOW_UP)).isInstanceOf(GateAnswer.Passed.class);
        lastOnChannel = THURSDAY.minusDays(5);
        assertThat(ask(Gate.COMMIT, TouchOrigin.SEQUENCE)).isInstanceOf(GateAnswer.Passed.class);
    }

    @Test // outreach check 31: reselect, else defer
    void a_sender_that_is_not_warm_gives_way_to_another_or_waits_a_day() {
        warm = false;
        assertThat(refused(Gate.COMMIT, 31, "warmup_not_ready", GateAction.DEFER)
                        .until())
                .isEqualTo(sydney("2026-03-06T09:00:00"));
        another = true;
        refused(31, "warmup_not_ready", GateAction.RESELECT_SENDER);
    }

    @Test // outreach check 33: SEQUENCE and FOLLOW_UP count against the campaign's day (1.1)
    void a_campaign_that_has_done_its_day_goes_on_tomorrow() {
        budgets = budgets(false, true);
        assertThat(refused(Gate.COMMIT, 33, "rate_limit_campaign", GateAction.DEFER)
                        .until())
                .isEqualTo(sydney("2026-03-06T09:00:00"));
        assertThat(ask(Gate.COMMIT, TouchOrigin.FOLLOW_UP)).isInstanceOf(GateAnswer.Refused.class);
        assertThat(ask(Gate.COMMIT, TouchOrigin.RETRY)).isInstanceOf(GateAnswer.Passed.class);
    }

    @Test // outreach check 34: 200 texts a client and day; e-mail has no such cap
    void the_cap_of_a_clients_texts_concerns_texts_alone() {
        budgets = budgets(true, false);
        assertThat(ask(Gate.COMMIT, TouchOrigin.SEQUENCE)).isInstanceOf(GateAnswer.Passed.class);
        kind = TouchKind.SMS;
        refused(34, "rate_limit_client_sms", GateAction.DEFER);
    }

    @Test // outreach check 37
    void a_vendor_that_is_down_is_waited_for_and_an_empty_account_needs_a_person() {
        vendor = GateFacts.Vendor.unavailable(OPEN.plusSeconds(240));
        for (Gate gate : List.of(Gate.COMMIT, Gate.DISPATCH)) {
            assertThat(refused(gate, 37, "vendor_unavailable", GateAction.DEFER).until())
                    .isEqualTo(OPEN.plusSeconds(240));
        }
        vendor = GateFacts.Vendor.unavailable(OPEN.plusSeconds(1));
        assertThat(refused(Gate.COMMIT, 37, "vendor_unavailable", GateAction.DEFER)
                        .until())
                .as("not at once: one probe closes a breaker")
                .isEqualTo(OPEN.plusSeconds(60));
        vendor = GateFacts.Vendor.ACCOUNT_BLOCKED;
        assertThat(refused(Gate.DISPATCH, 37, "vendor_account_blocked", GateAction.HOLD)
                        .untilEvent())
                .isNotNull();
        assertThat(ask(Gate.PLAN, TouchOrigin.SEQUENCE))
                .as("what is planned today may go when the account works")
                .isInstanceOf(GateAnswer.Passed.class);
    }

    private static Budgets budgets(boolean campaign, boolean texts) {
        return new Budgets(true, campaign, Budgets.Colleagues.FEW, texts, true, true, true);
    }

    @Test // outreach 19.2: two of one company on a day, one in an hour of a channel; a person's own send and answers go
    void colleagues_hear_one_after_another() {
        budgets = new Budgets(true, true, Budgets.Colleagues.THIS_HOUR, true, true, true, true);
        assertThat(refused(Gate.COMMIT, 0, "too_recent", GateAction.DEFER).until())
                .isEqualTo(OPEN.truncatedTo(ChronoUnit.HOURS).plusSeconds(3600));
        budgets = new Budgets(true, true, Budgets.Colleagues.TODAY, true, true, true, true);
        assertThat(refused(Gate.COMMIT, 0, "too_recent", GateAction.DEFER).until())
                .isEqualTo(sydney("2026-03-06T09:00:00"));
        assertThat(ask(Gate.COMMIT, TouchOrigin.FOLLOW_UP)).isInstanceOf(GateAnswer.Refused.class);
        for (TouchOrigin origin : List.of(TouchOrigin.MANUAL, TouchOrigin.REPLY, TouchOrigin.RETRY)) {
            assertThat(ask(Gate.COMMIT, origin)).as(origin.wire()).isInstanceOf(GateAnswer.Passed.class);
        }
    }

    @Test // outreach check 38, 39, 40: in this order, since a text that is missing has neither
    void a_text_is_there_then_lawful_then_for_the_right_person() {
        content = new Content(Content.Standing.MISSING, false, false);
        refused(38, "content_missing", GateAction.DEFER);
        content = new Content(Content.Standing.STALE, false, false);
        refused(38, "content_stale", GateAction.REDRAFT);
        content = new Content(Content.Standing.QA_FAILED, false, false);
        refused(38, "content_qa_failed", GateAction.HOLD);
        content = new Content(Content.Standing.READY, false, false);
        refused(39, "compliance_element_missing", GateAction.FAIL);
        content = new Content(Content.Standing.READY, true, false);
        refused(40, "recipient_changed", GateAction.REDRAFT);
        refused(Gate.DISPATCH, 40, "recipient_changed", GateAction.REDRAFT);
    }

    @Test // outreach 4.8 I10: every refusal has until-when and remedy; 3.4
    void no_row_refuses_without_an_end_and_something_to_do() {
        lead = lead(true, false, false, false, OPEN.plusSeconds(60));
        assertTold(refused(Gate.COMMIT, 26, "cooling_period", GateAction.DEFER));
        lead = lead(true, false, false, false, null);
        vendor = GateFacts.Vendor.ACCOUNT_BLOCKED;
        assertTold(refused(Gate.COMMIT, 37, "vendor_account_blocked", GateAction.HOLD));
    }

    private static void assertTold(GateAnswer.Refused refused) {
        assertThat(refused.until() != null || refused.untilEvent() != null).isTrue();
        assertThat(refused.whatToDo()).isNotBlank().endsWith(".");
    }
}
