package io.agencyos.adapters.out.unipile;

import io.agencyos.adapters.out.sandbox.faults.FaultKind;
import io.agencyos.adapters.out.sandbox.faults.FaultRule;
import io.agencyos.adapters.out.vendorhttp.Fields;
import io.agencyos.application.resource.seat.SeatLinking;
import io.agencyos.application.resource.seat.SeatLinkingContract;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import tools.jackson.databind.JsonNode;

/** The kit over real HTTP. */
class SeatLinkingKitTest extends SeatLinkingContract {

    private final SandboxVendor vendor = new SandboxVendor();

    @AfterEach
    void stop() {
        vendor.close();
    }

    @Override
    protected World world() {
        return new World() {
            @Override
            public SeatLinking linking() {
                return vendor.unipile.seatLinking();
            }

            @Override
            public ClientId client() {
                return SandboxVendor.CLIENT;
            }

            @Override
            public Instant now() {
                return vendor.clock.instant();
            }

            @Override
            public Callback signIn(SeatLinking.Link link) {
                vendor.pass(Duration.ofMinutes(1));
                JsonNode callback = vendor.visit(link);
                return new Callback(
                        Fields.text(callback, "name").orElseThrow(),
                        Fields.text(callback, "account_id").orElseThrow());
            }

            @Override
            public void breakDown() {
                vendor.sandbox.setFaults(
                        FaultRule.odds(1_000_000, FaultKind.STATUS, ".*").answering(500));
            }
        };
    }
}
