package io.agencyos.adapters.out.postoffice;

import io.agencyos.adapters.out.sandbox.faults.FaultKind;
import io.agencyos.adapters.out.sandbox.faults.FaultRule;
import io.agencyos.application.conversation.ChannelFeedContract;
import io.agencyos.application.conversation.inbox.ChannelReplies;
import io.agencyos.application.outreach.channel.PostSenderContract;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;

/** The kit over real HTTP: what happens to letters. */
class SandboxFeedTest extends ChannelFeedContract {

    private final SandboxOffice vendor = new SandboxOffice();
    private int letters;

    @AfterEach
    void stop() {
        vendor.close();
    }

    @Override
    protected World world() {
        return new World() {
            @Override
            public ChannelReplies replies() {
                return vendor.office.replies();
            }

            @Override
            public ClientId client() {
                return SandboxOffice.CLIENT;
            }

            @Override
            public void happens() {
                letters++;
                vendor.office.sender().send(PostSenderContract.letter(SandboxOffice.CLIENT, "letter " + letters));
                vendor.pass(Duration.ofMinutes(30));
            }

            @Override
            public void breakDown() {
                vendor.sandbox.setFaults(
                        FaultRule.odds(1_000_000, FaultKind.STATUS, ".*").answering(500));
            }
        };
    }
}
