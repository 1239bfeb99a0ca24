package io.agencyos.adapters.out.memory.outreach;

import io.agencyos.application.deal.TwinCalendar;
import io.agencyos.application.outreach.sandbox.OutsideWorld;
import io.agencyos.application.outreach.sandbox.OutsideWorldContract;
import io.agencyos.domain.shared.id.ClientId;
import java.util.UUID;

class FakeOutsideWorldTest extends OutsideWorldContract {

    private final FakeOutsideWorld world = new FakeOutsideWorld();
    private final ClientId twin = new ClientId(UUID.randomUUID());
    private final ClientId other = new ClientId(UUID.randomUUID());

    FakeOutsideWorldTest() {
        world.open(twin);
        world.open(other);
    }

    @Override
    protected OutsideWorld world() {
        return world;
    }

    @Override
    protected ClientId twin() {
        return twin;
    }

    @Override
    protected ClientId otherTwin() {
        return other;
    }

    @Override
    protected ClientId worldless() {
        return new ClientId(UUID.randomUUID());
    }

    @Override
    protected void texted(ClientId from, String key) {
        world.reached(from, key);
    }

    @Override
    protected int receipts(ClientId from, String key) {
        return (int)
                world.acts(from).stream().filter(act -> act.key().equals(key)).count();
    }

    @Override
    protected TwinCalendar calendar() {
        return world;
    }
}
