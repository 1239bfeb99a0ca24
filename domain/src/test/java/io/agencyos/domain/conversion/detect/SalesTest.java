package io.agencyos.domain.conversion.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.agencyos.domain.conversion.detect.Sales.ClosedDeal;
import io.agencyos.domain.conversion.detect.Sales.Credited;
import io.agencyos.domain.conversion.detect.Sales.HeldMeeting;
import io.agencyos.domain.conversion.kernel.Bars;
import io.agencyos.domain.conversion.kernel.Cell;
import io.agencyos.domain.conversion.pattern.Node;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What happens after the meeting. Source: conversion intelligence 10. */
class SalesTest {

    private static ClosedDeal lost(String reason, String stage, long cents, int days) {
        return new ClosedDeal(
                false, cents, days, "email", "warm", "legal", reason, stage, Map.of("qualification", days), true);
    }

    private static ClosedDeal won(String channel, long cents, int days) {
        return new ClosedDeal(
                true,
                cents,
                days,
                channel,
                "hot",
                "marketing",
                null,
                null,
                Map.of("qualification", 4, "proposal", days - 4),
                true);
    }

    private static List<ClosedDeal> of(int count, ClosedDeal deal) {
        return Collections.nCopies(count, deal);
    }

    private static Sales deals(List<ClosedDeal> deals) {
        return new Sales(List.of(), deals, List.of());
    }

    private static Node.Members section(Node.Members of, String name) {
        return (Node.Members) of.get(name).orElseThrow();
    }

    @Test // CIS E-20, 10: 12 of 40 lost for one reason; ties by value, then reason
    void deals_are_lost_for_reasons_that_are_told_with_their_interval() {
        List<ClosedDeal> deals = new ArrayList<>(of(12, lost("no_budget", "proposal", 10_000, 20)));
        deals.addAll(of(10, lost("went_silent", "qualification", 5_000, 30)));
        deals.addAll(of(10, lost("price_too_high", "proposal", 90_000, 10)));
        deals.addAll(of(8, lost("bad_fit", "qualification", 1, 1)));
        Node.Members lost = section(SaleFigures.described(deals(deals)), "lost_deals");
        assertThat(lost.canonical())
                .contains("\"sample_size\":40")
                .contains("{\"ci_high\":0.4522,\"ci_low\":0.1756,\"common_stage_lost\":\"proposal\",\"count\":12,"
                        + "\"median_days_in_pipeline\":20,\"percentage\":0.3000,\"reason\":\"no_budget\","
                        + "\"total_value_lost_cents\":120000}");
        assertThat(lost.canonical().indexOf("price_too_high"))
                .isLessThan(lost.canonical().indexOf("went_silent"));
    }

    @Test // CIS 10: of stages as common the earlier
    void the_stage_at_which_most_are_lost_is_told() {
        Node.Members lost = section(
                SaleFigures.described(deals(List.of(
                        lost("other", "contract_sent", 1, 1),
                        lost("other", "proposal", 1, 1),
                        lost("other", "contract_sent", 1, 1),
                        lost("other", "proposal", 1, 1)))),
                "lost_deals");
        assertThat(lost.canonical()).contains("\"common_stage_lost\":\"proposal\"");
    }

    @Test // CIS 10: velocity in the order of the stages, won beside lost
    void stages_are_told_with_the_days_that_deals_stand_at_them() {
        Node.Members velocity = section(
                SaleFigures.described(deals(List.of(
                        won("email", 1, 10),
                        won("email", 1, 20),
                        won("email", 1, 30),
                        lost("other", "proposal", 1, 50)))),
                "velocity");
        assertThat(velocity.canonical())
                .contains(
                        "[{\"lost_count\":1,\"median_days_lost\":50,\"median_days_won\":4,\"stage\":\"qualification\","
                                + "\"won_count\":3},{\"lost_count\":0,\"median_days_lost\":null,\"median_days_won\":16,"
                                + "\"stage\":\"proposal\",\"won_count\":3}]");
    }

    @Test // CIS 10.1: first touch by default; deals without touches are unattributed
    void revenue_is_credited_by_model_and_channel() {
        ClosedDeal unattributed = new ClosedDeal(true, 700_000L, 5, null, null, null, null, null, Map.of(), false);
        Sales sales = new Sales(
                List.of(),
                List.of(won("email", 2_000_000, 10), won("linkedin", 1_000_000, 12), unattributed),
                List.of(
                        new Credited("first_touch", "email", 1_000_000, 2_000_000),
                        new Credited("first_touch", "linkedin", 1_000_000, 1_000_000),
                        new Credited("linear", "email", 1_500_000, 2_500_000),
                        new Credited("linear", "linkedin", 500_000, 500_000)));
        assertThat(section(SaleFigures.described(sales), "channel_attribution").canonical())
                .contains(
                        "\"default_model\":\"first_touch\"",
                        "\"linear\":[{\"channel\":\"email\",\"share\":0.7500,\"value_cents\":2500000},"
                                + "{\"channel\":\"linkedin\",\"share\":0.2500,\"value_cents\":500000}]",
                        "\"unattributed\":{\"deals\":1,\"value_cents\":700000}");
    }

    @Test // CIS 10: meeting_to_deal and win_rate are sections of their own, with values and an insight where one
    // emerges
    void meetings_and_deals_are_compared_by_where_they_came_from() {
        List<HeldMeeting> meetings = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            meetings.add(new HeldMeeting("good", "hot", "16-30", i < 24, i < 24 ? 1_000_000L : null));
            meetings.add(new HeldMeeting("bad", "warm", null, i < 6, i < 6 ? null : 0L));
        }
        List<ClosedDeal> deals = new ArrayList<>(of(20, won("linkedin", 500_000, 30)));
        deals.addAll(of(4, lost("other", "proposal", 1, 9)));
        Sales sales = new Sales(meetings, deals, List.of());
        Sample toDeal = sales.meetingToDeal();
        assertThat(toDeal.units()).isEqualTo(80);
        assertThat(toDeal.conversions()).isEqualTo(30);
        assertThat(toDeal.dimensions())
                .extracting(Dimension::name, Dimension::known)
                .containsExactly(tuple("outcome", 80L), tuple(Who.SIZE, 40L), tuple("tier", 80L));
        Node.Members funnel = Funnel.detect(
                        List.of(
                                new Funnel.Section(
                                        Funnel.MEETING_TO_DEAL,
                                        toDeal,
                                        Optional.of(toDeal),
                                        SaleFigures.ofMeetings(sales)),
                                new Funnel.Section(
                                        Funnel.WIN_RATE,
                                        sales.winRate(),
                                        Optional.empty(),
                                        SaleFigures.ofDeals(sales))),
                        SaleFigures.described(sales))
                .orElseThrow()
                .members();
        assertThat(section(funnel, Funnel.MEETING_TO_DEAL).canonical())
                .contains("\"meeting_to_deal_rate\":0.3750", "\"avg_deal_value_cents\":1000000", "outcome_impact");
        assertThat(section(funnel, Funnel.WIN_RATE).canonical())
                .contains(
                        "\"win_rate\":0.8333",
                        "\"avg_won_value_cents\":500000",
                        "\"median_days_to_close\":30",
                        "required: 20 units with 5 of each outcome");
    }

    @Test // CIS 10: the best day by the lower limit of the show rate, not the most frequent; consumers get what
    // repeated only
    void the_best_day_for_meetings_is_the_one_with_the_surest_rate() {
        Sample meetings = new Sample(
                130,
                88,
                90,
                List.of(new Dimension(
                        Funnel.DAY,
                        List.of(Cell.of("1", 50, 42), Cell.of("3", 70, 39), Cell.of("4", 10, 7)),
                        130,
                        130,
                        Bars.FUNNEL)));
        Node.Members funnel = Funnel.detect(
                        List.of(new Funnel.Section(
                                Funnel.SHOW_RATE,
                                meetings,
                                Optional.empty(),
                                Node.members().done())),
                        Node.members().done())
                .orElseThrow()
                .members();
        assertThat(section(funnel, Funnel.SHOW_RATE).canonical())
                .contains("\"best_day\":\"Tuesday\"", "\"best_hour\":null")
                .contains("show rate, day Tuesday: 42 of 50");
        assertThat(section(funnel, "for_use").canonical()).contains("\"best_day\":null");
    }
}
