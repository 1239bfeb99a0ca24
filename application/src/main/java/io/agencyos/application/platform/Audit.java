package io.agencyos.application.platform;

import io.agencyos.domain.platform.AuditEntry;
import io.agencyos.domain.platform.AuditRetention;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.SecondaryPort;
import org.jspecify.annotations.Nullable;

/** The append-only audit log; an entry is written in the unit of work of what it tells of. Source: api 6. */
@SecondaryPort
public interface Audit {

    void append(AuditEntry entry);

    /**
     * The newest entries, newest first. Members below admin see none.
     *
     * @param client null for the entries of the platform, in a platform unit
     */
    List<AuditEntry> newest(@Nullable ClientId client, int limit);

    /**
     * The entries that the filter lets through, newest first.
     *
     * @param clients none for those of every client and of the platform, in a platform unit
     * @param after where the reader stands, empty for the beginning
     */
    List<AuditEntry> page(List<ClientId> clients, AuditFilter filter, Optional<AuditFilter.Place> after, int limit);

    /**
     * Removes at most so many entries that are past their time; in a platform unit.
     *
     * @return how many
     */
    int removeOld(Instant now, AuditRetention retention, int most);
}
