package io.agencyos.bootstrap.product;

import io.agencyos.adapters.out.postgres.client.PostgresApiKeys;
import io.agencyos.application.client.IdentityPorts;
import io.agencyos.application.client.access.AccessPorts;
import io.agencyos.application.client.access.AccessUseCases;
import io.agencyos.application.platform.ReadAudit;
import io.agencyos.application.platform.ReadAuditService;

/** What an agency's own programs and its members' access need, wired on PostgreSQL. */
public final class Programs {

    private final AccessUseCases access;
    private final ReadAudit readAudit;

    Programs(Basis basis, IdentityPorts identity) {
        AccessPorts ports = new AccessPorts(
                identity.clients(), identity.users(), identity.invitations(), new PostgresApiKeys(), identity.audit());
        access = new AccessUseCases(ports, basis.units(), basis.clock(), basis.ids(), basis.random());
        readAudit = new ReadAuditService(identity.audit(), basis.units());
    }

    public ReadAudit readAudit() {
        return readAudit;
    }

    public AccessUseCases access() {
        return access;
    }
}
