package io.agencyos.adapters.out.memory.platform;

import io.agencyos.application.platform.vendor.VendorObjects;
import io.agencyos.application.platform.vendor.VendorObjectsContract;
import io.agencyos.domain.shared.id.ClientId;
import java.util.UUID;

class MemoryVendorObjectsTest extends VendorObjectsContract {

    private final MemoryVendorObjects objects = new MemoryVendorObjects();

    @Override
    protected VendorObjects objects() {
        return objects;
    }

    @Override
    protected ClientId client() {
        return new ClientId(new UUID(0, 1));
    }

    @Override
    protected ClientId otherClient() {
        return new ClientId(new UUID(0, 2));
    }
}
