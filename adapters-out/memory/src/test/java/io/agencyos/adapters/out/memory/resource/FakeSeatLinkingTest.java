package io.agencyos.adapters.out.memory.resource;

import io.agencyos.application.resource.seat.SeatLinking;
import io.agencyos.application.resource.seat.SeatLinkingContract;
import java.time.Instant;

class FakeSeatLinkingTest extends SeatLinkingContract {

    private static final Instant NOW = Instant.parse("2026-03-02T22:00:00Z");

    private final FakeSeatLinking linking = new FakeSeatLinking(() -> NOW);
    private int accounts;

    @Override
    protected SeatLinking linking() {
        return linking;
    }

    @Override
    protected Instant now() {
        return NOW;
    }

    @Override
    protected Claim visited(SeatLinking.Link link) {
        String account = "acc_" + ++accounts;
        return new Claim(linking.signedIn(account), account);
    }
}
