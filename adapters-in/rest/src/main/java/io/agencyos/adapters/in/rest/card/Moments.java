package io.agencyos.adapters.in.rest.card;

import io.agencyos.application.shared.ReadStamps;
import io.agencyos.application.shared.Stamp;
import io.agencyos.application.shared.Stamps.Kind;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.EntityId;
import io.agencyos.domain.shared.id.UuidV7;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** When the rows of an answer were written, asked for once for all of them. Source: api 8. */
public final class Moments {

    private final ReadStamps stamps;

    public Moments(ReadStamps stamps) {
        this.stamps = stamps;
    }

    /** The moments of an answer's rows. */
    public record Known(Map<UUID, Stamp> stamps) {

        /** Of a row that somebody took away meanwhile, when it was made is all that is known. */
        public Stamp of(UUID id) {
            Stamp known = stamps.get(id);
            return known == null ? new Stamp(UuidV7.instantOf(id), UuidV7.instantOf(id)) : known;
        }

        public Stamp of(EntityId id) {
            return of(id.value());
        }
    }

    public Known ofAll(TenantScope scope, Kind kind, Collection<? extends EntityId> ids) {
        return new Known(
                stamps.of(scope, kind, ids.stream().map(EntityId::value).toList()));
    }

    public Known ofIds(TenantScope scope, Kind kind, Collection<UUID> ids) {
        return new Known(stamps.of(scope, kind, ids));
    }

    public Stamp of(TenantScope scope, Kind kind, EntityId id) {
        return ofAll(scope, kind, List.of(id)).of(id);
    }

    /** Of several clients' rows, for staff. */
    public Known everywhere(Kind kind, Map<UUID, ClientId> rows) {
        return new Known(stamps.everywhere(kind, rows));
    }
}
