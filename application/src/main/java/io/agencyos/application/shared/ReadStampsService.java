package io.agencyos.application.shared;

import io.agencyos.domain.shared.id.ClientId;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One question in a reading unit of whoever asks. */
public final class ReadStampsService implements ReadStamps {

    private final Stamps stamps;
    private final UnitOfWork units;

    public ReadStampsService(Stamps stamps, UnitOfWork units) {
        this.stamps = stamps;
        this.units = units;
    }

    @Override
    public Map<UUID, Stamp> of(TenantScope scope, Stamps.Kind kind, Collection<UUID> ids) {
        Map<UUID, ClientId> rows =
                ids.stream().distinct().collect(Collectors.toMap(Function.identity(), id -> scope.clientId()));
        return rows.isEmpty() ? Map.of() : units.reading(scope, () -> stamps.of(kind, rows));
    }

    @Override
    public Map<UUID, Stamp> everywhere(Stamps.Kind kind, Map<UUID, ClientId> rows) {
        return rows.isEmpty() ? Map.of() : units.readingPlatform(() -> stamps.of(kind, rows));
    }
}
