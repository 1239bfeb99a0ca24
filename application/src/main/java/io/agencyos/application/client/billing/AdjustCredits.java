package io.agencyos.application.client.billing;

import io.agencyos.domain.client.billing.CreditAccount;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.UserId;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/** Staff correct a client's credits and say why. Source: vocabulary 15, api 9.17. */
@PrimaryPort
public interface AdjustCredits {

    /** What came of it. */
    sealed interface Outcome {

        record Adjusted(CreditAccount account) implements Outcome {}

        /** No more can be taken than there is. */
        record TooMuch(int available) implements Outcome {}

        /** A correction of nothing, or without 10 to 500 characters that say why. */
        record Invalid(boolean delta, boolean reason) implements Outcome {}

        record NotFound() implements Outcome {}
    }

    /** @param delta credits to add, negative to take */
    record Correction(ClientId client, int delta, String reason) {}

    Outcome adjust(UserId staff, Correction correction, Origin origin);
}
