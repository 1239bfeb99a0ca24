package io.agencyos.adapters.out.clicksend;

import io.agencyos.adapters.out.sandbox.faults.FaultKind;
import io.agencyos.adapters.out.sandbox.faults.FaultRule;
import io.agencyos.application.resource.AlphaTags;
import io.agencyos.application.resource.AlphaTagsContract;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;

/** The kit over real HTTP. */
class SandboxTagsTest extends AlphaTagsContract {

    private static final String WISH = "POST .*/alpha-tags";
    /** Strikes every wish without an effect, so that its strikes are their number. */
    private static final FaultRule COUNTER = FaultRule.odds(1_000_000, FaultKind.LATENCY, WISH);

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
            public AlphaTags tags() {
                return vendor.clicksend.tags();
            }

            @Override
            public ClientId client() {
                return SandboxVendor.CLIENT;
            }

            @Override
            public void loseNextAnswer() {
                vendor.sandbox.setFaults(COUNTER, FaultRule.next(1, FaultKind.DROP_AFTER, WISH));
            }

            @Override
            public void approve() {
                vendor.pass(Duration.ofDays(3));
            }

            @Override
            public int wishes() {
                return vendor.sandbox.faults().getFirst().struck();
            }
        };
    }
}
