package io.agencyos.adapters.out.vapi;

import io.agencyos.adapters.out.sandbox.faults.FaultKind;
import io.agencyos.adapters.out.sandbox.faults.FaultRule;
import io.agencyos.application.conversation.ChannelFeedContract;
import io.agencyos.application.conversation.inbox.ChannelReplies;
import io.agencyos.application.outreach.channel.VoiceCallerContract;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;

/** The kit over real HTTP: what calls came to. */
class SandboxFeedTest extends ChannelFeedContract {

    private final SandboxVendor vendor = new SandboxVendor();
    private final String assistant = vendor.vapi
            .caller()
            .ensureAssistant(VoiceCallerContract.script(SandboxVendor.CLIENT, 9))
            .orElseThrow();
    private int calls;

    @AfterEach
    void stop() {
        vendor.close();
    }

    @Override
    protected World world() {
        return new World() {
            @Override
            public ChannelReplies replies() {
                return vendor.vapi.replies();
            }

            @Override
            public ClientId client() {
                return SandboxVendor.CLIENT;
            }

            @Override
            public void happens() {
                calls++;
                vendor.vapi
                        .caller()
                        .send(VoiceCallerContract.dial(SandboxVendor.CLIENT, "pn_3f", assistant, "call " + calls));
                vendor.pass(Duration.ofMinutes(20));
            }

            @Override
            public void breakDown() {
                vendor.sandbox.setFaults(
                        FaultRule.odds(1_000_000, FaultKind.STATUS, ".*").answering(500));
            }
        };
    }
}
