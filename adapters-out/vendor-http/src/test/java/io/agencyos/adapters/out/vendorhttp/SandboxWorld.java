package io.agencyos.adapters.out.vendorhttp;

import io.agencyos.adapters.out.sandbox.SandboxClock;
import io.agencyos.adapters.out.sandbox.VendorSandbox;
import io.agencyos.adapters.out.sandbox.faults.FaultKind;
import io.agencyos.adapters.out.sandbox.faults.FaultRule;
import io.agencyos.application.outreach.channel.ChannelCommand;
import io.agencyos.application.outreach.channel.ChannelSender;
import io.agencyos.application.outreach.channel.ChannelSenderContract.Fault;
import io.agencyos.application.outreach.channel.ChannelSenderContract.World;
import java.time.Duration;
import java.time.Instant;

/**
 * The vendor sandbox behind an adapter, as the kit of senders wants it.
 *
 * @param <C> what the channel hands over
 */
public abstract class SandboxWorld<C extends ChannelCommand> implements World<C> {

    private final VendorSandbox sandbox;
    private final SandboxClock clock;
    private final ChannelSender<C> sender;
    private final String handOver;
    private final FaultRule counter;
    private final int refusal;
    private final Duration settling;
    private int counted;

    /**
     * @param handOver the requests that ask the vendor to contact somebody
     * @param refusal how the vendor refuses a recipient
     * @param settling how long until everything has happened
     */
    protected SandboxWorld(
            VendorSandbox sandbox,
            SandboxClock clock,
            ChannelSender<C> sender,
            String handOver,
            int refusal,
            Duration settling) {
        this.sandbox = sandbox;
        this.clock = clock;
        this.sender = sender;
        this.handOver = handOver;
        this.refusal = refusal;
        this.settling = settling;
        // strikes every hand-over without an effect, so that its strikes are their number
        this.counter = FaultRule.odds(1_000_000, FaultKind.LATENCY, handOver);
        sandbox.setFaults(counter);
    }

    @Override
    public final ChannelSender<C> sender() {
        return sender;
    }

    @Override
    public final Instant now() {
        return clock.instant();
    }

    @Override
    public final void next(Fault fault) {
        counted = handOvers();
        sandbox.setFaults(counter, rule(fault));
    }

    private FaultRule rule(Fault fault) {
        return switch (fault) {
            case LOST_REQUEST -> FaultRule.next(1, FaultKind.DROP_BEFORE, handOver);
            case LOST_ANSWER -> FaultRule.next(1, FaultKind.DROP_AFTER, handOver);
            case RATE_LIMITED -> answering(429);
            case WRONG_CREDENTIAL -> answering(401);
            case NO_CREDITS -> answering(402);
            case REFUSED_RECIPIENT -> answering(refusal);
            case LOOKUP_DOWN ->
                FaultRule.odds(1_000_000, FaultKind.STATUS, "GET .*").answering(500);
        };
    }

    private FaultRule answering(int status) {
        return FaultRule.next(1, FaultKind.STATUS, handOver).answering(status);
    }

    @Override
    public final int handOvers() {
        return counted + sandbox.faults().getFirst().struck();
    }

    @Override
    public final void settle() {
        sandbox.pump(clock.instant().plus(settling));
    }
}
