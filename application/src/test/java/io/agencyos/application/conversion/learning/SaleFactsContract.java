package io.agencyos.application.conversion.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.agencyos.application.conversion.learning.store.LearningFacts;
import io.agencyos.application.deal.KeepDeals;
import io.agencyos.application.deal.PlainFiles;
import io.agencyos.application.deal.RecordMeetingOutcome;
import io.agencyos.application.deal.SaleUseCases;
import io.agencyos.application.outreach.suppression.SuppressionUseCases;
import io.agencyos.application.scoring.RecordPurchase;
import io.agencyos.application.shared.PublishedSuffixes;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.conversion.detect.Sales;
import io.agencyos.domain.deal.Deal;
import io.agencyos.domain.deal.DealStage;
import io.agencyos.domain.deal.LostReason;
import io.agencyos.domain.deal.Meeting;
import io.agencyos.domain.deal.MeetingOutcome;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What came of meetings and deals, on whatever stores. Source: conversion intelligence 10. */
public abstract class SaleFactsContract extends LearningDesk {

    private KeepDeals keeping() {
        return new SaleUseCases(
                        desk().dealPorts(),
                        scenario().useCases().stopOutreach(),
                        new SuppressionUseCases(
                                        desk().world().world().leads(),
                                        desk().world().world().clients(),
                                        desk().world().world().campaigns(),
                                        desk().world().stores().enrolments(),
                                        scenario().useCases().stopOutreach(),
                                        desk().audit(),
                                        desk().world().world().tasks(),
                                        PublishedSuffixes.identityKeys(),
                                        desk().world().units(),
                                        clock()::get,
                                        ids())
                                .suppressNow(),
                        (client, company, purchase) -> RecordPurchase.Outcome.COUNTED,
                        PublishedSuffixes.identityKeys(),
                        desk().bookImports(),
                        new PlainFiles(),
                        desk().world().units(),
                        clock()::get,
                        ids())
                .keepDeals();
    }

    private Deal made(@Nullable Lead lead, @Nullable Meeting meeting, long dollars) {
        KeepDeals.NewDeal asked = new KeepDeals.NewDeal(
                lead == null ? null : lead.id(),
                meeting == null ? null : meeting.id(),
                "Retainer",
                Money.dollars(dollars),
                null,
                null);
        if (keeping().make(as(ANN, Role.MEMBER), asked, Origin.NONE) instanceof KeepDeals.Outcome.Made(Deal deal)) {
            return deal;
        }
        throw new AssertionError("not made");
    }

    private void step(Deal deal, KeepDeals.Step step) {
        assertThat(keeping().step(as(ANN, Role.MEMBER), deal.id(), step, Origin.NONE))
                .isInstanceOf(KeepDeals.Outcome.Saved.class);
    }

    private Meeting held(Lead lead) {
        Meeting meeting = booked(lead);
        scenario().advance(Duration.ofDays(2));
        tell(meeting, new RecordMeetingOutcome.News.Attendance(true, null));
        return meeting;
    }

    private Sales sales() {
        LearningFacts.Span ever = new LearningFacts.Span(Instant.EPOCH, now());
        return in(() -> learning().sales().sales(client(), ever, ever, now()));
    }

    @Test // CIS 10: held meetings and whether a deal came of them, with what the lead was like when it was contacted
    void a_held_meeting_is_told_with_the_deal_that_came_of_it() {
        List<Lead> leads = contacted(2);
        Meeting sold = held(leads.get(0));
        tell(held(leads.get(1)), new RecordMeetingOutcome.News.Ended(MeetingOutcome.BAD, null, null));
        made(null, sold, 10_000);
        scenario().advance(Duration.ofDays(60));
        mature();
        Sales sales = sales();
        assertThat(sales.meetings())
                .extracting(Sales.HeldMeeting::outcome, Sales.HeldMeeting::sold, Sales.HeldMeeting::cents)
                .containsExactlyInAnyOrder(tuple(null, true, 1_000_000L), tuple("bad", false, null));
        assertThat(sales.meetings()).extracting(Sales.HeldMeeting::tier).doesNotContainNull();
        assertThat(sales.deals()).isEmpty();
    }

    @Test // CIS 10, 2.4: a deal that was made after the cut-off is not known at it
    void what_was_sold_later_was_not_sold_yet() {
        Meeting meeting = held(contacted());
        scenario().advance(Duration.ofDays(1));
        Instant cutOff = now();
        scenario().advance(Duration.ofDays(1));
        made(null, meeting, 1);
        LearningFacts.Span ever = new LearningFacts.Span(Instant.EPOCH, now());
        assertThat(in(() -> learning().sales().sales(client(), ever, ever, cutOff))
                        .meetings())
                .extracting(Sales.HeldMeeting::sold)
                .containsExactly(false);
    }

    @Test // CIS 10, 10.1: closed deals with their stages, reasons and credits
    void a_closed_deal_is_told_with_its_stages_and_its_credit() {
        List<Lead> leads = contacted(2);
        Deal first = made(leads.get(0), null, 20_000);
        Deal second = made(leads.get(1), null, 3_000);
        scenario().advance(Duration.ofDays(4));
        step(first, new KeepDeals.Step.Moved(DealStage.PROPOSAL, null));
        scenario().advance(Duration.ofDays(6));
        step(first, new KeepDeals.Step.Won());
        step(second, new KeepDeals.Step.Lost(LostReason.NO_BUDGET, null));
        scenario().advance(Duration.ofDays(45));
        mature();
        Sales sales = sales();
        assertThat(sales.deals()).hasSize(2).anySatisfy(won -> {
            assertThat(won.won()).isTrue();
            assertThat(won.cents()).isEqualTo(2_000_000);
            assertThat(won.days()).isEqualTo(10);
            assertThat(won.firstChannel()).isEqualTo("email");
            assertThat(won.tier()).isNotNull();
            assertThat(won.daysByStage()).isEqualTo(Map.of("qualification", 4, "proposal", 6));
            assertThat(won.attributed()).isTrue();
            assertThat(won.lostAt()).isNull();
        });
        assertThat(sales.deals()).anySatisfy(lost -> {
            assertThat(lost.won()).isFalse();
            assertThat(lost.lostReason()).isEqualTo("no_budget");
            assertThat(lost.lostAt()).isEqualTo("qualification");
            assertThat(lost.daysByStage()).isEqualTo(Map.of("qualification", 10));
        });
        assertThat(sales.credits()).hasSize(5).allSatisfy(credit -> {
            assertThat(credit.channel()).isEqualTo("email");
            assertThat(credit.millionths()).isEqualTo(1_000_000);
            assertThat(credit.cents()).isEqualTo(2_000_000);
        });
    }
}
