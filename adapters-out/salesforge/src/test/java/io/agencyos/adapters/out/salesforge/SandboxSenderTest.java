package io.agencyos.adapters.out.salesforge;

import io.agencyos.adapters.out.sandbox.faults.FaultKind;
import io.agencyos.adapters.out.sandbox.faults.FaultRule;
import io.agencyos.adapters.out.sandbox.ledger.LedgerRow;
import io.agencyos.application.outreach.channel.EmailSender;
import io.agencyos.application.outreach.channel.EmailSenderContract;
import io.agencyos.domain.resource.Mailbox;
import io.agencyos.domain.shared.contact.EmailAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/** The kit over real HTTP; the referee is the sandbox's ledger. */
class SandboxSenderTest extends EmailSenderContract {

    private static final String HAND_OVER = "PUT .*/sequences/[^/]+/contacts$";
    /** Strikes every hand-over without an effect, so that its strikes are their number. */
    private static final FaultRule COUNTER = FaultRule.odds(1_000_000, FaultKind.LATENCY, HAND_OVER);

    private final SandboxVendor vendor = new SandboxVendor();

    @AfterEach
    void stop() {
        vendor.close();
    }

    @Override
    protected World world() {
        Mailbox mailbox = vendor.mailbox();
        vendor.sandbox.setFaults(COUNTER);
        return new World() {
            private int counted;

            @Override
            public EmailSender sender() {
                return vendor.salesforge.sender();
            }

            @Override
            public Mailbox mailbox() {
                return mailbox;
            }

            @Override
            public Instant now() {
                return vendor.clock.instant();
            }

            @Override
            public void next(Fault fault) {
                counted = handOvers();
                vendor.sandbox.setFaults(COUNTER, rule(fault));
            }

            private static FaultRule rule(Fault fault) {
                return switch (fault) {
                    case LOST_REQUEST -> FaultRule.next(1, FaultKind.DROP_BEFORE, HAND_OVER);
                    case LOST_ANSWER -> FaultRule.next(1, FaultKind.DROP_AFTER, HAND_OVER);
                    case RATE_LIMITED ->
                        FaultRule.next(1, FaultKind.STATUS, HAND_OVER)
                                .answering(429)
                                .retryAfter(9);
                    case WRONG_CREDENTIAL ->
                        FaultRule.next(1, FaultKind.STATUS, HAND_OVER).answering(401);
                    case NO_CREDITS ->
                        FaultRule.next(1, FaultKind.STATUS, HAND_OVER).answering(402);
                    case REFUSED_RECIPIENT ->
                        FaultRule.next(1, FaultKind.STATUS, "POST .*/contacts$").answering(400);
                    case LOOKUP_DOWN ->
                        FaultRule.odds(1_000_000, FaultKind.STATUS, "GET .*").answering(500);
                };
            }

            @Override
            public int handOvers() {
                return counted + vendor.sandbox.faults().getFirst().struck();
            }

            @Override
            public void settle() {
                vendor.salesforge.upkeep().catchUp(Vendor.CLIENT);
                vendor.pass(Duration.ofHours(2));
            }

            @Override
            public List<String> deliveriesTo(EmailAddress recipient) {
                return vendor.sandbox.ledger().rows().stream()
                        .filter(row -> row.kind() == LedgerRow.Kind.EMAIL
                                && row.toEmail().equals(recipient.value()))
                        .map(LedgerRow::aosKey)
                        .toList();
            }
        };
    }
}
