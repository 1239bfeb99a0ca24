package io.agencyos.application.platform;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.platform.AuditEntry;
import io.agencyos.domain.shared.id.ClientId;
import java.util.List;
import java.util.Optional;

/** What a member below admin would see is decided by the store, which shows nothing. */
public final class ReadAuditService implements ReadAudit {

    private final Audit audit;
    private final UnitOfWork units;

    public ReadAuditService(Audit audit, UnitOfWork units) {
        this.audit = audit;
        this.units = units;
    }

    @Override
    public List<AuditEntry> of(TenantScope scope, AuditFilter filter, Optional<AuditFilter.Place> after, int limit) {
        return units.inTenant(scope, () -> audit.page(List.of(scope.clientId()), filter, after, limit));
    }

    @Override
    public List<AuditEntry> everywhere(
            List<ClientId> clients, AuditFilter filter, Optional<AuditFilter.Place> after, int limit) {
        return units.onPlatform(() -> audit.page(clients, filter, after, limit));
    }
}
