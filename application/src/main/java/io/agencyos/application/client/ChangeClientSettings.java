package io.agencyos.application.client;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.client.ClientSettings;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.FieldProblem;
import java.util.List;
import org.jmolecules.architecture.hexagonal.PrimaryPort;
import org.jspecify.annotations.Nullable;

/** An admin changes how the product behaves for a client. Source: api 9.2, data model 5.1. */
@PrimaryPort
public interface ChangeClientSettings {

    /** What came of it. */
    sealed interface Outcome {

        record Changed(ClientSettings settings) implements Outcome {}

        /** Something that others keep cannot be so. */
        record Invalid(List<FieldProblem> problems) implements Outcome {
            public Invalid {
                problems = List.copyOf(problems);
            }
        }

        record NotFound() implements Outcome {}

        /** Wire code {@code role_required}. */
        record RoleRequired(Role required) implements Outcome {}
    }

    /** What stands of the settings that others keep. */
    SettingsElsewhere.Kept elsewhere(TenantScope scope);

    /**
     * @param settings with the version that the caller saw; another one is a {@code ConcurrentUpdate}
     * @param requireSecondFactor whether people come in with a second factor only, as of their next request
     */
    default Outcome change(TenantScope scope, ClientSettings settings, boolean requireSecondFactor, Origin origin) {
        return change(scope, settings, requireSecondFactor, null, origin);
    }

    /** @param elsewhere what others are to keep from then on; null leaves it as it stands */
    Outcome change(
            TenantScope scope,
            ClientSettings settings,
            boolean requireSecondFactor,
            SettingsElsewhere.@Nullable Kept elsewhere,
            Origin origin);
}
