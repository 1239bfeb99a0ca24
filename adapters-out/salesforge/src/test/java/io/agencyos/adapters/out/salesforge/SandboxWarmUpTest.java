package io.agencyos.adapters.out.salesforge;

import io.agencyos.adapters.out.sandbox.faults.FaultKind;
import io.agencyos.adapters.out.sandbox.faults.FaultRule;
import io.agencyos.application.resource.MailboxWarmUp;
import io.agencyos.application.resource.MailboxWarmUpContract;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;

/** The kit over real HTTP. */
class SandboxWarmUpTest extends MailboxWarmUpContract {

    private final SandboxVendor vendor = new SandboxVendor();

    @AfterEach
    void stop() {
        vendor.close();
    }

    @Override
    protected World world() {
        return new World() {
            @Override
            public MailboxWarmUp warmUp() {
                return vendor.salesforge.warmUp();
            }

            @Override
            public ClientId client() {
                return Vendor.CLIENT;
            }

            @Override
            public void warms(EmailAddress mailbox) {
                vendor.connect(mailbox.value());
            }

            @Override
            public void testsEnd() {
                vendor.clock.advanceTo(now().plus(Duration.ofMinutes(10)));
            }

            @Override
            public Instant now() {
                return vendor.clock.instant();
            }

            @Override
            public void breakDown() {
                vendor.sandbox.setFaults(
                        FaultRule.odds(1_000_000, FaultKind.STATUS, ".*").answering(500));
            }
        };
    }
}
