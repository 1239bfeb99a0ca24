package io.agencyos.adapters.out.memory.platform;

import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.platform.secret.DataKeys;
import io.agencyos.application.platform.secret.SealedPlace;
import io.agencyos.application.platform.secret.SealedRows;
import io.agencyos.application.platform.secret.SealedRowsContract;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.shared.id.ClientId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

class MemorySealedRowsTest extends SealedRowsContract {

    private final MemoryUnitOfWork units = new MemoryUnitOfWork();
    private final MemoryDataKeys keys = new MemoryDataKeys();
    private final MemorySealedRows rows = new MemorySealedRows(units, keys);

    @Override
    protected SealedRows rows() {
        return rows;
    }

    @Override
    protected DataKeys keys() {
        return keys;
    }

    @Override
    protected UnitOfWork units() {
        return units;
    }

    @Override
    protected SealedPlace store(@Nullable ClientId client, String sealed) {
        SealedPlace place =
                new SealedPlace("anything", "ciphertext", UUID.randomUUID().toString(), client);
        return units.onPlatform(() -> {
            rows.put(place, sealed);
            return place;
        });
    }

    @Override
    protected String stored(SealedPlace place) {
        return units.onPlatform(() -> rows.at(place));
    }
}
