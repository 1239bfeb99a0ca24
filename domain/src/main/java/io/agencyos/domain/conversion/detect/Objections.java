package io.agencyos.domain.conversion.detect;

import io.agencyos.domain.conversion.pattern.Node;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What replies object to, per industry and size of company, described and not tested. Source: conversion intelligence 6.2. */
public final class Objections {

    private static final long LEAST_REPLIES = 10;
    private static final Map<String, String> SIZES = Map.of(
            "1-5", "small",
            "6-15", "small",
            "16-30", "small",
            "31-50", "small",
            "51-100", "medium",
            "101-250", "medium",
            "251-500", "large",
            "501+", "large");

    /** Nobody objected to anything. */
    public static final Node.Members NONE = of(List.of());

    /**
     * Replies of leads of one industry and size.
     *
     * @param objection what they object to; null in the row that counts all replies, objecting or not
     * @param leads how many wrote them
     */
    public record Said(
            @Nullable String industry,
            @Nullable String sizeBand,
            @Nullable String objection,
            long replies,
            long leads) {}

    private Objections() {}

    /** The member {@code objection_patterns}. */
    public static Node.Members of(List<Said> said) {
        return Node.members()
                .with("by_industry", by(said, Said::industry))
                .with("by_company_size", by(said, each -> SIZES.get(Objects.requireNonNullElse(each.sizeBand(), ""))))
                .with("overall_distribution", distribution(said))
                .done();
    }

    private static Node by(List<Said> said, Function<Said, @Nullable String> segment) {
        Map<String, List<Said>> segments = said.stream()
                .filter(each -> segment.apply(each) != null)
                .collect(Collectors.groupingBy(
                        each -> Objects.requireNonNull(segment.apply(each)), TreeMap::new, Collectors.toList()));
        Node.Builder members = Node.members();
        segments.forEach((name, of) -> {
            if (sum(all(of), Said::replies) >= LEAST_REPLIES) {
                members.with(name, distribution(of));
            }
        });
        return members.done();
    }

    private static Node distribution(List<Said> said) {
        long everybody = sum(all(said), Said::leads);
        Map<String, List<Said>> kinds = said.stream()
                .filter(each -> each.objection() != null)
                .collect(Collectors.groupingBy(each -> Objects.requireNonNull(each.objection())));
        return Node.items(kinds.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, List<Said>> each) -> -sum(each.getValue(), Said::leads))
                        .thenComparing(Map.Entry::getKey))
                .map(each -> {
                    long leads = sum(each.getValue(), Said::leads);
                    return Node.members()
                            .with("objection", each.getKey())
                            .with("count", sum(each.getValue(), Said::replies))
                            .with("unique_leads", leads)
                            .with("share", Node.rounded((double) leads / everybody, 4))
                            .done();
                })
                .toList());
    }

    private static List<Said> all(List<Said> said) {
        return said.stream().filter(each -> each.objection() == null).toList();
    }

    private static long sum(List<Said> said, Function<Said, Long> number) {
        return said.stream().mapToLong(number::apply).sum();
    }
}
