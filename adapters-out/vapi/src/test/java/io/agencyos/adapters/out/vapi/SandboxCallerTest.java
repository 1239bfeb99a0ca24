package io.agencyos.adapters.out.vapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.out.sandbox.faults.FaultKind;
import io.agencyos.adapters.out.sandbox.faults.FaultRule;
import io.agencyos.application.outreach.CallRecordings;
import io.agencyos.application.outreach.ChannelSender;
import io.agencyos.application.outreach.SendOutcome;
import io.agencyos.application.outreach.VoiceCaller;
import io.agencyos.application.outreach.VoiceCallerContract;
import io.agencyos.application.outreach.VoiceCommand;
import io.agencyos.domain.outreach.CallOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The kit over real HTTP; the referee is the sandbox's ledger. */
class SandboxCallerTest extends VoiceCallerContract {

    private static final String HAND_OVER = "POST .*/call$";
    /** Strikes every hand-over without an effect, so that its strikes are their number. */
    private static final FaultRule COUNTER = FaultRule.odds(1_000_000, FaultKind.LATENCY, HAND_OVER);

    private final SandboxVendor vendor = new SandboxVendor();
    private final String assistant = vendor.vapi
            .caller()
            .ensureAssistant(script(SandboxVendor.CLIENT, 9))
            .orElseThrow();

    @AfterEach
    void stop() {
        vendor.close();
    }

    @Override
    protected World<VoiceCommand> world() {
        vendor.sandbox.setFaults(COUNTER);
        return new World<>() {
            private int counted;

            @Override
            public ChannelSender<VoiceCommand> sender() {
                return vendor.vapi.caller();
            }

            @Override
            public VoiceCommand contact(String name) {
                return dial(SandboxVendor.CLIENT, "pn_3f", assistant, name);
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
                vendor.pass(Duration.ofMinutes(20));
            }

            @Override
            public List<String> reached(VoiceCommand contact) {
                return vendor.reached(contact);
            }
        };
    }

    private String made(String name) {
        return ((SendOutcome.Accepted) world.sender().send(world.contact(name))).vendorRef();
    }

    @Test // vapi 12 row 27: a lead asked to stop while it rings
    void a_call_that_goes_on_can_be_ended() {
        VoiceCaller caller = vendor.vapi.caller();
        String call = made("a plan");
        assertThat(caller.report(SandboxVendor.CLIENT, call).orElseThrow())
                .isEqualTo(new VoiceCaller.State.Pending("queued"));
        assertThat(caller.hangUp(SandboxVendor.CLIENT, call).orElseThrow()).isTrue();
        assertThat(caller.report(SandboxVendor.CLIENT, call).orElseThrow())
                .isInstanceOfSatisfying(
                        VoiceCaller.State.Ended.class,
                        ended -> assertThat(ended.report().outcome()).isEqualTo(CallOutcome.CANCELLED));
    }

    @Test // vapi 8, 12 row 26
    void what_was_erased_is_gone_and_erasing_again_is_harmless() {
        CallRecordings recordings = vendor.vapi.recordings();
        String call = made("a plan");
        world.settle();
        for (int time = 0; time < 2; time++) {
            assertThat(recordings.erase(SandboxVendor.CLIENT, call).orElseThrow())
                    .isEqualTo(CallRecordings.Erasure.ERASED);
        }
        assertThat(vendor.vapi.caller().report(SandboxVendor.CLIENT, call).isOk())
                .isFalse();
    }
}
