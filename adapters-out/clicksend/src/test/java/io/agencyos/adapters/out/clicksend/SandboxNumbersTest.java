package io.agencyos.adapters.out.clicksend;

import io.agencyos.adapters.out.sandbox.faults.FaultKind;
import io.agencyos.adapters.out.sandbox.faults.FaultRule;
import io.agencyos.application.resource.PhoneNumberProvisioner;
import io.agencyos.application.resource.PhoneNumberProvisionerContract;
import io.agencyos.domain.shared.contact.PhoneNumber;
import io.agencyos.domain.shared.id.ClientId;
import org.junit.jupiter.api.AfterEach;

/** The kit over real HTTP. */
class SandboxNumbersTest extends PhoneNumberProvisionerContract {

    private static final String PURCHASE = "POST .*/numbers/buy/";
    /** Strikes every purchase without an effect, so that its strikes are their number. */
    private static final FaultRule COUNTER = FaultRule.odds(1_000_000, FaultKind.LATENCY, PURCHASE);

    private final SandboxVendor vendor = new SandboxVendor();

    @AfterEach
    void stop() {
        vendor.close();
    }

    @Override
    protected World world() {
        vendor.sandbox.setFaults(COUNTER);
        return new World() {

            @Override
            public PhoneNumberProvisioner shop() {
                return vendor.clicksend.provisioner();
            }

            @Override
            public ClientId client() {
                return SandboxVendor.CLIENT;
            }

            @Override
            public PhoneNumber had() {
                return SandboxVendor.OURS;
            }

            @Override
            public void loseNextAnswer() {
                vendor.sandbox.setFaults(COUNTER, FaultRule.next(1, FaultKind.DROP_AFTER, PURCHASE));
            }

            @Override
            public int purchases() {
                return vendor.sandbox.faults().getFirst().struck();
            }
        };
    }
}
