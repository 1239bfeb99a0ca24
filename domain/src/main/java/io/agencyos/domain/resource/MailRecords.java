package io.agencyos.domain.resource;

import io.agencyos.domain.resource.MailboxWarmth.DnsState;
import io.agencyos.domain.shared.contact.DomainName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a domain's records say to those who receive its mail. Source: outreach 8.1; the records: RFC 7208 (SPF), RFC 6376 3.6
 * (DKIM), RFC 7489 6 (DMARC).
 */
public record MailRecords(DnsState spf, DnsState dkim, DnsState dmarc) {

    private static final String SPF = "v=spf1";
    private static final String DMARC = "v=dmarc1";
    private static final Pattern MECHANISM = Pattern.compile(
            "[+\\-~?]?(?:all|(?:include|exists):\\S+|(?:a|mx)(?::[^\\s/]+)?(?:/\\S+)?|ptr(?::\\S+)?|ip[46]:\\S+)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern MODIFIER = Pattern.compile("[a-z][a-z0-9._-]*=\\S*", Pattern.CASE_INSENSITIVE);
    private static final Set<String> POLICIES = Set.of("none", "quarantine", "reject");

    /**
     * Which names to ask for the domain.
     *
     * @param organisation what its holder registered, empty where nobody can tell; its policy covers names below it
     * @param selectors under which keys are looked for: the DNS does not list them
     */
    public record Question(DomainName domain, Optional<DomainName> organisation, List<String> selectors) {

        public Question {
            selectors = List.copyOf(selectors);
        }

        /** Every name that counts. */
        public Set<String> names() {
            Set<String> names = new LinkedHashSet<>(List.of(domain.value(), policyOf(domain), keys()));
            organisation.map(Question::policyOf).ifPresent(names::add);
            selectors.forEach(selector -> names.add(keyOf(selector)));
            return names;
        }

        private String keys() {
            return "_domainkey." + domain.value();
        }

        private String keyOf(String selector) {
            return selector + "." + keys();
        }

        private static String policyOf(DomainName name) {
            return "_dmarc." + name.value();
        }
    }

    /** @param answers to all names of the question */
    public static MailRecords read(Question question, Map<String, TextAnswer> answers) {
        return new MailRecords(
                spf(answers.get(question.domain().value())), dkim(question, answers), dmarc(question, answers));
    }

    private static DnsState spf(TextAnswer answer) {
        return single(answer, text -> startsWithWord(text, SPF), MailRecords::authorises);
    }

    /** Known terms alone, somebody may send, and not everybody. */
    private static boolean authorises(String record) {
        List<String> terms = Stream.of(record.substring(SPF.length()).strip().split(" +"))
                .filter(term -> !term.isEmpty())
                .toList();
        boolean readable = terms.stream()
                .allMatch(term -> MECHANISM.matcher(term).matches()
                        || MODIFIER.matcher(term).matches());
        boolean anybody =
                terms.stream().anyMatch(term -> term.equalsIgnoreCase("all") || term.equalsIgnoreCase("+all"));
        boolean somebody = terms.stream()
                .anyMatch(term -> term.toLowerCase(Locale.ROOT).startsWith("redirect=")
                        || MECHANISM.matcher(term).matches()
                                && !term.startsWith("-")
                                && !term.startsWith("~")
                                && !term.startsWith("?"));
        return readable && somebody && !anybody;
    }

    /** One key that is in force is enough: each sender of the domain signs with its own. */
    private static DnsState dkim(Question question, Map<String, TextAnswer> answers) {
        List<TextAnswer> found = question.selectors().stream()
                .map(selector -> answers.get(question.keyOf(selector)))
                .toList();
        List<String> keys = found.stream()
                .flatMap(
                        answer -> answer instanceof TextAnswer.Texts(List<String> texts) ? texts.stream() : Stream.of())
                .map(MailRecords::key)
                .flatMap(Optional::stream)
                .toList();
        if (keys.stream().anyMatch(key -> !key.isEmpty())) {
            return DnsState.VALID;
        }
        if (answers.get(question.keys()) instanceof TextAnswer.NoSuchName) {
            return DnsState.MISSING;
        }
        boolean silent = found.stream().anyMatch(TextAnswer.NoAnswer.class::isInstance);
        // other keys may stand under names that nobody told us
        return silent || keys.isEmpty() ? DnsState.UNKNOWN : DnsState.INVALID;
    }

    /** The public key of a record, empty text where it was withdrawn; nothing where the text is no key. */
    private static Optional<String> key(String text) {
        List<String> tags = tags(text);
        boolean another = tags.stream().anyMatch(tag -> tag.startsWith("v=") && !tag.equalsIgnoreCase("v=DKIM1"));
        return another
                ? Optional.empty()
                : tags.stream()
                        .filter(tag -> tag.startsWith("p="))
                        .map(tag -> tag.substring(2))
                        .findFirst();
    }

    private static DnsState dmarc(Question question, Map<String, TextAnswer> answers) {
        DnsState own = policy(answers.get(Question.policyOf(question.domain())));
        return own == DnsState.MISSING
                ? question.organisation()
                        .map(name -> policy(answers.get(Question.policyOf(name))))
                        .orElse(own)
                : own;
    }

    private static DnsState policy(TextAnswer answer) {
        return single(
                answer,
                text -> tags(text).getFirst().equalsIgnoreCase(DMARC),
                text -> tags(text).stream()
                        .map(tag -> tag.toLowerCase(Locale.ROOT))
                        .filter(tag -> tag.startsWith("p="))
                        .anyMatch(tag -> POLICIES.contains(tag.substring(2))));
    }

    /** Several records of one kind are as good as a broken one: receivers heed none. */
    private static DnsState single(TextAnswer answer, Predicate<String> ours, Predicate<String> sound) {
        return switch (answer) {
            case TextAnswer.NoAnswer unknown -> DnsState.UNKNOWN;
            case TextAnswer.NoSuchName none -> DnsState.MISSING;
            case TextAnswer.Texts(List<String> texts) -> {
                List<String> records =
                        texts.stream().map(String::strip).filter(ours).toList();
                if (records.isEmpty()) {
                    yield DnsState.MISSING;
                }
                yield records.size() == 1 && sound.test(records.getFirst()) ? DnsState.VALID : DnsState.INVALID;
            }
        };
    }

    private static boolean startsWithWord(String text, String word) {
        return text.regionMatches(true, 0, word, 0, word.length())
                && (text.length() == word.length() || text.charAt(word.length()) == ' ');
    }

    /** The {@code name=value} parts of a record, without white space around them. */
    private static List<String> tags(String text) {
        List<String> tags = new ArrayList<>();
        for (String part : text.split(";")) {
            String[] sides = part.split("=", 2);
            tags.add(sides.length == 2 ? sides[0].strip() + "=" + sides[1].strip() : part.strip());
        }
        return tags;
    }

    /** What is wrong, in the words of {@code spf missing, dmarc invalid}; empty where nothing is. */
    public String faults() {
        return Stream.of(fault("spf", spf), fault("dkim", dkim), fault("dmarc", dmarc))
                .filter(Objects::nonNull)
                .reduce((a, b) -> a + ", " + b)
                .orElse("");
    }

    private static @Nullable String fault(String name, DnsState state) {
        return switch (state) {
            case MISSING, INVALID -> name + " " + state.name().toLowerCase(Locale.ROOT);
            case VALID, UNKNOWN -> null;
        };
    }
}
