package io.agencyos.adapters.out.unipile;

import io.agencyos.adapters.out.sandbox.faults.FaultKind;
import io.agencyos.adapters.out.sandbox.faults.FaultRule;
import io.agencyos.application.outreach.ChannelSender;
import io.agencyos.application.outreach.LinkedInCommand;
import io.agencyos.application.outreach.LinkedInCommands;
import io.agencyos.application.outreach.LinkedInOutreachContract;
import io.agencyos.domain.shared.TouchKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/** The kit over real HTTP; the referee is the sandbox's ledger. */
abstract class SandboxOutreach extends LinkedInOutreachContract {

    private final SandboxVendor vendor = new SandboxVendor();
    private final TouchKind kind;
    private final String handOver;
    private final String seat = vendor.seat();

    SandboxOutreach(TouchKind kind, String handOver) {
        this.kind = kind;
        this.handOver = handOver;
    }

    @AfterEach
    void stop() {
        vendor.close();
    }

    private LinkedInCommand act(String name) {
        LinkedInCommand act = LinkedInCommands.act(SandboxVendor.CLIENT, seat, kind, name);
        if (kind == TouchKind.LI_MESSAGE) {
            vendor.sandbox.befriend(seat, act.profile().slug());
        }
        return act;
    }

    @Override
    protected World<LinkedInCommand> world() {
        // strikes every hand-over without an effect, so that its strikes are their number
        FaultRule counter = FaultRule.odds(1_000_000, FaultKind.LATENCY, handOver);
        vendor.sandbox.setFaults(counter);
        return new World<>() {
            private int counted;

            @Override
            public ChannelSender<LinkedInCommand> sender() {
                return vendor.unipile.outreach();
            }

            @Override
            public LinkedInCommand contact(String name) {
                return act(name);
            }

            @Override
            public Instant now() {
                return vendor.clock.instant();
            }

            @Override
            public void next(Fault fault) {
                counted = handOvers();
                vendor.sandbox.setFaults(counter, rule(fault));
            }

            private FaultRule rule(Fault fault) {
                return switch (fault) {
                    case LOST_REQUEST -> FaultRule.next(1, FaultKind.DROP_BEFORE, handOver);
                    case LOST_ANSWER -> FaultRule.next(1, FaultKind.DROP_AFTER, handOver);
                    case RATE_LIMITED ->
                        FaultRule.next(1, FaultKind.STATUS, handOver).answering(429);
                    case WRONG_CREDENTIAL ->
                        FaultRule.next(1, FaultKind.STATUS, handOver).answering(401);
                    case NO_CREDITS ->
                        FaultRule.next(1, FaultKind.STATUS, handOver).answering(402);
                    case REFUSED_RECIPIENT ->
                        FaultRule.next(1, FaultKind.STATUS, handOver).answering(422);
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
                vendor.pass(Duration.ofMinutes(10));
            }

            @Override
            public List<String> reached(LinkedInCommand contact) {
                return vendor.reached(contact);
            }
        };
    }
}
