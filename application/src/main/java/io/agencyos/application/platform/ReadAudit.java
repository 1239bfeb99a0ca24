package io.agencyos.application.platform;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.platform.AuditEntry;
import io.agencyos.domain.shared.id.ClientId;
import java.util.List;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/** Reads the audit log, newest first: admins their client's, staff everybody's. Source: api 6. */
@PrimaryPort
public interface ReadAudit {

    /** At most {@code limit} entries after the last one that was read. */
    List<AuditEntry> of(TenantScope scope, AuditFilter filter, Optional<AuditFilter.Place> after, int limit);

    /** For staff. No {@code clients} for every client's and the installation's own. */
    List<AuditEntry> everywhere(
            List<ClientId> clients, AuditFilter filter, Optional<AuditFilter.Place> after, int limit);
}
