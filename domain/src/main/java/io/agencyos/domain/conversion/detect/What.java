package io.agencyos.domain.conversion.detect;

import io.agencyos.domain.conversion.PatternType;
import io.agencyos.domain.conversion.kernel.BadCell;
import io.agencyos.domain.conversion.pattern.Node;
import io.agencyos.domain.shared.Result;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which messages convert. The unit is a touch; overlapping features are flags, each compared with touches without it in
 * the same stratum. Source: conversion intelligence 7.
 */
public final class What {

    /** Groups of flags; a dimension of one is called {@code group:value}. */
    public static final String SUBJECT = "subject_pattern";

    public static final String PAIN_POINT = "pain_point";
    public static final String ANGLE = "angle";
    public static final String PERSONALIZATION = "personalization";
    public static final String LINKS = "links";
    public static final String CTA = "cta";
    public static final String CTA_TYPE = "cta_type";
    public static final String TEMPLATE = "template";
    public static final String MODEL = "model";
    public static final String PROMPT = "prompt";
    public static final String LINK_COUNT = "link_count";
    /** One dimension per channel, {@code length:email}; its values are keys of {@link LengthBin}. */
    public static final String LENGTH = "length";

    private static final List<String> PERSONALIZATIONS =
            List.of("company_mention", "first_name", "recent_news", "mutual_connection", "industry_specific");
    private static final int FIVE = 5;
    private static final int THREE = 3;
    private static final String REPLY_STYLE = "reply_style";

    private What() {}

    /** The pattern, or its default shape where the sample is too small; {@code experiments} as 7.1 reports them. */
    public static Result<Detected, BadCell> detect(
            Sample now, Optional<Sample> earlier, Priors priors, List<Node> experiments) {
        Sample used =
                now.reachesTheMinimum() ? now : new Sample(now.units(), now.conversions(), now.windowDays(), List.of());
        return Judged.of(used, earlier, priors).map(judged -> {
            Node.Builder members = Node.members()
                    .with("coverage", judged.coverage())
                    .with("notes", judged.notes())
                    .with("findings", judged.findings("Messages"))
                    .with("other_sample", judged.otherSample())
                    .withAll(derived(judged))
                    .with("personalization_detail", personalizationDetail(judged))
                    .with("template_performance", templates(judged))
                    .with("link_effectiveness", links(judged))
                    .with("ab_test_insights", experiments(experiments))
                    .with("for_use", forUse(judged.forUse()));
            return Detected.of(PatternType.WHAT, now, members, Detected.shortfall(now));
        });
    }

    private static Node.Members derived(Judged judged) {
        return Node.members()
                .with(
                        "subject_patterns",
                        Node.members()
                                .with("winning", flags(judged, SUBJECT, true, FIVE, "pattern"))
                                .with("losing", flags(judged, SUBJECT, false, FIVE, "pattern"))
                                .done())
                .with(
                        "pain_points",
                        Node.members()
                                .with("effective", flags(judged, PAIN_POINT, true, FIVE, PAIN_POINT))
                                .with("ineffective", flags(judged, PAIN_POINT, false, THREE, PAIN_POINT))
                                .done())
                .with(
                        "ctas",
                        Node.members()
                                .with("effective", entries(judged.positive(CTA), FIVE, CTA))
                                .with("by_type", byKey(judged.shown(CTA_TYPE)))
                                .done())
                .with(
                        "angles",
                        Node.members().with("rankings", flagRanking(judged)).done())
                .with("optimal_length", lengths(judged))
                .with("personalization_lift", personalization(judged))
                .with(
                        "ai_model_performance",
                        Node.members()
                                .with(
                                        "best_model",
                                        judged.best(MODEL).map(Entry::key).orElse(null))
                                .with("model_rankings", judged.ranking(MODEL, MODEL))
                                .with(
                                        "best_prompt",
                                        judged.best(PROMPT).map(Entry::key).orElse(null))
                                .with("prompt_rankings", judged.ranking(PROMPT, PROMPT))
                                .done())
                .done();
    }

    private static Node flags(Judged judged, String group, boolean positive, int most, String keyName) {
        return Node.items(judged.flags(group, positive).stream()
                .filter(each -> !positive || !each.getKey().equals(REPLY_STYLE))
                .limit(most)
                .map(each -> flag(each, keyName))
                .toList());
    }

    private static Node flag(Map.Entry<String, Entry> flag, String keyName) {
        return flag.getValue()
                .numbers()
                .with(keyName, flag.getKey())
                .with("frequency", Node.rounded(flag.getValue().estimate().share(), 4))
                .done();
    }

    private static Node flagRanking(Judged judged) {
        return Node.items(judged.names(ANGLE)
                .flatMap(name ->
                        judged.flag(name).stream().map(entry -> Map.entry(name.substring(ANGLE.length() + 1), entry)))
                .sorted(Map.Entry.<String, Entry>comparingByValue(Entry.BEST_FIRST)
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(each -> flag(each, ANGLE))
                .toList());
    }

    private static Node entries(List<Entry> entries, int most, String keyName) {
        return Node.items(
                entries.stream().limit(most).map(entry -> entry.node(keyName)).toList());
    }

    private static Node byKey(List<Entry> entries) {
        Node.Builder members = Node.members();
        entries.forEach(entry -> members.with(entry.key(), entry.numbers().done()));
        return members.done();
    }

    private static Node lengths(Judged judged) {
        Node.Builder lengths = Node.members();
        LengthBin.CHANNELS.forEach(channel -> lengths.with(
                channel,
                judged.best(LENGTH + ":" + channel)
                        .flatMap(best -> LengthBin.of(channel, best.key()))
                        .map(LengthBin::learned)
                        .orElseGet(() -> LengthBin.benchmark(channel))));
        return lengths.done();
    }

    private static Node personalization(Judged judged) {
        Node.Builder lifts = Node.members();
        PERSONALIZATIONS.forEach(each -> lifts.with(each, Who.liftOf(judged, PERSONALIZATION + ":" + each)));
        return lifts.done();
    }

    private static Node personalizationDetail(Judged judged) {
        Node.Builder detail = Node.members();
        PERSONALIZATIONS.forEach(each ->
                judged.flag(PERSONALIZATION + ":" + each).ifPresent(entry -> detail.with(each, entry.node("value"))));
        return detail.done();
    }

    private static Node templates(Judged judged) {
        List<Entry> all = judged.shown(TEMPLATE);
        return Node.members()
                .with("top_templates", entries(judged.positive(TEMPLATE), FIVE, TEMPLATE))
                .with("bottom_templates", entries(judged.negative(TEMPLATE).reversed(), THREE, TEMPLATE))
                .with("total_templates_analyzed", all.size())
                .done();
    }

    private static Node links(Judged judged) {
        Optional<Entry> with = judged.entry(LINKS, Judged.WITH);
        return Node.members()
                .with("with_links_rate", with.map(Entry::rate).orElseGet(Node.Nothing::new))
                .with(
                        "without_links_rate",
                        judged.entry(LINKS, Judged.WITHOUT).map(Entry::rate).orElseGet(Node.Nothing::new))
                .with("links_lift", Who.liftOf(judged, LINKS))
                .with(
                        "optimal_link_count",
                        judged.best(LINK_COUNT).map(Entry::key).orElse(null))
                .with("recommendation", linkRecommendation(judged))
                .done();
    }

    private static String linkRecommendation(Judged judged) {
        Optional<Entry> with = judged.entry(LINKS, Judged.WITH);
        if (with.filter(Entry::isPositive).isPresent()) {
            return "include_links";
        }
        return with.filter(Entry::isNegative).isPresent() ? "no_links" : "no_evidence";
    }

    private static Node experiments(List<Node> experiments) {
        return Node.members()
                .with("test_insights", Node.items(experiments))
                .with("total_tests_analyzed", experiments.size())
                .done();
    }

    private static Node forUse(Judged judged) {
        return Node.members()
                .with("segments", judged.segments((dimension, entry) -> !isDeceit(dimension, entry)))
                .with("winning_subject_patterns", keys(judged, SUBJECT, true, FIVE))
                .with("losing_subject_patterns", keys(judged, SUBJECT, false, FIVE))
                .with("effective_pain_points", keys(judged, PAIN_POINT, true, FIVE))
                .with("ineffective_pain_points", keys(judged, PAIN_POINT, false, THREE))
                .with("effective_ctas", judged.positiveKeys(CTA))
                .with("effective_angles", keys(judged, ANGLE, true, FIVE))
                .with("optimal_length", lengths(judged))
                .with("personalization", keys(judged, PERSONALIZATION, true, FIVE))
                .with("top_templates", judged.positiveKeys(TEMPLATE))
                .with("link_recommendation", linkRecommendation(judged))
                .with("best_model", judged.best(MODEL).map(Entry::key).orElse(null))
                .with("best_prompt", judged.best(PROMPT).map(Entry::key).orElse(null))
                .done();
    }

    /** Whether it speaks for a subject that pretends to be an answer: measured, never recommended. */
    private static boolean isDeceit(String dimension, Entry entry) {
        return dimension.equals(SUBJECT + ":" + REPLY_STYLE)
                && (entry.key().equals(Judged.WITH) ? entry.isPositive() : entry.isNegative());
    }

    private static Node keys(Judged judged, String group, boolean positive, int most) {
        Stream<String> keys = judged.flags(group, positive).stream().map(Map.Entry::getKey);
        return Node.texts(keys.filter(key -> !positive || !key.equals(REPLY_STYLE))
                .limit(most)
                .toList());
    }
}
