package io.agencyos.application.testing;

import io.agencyos.application.platform.Sealer;
import io.agencyos.application.platform.SealerContract;

class TestSealerTest extends SealerContract {

    private final Sealer sealer = new TestSealer();

    @Override
    protected Sealer sealer() {
        return sealer;
    }
}
