package io.agencyos.application.deal;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.deal.KeepDeals.NewDeal;
import io.agencyos.application.deal.KeepDeals.Outcome;
import io.agencyos.application.deal.KeepDeals.Step;
import io.agencyos.application.deal.store.Customers;
import io.agencyos.application.deal.store.DealOutcomes;
import io.agencyos.application.deal.store.Deals;
import io.agencyos.application.lead.store.Suppressions;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.campaign.enrolment.EnrolmentState;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.conversation.ThreadOutcome;
import io.agencyos.domain.deal.AttributionModel;
import io.agencyos.domain.deal.BookedBy;
import io.agencyos.domain.deal.BookingMethod;
import io.agencyos.domain.deal.BookingPath;
import io.agencyos.domain.deal.Customer;
import io.agencyos.domain.deal.Deal;
import io.agencyos.domain.deal.DealStage;
import io.agencyos.domain.deal.DealStageEvent;
import io.agencyos.domain.deal.LostReason;
import io.agencyos.domain.deal.Meeting;
import io.agencyos.domain.deal.MeetingType;
import io.agencyos.domain.lead.Activity;
import io.agencyos.domain.lead.ActivityAction;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.LeadStatus;
import io.agencyos.domain.lead.SuppressionKeyType;
import io.agencyos.domain.lead.SuppressionReason;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.platform.EventName;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.Money;
import io.agencyos.domain.shared.id.MeetingId;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Deals from the first word to the last, over real stores: the same stories in memory and on PostgreSQL. */
public abstract class DealsContract extends SalesUnderTest {

    private static final NewDeal RETAINER =
            new NewDeal(null, null, "Retainer", Money.dollars(10_000), null, LocalDate.of(2026, 4, 1));

    private static NewDeal of(Lead lead) {
        return of(lead, null);
    }

    private static NewDeal of(Lead lead, @Nullable DealStage stage) {
        return new NewDeal(lead.id(), null, "Retainer", Money.dollars(10_000), stage, LocalDate.of(2026, 4, 1));
    }

    private Outcome make(NewDeal deal) {
        return sales().keepDeals().make(as(ANN, Role.MEMBER), deal, Origin.NONE);
    }

    private Deal made(NewDeal deal) {
        if (make(deal) instanceof Outcome.Made(Deal made)) {
            return made;
        }
        throw new AssertionError("not made: " + deal);
    }

    private Outcome step(Deal deal, Step step) {
        return sales().keepDeals().step(as(ANN, Role.MEMBER), deal.id(), step, Origin.NONE);
    }

    private Deal stepped(Deal deal, Step step) {
        if (step(deal, step) instanceof Outcome.Saved(Deal saved)) {
            return saved;
        }
        throw new AssertionError("not saved: " + step);
    }

    private List<DealOutcomes.Kind> outcomes(Deal deal) {
        return scenario()
                .in(() -> desk().sales().of(client(), deal.id()).stream()
                        .map(DealOutcomes.Entry::kind)
                        .toList());
    }

    private List<Deals.Credit> credits(Deal deal, AttributionModel model) {
        return scenario()
                .in(() -> desk().deals().attribution(client(), deal.id()).stream()
                        .filter(credit -> credit.model() == model)
                        .toList());
    }

    @Test // content 5.2: the first deal of a lead converts it; outreach 2.6: any open -> CONVERTED
    void the_first_deal_of_a_lead_converts_it_and_ends_the_outreach_to_it() {
        Lead lead = contacted();

        Deal deal = made(of(lead));

        assertThat(deal.stage()).isEqualTo(DealStage.QUALIFICATION);
        assertThat(deal.probability()).isEqualTo(20);
        assertThat(deal.campaignId()).isEqualTo(lead.campaignId());
        assertThat(scenario().reread(lead).status()).isEqualTo(LeadStatus.CONVERTED);
        assertThat(scenario().reread(lead).history().convertedAt()).isEqualTo(now());
        assertThat(scenario().enrolment(lead).state()).isEqualTo(EnrolmentState.CONVERTED);
        assertThat(thread(lead).outcome()).isEqualTo(ThreadOutcome.CONVERTED);
        assertThat(desk().events().apply(client())).contains(EventName.DEAL_CREATED, EventName.LEAD_CONVERTED);
        scenario()
                .in(() -> assertThat(desk().timeline().of(client(), lead.id(), null, 1))
                        .extracting(Activity::action)
                        .containsExactly(ActivityAction.CONVERTED));
        scenario().runFor(Duration.ofDays(20));
        assertThat(scenario().conservation().closes()).isTrue();
        made(of(lead));
        assertThat(desk().events().apply(client()))
                .as("event lead.converted once per lead")
                .containsOnlyOnce(EventName.LEAD_CONVERTED);
    }

    @Test // CIS 2: a deal without a meeting adds an implied booking at its creation
    void a_deal_that_no_meeting_preceded_counts_as_a_booking_for_learning() {
        Lead lead = contacted();
        List<BookingPath.Contact> sent =
                scenario().in(() -> desk().bookingTouches().sentTo(client(), lead.id()));

        Deal deal = made(of(lead));

        assertThat(outcomes(deal)).containsExactly(DealOutcomes.Kind.DEAL_CREATED);
        assertThat(deal.path().credited()).isEqualTo(sent.getFirst().touch());
        assertThat(deal.path().first()).isEqualTo(Channel.EMAIL);
        scenario().in(() -> {
            assertThat(desk().bookingTouches().isCredited(client(), sent.getFirst()))
                    .isTrue();
            assertThat(desk().sales().implyBooking(ids().next(), client(), lead.id(), deal.id(), now(), null))
                    .as("it stands already")
                    .isFalse();
        });
    }

    @Test // CIS 2: a booking that stands is not implied again
    void a_deal_after_a_meeting_is_credited_to_the_touch_of_the_meeting() {
        Lead lead = contacted();
        Meeting meeting = booked(lead);
        scenario().advance(Duration.ofDays(3));

        Deal deal = made(new NewDeal(null, meeting.id(), "Retainer", null, null, null));

        assertThat(deal.leadId()).isEqualTo(lead.id());
        assertThat(deal.path().credited()).isEqualTo(meeting.creditedTouchId());
        scenario()
                .in(() -> assertThat(desk().deals().ofMeetings(client(), List.of(meeting.id())))
                        .containsEntry(meeting.id(), deal.id()));
        assertThat(make(new NewDeal(null, meeting.id(), "Again", null, null, null)))
                .as("a meeting leads to one deal")
                .isEqualTo(new Outcome.Known(deal));
    }

    private Meeting booked(Lead lead) {
        BookMeeting.Outcome outcome = meetings()
                .bookMeeting()
                .book(
                        as(ANN, Role.MEMBER),
                        new BookMeeting.Booking(
                                lead.id(),
                                now().plus(Duration.ofDays(1)),
                                30,
                                MeetingType.DISCOVERY,
                                null,
                                null,
                                BookedBy.HUMAN,
                                BookingMethod.DIRECT,
                                null,
                                null),
                        Origin.NONE);
        if (outcome instanceof BookMeeting.Outcome.Booked(Meeting meeting)) {
            return meeting;
        }
        throw new AssertionError(outcome);
    }

    @Test // content 5.2: attribution over the touches before the deal, all five, adding up; data model 5.9
    void the_touches_before_a_deal_share_its_value() {
        Lead lead = contacted();
        scenario().runFor(Duration.ofDays(14));
        Deal deal = made(of(lead));

        int touches = deal.path().touchesBefore();
        assertThat(touches).isEqualTo(3);
        assertThat(credits(deal, AttributionModel.TIME_DECAY))
                .extracting(Deals.Credit::cents)
                .containsExactly(259_921L, 327_480L, 412_599L);
        assertThat(credits(deal, AttributionModel.TIME_DECAY))
                .extracting(Deals.Credit::millionths)
                .containsExactly(259_921L, 327_480L, 412_599L);
        assertThat(credits(deal, AttributionModel.LINEAR))
                .extracting(Deals.Credit::cents)
                .containsExactly(333_334L, 333_333L, 333_333L);
        assertThat(credits(deal, AttributionModel.FIRST_TOUCH))
                .extracting(Deals.Credit::cents)
                .containsExactly(1_000_000L, 0L, 0L);
        changed(
                deal,
                new KeepDeals.Details(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(Optional.of(Money.dollars(1_000))),
                        Optional.empty(),
                        Optional.empty(),
                        deal.version()));
        assertThat(credits(deal, AttributionModel.LINEAR))
                .as("a new value is shared anew")
                .extracting(Deals.Credit::cents)
                .containsExactly(33_334L, 33_333L, 33_333L);
    }

    private Deal changed(Deal deal, KeepDeals.Details details) {
        if (sales().keepDeals().change(as(ANN, Role.MEMBER), deal.id(), details, Origin.NONE)
                instanceof Outcome.Saved(Deal saved)) {
            return saved;
        }
        throw new AssertionError("not changed: " + details);
    }

    @Test // content 5.2 stages, lost_reason; api 9.12 lose, reopen
    void a_deal_walks_its_stages_is_lost_for_a_reason_and_is_opened_again() {
        Deal deal = made(of(contacted()));

        Deal proposal = stepped(deal, new Step.Moved(DealStage.PROPOSAL, 55));
        assertThat(proposal.probability()).isEqualTo(55);
        scenario().advance(Duration.ofDays(2));
        Deal lost = stepped(proposal, new Step.Lost(LostReason.NO_BUDGET, "Next year."));
        assertThat(outcomes(deal)).containsExactly(DealOutcomes.Kind.DEAL_CREATED, DealOutcomes.Kind.DEAL_LOST);
        assertThat(stepped(lost, new Step.Lost(LostReason.BAD_FIT, null)))
                .as("twice is once")
                .isEqualTo(lost);
        assertThat(step(lost, new Step.Won()))
                .isEqualTo(new Outcome.Barred(DealStage.CLOSED_LOST, DealStage.CLOSED_WON, List.of()));
        Deal open = stepped(lost, new Step.Reopened());

        assertThat(open.stage()).isEqualTo(DealStage.PROPOSAL);
        assertThat(outcomes(deal)).containsExactly(DealOutcomes.Kind.DEAL_CREATED);
        assertThat(scenario().in(() -> desk().deals().history(client(), deal.id())))
                .extracting(DealStageEvent::to)
                .containsExactly(
                        DealStage.QUALIFICATION, DealStage.PROPOSAL, DealStage.CLOSED_LOST, DealStage.PROPOSAL);
        assertThat(scenario().in(() -> desk().deals().history(client(), deal.id())))
                .extracting(DealStageEvent::daysInPrevious)
                .containsExactly(0, 0, 2, 0);
        stepped(open, new Step.Won());
        assertThat(outcomes(deal)).containsExactly(DealOutcomes.Kind.DEAL_CREATED, DealOutcomes.Kind.DEAL_WON);
        assertThat(desk().events().apply(client()))
                .contains(EventName.DEAL_LOST, EventName.DEAL_WON, EventName.DEAL_STAGE_CHANGED);
    }

    @Test // api 9.12: winning adds the customer with its suppression; content 6.2: others there are stopped
    void a_won_deal_makes_a_customer_whose_people_are_not_written_to() {
        List<Lead> leads = contacted(2);

        Deal won = stepped(made(of(leads.getFirst())), new Step.Won());

        assertThat(won.closedAt()).isEqualTo(now());
        assertThat(scenario().enrolment(leads.get(1)).state()).isEqualTo(EnrolmentState.STOPPED);
        List<Customers.Kept> customers = customers();
        assertThat(customers).singleElement().satisfies(kept -> {
            Customer customer = kept.customer();
            assertThat(customer.domain())
                    .isEqualTo(leads.getFirst().contact().email().domain());
            assertThat(customer.dealValue()).isEqualTo(Money.dollars(10_000));
            assertThat(customer.reason()).isEqualTo(SuppressionReason.EXISTING_CUSTOMER);
        });
        String domain = leads.getFirst().contact().email().domain().value();
        scenario()
                .in(() -> assertThat(desk().world()
                                .world()
                                .leads()
                                .suppressions()
                                .findByKeys(
                                        client(),
                                        List.of(
                                                new Suppressions.Key(SuppressionKeyType.DOMAIN, domain),
                                                new Suppressions.Key(SuppressionKeyType.DOMAIN, "tern.example")))
                                .values())
                        .singleElement()
                        .satisfies(entry -> assertThat(entry.reason()).isEqualTo(SuppressionReason.EXISTING_CUSTOMER)));
        assertThat(purchases()).as("buyer signal").containsExactly(domain + " 10000.00");
        assertThat(scenario().conservation().closes()).isTrue();
        stepped(made(of(leads.getFirst())), new Step.Won());
        assertThat(customers()).as("one company, one customer").hasSize(1);
    }

    @Test // content 6.2, flows 2.16: once per sale, whatever dies in between
    void a_process_that_dies_before_the_sale_is_told_loses_nothing() {
        Lead lead = contacted();
        Deal deal = made(of(lead));
        dyingBeforeItTells(() -> stepped(deal, new Step.Won()));
        assertThat(customers()).as("the sale stands").hasSize(1);
        assertThat(purchases()).isEmpty();
        assertThat(sales().settlePurchases().settle(1_000)).isPositive();
        assertThat(purchases()).contains(lead.contact().email().domain().value() + " 10000.00");
        int told = purchases().size();
        assertThat(sales().settlePurchases().settle(1_000)).isZero();
        assertThat(purchases()).hasSize(told);
    }

    @Test // api 8 Deal: lead_id settable once, while unmatched; CIS E: unmatched deals teach nothing
    void a_deal_without_a_lead_is_kept_and_may_be_given_one_once() {
        List<Lead> leads = contacted(2);
        Deal deal = made(RETAINER);
        assertThat(outcomes(deal)).isEmpty();
        assertThat(listed(matching(Set.of(Deals.Match.UNMATCHED)), Deals.By.CREATED_AT, true))
                .containsExactly(deal);

        Deal matched = changed(deal, toLead(leads.getFirst(), deal));

        assertThat(matched.leadId()).isEqualTo(leads.getFirst().id());
        assertThat(scenario().reread(leads.getFirst()).status()).isEqualTo(LeadStatus.CONVERTED);
        assertThat(outcomes(deal)).containsExactly(DealOutcomes.Kind.DEAL_CREATED);
        assertThat(credits(matched, AttributionModel.LAST_TOUCH))
                .extracting(Deals.Credit::cents)
                .containsExactly(1_000_000L);
        assertThat(sales().keepDeals()
                        .change(as(ANN, Role.MEMBER), deal.id(), toLead(leads.get(1), matched), Origin.NONE))
                .isInstanceOf(Outcome.Invalid.class);
        assertThat(sales().keepDeals().change(as(ANN, Role.MEMBER), deal.id(), toLead(leads.get(0), deal), Origin.NONE))
                .isEqualTo(new Outcome.VersionConflict(matched.version()));
    }

    private static KeepDeals.Details toLead(Lead lead, Deal deal) {
        return new KeepDeals.Details(
                Optional.of(lead.id()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                deal.version());
    }

    private static Deals.Filter matching(Set<Deals.Match> matches) {
        return new Deals.Filter(null, matches, null, null, null, null, null);
    }

    private List<Deal> listed(Deals.Filter filter, Deals.By by, boolean descending) {
        List<Deal> all = new ArrayList<>();
        Deals.After after = null;
        boolean more = true;
        while (more) {
            ListDeals.Page page = sales().listDeals().list(as(ANN, Role.VIEWER), filter, by, descending, after, 2);
            all.addAll(page.deals());
            more = page.more();
            after = more
                    ? new Deals.After(
                            by.key(page.deals().getLast()),
                            page.deals().getLast().id())
                    : null;
        }
        return all;
    }

    @Test // api 9.12 filters and sorts; 1.4 keyset
    void deals_are_listed_page_by_page_in_each_order_and_by_each_filter() {
        Deal a = made(new NewDeal(null, null, "Café fit-out", Money.dollars(500), DealStage.PROPOSAL, null));
        scenario().advance(Duration.ofMinutes(1));
        Deal b = made(new NewDeal(null, null, "Retainer", null, null, LocalDate.of(2026, 5, 1)));
        scenario().advance(Duration.ofMinutes(1));
        Deal c = made(new NewDeal(null, null, "Site", Money.dollars(900), null, LocalDate.of(2026, 4, 1)));

        assertThat(listed(Deals.Filter.ALL, Deals.By.CREATED_AT, true)).containsExactly(c, b, a);
        assertThat(listed(Deals.Filter.ALL, Deals.By.CREATED_AT, false)).containsExactly(a, b, c);
        assertThat(listed(Deals.Filter.ALL, Deals.By.EXPECTED_CLOSE_DATE, false))
                .containsExactly(c, b, a);
        assertThat(listed(Deals.Filter.ALL, Deals.By.VALUE_CENTS, true)).containsExactly(c, a, b);
        assertThat(listed(
                        new Deals.Filter(Set.of(DealStage.PROPOSAL), null, null, null, null, null, "cafe"),
                        Deals.By.CREATED_AT,
                        true))
                .containsExactly(a);
        assertThat(listed(
                        new Deals.Filter(
                                null, null, null, null, LocalDate.of(2026, 4, 1), LocalDate.of(2026, 5, 1), null),
                        Deals.By.CREATED_AT,
                        true))
                .containsExactly(c);
        TenantScope stranger = new TenantScope(another().client(), BEN, Role.OWNER);
        assertThat(sales().listDeals().find(stranger, a.id())).isEmpty();
        assertThat(sales().keepDeals().step(stranger, a.id(), new Step.Won(), Origin.NONE))
                .isInstanceOf(Outcome.NotFound.class);
    }

    @Test // content E-46
    void the_pipeline_adds_up_by_stage() {
        made(new NewDeal(null, null, "a", Money.dollars(10_000), DealStage.QUALIFICATION, null));
        made(new NewDeal(null, null, "b", Money.dollars(20_000), DealStage.NEGOTIATION, null));
        made(new NewDeal(null, null, "c", Money.dollars(5_000), DealStage.CONTRACT_SENT, null));
        made(new NewDeal(null, null, "d", null, DealStage.CONTRACT_SENT, null));

        List<Deals.StageTotal> pipeline = sales().listDeals().pipeline(as(ANN, Role.VIEWER));

        assertThat(pipeline).hasSize(7);
        assertThat(pipeline.stream().mapToLong(Deals.StageTotal::weightedCents).sum())
                .isEqualTo(1_850_000);
        assertThat(pipeline).contains(new Deals.StageTotal(DealStage.CONTRACT_SENT, 2, 500_000, 450_000));
    }

    @Test // api 3, 8 Deal
    void who_may_not_and_what_cannot_be_is_refused() {
        Lead lead = contacted();
        assertThat(sales().keepDeals().make(as(ANN, Role.VIEWER), of(lead), Origin.NONE))
                .isInstanceOf(Outcome.Forbidden.class);
        assertThat(make(of(lead, DealStage.CLOSED_LOST))).isInstanceOf(Outcome.Invalid.class);
        assertThat(make(new NewDeal(null, null, " ", new Money(-1), null, null)))
                .isInstanceOfSatisfying(
                        Outcome.Invalid.class,
                        invalid -> assertThat(invalid.faults())
                                .extracting(Fault::member)
                                .containsExactly("name", "value_cents"));
        assertThat(make(new NewDeal(null, new MeetingId(ids().next()), "Retainer", null, null, null)))
                .isInstanceOf(Outcome.Invalid.class);
        assertThat(scenario().enrolment(lead).state()).isEqualTo(EnrolmentState.ACTIVE);
        Deal won = made(of(lead, DealStage.CLOSED_WON));
        assertThat(outcomes(won)).containsExactly(DealOutcomes.Kind.DEAL_CREATED, DealOutcomes.Kind.DEAL_WON);
        assertThat(step(won, new Step.Moved(DealStage.CLOSED_LOST, null))).isInstanceOf(Outcome.Invalid.class);
        assertThat(step(won, new Step.Moved(DealStage.PROPOSAL, null)))
                .isEqualTo(new Outcome.Barred(DealStage.CLOSED_WON, DealStage.PROPOSAL, List.of()));
        assertThat(stepped(won, new Step.Reopened()).stage()).isEqualTo(DealStage.QUALIFICATION);
    }
}
