package io.agencyos.application.outreach.channel;

import io.agencyos.domain.content.SmsLength;
import io.agencyos.domain.shared.contact.PhoneNumber;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;

/** What no sender of texts hands over, whatever the vendor would say. Source: outreach 9.1, 9.2, 6.3, 6.6. */
public final class SmsChecks {

    /** What is wrong, and with which field of the command. */
    public record Problem(String field, String reason) {}

    private record Rule(Problem problem, BiPredicate<SmsCommand, Set<PhoneNumber>> broken) {}

    private static final Pattern HOLE = Pattern.compile("\\{\\{|\\{[A-Za-z_]+}");

    private static final List<Rule> RULES = List.of(
            new Rule(
                    new Problem("recipient", "this line takes no texts"),
                    (text, ours) -> !text.to().canReceiveSms()),
            new Rule(
                    new Problem("text", "the text is empty"),
                    (text, ours) -> text.text().isBlank()),
            new Rule(
                    new Problem("text", "a placeholder was not filled"),
                    (text, ours) -> HOLE.matcher(text.text()).find()),
            new Rule(
                    new Problem("text", "the text is longer than one segment"),
                    (text, ours) -> SmsLength.of(text.text()).segments() > 1),
            new Rule(
                    new Problem("sender", "not a number of the client's own that can be answered"),
                    (text, ours) ->
                            !(text.from() instanceof SmsFrom.Dedicated(PhoneNumber number) && ours.contains(number))));

    private SmsChecks() {}

    /** The first rule that the text breaks; {@code ours} are the client's dedicated numbers. */
    public static Optional<Problem> problem(SmsCommand text, Set<PhoneNumber> ours) {
        return RULES.stream()
                .filter(rule -> rule.broken().test(text, ours))
                .map(Rule::problem)
                .findFirst();
    }
}
