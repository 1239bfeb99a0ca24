package io.agencyos.adapters.out.memory.resource;

import io.agencyos.application.resource.seat.SeatLinking;
import io.agencyos.application.resource.seat.SeatLinkingContract;
import io.agencyos.application.testing.Leadbook;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.UUID;

class FakeSeatLinkingTest extends SeatLinkingContract {

    @Override
    protected World world() {
        FakeSeatLinking service = new FakeSeatLinking(() -> Leadbook.MONDAY);
        return new World() {
            private int visits;

            @Override
            public SeatLinking linking() {
                return service;
            }

            @Override
            public ClientId client() {
                return new ClientId(new UUID(0, 2));
            }

            @Override
            public Instant now() {
                return Leadbook.MONDAY;
            }

            @Override
            public Callback signIn(SeatLinking.Link link) {
                visits++;
                String ref = "acc_" + visits;
                return new Callback(service.signedIn(ref), ref);
            }

            @Override
            public void breakDown() {
                service.fail(new VendorFailure.Unavailable(VendorFailure.Details.of("fake", "any", "unavailable")));
            }
        };
    }
}
