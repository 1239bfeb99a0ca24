package io.agencyos.adapters.out.salesforge;

import io.agencyos.application.outreach.channel.EmailCommand;
import io.agencyos.domain.shared.VendorFailure;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What makes an e-mail impossible for this vendor, found without a call; first match wins. Source: salesforge 5, 10. */
final class EmailChecks {

    private record Check(String field, String reason, Predicate<EmailCommand> broken) {}

    private static final List<Check> OF_EVERY_EMAIL = List.of(
            new Check(
                    "workspace",
                    "the mailbox is another tenant's",
                    c -> !c.mailbox().clientId().equals(c.clientId())),
            new Check("body", "the body is empty", c -> c.htmlBody().isBlank()),
            new Check("body", "a placeholder is left", c -> c.htmlBody().contains("{{")));

    private static final List<Check> OF_A_CARRIED_EMAIL = List.of(
            new Check(
                    "mailbox",
                    "the mailbox is not connected to the vendor",
                    c -> c.mailbox().vendorRef() == null),
            new Check("subject", "the subject is empty", c -> c.subject().isBlank()),
            new Check(
                    "subject", "the subject has a line break", c -> c.subject().matches("(?s).*[\\r\\n].*")),
            new Check("subject", "a placeholder is left", c -> c.subject().contains("{{")),
            new Check(
                    "slot",
                    "the touch was given no carrier",
                    c -> !c.vendorSlot().matches("[1-9]\\d{0,3}")),
            new Check("no_more_carriers", "too many e-mails from this mailbox", c -> slot(c) > Carrier.MAX_K));

    private EmailChecks() {}

    static int slot(EmailCommand command) {
        return Integer.parseInt(command.vendorSlot());
    }

    static Optional<VendorFailure> carried(EmailCommand command) {
        return first(OF_EVERY_EMAIL, command).or(() -> first(OF_A_CARRIED_EMAIL, command));
    }

    static Optional<VendorFailure> answer(EmailCommand command) {
        return first(OF_EVERY_EMAIL, command);
    }

    private static Optional<VendorFailure> first(List<Check> checks, EmailCommand command) {
        return checks.stream()
                .filter(check -> check.broken().test(command))
                .findFirst()
                .map(check -> Failures.invalid("send", check.field(), check.reason()));
    }
}
