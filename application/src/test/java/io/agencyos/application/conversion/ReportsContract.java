package io.agencyos.application.conversion;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.conversation.store.Timeline;
import io.agencyos.application.deal.BookMeeting;
import io.agencyos.application.deal.KeepDeals;
import io.agencyos.application.deal.RecordMeetingOutcome;
import io.agencyos.application.deal.SalesUnderTest;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.conversation.Intent;
import io.agencyos.domain.deal.BookedBy;
import io.agencyos.domain.deal.BookingMethod;
import io.agencyos.domain.deal.DealStage;
import io.agencyos.domain.deal.Meeting;
import io.agencyos.domain.deal.MeetingType;
import io.agencyos.domain.lead.Activity;
import io.agencyos.domain.lead.ActivityAction;
import io.agencyos.domain.lead.ActivityActor;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.outreach.DeliveryStatus;
import io.agencyos.domain.platform.AuditEntry;
import io.agencyos.domain.scoring.tier.Tier;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.Money;
import io.agencyos.domain.shared.id.ActivityId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The reports, counted over what really happened in the stores. */
public abstract class ReportsContract extends SalesUnderTest {

    private ReportUseCases reports() {
        return new ReportUseCases(
                desk().reports(),
                desk().world().world().clients(),
                desk().world().world().campaigns(),
                desk().world().units(),
                clock()::get);
    }

    private Meeting booked(Lead lead) {
        BookMeeting.Outcome outcome = meetings()
                .bookMeeting()
                .book(
                        TenantScope.worker(client()),
                        new BookMeeting.Booking(
                                lead.id(),
                                now().plus(Duration.ofHours(1)),
                                30,
                                MeetingType.DISCOVERY,
                                null,
                                null,
                                BookedBy.LEAD,
                                BookingMethod.CALENDLY,
                                null,
                                null),
                        AuditEntry.Origin.NONE);
        if (outcome instanceof BookMeeting.Outcome.Booked(Meeting meeting)) {
            return meeting;
        }
        throw new AssertionError(outcome);
    }

    private void record(Meeting meeting, RecordMeetingOutcome.News news) {
        meetings()
                .recordMeetingOutcome()
                .record(TenantScope.worker(client()), meeting.id(), news, AuditEntry.Origin.NONE);
    }

    private void opened(Lead lead) {
        for (int times = 0; times < 2; times++) {
            Activity line = new Activity(
                    new ActivityId(ids().next()),
                    client(),
                    lead.id(),
                    lead.campaignId(),
                    ActivityAction.OPENED,
                    Channel.EMAIL,
                    null,
                    null,
                    1,
                    now(),
                    null,
                    null,
                    ActivityActor.VENDOR);
            scenario().in(() -> desk().world().world().activities().append(line));
        }
    }

    private TenantScope viewer() {
        return as(ANN, Role.VIEWER);
    }

    private FunnelCounts.Report funnels() {
        return reports()
                .funnelCounts()
                .count(viewer(), FunnelCounts.Span.LAST_MONTH)
                .orElseThrow();
    }

    /**
     * Five leads were written to and a sixth was not. One came back, one was delivered for sure; one opened it twice; one
     * was away and then said yes; one asked, was asked again and said no; two booked, one of them called it off.
     */
    private void a_busy_day() {
        List<Lead> leads = contacted(5);
        scenario().leads(1);
        desk().delivery()
                .tell(client(), scenario().touches(leads.get(0)).getFirst().id(), DeliveryStatus.BOUNCED);
        desk().delivery()
                .tell(client(), scenario().touches(leads.get(1)).getFirst().id(), DeliveryStatus.DELIVERED);
        opened(leads.get(1));
        replied(leads.get(1), Intent.OUT_OF_OFFICE, "I am away.");
        scenario().advance(Duration.ofMinutes(1));
        replied(leads.get(1), Intent.MEETING_REQUEST, "Let us talk.");
        replied(leads.get(2), Intent.QUESTION, "How much?");
        scenario().advance(Duration.ofMinutes(1));
        replied(leads.get(2), Intent.NOT_INTERESTED, "No, thanks.");
        replied(leads.get(3), Intent.AUTO_REPLY, "Your mail was received.");
        Meeting held = booked(leads.get(1));
        record(held, new RecordMeetingOutcome.News.Attendance(true, null));
        Meeting calledOff = booked(leads.get(4));
        record(calledOff, new RecordMeetingOutcome.News.Cancelled(null));
    }

    @Test // api 9.9: contacted, reply_rate without automatic replies, meetings
    void a_funnel_counts_each_lead_once_however_often_it_opened_and_answered() {
        a_busy_day();

        assertThat(funnels().funnels())
                .containsExactly(new Reports.Funnel(
                        scenario().campaign().id(),
                        6,
                        5,
                        1,
                        1,
                        Map.of(Intent.MEETING_REQUEST, 1, Intent.QUESTION, 1),
                        1,
                        1,
                        Reports.Sold.NOTHING));
        assertThat(funnels().campaigns().get(scenario().campaign().id()))
                .isEqualTo(scenario().campaign().name());
    }

    @Test // api 9.9: no bounce 24 h after sending counts as delivered
    void what_has_not_come_back_for_a_day_counts_as_delivered() {
        a_busy_day();
        scenario().advance(Duration.ofHours(25));

        assertThat(funnels().total())
                .hasValueSatisfying(total -> assertThat(total.delivered()).isEqualTo(4));
    }

    @Test // api 9.9: deals, won, pipeline_value_cents, won_value_cents
    void a_funnel_goes_on_to_what_was_sold() {
        List<Lead> leads = contacted(3);
        sold(leads.get(0), DealStage.CLOSED_WON, 10_000);
        sold(leads.get(0), DealStage.PROPOSAL, 4_000);
        sold(leads.get(1), DealStage.QUALIFICATION, 2_500);

        assertThat(funnels().total().map(Reports.Funnel::sales))
                .contains(new Reports.Sold(2, 1, Money.dollars(6_500), Money.dollars(10_000)));
    }

    private void sold(Lead lead, DealStage stage, int dollars) {
        assertThat(sales().keepDeals()
                        .make(
                                as(ANN, Role.MEMBER),
                                new KeepDeals.NewDeal(lead.id(), null, "Retainer", Money.dollars(dollars), stage, null),
                                AuditEntry.Origin.NONE))
                .isInstanceOf(KeepDeals.Outcome.Made.class);
    }

    @Test // api 9.9: from, to are days on the client's clock, both included
    void a_funnel_begins_with_who_was_enrolled_in_its_days() {
        a_busy_day();
        LocalDate monday = LocalDate.of(2026, 3, 2);
        FunnelCounts counts = reports().funnelCounts();

        assertThat(counts.count(viewer(), new FunnelCounts.Span(monday, monday, null)))
                .hasValueSatisfying(report -> assertThat(report.funnels())
                        .singleElement()
                        .extracting(Reports.Funnel::enrolled)
                        .isEqualTo(6));
        assertThat(counts.count(viewer(), new FunnelCounts.Span(monday.plusDays(1), monday.plusDays(2), null)))
                .hasValueSatisfying(report -> assertThat(report.total()).isEmpty());
        assertThat(counts.count(viewer(), new FunnelCounts.Span(monday, monday.minusDays(1), null)))
                .isEmpty();
        assertThat(counts.count(viewer(), new FunnelCounts.Span(monday, monday.plusDays(366), null)))
                .isEmpty();
        assertThat(counts.count(viewer(), new FunnelCounts.Span(monday, monday.plusDays(365), null)))
                .isPresent();
    }

    @Test // api 9.9: never another tenant
    void another_tenants_reports_are_empty() {
        a_busy_day();
        TenantScope stranger = new TenantScope(another().client(), BEN, Role.OWNER);

        assertThat(reports().funnelCounts().count(stranger, FunnelCounts.Span.LAST_MONTH))
                .hasValueSatisfying(report -> assertThat(report.funnels()).isEmpty());
        assertThat(reports().conversionByTier().count(stranger, null, null))
                .hasValueSatisfying(report -> assertThat(report.lines()).isEmpty());
    }

    @Test // scoring 1: tiers beside what came of them
    void a_tier_is_judged_by_the_leads_that_were_written_to_while_they_were_in_it() {
        a_busy_day();
        Tier tier = Tier.valueOf(
                scenario().touches(contactedBefore()).getFirst().frozen().tier().toUpperCase(Locale.ROOT));

        assertThat(reports().conversionByTier().count(viewer(), null, null))
                .hasValueSatisfying(report -> assertThat(report.lines())
                        .containsExactly(new ConversionByTier.Line(
                                new Reports.TierLine(tier, 5, 2, 1, 1),
                                new BigDecimal("0.4000"),
                                new BigDecimal("0.2000"),
                                new BigDecimal("0.2000"))));
    }

    private Lead contactedBefore() {
        return scenario().in(() -> {
            var first = desk().timeline().list(client(), sentOnly(), null, 1).getFirst();
            return desk().world()
                    .world()
                    .leads()
                    .leads()
                    .find(client(), first.leadId())
                    .orElseThrow();
        });
    }

    private static Timeline.Filter sentOnly() {
        return new Timeline.Filter(null, null, null, Set.of(ActivityAction.SENT), null, null);
    }

    @Test // api 9.9: denominator 0 -> null
    void a_rate_of_nothing_is_null() {
        assertThat(ConversionByTier.rate(0, 0)).isNull();
        assertThat(ConversionByTier.rate(7, 200)).isEqualTo("0.0350");
    }
}
