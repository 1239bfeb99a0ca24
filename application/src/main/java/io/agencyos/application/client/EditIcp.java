package io.agencyos.application.client;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.client.IcpProfile;
import io.agencyos.domain.client.IcpTarget;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.FieldProblem;
import java.util.List;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/**
 * An admin writes whom the client wants: a draft until the first confirmation, afterwards a new version that acts at once
 * and is told by {@code icp.confirmed}, so that leads are scored anew. Source: api 9.3, data model 5.3.
 */
@PrimaryPort
public interface EditIcp {

    /** What came of it. */
    sealed interface Outcome {

        record Saved(IcpProfile profile) implements Outcome {}

        /** Wire code {@code validation_failed}, every problem at once. */
        record Invalid(List<FieldProblem> problems) implements Outcome {
            public Invalid {
                problems = List.copyOf(problems);
            }
        }

        /** Wire code {@code backtest_required}: the change acts on scores and nobody tried it (scoring ALS-20). */
        record BacktestRequired() implements Outcome {}

        record NotFound() implements Outcome {}

        /** Wire code {@code role_required}. */
        record RoleRequired(Role required) implements Outcome {}
    }

    /** @param revision {@link IcpProfile#revision} that the caller saw, 0 for none; another is a {@code ConcurrentUpdate} */
    Outcome edit(TenantScope scope, int revision, IcpTarget target, Origin origin);

    /** The same with what is written beside the profile. */
    Outcome edit(TenantScope scope, int revision, IcpTarget target, ProfileRider rider, Origin origin);
}
