package io.agencyos.application.platform.export;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.id.RunId;
import io.agencyos.domain.shared.id.UserId;
import java.io.IOException;
import java.io.OutputStream;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/** Takes a file out of the house: whoever might have ordered it, for an hour, each time told in the audit log. Source: api 9.6, 6. */
@PrimaryPort
public interface FetchExport {

    /** What came of it. */
    sealed interface Outcome {

        record Found(ExportFile file, Body body) implements Outcome {}

        /** Nobody has made it, or not yet. */
        record NotFound() implements Outcome {}

        /** Its hour is over. */
        record Expired() implements Outcome {}

        record RoleRequired(Role least) implements Outcome {}
    }

    /** The file as it is read, a part at a time. */
    @FunctionalInterface
    interface Body {

        void to(OutputStream out) throws IOException;
    }

    Outcome fetch(TenantScope scope, RunId file, Origin origin);

    /** A file of staff. */
    Outcome fetchOfStaff(UserId staff, RunId file, Origin origin);
}
