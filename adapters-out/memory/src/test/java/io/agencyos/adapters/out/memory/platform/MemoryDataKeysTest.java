package io.agencyos.adapters.out.memory.platform;

import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.platform.secret.DataKeys;
import io.agencyos.application.platform.secret.DataKeysContract;
import io.agencyos.application.shared.UnitOfWork;

class MemoryDataKeysTest extends DataKeysContract {

    private final MemoryUnitOfWork units = new MemoryUnitOfWork();
    private final DataKeys keys = new MemoryDataKeys();

    @Override
    protected DataKeys keys() {
        return keys;
    }

    @Override
    protected UnitOfWork units() {
        return units;
    }
}
