package io.agencyos.domain.conversation.rules;

import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Brings a reply to the one spelling that the patterns are written in; case stays, for names. Source: content 4.4. */
final class Normaliser {

    private record Rewrite(Pattern pattern, String replacement) {
        static Rewrite word(String regex, String replacement) {
            return new Rewrite(Pattern.compile("(?i)(?<![\\w'])(?:" + regex + ")(?![\\w'])"), replacement);
        }

        static Rewrite anywhere(String regex, String replacement) {
            return new Rewrite(Pattern.compile("(?i)" + regex), replacement);
        }

        String applyTo(String text) {
            return pattern.matcher(text).replaceAll(replacement);
        }
    }

    private static final List<Rewrite> CHARACTERS = List.of(
            Rewrite.anywhere("[\u2018\u2019\u201a\u02bc\u00b4`]", "'"),
            Rewrite.anywhere("[\u201c\u201d\u201e]", "\""),
            Rewrite.anywhere("\ud83d\udc4d", " thumbs_up "),
            Rewrite.anywhere("\ud83d\udc4e", " thumbs_down "),
            Rewrite.anywhere("[\\p{Cf}\\p{Cc}&&[^\\n]]", ""));

    private static final List<Rewrite> ADDRESSES = List.of(
            Rewrite.anywhere("(?:https?://|www\\.)[^\\s<>\"]{1,2000}", " " + WordClass.URL_TOKEN + " "),
            Rewrite.anywhere(Addresses.EMAIL_REGEX, " " + WordClass.EMAIL_TOKEN + " "),
            Rewrite.anywhere(Addresses.PHONE_REGEX, " " + WordClass.PHONE_TOKEN + " "));

    private static final List<Rewrite> CONTRACTIONS = List.of(
            Rewrite.word("can't|cant|cannot", "can not"),
            Rewrite.word("won't|wont", "will not"),
            Rewrite.word("shan't", "shall not"),
            Rewrite.word("(do|does|did|is|are|was|were|have|has|had|would|could|should|must|need)n'?t", "$1 not"),
            Rewrite.word("ain't|aint", "is not"),
            Rewrite.word("i'?m", "I am"),
            Rewrite.word("ive", "I have"),
            Rewrite.word("(you|they)re", "$1 are"),
            Rewrite.word("(you|they|we)ve", "$1 have"),
            Rewrite.word("(it|that|he|she|what|who|where|there|how|here|when)'s", "$1 is"),
            Rewrite.word("(that|what|he|she|there)s", "$1 is"),
            Rewrite.word("let'?s", "let us"),
            Rewrite.anywhere("(?<=\\w)'m(?!\\w)", " am"),
            Rewrite.anywhere("(?<=\\w)'re(?!\\w)", " are"),
            Rewrite.anywhere("(?<=\\w)'ve(?!\\w)", " have"),
            Rewrite.anywhere("(?<=\\w)'ll(?!\\w)", " will"),
            Rewrite.anywhere("(?<=\\w)'d(?!\\w)", " would"));

    private static final List<Rewrite> IDIOMS = List.of(
            Rewrite.word("can not wait", "really want"),
            Rewrite.word("why not", "sure"),
            Rewrite.word("not a bad", "a good"),
            Rewrite.word("would not mind", "would like"),
            Rewrite.word("do not hesitate to", "please"),
            Rewrite.word("([ap])\\.m\\.?", "$1m"));

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

    private static final Rewrite DELETED =
            Rewrite.word("no worries|not a problem|no problem|no doubt|no rush|no idea|not only|not sure if", " ");

    private Normaliser() {}

    static String normalise(String text) {
        String result = Normalizer.normalize(text, Normalizer.Form.NFKC);
        result = all(CHARACTERS, result);
        result = all(ADDRESSES, result);
        result = all(CONTRACTIONS, result);
        result = SHORT_FORM
                .matcher(result)
                .replaceAll(found -> SHORT_FORMS.get(found.group().toLowerCase(java.util.Locale.ROOT)));
        result = result.lines().map(line -> line.replaceAll("[ \\t]+", " ")).collect(Collectors.joining("\n"));
        result = all(IDIOMS, result);
        return DELETED.applyTo(result);
    }

    private static String all(List<Rewrite> rewrites, String text) {
        String result = text;
        for (Rewrite rewrite : rewrites) {
            result = rewrite.applyTo(result);
        }
        return result;
    }
}
