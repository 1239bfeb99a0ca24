package io.agencyos.adapters.out.memory.platform;

import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.platform.secret.DataKeys;
import io.agencyos.application.platform.secret.DataKeys.DataKey;
import io.agencyos.application.platform.secret.SealedPlace;
import io.agencyos.application.platform.secret.SealedRows;
import io.agencyos.domain.shared.id.ClientId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sealed texts that stand nowhere else, as other fakes seal nothing. */
public final class MemorySealedRows implements SealedRows {

    private final MemoryTable<SealedPlace, SealedRow> rows;
    private final DataKeys keys;

    public MemorySealedRows(MemoryUnitOfWork units, DataKeys keys) {
        rows = MemoryTable.ofPlatform("sealed", units, SealedRow::place);
        this.keys = keys;
    }

    /** Keeps it, or something else in its place. */
    public void put(SealedPlace place, String sealed) {
        rows.put(new SealedRow(place, sealed));
    }

    public String at(SealedPlace place) {
        return rows.find(place).orElseThrow().sealed();
    }

    @Override
    public List<ClientId> owners() {
        return rows.rows()
                .filter(this::outdated)
                .map(row -> row.place().client())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    @Override
    public List<SealedRow> outdated(@Nullable ClientId client, int limit) {
        return rows.rows()
                .filter(row -> Objects.equals(row.place().client(), client))
                .filter(this::outdated)
                .limit(limit)
                .toList();
    }

    private boolean outdated(SealedRow row) {
        UUID key = UUID.fromString(row.sealed().split(":")[1]);
        return keys.find(key).filter(DataKey::seals).isEmpty();
    }

    @Override
    public int replace(List<Resealed> resealed) {
        List<Resealed> unchanged = resealed.stream()
                .filter(one -> rows.find(one.before().place()).equals(Optional.of(one.before())))
                .toList();
        unchanged.forEach(one -> put(one.before().place(), one.sealed()));
        return unchanged.size();
    }
}
