package io.agencyos.application.client.billing;

import io.agencyos.application.client.Credits;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.client.billing.CreditAccount;
import io.agencyos.domain.client.billing.CreditEntry;
import io.agencyos.domain.client.identity.Role;
import java.util.List;
import org.jmolecules.architecture.hexagonal.PrimaryPort;
import org.jspecify.annotations.Nullable;

/** The ledger as admins see it: what is left, and how it came about. Source: scoring PLAN-4, api 9.2. */
@PrimaryPort
public interface ListCredits {

    /** What came of it. */
    sealed interface Outcome {

        /** @param entries newest first */
        record Listed(CreditAccount account, List<CreditEntry> entries) implements Outcome {}

        record NotFound() implements Outcome {}

        record RoleRequired(Role role) implements Outcome {}
    }

    /** @param after where the page before ended, null for the first */
    Outcome list(TenantScope scope, Credits.@Nullable After after, int limit);
}
