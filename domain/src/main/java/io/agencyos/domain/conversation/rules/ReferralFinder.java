package io.agencyos.domain.conversation.rules;

import io.agencyos.domain.conversation.Entities.Referral;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the person whom a referral names. Source: content 4.4, referral entity. */
final class ReferralFinder {

    private static final int LONGEST_NAME = 3;
    private static final int WINDOW = 120;
    private static final String BETWEEN = "[\\s'\u2019-]{1,3}";

    /** Capitalised words, then at most a bracket, dash or colon, then the address. */
    private static final Pattern RUN_AT_END = Pattern.compile("((?:\\p{Lu}[\\p{L}'\u2019-]{0,30}"
            + " ){0,2}\\p{Lu}[\\p{L}'\u2019-]{0,30})\\s{0,2}[-\u2013\u2014:(<\\[,]{0,2}\\s{0,2}$");

    private ReferralFinder() {}

    private record Named(String name, int sentence) {}

    static Referral of(Reading reading) {
        String text = reading.text();
        Optional<Addresses.Found> email =
                Addresses.firstForeignEmail(text, reading.reply().knownAddresses());
        Optional<Named> named = nameInRule(reading);
        Optional<String> name =
                named.map(Named::name).or(() -> email.flatMap(found -> nameDirectlyBefore(text, found.start())));
        Optional<String> phone = named.map(Named::sentence)
                .or(() -> email.flatMap(found -> sentenceWith(reading, WordClass.EMAIL_TOKEN)))
                .or(() -> sentenceWith(reading, WordClass.PHONE_TOKEN))
                .flatMap(sentence -> phoneIn(reading, sentence));
        return new Referral(name, email.map(Addresses.Found::value), phone);
    }

    private static Optional<Named> nameInRule(Reading reading) {
        return Stream.concat(
                        RedirectRules.NAMED_AFTER_VERB.test().hits(reading).stream()
                                .map(span -> named(reading, span.run(), runEndingBefore(span))),
                        RedirectRules.NAMED_BEFORE_VERB.test().hits(reading).stream()
                                .map(span -> named(reading, span.run(), runFrom(span))))
                .findFirst();
    }

    private record Range(int from, int to) {}

    private static Range runEndingBefore(Rule.Span span) {
        int from = span.to();
        while (from > span.from() && WordClass.isName(span.run(), from - 1)) {
            from--;
        }
        return forward(span.run(), from, span.to());
    }

    private static Range runFrom(Rule.Span span) {
        int to = span.from();
        while (to < span.to() && WordClass.isName(span.run(), to)) {
            to++;
        }
        int from = span.from();
        while (from > 0 && to - from < LONGEST_NAME && WordClass.isName(span.run(), from - 1)) {
            from--;
        }
        return new Range(from, to);
    }

    private static Range forward(Words words, int from, int reached) {
        int to = reached;
        while (to < words.size() && to - from < LONGEST_NAME && WordClass.isName(words, to)) {
            to++;
        }
        return new Range(from, Math.min(to, from + LONGEST_NAME));
    }

    private static Named named(Reading reading, Words words, Range range) {
        List<String> parts = words.written().subList(range.from(), range.to());
        return new Named(asWritten(reading.text(), parts), words.sentence());
    }

    /** The name with the apostrophes and hyphens that matching has taken out of it. */
    private static String asWritten(String text, List<String> parts) {
        Matcher written = Pattern.compile(parts.stream().map(Pattern::quote).collect(Collectors.joining(BETWEEN)))
                .matcher(text);
        return written.find() ? written.group() : String.join(" ", parts);
    }

    private static Optional<String> nameDirectlyBefore(String text, int address) {
        Matcher run = RUN_AT_END.matcher(text.substring(Math.max(0, address - WINDOW), address));
        if (!run.find()) {
            return Optional.empty();
        }
        var name = new ArrayList<String>();
        for (String word : run.group(1).split(" ")) {
            if (WordClass.namesNobody(word)) {
                name.clear();
            } else {
                name.add(word);
            }
        }
        return name.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", name));
    }

    private static Optional<Integer> sentenceWith(Reading reading, String token) {
        return reading.sentences().stream()
                .map(Reading.Sentence::words)
                .filter(words -> words.contains(token))
                .map(Words::sentence)
                .findFirst();
    }

    private static Optional<String> phoneIn(Reading reading, int sentence) {
        List<String> phones = Addresses.phones(reading.text());
        long before = reading.sentences().stream()
                .limit(sentence)
                .flatMap(earlier -> earlier.words().lower().stream())
                .filter(WordClass.PHONE_TOKEN::equals)
                .count();
        boolean here = reading.sentences().get(sentence).words().contains(WordClass.PHONE_TOKEN);
        return here && before < phones.size() ? Optional.of(phones.get((int) before)) : Optional.empty();
    }
}
