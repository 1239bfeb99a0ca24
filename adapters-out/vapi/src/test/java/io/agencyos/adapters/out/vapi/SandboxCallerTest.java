package io.agencyos.adapters.out.vapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.out.vendorhttp.SandboxWorld;
import io.agencyos.application.outreach.channel.SendOutcome;
import io.agencyos.application.outreach.channel.VoiceCaller;
import io.agencyos.application.outreach.channel.VoiceCallerContract;
import io.agencyos.application.outreach.channel.VoiceCommand;
import io.agencyos.application.outreach.recording.CallRecordings;
import io.agencyos.domain.outreach.call.CallOutcome;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The kit over real HTTP; the referee is the sandbox's ledger. */
class SandboxCallerTest extends VoiceCallerContract {

    private final SandboxVendor vendor = new SandboxVendor(carriesAssistants());
    private final String assistant = vendor.vapi
            .caller()
            .ensureAssistant(script(SandboxVendor.CLIENT, 9))
            .orElseThrow();

    /** Whether each call takes its assistant along. */
    boolean carriesAssistants() {
        return false;
    }

    @AfterEach
    void stop() {
        vendor.close();
    }

    @Override
    protected World<VoiceCommand> world() {
        return new SandboxWorld<>(
                vendor.sandbox, vendor.clock, vendor.vapi.caller(), "POST .*/call$", 400, Duration.ofMinutes(20)) {

            @Override
            public VoiceCommand contact(String name) {
                return dial(SandboxVendor.CLIENT, "pn_3f", assistant, name);
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
