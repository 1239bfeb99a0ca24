package io.agencyos.adapters.out.vapi;

import io.agencyos.adapters.out.sandbox.faults.FaultKind;
import io.agencyos.adapters.out.sandbox.faults.FaultRule;
import io.agencyos.application.outreach.channel.VoiceLines;
import io.agencyos.application.outreach.channel.VoiceLinesContract;
import io.agencyos.domain.shared.id.ClientId;
import org.junit.jupiter.api.AfterEach;

/** The kit over real HTTP. */
class SandboxLinesTest extends VoiceLinesContract {

    private final SandboxVendor vendor = new SandboxVendor();

    @AfterEach
    void stop() {
        vendor.close();
    }

    @Override
    protected World world() {
        return new World() {
            @Override
            public VoiceLines lines() {
                return vendor.vapi.lines();
            }

            @Override
            public ClientId client() {
                return SandboxVendor.CLIENT;
            }

            @Override
            public void breakDown() {
                vendor.sandbox.setFaults(
                        FaultRule.odds(1_000_000, FaultKind.STATUS, ".*").answering(500));
            }
        };
    }
}
