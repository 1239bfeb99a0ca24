package io.agencyos.application.client;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.ClientDetails;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.FieldProblem;
import java.util.List;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/** An admin changes what a client is called, how it is reached and its default permission mode. Source: api 9.2. */
@PrimaryPort
public interface EditClient {

    /** What came of it. */
    sealed interface Outcome {

        record Changed(Client client) implements Outcome {}

        /** Wire code {@code validation_failed}, every problem at once. */
        record Invalid(List<FieldProblem> problems) implements Outcome {
            public Invalid {
                problems = List.copyOf(problems);
            }
        }

        record NotFound() implements Outcome {}

        /** Another client has the slug, or had it within 90 days. Wire code {@code duplicate}. */
        record SlugTaken() implements Outcome {}

        /** The slug of a twin is its live client's. Wire code {@code not_eligible}. */
        record SlugOfTwin() implements Outcome {}

        /** Wire code {@code role_required}. */
        record RoleRequired(Role required) implements Outcome {}
    }

    /** @param version the version that the caller saw; another one is a {@code ConcurrentUpdate} */
    Outcome edit(TenantScope scope, int version, ClientDetails details, Origin origin);
}
