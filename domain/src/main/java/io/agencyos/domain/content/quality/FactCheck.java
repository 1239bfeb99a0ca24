package io.agencyos.domain.content.quality;

import io.agencyos.domain.content.WordText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jmolecules.ddd.annotation.ValueObject;

/**
 * Whether a text that a model wrote claims more than is known: figures, news about the reader, names, and promises. Rules alone, so
 * that the same text always has the same answer. Source: content 3.7.
 *
 * @param claims what is not supported, as it stands in the text
 */
@ValueObject
public record FactCheck(Risk risk, List<String> claims) {

    /** How bad it would be to say it. */
    public enum Risk {
        NONE,
        /** Written once more. */
        MEDIUM,
        /** Not used. */
        HIGH
    }

    private static final Pattern FIGURE = Pattern.compile(
            "(?i)(?:a\\$|us\\$|[$€£])\\s?\\d[\\d,]*(?:\\.\\d+)?\\s?(?:k|m|bn|million|billion|thousand)?\\b"
                + "|\\b\\d[\\d,]*(?:\\.\\d+)?\\s?(?:%|per\\s?cent\\b|percent\\b|x\\b|times\\b|fold\\b|k\\b|m\\b|bn\\b|million\\b|billion\\b|thousand\\b)?");
    private static final Pattern FIFTEEN_MINUTES = Pattern.compile("(?i)\\b15[ -]minutes?\\b");
    private static final int COUNTS_TO = 3;

    private static final List<Set<String>> EVENTS = List.of(
            Set.of("raised", "funded", "funding", "raise", "raises", "round"),
            Set.of("hired", "hiring", "hires", "hire", "recruiting"),
            Set.of("launched", "launch", "launches", "launching"),
            Set.of("opened", "opens", "opening"),
            Set.of("acquired", "acquires", "acquisition"),
            Set.of("won", "wins", "win"),
            Set.of("expanded", "expands", "expansion", "expanding"),
            Set.of("posted", "posts", "post", "published", "publishes"));
    private static final Set<String> CLAIMED = Set.of(
            "raised",
            "funded",
            "hired",
            "hiring",
            "launched",
            "opened",
            "acquired",
            "won",
            "expanded",
            "posted",
            "published");
    private static final int WORDS_BETWEEN = 5;

    private static final Pattern SENTENCE = Pattern.compile("(?<=[.!?])\\s+|\\n+");
    private static final Pattern NAME =
            Pattern.compile("(?<!^)\\b\\p{Lu}[\\p{L}'’&-]+(?:\\s+(?:of\\s+|and\\s+|&\\s+)?\\p{Lu}[\\p{L}'’&-]*)+");
    private static final Set<String> COMMON = Set.of(
            "new south wales",
            "new zealand",
            "south australia",
            "western australia",
            "northern territory",
            "google ads",
            "google analytics",
            "linkedin ads",
            "gold coast",
            "sunshine coast",
            "do not call");

    private static final Pattern PROMISE = Pattern.compile(
            "(?i)\\bguarantee\\w*|#1\\b|\\bnumber one\\b" + "|\\b(?:the|a|our|australia['’]s)\\s+(?:best|leading)\\b");

    private static final Pattern FRAME =
            Pattern.compile("(?i)^\\s*(?:hi|hello|hey|dear|kind regards|best regards|regards|cheers|thanks|many"
                    + " thanks)\\b[^.!?]{0,30}[,!]?\\s*$");

    public FactCheck {
        claims = List.copyOf(claims);
    }

    /**
     * Looks at a text.
     *
     * @param facts everything that may be said, of lead, client and persona
     * @param company how the reader's company is called, empty where nobody knows
     */
    public static FactCheck of(String text, Collection<String> facts, String company) {
        String known = String.join("\n", facts);
        List<String> high = new ArrayList<>();
        List<String> medium = new ArrayList<>();
        Set<String> figures = figures(known);
        Set<String> words = Set.copyOf(WordText.words(known));
        for (String sentence : SENTENCE.split(text)) {
            if (FRAME.matcher(sentence).matches()) {
                continue;
            }
            figures(FIFTEEN_MINUTES.matcher(sentence).replaceAll("")).stream()
                    .filter(figure -> !figures.contains(figure) && !isSmallCount(figure))
                    .forEach(high::add);
            high.addAll(events(sentence, words, company));
            names(sentence, known, medium);
            Matcher promise = PROMISE.matcher(sentence);
            while (promise.find()) {
                medium.add(promise.group());
            }
        }
        Risk risk = !high.isEmpty() ? Risk.HIGH : medium.isEmpty() ? Risk.NONE : Risk.MEDIUM;
        return new FactCheck(
                risk, Stream.concat(high.stream(), medium.stream()).distinct().toList());
    }

    private static Set<String> figures(String text) {
        Set<String> figures = new LinkedHashSet<>();
        Matcher figure = FIGURE.matcher(text);
        while (figure.find()) {
            figures.add(figure.group()
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("[\\s,]", "")
                    .replaceAll("^(?:a\\$|us\\$)", "\\$")
                    .replaceAll("(?:percent)$", "%")
                    .replaceAll("(?:times|fold)$", "x")
                    .replaceAll("million$", "m"));
        }
        return figures;
    }

    private static boolean isSmallCount(String figure) {
        return figure.matches("\\d") && Integer.parseInt(figure) <= COUNTS_TO;
    }

    /** News of the reader that no fact tells: the reader, then the news within a few words. */
    private static List<String> events(String sentence, Set<String> known, String company) {
        List<String> words = WordText.words(sentence);
        List<String> name = WordText.words(company);
        List<String> found = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            boolean reader = words.get(i).equals("you")
                    || words.get(i).equals("your")
                    || words.get(i).equals("you've")
                    || words.get(i).equals("you're")
                    || !name.isEmpty()
                            && i + name.size() <= words.size()
                            && words.subList(i, i + name.size()).equals(name);
            if (reader) {
                int end = Math.min(words.size(), i + 1 + WORDS_BETWEEN + Math.max(0, name.size() - 1));
                words.subList(i + 1, end).stream()
                        .filter(CLAIMED::contains)
                        .filter(event -> EVENTS.stream()
                                .filter(group -> group.contains(event))
                                .flatMap(Set::stream)
                                .noneMatch(known::contains))
                        .forEach(found::add);
            }
        }
        return found;
    }

    private static void names(String sentence, String known, List<String> found) {
        Matcher name = NAME.matcher(sentence);
        String facts = known.toLowerCase(Locale.ROOT);
        while (name.find()) {
            String said = name.group().toLowerCase(Locale.ROOT);
            if (!facts.contains(said) && !COMMON.contains(said)) {
                found.add(name.group());
            }
        }
    }

    /** The claims, for a model or a person that is to write the text once more. */
    public String told() {
        return claims.stream().collect(Collectors.joining("\", \"", "not supported by the facts: \"", "\""));
    }
}
