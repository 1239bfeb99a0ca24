package io.agencyos.domain.conversion.detect;

import io.agencyos.domain.conversion.detect.Sales.ClosedDeal;
import io.agencyos.domain.conversion.detect.Sales.Credited;
import io.agencyos.domain.conversion.detect.Sales.HeldMeeting;
import io.agencyos.domain.conversion.pattern.Node;
import io.agencyos.domain.conversion.stats.Share;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The described parts of the funnel: values, times, reasons and credits, never tested. Source: conversion intelligence 10. */
public final class SaleFigures {

    /** In the order in which deals walk them. */
    private static final List<String> STAGES =
            List.of("qualification", "proposal", "negotiation", "verbal_commit", "contract_sent");

    private static final int MOST_REASONS = 5;
    private static final String DEFAULT_MODEL = "first_touch";

    private SaleFigures() {}

    /** Beside the rate of meetings that led to a deal. */
    public static Node.Members ofMeetings(Sales sales) {
        return Node.members()
                .with(
                        "avg_deal_value_cents",
                        mean(sales.meetings().stream()
                                .filter(HeldMeeting::sold)
                                .map(HeldMeeting::cents)
                                .toList()))
                .done();
    }

    /** Beside the rate of deals that were won. */
    public static Node.Members ofDeals(Sales sales) {
        List<ClosedDeal> won = sales.deals().stream().filter(ClosedDeal::won).toList();
        return Node.members()
                .with(
                        "avg_won_value_cents",
                        mean(won.stream().map(ClosedDeal::cents).toList()))
                .with(
                        "median_days_to_close",
                        median(won.stream().map(ClosedDeal::days).toList()))
                .done();
    }

    /** The sections that compare nothing. */
    public static Node.Members described(Sales sales) {
        return Node.members()
                .with("lost_deals", lost(sales))
                .with("channel_attribution", attribution(sales))
                .with("velocity", velocity(sales))
                .done();
    }

    private static Node lost(Sales sales) {
        List<ClosedDeal> lost =
                sales.deals().stream().filter(deal -> !deal.won()).toList();
        Map<String, List<ClosedDeal>> byReason = lost.stream()
                .filter(deal -> deal.lostReason() != null)
                .collect(Collectors.groupingBy(
                        deal -> Objects.requireNonNull(deal.lostReason()), TreeMap::new, Collectors.toList()));
        Comparator<Map.Entry<String, List<ClosedDeal>>> order = Comparator.comparing(
                        (Map.Entry<String, List<ClosedDeal>> each) ->
                                each.getValue().size())
                .thenComparing(each -> cents(each.getValue()))
                .reversed()
                .thenComparing(Map.Entry::getKey);
        return Node.members()
                .with("sample_size", lost.size())
                .with(
                        "top_reasons",
                        Node.items(byReason.entrySet().stream()
                                .sorted(order)
                                .limit(MOST_REASONS)
                                .map(each -> reason(each.getKey(), each.getValue(), lost.size()))
                                .toList()))
                .with("insights", Node.items(List.of()))
                .done();
    }

    private static Node reason(String reason, List<ClosedDeal> deals, int all) {
        Share share = Share.of(deals.size(), all);
        return Node.members()
                .with("reason", reason)
                .with("count", deals.size())
                .with("percentage", Engagement.rate(deals.size(), all))
                .with("ci_low", Node.rounded(share.low(), 4))
                .with("ci_high", Node.rounded(share.high(), 4))
                .with("total_value_lost_cents", cents(deals))
                .with(
                        "median_days_in_pipeline",
                        median(deals.stream().map(ClosedDeal::days).toList()))
                .with("common_stage_lost", commonStage(deals))
                .done();
    }

    /** Of stages that are as common the earlier one. */
    private static @Nullable String commonStage(List<ClosedDeal> deals) {
        return STAGES.stream()
                .filter(stage -> deals.stream().anyMatch(deal -> stage.equals(deal.lostAt())))
                .max(Comparator.comparingLong((String stage) -> deals.stream()
                                .filter(deal -> stage.equals(deal.lostAt()))
                                .count())
                        .thenComparing(stage -> -STAGES.indexOf(stage)))
                .orElse(null);
    }

    private static Node attribution(Sales sales) {
        List<ClosedDeal> won = sales.deals().stream().filter(ClosedDeal::won).toList();
        List<ClosedDeal> without =
                won.stream().filter(deal -> !deal.attributed()).toList();
        Map<String, List<Credited>> byModel = sales.credits().stream()
                .collect(Collectors.groupingBy(Credited::model, TreeMap::new, Collectors.toList()));
        Node.Builder models = Node.members();
        byModel.forEach((model, credits) -> models.with(model, model(credits, won.size() - without.size())));
        return Node.members()
                .with("sample_size", won.size())
                .with("default_model", DEFAULT_MODEL)
                .with("models", models.done())
                .with(
                        "unattributed",
                        Node.members()
                                .with("deals", without.size())
                                .with("value_cents", cents(without))
                                .done())
                .with("insights", Node.items(List.of()))
                .done();
    }

    /** Shares of the deals that have credits at all, the largest first. */
    private static Node model(List<Credited> credits, int deals) {
        return Node.items(credits.stream()
                .sorted(Comparator.comparing(Credited::cents)
                        .thenComparing(Credited::millionths)
                        .reversed()
                        .thenComparing(Credited::channel))
                .map(each -> Node.members()
                        .with("channel", each.channel())
                        .with("share", Engagement.rate(each.millionths(), 1_000_000L * Math.max(1, deals)))
                        .with("value_cents", each.cents())
                        .done())
                .toList());
    }

    private static Node velocity(Sales sales) {
        List<Node> stages = new ArrayList<>();
        for (String stage : STAGES) {
            List<Integer> won = days(sales.deals(), stage, true);
            List<Integer> lost = days(sales.deals(), stage, false);
            if (!won.isEmpty() || !lost.isEmpty()) {
                stages.add(Node.members()
                        .with("stage", stage)
                        .with("median_days_won", median(won))
                        .with("median_days_lost", median(lost))
                        .with("won_count", won.size())
                        .with("lost_count", lost.size())
                        .done());
            }
        }
        return Node.members()
                .with("sample_size", sales.deals().size())
                .with("stage_velocity", Node.items(stages))
                .with("insights", Node.items(List.of()))
                .done();
    }

    private static List<Integer> days(List<ClosedDeal> deals, String stage, boolean won) {
        return deals.stream()
                .filter(deal -> deal.won() == won)
                .map(ClosedDeal::daysByStage)
                .map(byStage -> byStage.get(stage))
                .filter(Objects::nonNull)
                .toList();
    }

    /** Of those whose value is known. */
    private static Node mean(Collection<@Nullable Long> cents) {
        List<Long> known = cents.stream().filter(Objects::nonNull).toList();
        return known.isEmpty()
                ? new Node.Nothing()
                : Node.figure(Engagement.quotient(
                        known.stream().mapToLong(Long::longValue).sum(), known.size(), 0));
    }

    /** The smallest number within which half of them were. */
    private static Node median(List<Integer> days) {
        List<Integer> sorted = days.stream().sorted().toList();
        return sorted.isEmpty() ? new Node.Nothing() : Node.whole(sorted.get((sorted.size() + 1) / 2 - 1));
    }

    private static long cents(List<ClosedDeal> deals) {
        Function<ClosedDeal, @Nullable Long> value = ClosedDeal::cents;
        return deals.stream()
                .map(value)
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .sum();
    }
}
