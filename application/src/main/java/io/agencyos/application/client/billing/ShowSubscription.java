package io.agencyos.application.client.billing;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.client.billing.Subscription;
import io.agencyos.domain.client.identity.Role;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/** What the owner has booked. Source: api 9.2. */
@PrimaryPort
public interface ShowSubscription {

    /** What came of it. */
    sealed interface Outcome {

        record Shown(Subscription subscription) implements Outcome {}

        record NotFound() implements Outcome {}

        record RoleRequired(Role role) implements Outcome {}
    }

    Outcome of(TenantScope scope);
}
