package io.agencyos.domain.conversation.rules;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Brings a reply to the one spelling that the patterns are written in; case stays, for names. Source: content 4.4. */
final class Normaliser {

    /**
     * One replacement.
     *
     * @param hint lower-case letters without which it cannot match; looking for them first is what keeps reading fast
     */
    private record Rewrite(String hint, Pattern pattern, String replacement) {
        static Rewrite word(String hint, String regex, String replacement) {
            return anywhere(hint, "(?<![\\w'])(?:" + regex + ")(?![\\w'])", replacement);
        }

        static Rewrite anywhere(String hint, String regex, String replacement) {
            return new Rewrite(hint, Pattern.compile("(?i)" + regex), replacement);
        }

        String applyTo(String text, String lower) {
            return lower.contains(hint) ? pattern.matcher(text).replaceAll(replacement) : text;
        }
    }

    private static final List<Rewrite> CHARACTERS = List.of(
            Rewrite.anywhere("", "[\u2018\u2019\u201a\u02bc\u00b4`]", "'"),
            Rewrite.anywhere("", "[\u201c\u201d\u201e]", "\""),
            Rewrite.anywhere("\ud83d\udc4d", "\ud83d\udc4d", " thumbs_up "),
            Rewrite.anywhere("\ud83d\udc4e", "\ud83d\udc4e", " thumbs_down "),
            Rewrite.anywhere("", "[\\p{Cf}\\p{Cc}&&[^\\n\\t]]", ""));

    private static final List<Rewrite> ADDRESSES = List.of(
            Rewrite.anywhere("", "(?:https?://|www\\.)[^\\s<>\"]{1,2000}", " " + WordClass.URL_TOKEN + " "),
            Rewrite.anywhere("@", Addresses.EMAIL_REGEX, " " + WordClass.EMAIL_TOKEN + " "),
            Rewrite.anywhere("", Addresses.PHONE_REGEX, " " + WordClass.PHONE_TOKEN + " "));

    private static final String AUXILIARY = "(do|does|did|is|are|was|were|have|has|had|would|could|should|must|need)";

    private static final List<Rewrite> CONTRACTIONS = List.of(
            Rewrite.word("can", "can't|cant|cannot", "can not"),
            Rewrite.word("won", "won't|wont", "will not"),
            Rewrite.word("shan", "shan't", "shall not"),
            Rewrite.word("n't", AUXILIARY + "n't", "$1 not"),
            Rewrite.word("nt", AUXILIARY + "nt", "$1 not"),
            Rewrite.word("ain", "ain't|aint", "is not"),
            Rewrite.word("m", "i'?m", "I am"),
            Rewrite.word("ive", "ive", "I have"),
            Rewrite.word("re", "(you|they)re", "$1 are"),
            Rewrite.word("ve", "(you|they|we)ve", "$1 have"),
            Rewrite.word("'s", "(it|that|he|she|what|who|where|there|how|here|when)'s", "$1 is"),
            Rewrite.word("s", "(that|what|he|she|there)s", "$1 is"),
            Rewrite.word("let", "let'?s", "let us"),
            Rewrite.anywhere("'m", "(?<=\\w)'m(?!\\w)", " am"),
            Rewrite.anywhere("'re", "(?<=\\w)'re(?!\\w)", " are"),
            Rewrite.anywhere("'ve", "(?<=\\w)'ve(?!\\w)", " have"),
            Rewrite.anywhere("'ll", "(?<=\\w)'ll(?!\\w)", " will"),
            Rewrite.anywhere("'d", "(?<=\\w)'d(?!\\w)", " would"));

    private static final List<Rewrite> IDIOMS = List.of(
            Rewrite.word("can not wait", "can not wait", "really want"),
            Rewrite.word("why not", "why not", "sure"),
            Rewrite.word("not a bad", "not a bad", "a good"),
            Rewrite.word("would not mind", "would not mind", "would like"),
            Rewrite.word("do not hesitate", "do not hesitate to", "please"),
            Rewrite.word(".m", "([ap])\\.m\\.?", "$1m"));

    private static final Map<String, String> SHORT_FORMS = Map.ofEntries(
            Map.entry("u", "you"),
            Map.entry("ur", "your"),
            Map.entry("r", "are"),
            Map.entry("pls", "please"),
            Map.entry("plz", "please"),
            Map.entry("thx", "thanks"),
            Map.entry("tmrw", "tomorrow"),
            Map.entry("thru", "through"),
            Map.entry("arvo", "afternoon"),
            Map.entry("ph", "phone"),
            Map.entry("txt", "text"),
            Map.entry("til", "till"));

    private static final Pattern SHORT_FORM = Pattern.compile("(?i)(?<![\\w'.@-])(?:"
            + String.join("|", SHORT_FORMS.keySet().stream().sorted().toList()) + ")(?![\\w'])");

    private static final List<Rewrite> DELETED = Stream.of(
                    "no worries",
                    "not a problem",
                    "no problem",
                    "no doubt",
                    "no rush",
                    "no idea",
                    "not only",
                    "not sure if")
            .map(words -> Rewrite.word(words, words, " "))
            .toList();

    private Normaliser() {}

    static String normalise(String text) {
        String result = Normalizer.normalize(text, Normalizer.Form.NFKC);
        result = all(CHARACTERS, result);
        result = all(ADDRESSES, result);
        result = all(CONTRACTIONS, result);
        result = SHORT_FORM
                .matcher(result)
                .replaceAll(found -> SHORT_FORMS.get(found.group().toLowerCase(Locale.ROOT)));
        result = result.lines().map(line -> line.replaceAll("[ \\t]+", " ")).collect(Collectors.joining("\n"));
        result = all(IDIOMS, result);
        return all(DELETED, result);
    }

    private static String all(List<Rewrite> rewrites, String text) {
        String result = text;
        String lower = text.toLowerCase(Locale.ROOT);
        for (Rewrite rewrite : rewrites) {
            String rewritten = rewrite.applyTo(result, lower);
            lower = rewritten.equals(result) ? lower : rewritten.toLowerCase(Locale.ROOT);
            result = rewritten;
        }
        return result;
    }
}
