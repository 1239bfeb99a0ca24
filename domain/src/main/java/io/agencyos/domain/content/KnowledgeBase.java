package io.agencyos.domain.content;

import io.agencyos.domain.content.model.AnswerShape;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jmolecules.ddd.annotation.ValueObject;

/**
 * What a model wrote for the calls to one lead: under the keys of content 3.13, in its order, and its answers to objections. A form
 * alone; whether what it says may be said, {@code KnowledgeRules} tell.
 *
 * @param lines entries by key
 * @param answers by the objection they answer
 */
@ValueObject
public record KnowledgeBase(Map<String, List<String>> lines, Map<String, String> answers) {

    /** For how long it may be used. */
    public static final Duration VALID = Duration.ofDays(14);

    /** Of one entry. */
    public static final int LONGEST = 300;

    /** Of all of them together. */
    public static final int LONGEST_TOGETHER = 6_000;

    private static final List<String> ANSWERED = List.of(
            "not_interested",
            "no_budget",
            "bad_timing",
            "using_competitor",
            "need_to_think",
            "send_info",
            "too_busy",
            "call_back_later",
            "how_did_you_get_my_number",
            "not_decision_maker");

    private static final String OBJECTIONS = "objection_responses";
    private static final String CUSTOM = "custom";

    private static final int SHORT_LIST = 3;
    private static final int MOST_POINTS = 5;
    private static final int MOST_UNMENTIONED = 10;
    private static final AnswerShape ENTRY = new AnswerShape.Text(LONGEST);

    public KnowledgeBase {
        lines = Collections.unmodifiableMap(new LinkedHashMap<>(lines));
        answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
    }

    /** What the model's answer has to look like; a text or list for which there are no facts is empty. */
    public static AnswerShape shape() {
        Map<String, AnswerShape> fields = new LinkedHashMap<>();
        fields.put("pronunciation", ENTRY);
        fields.put("company_context", ENTRY);
        fields.put("talking_points", upTo(MOST_POINTS));
        fields.put("opening_hooks", upTo(SHORT_LIST));
        fields.put("recommended_opener", ENTRY);
        fields.put("pain_points", upTo(SHORT_LIST));
        fields.put("pain_point_questions", new AnswerShape.Many(ENTRY, SHORT_LIST, SHORT_LIST));
        Map<String, AnswerShape> objections = new LinkedHashMap<>();
        ANSWERED.forEach(objection -> objections.put(objection, ENTRY));
        objections.put(CUSTOM, upTo(SHORT_LIST));
        fields.put(OBJECTIONS, new AnswerShape.Fields(objections));
        fields.put("do_not_mention", upTo(MOST_UNMENTIONED));
        fields.put("transition_phrases", upTo(MOST_POINTS));
        fields.put("competitor_intel", ENTRY);
        fields.put("meeting_ask", ENTRY);
        fields.put("calendar_link_mention", ENTRY);
        fields.put("closing_summary", ENTRY);
        return new AnswerShape.Fields(fields);
    }

    private static AnswerShape upTo(int most) {
        return new AnswerShape.Many(ENTRY, 0, most);
    }

    /** An answer that has the shape; what is empty has no line. */
    public static KnowledgeBase of(Map<String, ?> answer) {
        Map<String, List<String>> lines = new LinkedHashMap<>();
        Map<String, String> answers = new LinkedHashMap<>();
        answer.forEach((key, value) -> {
            if (value instanceof Map<?, ?> objections) {
                objections.forEach((name, text) -> {
                    if (text instanceof String said && !said.isBlank()) {
                        answers.put(String.valueOf(name), said);
                    } else if (text instanceof List<?> more) {
                        put(lines, "other_objections", more.stream());
                    }
                });
            } else {
                put(lines, key, value instanceof List<?> entries ? entries.stream() : Stream.of(value));
            }
        });
        return new KnowledgeBase(lines, answers);
    }

    private static void put(Map<String, List<String>> lines, String key, Stream<?> entries) {
        List<String> said =
                entries.map(String::valueOf).filter(entry -> !entry.isBlank()).toList();
        if (!said.isEmpty()) {
            lines.put(key, said);
        }
    }

    /** Everything in it that an assistant may say, and what it is told not to. */
    public Stream<String> texts() {
        return Stream.concat(lines.values().stream().flatMap(List::stream), answers.values().stream());
    }

    /** What an assistant may say: all but what it is told not to mention. */
    public String spoken() {
        return Stream.concat(
                        lines.entrySet().stream()
                                .filter(line -> !line.getKey().equals("do_not_mention"))
                                .flatMap(line -> line.getValue().stream()),
                        answers.values().stream())
                .collect(Collectors.joining("\n"));
    }
}
