package io.agencyos.application.conversion.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.agencyos.application.campaign.store.CampaignTotals;
import io.agencyos.application.conversion.report.ReadReports.Span;
import io.agencyos.application.deal.BookMeeting;
import io.agencyos.application.deal.KeepDeals;
import io.agencyos.application.deal.RecordMeetingOutcome.News;
import io.agencyos.application.deal.SalesUnderTest;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.client.MeetingPace;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.conversation.Intent;
import io.agencyos.domain.conversation.Message;
import io.agencyos.domain.conversion.Benchmark;
import io.agencyos.domain.deal.AttributionModel;
import io.agencyos.domain.deal.BookedBy;
import io.agencyos.domain.deal.BookingMethod;
import io.agencyos.domain.deal.Deal;
import io.agencyos.domain.deal.DealStage;
import io.agencyos.domain.deal.LostReason;
import io.agencyos.domain.deal.Meeting;
import io.agencyos.domain.deal.MeetingType;
import io.agencyos.domain.lead.Activity;
import io.agencyos.domain.lead.ActivityAction;
import io.agencyos.domain.lead.ActivityActor;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.outreach.DeliveryStatus;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.Money;
import io.agencyos.domain.shared.id.ActivityId;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.MessageId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Figures over what really happened in the stores: the same in memory and on PostgreSQL. */
public abstract class FiguresContract extends SalesUnderTest {

    private static final ZoneId SYDNEY = ZoneId.of("Australia/Sydney");
    private static final Span ALL = new Span(null, null, null);

    /** What the platform reads of clients that share, this one among them. */
    protected abstract Benchmarks sharing(ClientId client, Figures figures);

    private ReadReports.Moments moments(Span span) {
        return reports().moments(viewer(), Objects.requireNonNull(span.from()), Objects.requireNonNull(span.to()));
    }

    private ReadReports reports() {
        return new ReadReportsService(
                new ReportPorts(
                        desk().figures(),
                        desk().saleFigures(),
                        desk().replyFigures(),
                        desk().world().world().clients(),
                        desk().world().world().campaigns(),
                        desk().world().world().leads().leads()),
                desk().world().units(),
                clock()::get);
    }

    private TenantScope viewer() {
        return as(ANN, Role.VIEWER);
    }

    private Touch firstTouch(Lead lead) {
        return scenario().touches(lead).getFirst();
    }

    private void told(Lead lead, ActivityAction action, int times) {
        Touch touch = firstTouch(lead);
        for (int i = 0; i < times; i++) {
            Activity line = new Activity(
                    new ActivityId(ids().next()),
                    client(),
                    lead.id(),
                    lead.campaignId(),
                    action,
                    Channel.EMAIL,
                    touch.kind(),
                    touch.id(),
                    1,
                    now().plusSeconds(i),
                    null,
                    null,
                    ActivityActor.LEAD);
            scenario().in(() -> desk().world().world().activities().append(line));
        }
    }

    private void delivered(Lead lead, DeliveryStatus status) {
        desk().delivery().tell(client(), firstTouch(lead).id(), status);
    }

    private Meeting booked(Lead lead) {
        if (meetings()
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
                                Origin.NONE)
                instanceof BookMeeting.Outcome.Booked(Meeting meeting)) {
            return meeting;
        }
        throw new AssertionError("not booked: " + lead);
    }

    private void record(Meeting meeting, News news) {
        meetings().recordMeetingOutcome().record(TenantScope.worker(client()), meeting.id(), news, Origin.NONE);
    }

    private Deal deal(Lead lead, @Nullable Meeting meeting, long dollars) {
        if (sales().keepDeals()
                        .make(
                                as(ANN, Role.MEMBER),
                                new KeepDeals.NewDeal(
                                        lead.id(),
                                        meeting == null ? null : meeting.id(),
                                        "Retainer",
                                        Money.dollars(dollars),
                                        null,
                                        null),
                                Origin.NONE)
                instanceof KeepDeals.Outcome.Made(Deal deal)) {
            return deal;
        }
        throw new AssertionError("not made: " + lead);
    }

    private void step(Deal deal, KeepDeals.Step step) {
        assertThat(sales().keepDeals().step(as(ANN, Role.MEMBER), deal.id(), step, Origin.NONE))
                .isInstanceOf(KeepDeals.Outcome.Saved.class);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(now(), SYDNEY);
    }

    @Test // api 9.9: delivered, opened, clicked, bounced by touch; opens of one touch count once
    void a_touch_counts_once_for_whatever_became_of_it() {
        List<Lead> leads = contacted(4);
        delivered(leads.get(0), DeliveryStatus.DELIVERED);
        delivered(leads.get(1), DeliveryStatus.BOUNCED);
        told(leads.get(0), ActivityAction.OPENED, 3);
        told(leads.get(0), ActivityAction.CLICKED, 2);
        told(leads.get(0), ActivityAction.REPLIED, 1);
        told(leads.get(2), ActivityAction.UNSUBSCRIBED, 1);

        ReadReports.ChannelLine email =
                reports().channels(viewer(), ALL).orElseThrow().lines().getFirst();

        assertThat(email.sent()).isEqualTo(new Figures.Sent("", Channel.EMAIL, 4, 1, 1, 1, 1, 1));
        assertThat(email.unsubscribed()).isEqualTo(1);
        scenario().advance(Duration.ofHours(30));
        assertThat(reports()
                        .channels(viewer(), ALL)
                        .orElseThrow()
                        .lines()
                        .getFirst()
                        .sent()
                        .delivered())
                .as("no bounce in 24 hours counts as delivered")
                .isEqualTo(3);
    }

    @Test // api 9.9: half-open days in the client's zone, one row per day incl. zero days
    void days_are_the_clients_own_and_quiet_ones_have_a_row() {
        List<Lead> leads = contacted(2);
        LocalDate first = today();
        replied(leads.getFirst(), Intent.QUESTION, "How much?");
        replied(leads.getLast(), Intent.OUT_OF_OFFICE, "I am away.");
        booked(leads.getFirst());
        scenario().advance(Duration.ofDays(2));

        ReadReports.Daily daily = reports()
                .daily(viewer(), new Span(first.minusDays(1), today(), null))
                .orElseThrow();

        assertThat(daily.lines())
                .extracting(ReadReports.Day::day, ReadReports.Day::sent, ReadReports.Day::replies)
                .containsExactly(
                        tuple(first.minusDays(1), 0, 0),
                        tuple(first, 2, 1),
                        tuple(first.plusDays(1), 0, 0),
                        tuple(first.plusDays(2), 0, 0));
        assertThat(daily.lines().get(1).meetingsBooked()).isEqualTo(1);
        assertThat(reports().daily(viewer(), new Span(first, first.minusDays(1), null)))
                .isEmpty();
        assertThat(reports().daily(viewer(), new Span(first.minusDays(366), first, null)))
                .as("367 days")
                .isEmpty();
    }

    @Test // api 9.9: reply_rate without automatic ones, show_rate, deals; compare=previous
    void a_summary_counts_leads_meetings_and_deals_and_the_days_before() {
        List<Lead> leads = contacted(5);
        replied(leads.get(0), Intent.MEETING_REQUEST, "Let us talk.");
        replied(leads.get(1), Intent.AUTO_REPLY, "Your mail was received.");
        Meeting held = booked(leads.get(0));
        Meeting missed = booked(leads.get(2));
        Meeting unknown = booked(leads.get(3));
        Meeting off = booked(leads.get(4));
        record(off, new News.Cancelled(null));
        scenario().advance(Duration.ofHours(3));
        record(held, new News.Attendance(true, null));
        record(missed, new News.Attendance(false, null));
        step(deal(leads.get(0), held, 1_000), new KeepDeals.Step.Won());

        Span span = new Span(today(), today(), null);
        ReadReports.Summary summary = reports().summary(viewer(), span, true).orElseThrow();

        assertThat(summary.totals().sent()).isEqualTo(5);
        assertThat(summary.totals().replies()).isEqualTo(1);
        assertThat(summary.totals().result()).isEqualTo(new Figures.Result(null, 5, 1, 1, 3, 1, 1, 1, 1, 1, 100_000));
        ReadReports.Moments day = moments(span);
        Benchmarks shared = sharing(client(), desk().figures());
        Supplier<List<Benchmark.Contribution>> asPlatform = () -> shared.shared(day.start(), day.end(), clock().get());
        assertThat(desk().world().units().onPlatform(asPlatform))
                .as("as the platform sees it")
                .containsExactly(new Benchmark.Contribution(5, 1, 3, 1, 1));
        assertThat(summary.previous().orElseThrow().sent()).isZero();
        assertThat(unknown.outcome()).as("of which nobody said").isNotNull();
        CampaignId campaign = scenario().campaign().id();
        assertThat(scenario()
                        .in(() -> desk().figures()
                                .results(new Figures.Over(
                                        client(),
                                        SYDNEY,
                                        now().minus(Duration.ofDays(2)),
                                        now().plusSeconds(1),
                                        null,
                                        now()))))
                .extracting(Figures.Result::campaign)
                .containsExactly(null, campaign);
        CountCampaigns totals = new CountCampaigns(desk().figures());
        assertThat(scenario().in(() -> totals.of(client(), null, now())))
                .isEqualTo(Map.of(campaign, new CampaignTotals.Totals(5, 5, 1, 1, 3, 1, 1)))
                .isEqualTo(scenario().in(() -> totals.of(client(), campaign, now())));
        assertThat(scenario().in(() -> totals.of(client(), new CampaignId(UUID.randomUUID()), now())))
                .isEmpty();
        assertThat(reports()
                        .summary(viewer(), new Span(null, null, new CampaignId(UUID.randomUUID())), false)
                        .orElseThrow()
                        .totals()
                        .result())
                .isEqualTo(Figures.Result.none(null));
    }

    @Test // api 9.9: overview, meetings_vs_last_month, on-track status
    void the_month_so_far_is_held_against_the_plan() {
        List<Lead> leads = contacted(2);
        booked(leads.getFirst());

        ReadReports.Month month = reports().overview(viewer());

        assertThat(month.days().from().getDayOfMonth()).isEqualTo(1);
        assertThat(month.totals().result().booked()).isEqualTo(1);
        assertThat(month.bookedLastMonth()).isZero();
        assertThat(month.pace())
                .isEqualTo(MeetingPace.of(month.target(), 1, today().getDayOfMonth(), today().lengthOfMonth()));
        assertThat(month.activeSequences()).isEqualTo(1);
        assertThat(month.pipeline()).isEqualTo(1);
        assertThat(month.campaigns())
                .singleElement()
                .satisfies(line -> assertThat(line.result().booked()).isEqualTo(1));
    }

    @Test // api 9.9: weekday 1-7 x hour 0-23 in the client's zone; campaign metrics by step; 9.4: what of it was given
    // up
    void touches_are_told_apart_by_hour_and_by_step() {
        Lead lead = contacted();
        told(lead, ActivityAction.OPENED, 1);
        scenario().runFor(Duration.ofDays(9));

        ReadReports.Hours hours =
                reports().timeOfDay(viewer(), ALL, Channel.EMAIL).orElseThrow();
        booked(lead);
        ReadReports.Metrics metrics =
                reports().metrics(viewer(), scenario().campaign().id(), ALL).orElseThrow();

        assertThat(hours.cells().values().stream().mapToInt(Figures.Sent::sent).sum())
                .isEqualTo(2);
        assertThat(hours.cells().keySet()).allMatch(key -> key.matches("[1-7]-[0-2][0-9]"));
        assertThat(reports().timeOfDay(viewer(), ALL, Channel.SMS).orElseThrow().cells())
                .isEmpty();
        assertThat(metrics.steps())
                .extracting(Figures.Sent::key, Figures.Sent::sent, Figures.Sent::opened)
                .containsExactly(tuple("1", 1, 1), tuple("2", 1, 0));
        assertThat(metrics.refused())
                .isNotEmpty()
                .allMatch(line -> line.stepNo() > 2 && line.count() == 1)
                .doesNotHaveDuplicates();
        assertThat(reports().exists(viewer(), new CampaignId(UUID.randomUUID())))
                .isFalse();
    }

    @Test // content 5.2, api 9.9: attribution adds up to what was won; deals without touches are unattributed
    void what_was_won_is_shared_among_channels_and_adds_up() {
        Lead lead = contacted();
        step(deal(lead, null, 2_500), new KeepDeals.Step.Won());
        Lead untouched = scenario().leads(1).getFirst();
        step(deal(untouched, null, 500), new KeepDeals.Step.Won());

        for (AttributionModel model : AttributionModel.values()) {
            assertThat(reports().revenue(viewer(), ALL, model).orElseThrow().lines())
                    .as(model.wire())
                    .containsExactly(
                            new SaleFigures.Revenue(Channel.EMAIL, 1, 250_000),
                            new SaleFigures.Revenue(null, 1, 50_000));
        }
    }

    @Test // content 5.2: win rate, lost by reason and stage, days to close, meeting -> deal
    void deals_are_counted_as_they_end() {
        List<Lead> leads = contacted(3);
        Meeting held = booked(leads.get(0));
        scenario().advance(Duration.ofHours(2));
        record(held, new News.Attendance(true, null));
        Deal won = deal(leads.get(0), held, 1_000);
        Deal lost = deal(leads.get(1), null, 2_000);
        deal(leads.get(2), null, 4_000);
        step(lost, new KeepDeals.Step.Moved(DealStage.PROPOSAL, null));
        scenario().advance(Duration.ofDays(3));
        step(won, new KeepDeals.Step.Won());
        scenario().advance(Duration.ofDays(2));
        step(lost, new KeepDeals.Step.Lost(LostReason.NO_BUDGET, null));

        ReadReports.Deals deals = reports().deals(viewer(), ALL).orElseThrow();

        assertThat(deals.totals())
                .isEqualTo(new SaleFigures.Totals(3, 1, 1, 100_000, new BigDecimal("4.0"), 400_000, 1, 1));
        assertThat(deals.lost())
                .containsExactly(new SaleFigures.Lost(LostReason.NO_BUDGET, DealStage.PROPOSAL, 1, 200_000));
    }

    @Test // content 4.8: by channel and intent, automatic apart; response classes; top questions
    void replies_are_counted_by_what_they_mean_and_answers_by_how_long_they_took() {
        List<Lead> leads = contacted(3);
        replied(leads.get(0), Intent.INTERESTED, "Tell me more.");
        replied(leads.get(1), Intent.INTERESTED, "Go on.");
        replied(leads.get(2), Intent.OUT_OF_OFFICE, "I am away.");
        scenario().advance(Duration.ofMinutes(42));
        answer(leads.get(0));
        scenario().advance(Duration.ofMinutes(3));
        answer(leads.get(1));

        ReadReports.Replies replies = reports().replies(viewer(), ALL).orElseThrow();

        assertThat(replies.counted())
                .extracting(ReplyFigures.Counted::intent, ReplyFigures.Counted::replies)
                .containsExactlyInAnyOrder(tuple(Intent.INTERESTED, 2), tuple(Intent.OUT_OF_OFFICE, 1));
        assertThat(replies.answers())
                .isEqualTo(new ReplyFigures.Answers(
                        2, new BigDecimal("43.5"), new BigDecimal("43.5"), List.of(0, 0, 2, 0, 0, 0)));
        assertThat(replies.questions()).containsExactly(new ReplyFigures.Question("what does it cost?", 3));
    }

    private void answer(Lead lead) {
        scenario().in(() -> {
            var thread = desk().threads()
                    .findForUpdate(client(), lead.id(), Channel.EMAIL)
                    .orElseThrow();
            desk().threads()
                    .append(new Message(
                            new MessageId(ids().next()),
                            client(),
                            thread.id(),
                            lead.id(),
                            Message.Direction.OUT,
                            Channel.EMAIL,
                            "Re: Quick idea",
                            "Gladly.",
                            thread.ours() + thread.theirs() + 1,
                            now()));
        });
    }

    @Test // api 9.9 best-of: 5 opens + click + reply -> 180; 1 open -> 10; + meeting -> 380
    void what_was_sent_is_ranked_by_what_it_brought() {
        List<Lead> leads = contacted(4);
        told(leads.get(0), ActivityAction.OPENED, 5);
        told(leads.get(0), ActivityAction.CLICKED, 1);
        told(leads.get(0), ActivityAction.REPLIED, 1);
        told(leads.get(1), ActivityAction.OPENED, 1);
        told(leads.get(2), ActivityAction.OPENED, 3);
        told(leads.get(2), ActivityAction.CLICKED, 1);
        told(leads.get(2), ActivityAction.REPLIED, 1);
        booked(leads.get(2));

        List<Figures.Best> best = reports().best(viewer(), 30, 10);

        assertThat(best).extracting(Figures.Best::score).containsExactly(380, 180, 10);
        assertThat(best.getFirst().text()).isNotBlank();
        assertThat(best.getFirst().touch()).isEqualTo(firstTouch(leads.get(2)).id());
        assertThat(reports().best(viewer(), 30, 1)).hasSize(1);
    }

    @Test // api 9.9: daily activity by hour; 9.6 engagement; tiers
    void one_day_one_lead_and_the_tiers_are_counted() {
        List<Lead> leads = contacted(2);
        told(leads.getFirst(), ActivityAction.OPENED, 2);
        told(leads.getFirst(), ActivityAction.REPLIED, 1);

        ReadReports.OneDay day = reports().hours(viewer(), null);
        Figures.Engagement engaged =
                reports().engagement(viewer(), leads.getFirst().id()).orElseThrow();

        assertThat(day.hours().stream()
                        .filter(line -> line.action() == ActivityAction.OPENED)
                        .mapToInt(Figures.Hour::count)
                        .sum())
                .isEqualTo(2);
        assertThat(engaged).isEqualTo(new Figures.Engagement(1, 2, 0, 1, now().plusSeconds(1), List.of(Channel.EMAIL)));
        assertThat(reports().tiers(viewer(), null).stream()
                        .mapToInt(Figures.TierCount::leads)
                        .sum())
                .isEqualTo(2);
        TenantScope stranger = new TenantScope(another().client(), BEN, Role.OWNER);
        assertThat(reports().engagement(stranger, leads.getFirst().id())).isEmpty();
        assertThat(reports().channels(stranger, ALL).orElseThrow().lines())
                .as("nothing of another client")
                .isEmpty();
    }
}
