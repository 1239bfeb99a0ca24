package io.agencyos.adapters.out.salesforge;

import io.agencyos.adapters.out.sandbox.faults.FaultKind;
import io.agencyos.adapters.out.sandbox.faults.FaultRule;
import io.agencyos.application.outreach.SenderUpkeep;
import io.agencyos.application.outreach.SenderUpkeepContract;
import io.agencyos.domain.resource.Mailbox;
import org.junit.jupiter.api.AfterEach;

/** The kit over real HTTP: what is made are carriers. */
class SandboxUpkeepTest extends SenderUpkeepContract {

    private final SandboxVendor vendor = new SandboxVendor();
    private final Mailbox connected = Vendor.mailbox(Vendor.CLIENT, vendor.connect("sam@hello-harbour.example"));

    @AfterEach
    void stop() {
        vendor.close();
    }

    @Override
    protected World world() {
        return new World() {
            @Override
            public SenderUpkeep upkeep() {
                return vendor.salesforge.upkeep();
            }

            @Override
            public Mailbox connected() {
                return connected;
            }

            @Override
            public Mailbox unknown() {
                return Vendor.mailbox(Vendor.CLIENT, null);
            }

            @Override
            public int standing() {
                return vendor.get("/workspaces/" + vendor.workspace + "/sequences")
                        .path("data")
                        .size();
            }

            @Override
            public void breakDown() {
                vendor.sandbox.setFaults(
                        FaultRule.odds(1_000_000, FaultKind.STATUS, ".*").answering(500));
            }
        };
    }
}
