package io.agencyos.adapters.out.memory.platform.flow;

import io.agencyos.application.platform.flow.LeaseKeeper;
import io.agencyos.application.platform.flow.LeaseKeeperContract;

class FakeLeasesTest extends LeaseKeeperContract {

    @Override
    protected World world() {
        FakeLeases leases = new FakeLeases();
        return new World() {

            @Override
            public LeaseKeeper keeper() {
                return leases;
            }

            @Override
            public void pass() {
                leases.renew();
            }
        };
    }
}
