package io.agencyos.domain.conversion.detect;

import io.agencyos.domain.conversion.pattern.Node;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What people do with e-mails before they answer: described, never tested and never acted on, as who opens is not who was
 * drawn to open. Openings and clicks of machines are in none of these counts. Source: conversion intelligence 8, 9.1, 2.5.
 *
 * @param groups delivered e-mails that are old enough, by what became of them
 */
public record Engagement(List<Group> groups, Times times) {

    /**
     * E-mails alike in all three.
     *
     * @param openings of all of them together
     */
    public record Group(boolean opened, boolean clicked, boolean converted, long emails, long openings) {}

    /**
     * Whole minutes that something took.
     *
     * @param median and {@code most}: the smallest numbers of minutes within which 50 and 80 % had happened; null of none
     */
    public record Minutes(
            long count,
            long sum,
            @Nullable Integer median,
            @Nullable Integer most) {

        /** It never happened. */
        public static final Minutes NONE = new Minutes(0, 0, null, null);

        private Node average() {
            return count == 0 ? new Node.Nothing() : Node.figure(quotient(sum, count, 1));
        }

        private static Node whole(@Nullable Integer minutes) {
            return minutes == null ? new Node.Nothing() : Node.whole(minutes);
        }
    }

    /**
     * From sending to the first opening and the first click, and from the one to the other.
     *
     * @param openedConverted to the opening, of e-mails to which a booking is credited; {@code clickedConverted} likewise
     */
    public record Times(
            Minutes opened,
            Minutes clicked,
            Minutes openedToClicked,
            Minutes openedConverted,
            Minutes clickedConverted) {

        public static final Times NONE =
                new Times(Minutes.NONE, Minutes.NONE, Minutes.NONE, Minutes.NONE, Minutes.NONE);
    }

    /** Nothing is known. */
    public static final Engagement NONE = new Engagement(List.of(), Times.NONE);

    private static final long LEAST = 30;

    public Engagement {
        groups = List.copyOf(groups);
    }

    /** The member {@code engagement_timing} of WHEN. */
    Node timing() {
        long opened = emails(Group::opened);
        long clicked = emails(Group::clicked);
        return Node.members()
                .with("sample_size", emails(each -> true))
                .with("avg_time_to_open_minutes", times.opened().average())
                .with(
                        "median_time_to_open_minutes",
                        Minutes.whole(times.opened().median()))
                .with("avg_time_to_click_minutes", times.clicked().average())
                .with(
                        "median_time_to_click_minutes",
                        Minutes.whole(times.clicked().median()))
                .with(
                        "median_open_to_click_minutes",
                        Minutes.whole(times.openedToClicked().median()))
                .with(
                        "optimal_open_window_minutes",
                        Minutes.whole(times.opened().most()))
                .with(
                        "optimal_click_window_minutes",
                        Minutes.whole(times.clicked().most()))
                .with("open_rate", rate(opened, emails(each -> true)))
                .with("click_rate", rate(clicked, emails(each -> true)))
                .with("click_to_open_rate", rate(clicked, opened))
                .with("proxy", true)
                .done();
    }

    /** The member {@code email_engagement_correlation} of HOW. */
    Node correlation() {
        long all = emails(each -> true);
        Node ifOpened = conversion(Group::opened);
        Node ifNot = conversion(each -> !each.opened());
        Node ifClicked = conversion(Group::clicked);
        Node.Builder members = Node.members()
                .with("sample_size", all)
                .with("open_rate", rate(emails(Group::opened), all))
                .with("click_rate", rate(emails(Group::clicked), all))
                .with("click_to_open_rate", rate(emails(Group::clicked), emails(Group::opened)))
                .with("conversion_rate_if_opened", ifOpened)
                .with("conversion_rate_if_not_opened", ifNot)
                .with("conversion_rate_if_clicked", ifClicked)
                .with("open_conversion_lift", times(Group::opened, each -> !each.opened()))
                .with("click_conversion_lift", times(Group::clicked, each -> !each.clicked()))
                .with("avg_opens_converted", openings(Group::converted))
                .with("avg_opens_not_converted", openings(each -> !each.converted()))
                .with("avg_time_to_open_converted", times.openedConverted().average())
                .with("avg_time_to_click_converted", times.clickedConverted().average())
                .with("causal", false);
        return members.with("insights", insights()).done();
    }

    private Node insights() {
        List<Node> told = new ArrayList<>();
        if (emails(Group::opened) >= LEAST && emails(each -> !each.opened()) >= LEAST) {
            told.add(Node.text(
                    "Of %d opened e-mails %d led to a meeting, of %d others %d: who opens is more interested already, so this is no effect of opening."
                            .formatted(
                                    emails(Group::opened),
                                    converted(Group::opened),
                                    emails(each -> !each.opened()),
                                    converted(each -> !each.opened()))));
        }
        return Node.items(told);
    }

    private long emails(Predicate<Group> which) {
        return groups.stream().filter(which).mapToLong(Group::emails).sum();
    }

    private long converted(Predicate<Group> which) {
        return emails(which.and(Group::converted));
    }

    private Node conversion(Predicate<Group> which) {
        return rate(converted(which), emails(which));
    }

    private Node openings(Predicate<Group> which) {
        long openings = groups.stream().filter(which).mapToLong(Group::openings).sum();
        return emails(which) == 0 ? new Node.Nothing() : Node.figure(quotient(openings, emails(which), 2));
    }

    /** How many times as often one kind converts as the other; nothing where that cannot be said. */
    private Node times(Predicate<Group> one, Predicate<Group> other) {
        boolean known = emails(one) > 0 && converted(other) > 0;
        return known
                ? Node.figure(quotient(converted(one) * emails(other), emails(one) * converted(other), 2))
                : new Node.Nothing();
    }

    static Node rate(long part, long whole) {
        return whole == 0 ? new Node.Nothing() : Node.figure(quotient(part, whole, 4));
    }

    static BigDecimal quotient(long part, long whole, int decimals) {
        return BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), decimals, RoundingMode.HALF_UP);
    }
}
