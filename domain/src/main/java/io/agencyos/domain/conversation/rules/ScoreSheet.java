package io.agencyos.domain.conversation.rules;

import io.agencyos.domain.conversation.Classification.RuleHit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The rules that hit a reply, and what they add up to: at most 5 per group. Source: content 4.4. */
final class ScoreSheet {

    private static final int MOST = 5;
    private static final int STRONG = 2;

    private static final Map<Group, List<Rule>> INTENT_RULES = new EnumMap<>(Map.of(
            Group.NOT_INTERESTED, NotInterestedRules.ALL,
            Group.MEETING_REQUEST, PositiveRules.MEETING_REQUEST,
            Group.INTERESTED, PositiveRules.INTERESTED,
            Group.WRONG_PERSON, RedirectRules.WRONG_PERSON,
            Group.REFERRAL, RedirectRules.REFERRAL));

    private final Map<Group, Integer> totals = new EnumMap<>(Group.class);
    private final List<RuleHit> hits = new ArrayList<>();
    private final Set<Integer> answeredSentences = new HashSet<>();
    private final Set<Rule> rulesHit = new HashSet<>();
    private boolean optOut;

    private ScoreSheet() {}

    static ScoreSheet of(Reading reading) {
        var sheet = new ScoreSheet();
        sheet.scoreOptOut(reading);
        sheet.scoreAnger(reading);
        AutomaticRules.OUT_OF_OFFICE.forEach(rule -> sheet.apply(Group.OUT_OF_OFFICE, rule, reading));
        AutomaticRules.AUTOMATIC.forEach(rule -> sheet.apply(Group.AUTOMATIC, rule, reading));
        INTENT_RULES.forEach((group, rules) -> rules.forEach(rule -> sheet.applyIntent(group, rule, reading)));
        sheet.scoreQuestion(reading);
        if (sheet.hits.isEmpty() && NotInterestedRules.isBareNegation(reading)) {
            sheet.count(Group.NOT_INTERESTED, 1, "bare negation", reading.text());
        }
        return sheet;
    }

    int total(Group group) {
        return Math.min(MOST, totals.getOrDefault(group, 0));
    }

    boolean optOut() {
        return optOut;
    }

    boolean hit(Rule rule) {
        return rulesHit.contains(rule);
    }

    List<RuleHit> hits() {
        return List.copyOf(hits);
    }

    private void scoreOptOut(Reading reading) {
        for (Rule rule : OptOutRules.IN_WORDS) {
            for (Rule.Span span : rule.test().hits(reading)) {
                if (!OptOutRules.isPreference(reading.sentences().get(span.sentence()))) {
                    optOut(rule.name(), span.words());
                    break;
                }
            }
        }
        if (OptOutRules.isSmsKeyword(reading)) {
            optOut("SMS keyword", reading.text());
        }
    }

    private void optOut(String rule, String words) {
        optOut = true;
        count(Group.OPT_OUT, 0, rule, words);
    }

    private void scoreAnger(Reading reading) {
        AngerRules.IN_WORDS.forEach(rule -> apply(Group.ANGER, rule, reading));
        boolean loud = AngerRules.isExclaimed(reading) || AngerRules.isShouted(reading);
        if (total(Group.ANGER) > 0 && loud) {
            count(Group.ANGER, 1, "!! or capitals", "");
        }
        if (optOut && AngerRules.isExclaimed(reading) && AngerRules.isShouted(reading)) {
            count(Group.ANGER, 3, "shouted opt-out", reading.text());
        }
    }

    private void scoreQuestion(Reading reading) {
        int best = 0;
        String words = "";
        for (Reading.Sentence sentence : reading.sentences()) {
            boolean answered = answeredSentences.contains(sentence.words().sentence());
            int weight = QuestionRule.weight(reading, sentence, answered);
            if (weight > best) {
                best = weight;
                words = sentence.text();
            }
        }
        if (best > 0) {
            count(Group.QUESTION, best, "asks", words);
        }
    }

    private void applyIntent(Group group, Rule rule, Reading reading) {
        List<Rule.Span> spans = apply(group, rule, reading);
        if (rule.weight() >= STRONG) {
            spans.forEach(span -> answeredSentences.add(span.sentence()));
        }
    }

    private List<Rule.Span> apply(Group group, Rule rule, Reading reading) {
        List<Rule.Span> spans = rule.test().hits(reading);
        if (!spans.isEmpty()) {
            rulesHit.add(rule);
            count(group, rule.weight(), rule.name(), spans.getFirst().words());
        }
        return spans;
    }

    private void count(Group group, int weight, String rule, String words) {
        totals.merge(group, weight, Integer::sum);
        hits.add(new RuleHit(group.name().toLowerCase(Locale.ROOT), weight, rule, words));
    }
}
