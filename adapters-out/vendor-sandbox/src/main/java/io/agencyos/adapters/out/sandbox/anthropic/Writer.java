package io.agencyos.adapters.out.sandbox.anthropic;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes what a schema asks for from the facts it is shown, the same each time. It has words for notes of a call; any other text is
 * polite and says nothing.
 */
final class Writer {

    private static final String NOTHING = "Thank you for telling me.";
    private static final int LONGEST = 280;
    private static final int USUALLY = 2;
    /** Notes that there may be none of. */
    private static final Set<String> MAY_BE_EMPTY = Set.of("opening_hooks", "pain_points", "talking_points", "custom");

    private static final Map<String, List<String>> WORDS = Map.ofEntries(
            Map.entry("pronunciation", List.of("")),
            Map.entry("competitor_intel", List.of("")),
            Map.entry("recommended_opener", List.of("Good day, is now a bad time for one short question?")),
            Map.entry(
                    "pain_point_questions",
                    List.of(
                            "What works well for you there today?",
                            "What would you change first?",
                            "Who looks after that now?")),
            Map.entry("do_not_mention", List.of("what they pay others")),
            Map.entry(
                    "transition_phrases",
                    List.of("That makes sense. May I ask one thing?", "Thank you, that helps me understand.")),
            Map.entry("meeting_ask", List.of("Would a short meeting next week suit you?")),
            Map.entry("calendar_link_mention", List.of("We write to you with a time to confirm.")),
            Map.entry("closing_summary", List.of("Thank them and repeat in a sentence what was agreed.")),
            Map.entry("not_interested", List.of("That is fine. Thank you for your time, goodbye.")),
            Map.entry("no_budget", List.of("I understand. Would an idea for later help you?")),
            Map.entry("bad_timing", List.of("Of course. When would suit you better?")),
            Map.entry("too_busy", List.of("I will be quick, or call at another time. Which is better?")));

    private final List<String> quotations;
    private final List<String> ours;

    /**
     * @param quotations what is known of the lead
     * @param ours what the client says of itself
     */
    Writer(List<String> quotations, List<String> ours) {
        this.quotations = quotations;
        this.ours = ours;
    }

    /** A value of this schema. */
    @Nullable
    Object write(String name, Map<?, ?> schema) {
        return switch (String.valueOf(schema.get("type"))) {
            case "object" -> {
                Map<String, @Nullable Object> object = new LinkedHashMap<>();
                if (schema.get("properties") instanceof Map<?, ?> properties) {
                    properties.forEach((key, each) -> object.put(
                            String.valueOf(key),
                            write(String.valueOf(key), each instanceof Map<?, ?> map ? map : Map.of())));
                }
                yield object;
            }
            case "array" -> many(name, schema);
            default -> cut(texts(name).findFirst().orElse(NOTHING));
        };
    }

    private List<@Nullable Object> many(String name, Map<?, ?> schema) {
        if (schema.get("items") instanceof Map<?, ?> items
                && !String.valueOf(items.get("type")).equals("string")) {
            return List.of(write(name, items));
        }
        List<@Nullable Object> entries =
                new ArrayList<>(texts(name).map(Writer::cut).limit(most(schema)).toList());
        while (entries.isEmpty() && !MAY_BE_EMPTY.contains(name) || entries.size() < fewest(schema)) {
            entries.add(NOTHING);
        }
        return entries;
    }

    private Stream<String> texts(String name) {
        return switch (name) {
            case "company_context" ->
                fact("Company: ").stream()
                        .map(company -> company
                                + fact("Industry: ")
                                        .map(trade -> " works in " + trade)
                                        .orElse("") + ".");
            case "talking_points" ->
                ours.stream()
                        .filter(fact -> fact.startsWith("Service: "))
                        .map(fact -> "We help with " + fact.substring("Service: ".length()) + ".");
            case "opening_hooks" ->
                fact("The company is hiring; newest role: ").stream()
                        .map(role -> "I read about the role of " + role + ".");
            case "pain_points" ->
                quotations.stream()
                        .filter(fact -> fact.startsWith("Usual trouble of the industry: "))
                        .map(fact -> fact.substring("Usual trouble of the industry: ".length()));
            default -> WORDS.getOrDefault(name, List.of()).stream();
        };
    }

    private Optional<String> fact(String label) {
        return quotations.stream()
                .filter(fact -> fact.startsWith(label))
                .map(fact -> fact.substring(label.length()))
                .findFirst();
    }

    private static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    private static int fewest(Map<?, ?> schema) {
        return bound(schema, 0).orElse(0);
    }

    private static int most(Map<?, ?> schema) {
        return bound(schema, 1).orElse(USUALLY);
    }

    /** The vendor's schemas have no bounds of lists but in words: "0 to 5 entries". */
    private static Optional<Integer> bound(Map<?, ?> schema, int which) {
        return Optional.ofNullable(schema.get("description"))
                .map(String::valueOf)
                .filter(words -> words.matches("\\d+ to \\d+ entries"))
                .map(words -> Integer.valueOf(words.split(" to | entries")[which]));
    }
}
