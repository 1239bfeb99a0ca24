package io.agencyos.bootstrap.bench;

import io.agencyos.adapters.in.cli.Benchmarks.Figure;
import io.agencyos.domain.campaign.CampaignStatus;
import io.agencyos.domain.campaign.WorkHours;
import io.agencyos.domain.campaign.enrolment.EnrolmentState;
import io.agencyos.domain.client.PermissionMode;
import io.agencyos.domain.client.billing.SubscriptionStatus;
import io.agencyos.domain.lead.LeadStatus;
import io.agencyos.domain.outreach.calendar.Holidays;
import io.agencyos.domain.outreach.calendar.LeadPlace;
import io.agencyos.domain.outreach.calendar.SendCalendar;
import io.agencyos.domain.outreach.calendar.SendCalendars;
import io.agencyos.domain.outreach.calendar.SendCalendars.Clocks;
import io.agencyos.domain.outreach.gate.Gate;
import io.agencyos.domain.outreach.gate.GateAnswer;
import io.agencyos.domain.outreach.gate.GateFacts;
import io.agencyos.domain.outreach.gate.Gatekeeper;
import io.agencyos.domain.outreach.touch.TouchOrigin;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.DateRange;
import io.agencyos.domain.shared.TouchKind;
import io.agencyos.domain.shared.contact.Country;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/** All three gates of a touch that passes every check, on facts that are there already. Source: issue 4, bench. */
final class GateBench {

    private static final int MOST = 500_000;
    private static final int TIMES_A_ROW = 50;
    private static final ZoneId SYDNEY = ZoneId.of("Australia/Sydney");
    /** A Monday, half past nine in Sydney. */
    private static final Instant NOW = Instant.parse("2026-03-01T22:30:00Z");

    private GateBench() {}

    /** @param rows how often it is asked hangs on how many leads there are */
    static Figure measure(int rows) {
        GateFacts facts = facts();
        int touches = Math.min(MOST, rows * TIMES_A_ROW);
        int passed = passed(facts, touches);
        long begun = System.nanoTime();
        passed += passed(facts, touches);
        double micros = (System.nanoTime() - begun) / 1e3 / touches;
        if (passed != 2 * touches) {
            throw new IllegalStateException("the measured touch does not pass every gate");
        }
        return new Figure(
                "gates of a touch",
                String.format(Locale.ROOT, "%.2f us", micros),
                "",
                "",
                "plan, commit and dispatch, every check passed");
    }

    private static int passed(GateFacts facts, int touches) {
        int passed = 0;
        for (int i = 0; i < touches; i++) {
            boolean all = true;
            for (Gate gate : Gate.values()) {
                all &= Gatekeeper.evaluate(gate, TouchOrigin.SEQUENCE, facts, NOW) instanceof GateAnswer.Passed;
            }
            passed += all ? 1 : 0;
        }
        return passed;
    }

    private static GateFacts facts() {
        LeadPlace place = new LeadPlace(SYDNEY, Country.AUSTRALIA, "NSW", true);
        SendCalendar calendar = SendCalendars.campaign(
                Channel.EMAIL, Clocks.of(place, SYDNEY), WorkHours.DEFAULT, new Holidays(List.of()));
        return new GateFacts(
                new GateFacts.Intent(
                        TouchKind.EMAIL, NOW, true, false, true, false, false, EnrolmentState.PENDING, false),
                new GateFacts.Standing(
                        GateFacts.Switches.OFF,
                        new GateFacts.ClientFacts(SubscriptionStatus.ACTIVE, false, null),
                        new GateFacts.CampaignFacts(CampaignStatus.ACTIVE, DateRange.ALWAYS, SYDNEY, 2, 5),
                        lead()),
                new GateFacts.Reach(
                        new GateFacts.History(0, 3, 0, SYDNEY, null, null),
                        new GateFacts.Address(
                                true,
                                GateFacts.Address.State.OK,
                                false,
                                true,
                                GateFacts.Address.Register.NOT_APPLICABLE,
                                0),
                        new GateFacts.Approval(PermissionMode.AUTOPILOT, GateFacts.Approval.Decision.NONE, false)),
                new GateFacts.Hours(calendar, false),
                GateFacts.Means.of(new GateFacts.Sender(true, GateFacts.Sender.Standing.HEALTHY, true, true)),
                GateFacts.Content.FINE);
    }

    private static GateFacts.LeadFacts lead() {
        return new GateFacts.LeadFacts(
                true, LeadStatus.SCORED, null, false, false, null, true, true, null, false, false, false, null, false);
    }
}
