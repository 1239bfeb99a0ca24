package io.agencyos.application.client;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.client.Persona;
import io.agencyos.domain.client.PersonaDetails;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.FieldProblem;
import io.agencyos.domain.shared.id.PersonaId;
import java.util.List;
import org.jmolecules.architecture.hexagonal.PrimaryPort;
import org.jspecify.annotations.Nullable;

/**
 * The people in whose name a client writes. The first active one is the default, and exactly one is from then on; as
 * many as the plan has. Source: api 8, 9.2, data model 5.3.
 */
@PrimaryPort
public interface ManagePersonas {

    /**
     * A persona as it shall be.
     *
     * @param isDefault true makes it the default in the place of the present one
     */
    record Wish(PersonaDetails details, boolean isActive, boolean isDefault) {}

    /** What came of it. */
    sealed interface Outcome {

        record Done(Persona persona) implements Outcome {}

        record Removed() implements Outcome {}

        /** Wire code {@code validation_failed}, every problem at once. */
        record Invalid(List<FieldProblem> problems) implements Outcome {
            public Invalid {
                problems = List.copyOf(problems);
            }
        }

        /** Wire code {@code limit_reached}. */
        record LimitReached(int limit, int current) implements Outcome {}

        record NotFound() implements Outcome {}

        /** The default goes only where another active one takes its place; {@code replacement_id} names it. */
        record ReplacementRequired() implements Outcome {}

        /** Wire code {@code role_required}. */
        record RoleRequired(Role required) implements Outcome {}
    }

    /** All, inactive ones too, in the order they were made. */
    List<Persona> of(TenantScope scope);

    Outcome add(TenantScope scope, Wish wish, Origin origin);

    /** @param version the version that the caller saw; another one is a {@code ConcurrentUpdate} */
    Outcome change(TenantScope scope, PersonaId id, int version, Wish wish, Origin origin);

    /** @param replacement the next default, needed where the default is removed */
    Outcome remove(TenantScope scope, PersonaId id, int version, @Nullable PersonaId replacement, Origin origin);
}
