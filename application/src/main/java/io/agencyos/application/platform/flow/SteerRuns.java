package io.agencyos.application.platform.flow;

import io.agencyos.application.platform.flow.run.Run;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.AuditEntry;
import io.agencyos.domain.platform.RunState;
import io.agencyos.domain.shared.id.RunId;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/** What people do with runs: cancel (members), set going again and settle what nobody knows (admins). Source: flows 1.9. */
@PrimaryPort
public interface SteerRuns {

    /** What came of it. */
    sealed interface Outcome {

        record Done(Run run) implements Outcome {}

        /** The run's state does not allow it. */
        record WrongState(RunState state) implements Outcome {}

        /** Another run of the flow is active meanwhile. */
        record AlreadyRunning() implements Outcome {}

        record RoleRequired(Role least) implements Outcome {}

        record NotFound() implements Outcome {}
    }

    /** Takes effect at the next chunk; what was handed to a vendor is not called back. */
    Outcome cancel(TenantScope scope, RunId id, AuditEntry.Origin origin);

    /** A failed or partial run goes on at its cursor; items that failed are tried again. */
    Outcome retry(TenantScope scope, RunId id, AuditEntry.Origin origin);

    /** A blocked or waiting run looks at once whether it may go on; a failed one is retried. */
    Outcome resume(TenantScope scope, RunId id, AuditEntry.Origin origin);

    /** An item whose outcome nobody knows: a person has looked at the vendor's. */
    Outcome settle(TenantScope scope, RunId id, String item, boolean wasSent, AuditEntry.Origin origin);
}
