package io.agencyos.adapters.out.clicksend;

import io.agencyos.adapters.out.sandbox.faults.FaultKind;
import io.agencyos.adapters.out.sandbox.faults.FaultRule;
import io.agencyos.application.outreach.ChannelSender;
import io.agencyos.application.outreach.SmsCommand;
import io.agencyos.application.outreach.SmsSenderContract;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/** The kit over real HTTP; the referee is the sandbox's ledger. */
class SandboxSenderTest extends SmsSenderContract {

    private static final String HAND_OVER = "POST .*/sms/send$";
    /** Strikes every hand-over without an effect, so that its strikes are their number. */
    private static final FaultRule COUNTER = FaultRule.odds(1_000_000, FaultKind.LATENCY, HAND_OVER);

    private final SandboxVendor vendor = new SandboxVendor();

    @AfterEach
    void stop() {
        vendor.close();
    }

    @Override
    protected World<SmsCommand> world() {
        vendor.sandbox.setFaults(COUNTER);
        return new World<>() {
            private int counted;

            @Override
            public ChannelSender<SmsCommand> sender() {
                return vendor.clicksend.sender();
            }

            @Override
            public SmsCommand contact(String name) {
                return vendor.text(name);
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
                        FaultRule.next(1, FaultKind.STATUS, HAND_OVER).answering(429);
                    case WRONG_CREDENTIAL ->
                        FaultRule.next(1, FaultKind.STATUS, HAND_OVER).answering(401);
                    case NO_CREDITS ->
                        FaultRule.next(1, FaultKind.STATUS, HAND_OVER).answering(402);
                    case REFUSED_RECIPIENT ->
                        FaultRule.next(1, FaultKind.STATUS, HAND_OVER).answering(400);
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
                vendor.pass(Duration.ofHours(1));
            }

            @Override
            public List<String> reached(SmsCommand contact) {
                return vendor.reached(contact.to());
            }
        };
    }
}
