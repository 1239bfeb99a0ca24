package io.agencyos.application.testing;

import io.agencyos.application.platform.secret.Sealer;
import io.agencyos.application.platform.secret.SealerContract;

class TestSealerTest extends SealerContract {

    private final Sealer sealer = new TestSealer();

    @Override
    protected Sealer sealer() {
        return sealer;
    }
}
