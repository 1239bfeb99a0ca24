package io.agencyos.domain.content;

import io.agencyos.domain.client.ClientProfile;
import io.agencyos.domain.lead.CompanyDetails;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an assistant knows of one lead beside the answers to objections: put together from facts for each call anew, so that it is
 * never older than they are, with what a model wrote where one did. What is not known has no line, and nothing is guessed. Source: content 3.13, outreach 10.2.
 */
public final class CallKnowledge {

    static final int LONGEST = 300;

    /** Of everything as it is read, with the answers. */
    static final int LONGEST_TOGETHER = 6_000;

    private static final int MOST_POINTS = 5;
    private static final int MOST_PAINS = 3;

    private static final List<String> UNMENTIONED = List.of(
            "prices, discounts and results that do not stand here",
            "other companies by name",
            "anything about the person that they did not say themselves");

    private static final List<String> TRANSITIONS = List.of(
            "That makes sense. May I ask you one thing about it?",
            "Thank you. Shall I say in a sentence why I called?");

    private static final Set<String> APPROVED = Set.of("recommended_opener", "meeting_ask");
    private static final String UNSAID = "do_not_mention";
    private static final String TRUTHFUL = "how_did_you_get_my_number";

    private CallKnowledge() {}

    /** The paragraphs with which a call was approved. */
    public record Approved(String opening, String offer, String question) {}

    /**
     * By the keys of content 3.13, in its order; lists are of one to five entries, each of at most {@value #LONGEST} characters.
     *
     * @param persona who is named as the caller
     */
    public static Map<String, List<String>> of(
            Approved approved, CompanyDetails company, ClientProfile client, String persona) {
        List<String> pains = company.industry() == null
                ? List.of()
                : IndustryPainPoints.of(company.industry()).stream()
                        .limit(MOST_PAINS)
                        .toList();
        Map<String, List<String>> lines = new LinkedHashMap<>();
        put(lines, "company_context", Stream.of(context(company)));
        put(lines, "talking_points", points(approved, client));
        put(lines, "recommended_opener", Stream.of(approved.opening()));
        put(lines, "pain_points", pains.stream());
        put(lines, "pain_point_questions", pains.stream().map(pain -> "How are you dealing with " + pain + " today?"));
        put(lines, UNSAID, UNMENTIONED.stream());
        put(lines, "transition_phrases", TRANSITIONS.stream());
        put(lines, "meeting_ask", Stream.of(approved.question()));
        put(lines, "calendar_link_mention", Stream.of(persona + " writes to you with a time to confirm."));
        put(lines, "closing_summary", Stream.of("Say in one sentence what was agreed, thank them, say goodbye."));
        return lines;
    }

    private static Stream<String> points(Approved approved, ClientProfile client) {
        return Stream.concat(
                        Stream.of(approved.offer(), Objects.requireNonNullElse(client.valueProposition(), "")),
                        client.services().stream().map(service -> "We help with " + service + "."))
                .distinct()
                .filter(point -> !point.isBlank() && point.length() <= LONGEST)
                .limit(MOST_POINTS);
    }

    private static String context(CompanyDetails company) {
        if (company.name() == null) {
            return "";
        }
        StringBuilder said = new StringBuilder(company.name());
        append(said, " works in ", company.industry());
        append(said, " and is in ", company.city());
        append(said, ", with about ", company.employeeCount() == null ? null : company.employeeCount() + " people");
        return said.append('.').toString();
    }

    private static void append(StringBuilder said, String before, @Nullable Object fact) {
        if (fact != null) {
            said.append(before).append(fact);
        }
    }

    /** Facts are other people's words: they fill no place of the script, and begin no line of their own. */
    private static void put(Map<String, List<String>> lines, String key, Stream<String> entries) {
        List<String> fit = entries.map(entry ->
                        entry.replaceAll("[{}]", "").replaceAll("\\s+", " ").strip())
                .filter(entry -> !entry.isEmpty() && entry.length() <= LONGEST)
                .toList();
        if (!fit.isEmpty()) {
            lines.put(key, fit);
        }
    }

    /**
     * The answers, those of a model before the standing ones; where the number is from is told by nobody but us.
     *
     * @param standing what is answered where nobody prepared anything
     */
    public static Map<String, String> answers(Map<String, String> standing, KnowledgeBase written) {
        Map<String, String> answers = new LinkedHashMap<>(standing);
        written.answers().forEach((objection, text) -> {
            if (!objection.equals(TRUTHFUL)) {
                answers.replace(objection, text);
            }
        });
        return answers;
    }

    /**
     * The lines, those of a model before those of rules; what was approved for the call stands as it was, and what is not to be
     * mentioned is not mentioned whoever says so.
     *
     * @param known what rules know
     */
    public static Map<String, List<String>> lines(Map<String, List<String>> known, KnowledgeBase written) {
        Map<String, List<String>> lines = new LinkedHashMap<>(written.lines());
        known.forEach((key, entries) -> {
            if (APPROVED.contains(key)) {
                lines.put(key, entries);
            } else if (key.equals(UNSAID)) {
                lines.merge(
                        key,
                        entries,
                        (theirs, ours) -> Stream.concat(ours.stream(), theirs.stream())
                                .distinct()
                                .toList());
            } else {
                lines.putIfAbsent(key, entries);
            }
        });
        return lines;
    }

    /**
     * One line each, as an assistant reads them, the answers first, for those are needed in any case; what would go beyond
     * {@value #LONGEST_TOGETHER} characters is left out from the end.
     */
    public static String asText(String answers, Map<String, List<String>> lines) {
        StringBuilder text = new StringBuilder(answers);
        lines.forEach((key, entries) -> {
            String line = "\n" + key + ": " + String.join(" | ", entries);
            if (text.length() + line.length() <= LONGEST_TOGETHER) {
                text.append(line);
            }
        });
        return text.toString();
    }
}
