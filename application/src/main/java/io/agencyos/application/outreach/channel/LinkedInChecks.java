package io.agencyos.application.outreach.channel;

import io.agencyos.domain.shared.TouchKind;
import io.agencyos.domain.shared.contact.LinkedInUrl;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What no seat is asked to do, whatever the vendor would say. Source: outreach 11.4. */
public final class LinkedInChecks {

    /** The longest note of any account. */
    public static final int LONGEST_NOTE = 300;

    /** Characters of a message. */
    public static final int LONGEST_MESSAGE = 1_000;

    /** What is wrong, and with which field of the command. */
    public record Problem(String field, String reason) {}

    private record Rule(Problem problem, Predicate<LinkedInCommand> broken) {}

    private static final List<Rule> RULES = List.of(
            new Rule(
                    new Problem("linkedinUrl", "not the profile of a person"),
                    act -> act.profile().page() != LinkedInUrl.Page.PERSON),
            new Rule(
                    new Problem("text", "the message is empty"),
                    act -> act.kind() == TouchKind.LI_MESSAGE && act.text().isBlank()),
            new Rule(
                    new Problem("text", "the message is longer than " + LONGEST_MESSAGE + " characters"),
                    act -> act.kind() == TouchKind.LI_MESSAGE && act.text().length() > LONGEST_MESSAGE),
            new Rule(
                    new Problem("note", "the note is longer than " + LONGEST_NOTE + " characters"),
                    act -> act.kind() == TouchKind.LI_INVITE && act.text().length() > LONGEST_NOTE));

    private LinkedInChecks() {}

    /** The first rule that the act breaks. */
    public static Optional<Problem> problem(LinkedInCommand act) {
        return RULES.stream()
                .filter(rule -> rule.broken().test(act))
                .map(Rule::problem)
                .findFirst();
    }
}
