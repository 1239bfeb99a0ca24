package io.agencyos.application.client;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.client.IcpProfile;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.FieldProblem;
import java.util.List;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/** An admin makes the draft live; only from then on it steers sourcing and scores. Source: api 9.3. */
@PrimaryPort
public interface ConfirmIcp {

    /** What came of it. */
    sealed interface Outcome {

        record Confirmed(IcpProfile profile) implements Outcome {}

        /** It was live already; nothing changed. */
        record AlreadyConfirmed(IcpProfile profile) implements Outcome {}

        /** Industries, titles, company sizes or locations are missing; wire code {@code validation_failed}. */
        record Incomplete(List<FieldProblem> missing) implements Outcome {
            public Incomplete {
                missing = List.copyOf(missing);
            }
        }

        record NotFound() implements Outcome {}

        /** Wire code {@code role_required}. */
        record RoleRequired(Role required) implements Outcome {}
    }

    Outcome confirm(TenantScope scope, Origin origin);
}
