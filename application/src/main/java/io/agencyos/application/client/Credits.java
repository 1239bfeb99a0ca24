package io.agencyos.application.client;

import io.agencyos.domain.client.CreditEntryKind;
import io.agencyos.domain.shared.ClientId;
import io.agencyos.domain.shared.LeadId;
import org.jmolecules.architecture.hexagonal.SecondaryPort;
import org.jspecify.annotations.Nullable;

/**
 * The credit ledger: append-only entries whose sum is the balance, never negative. Source: scoring PLAN-4, data model
 * 5.2.
 */
@SecondaryPort
public interface Credits {

    int balance(ClientId client);

    /**
     * Takes one credit for a lead, once in the lead's life with the client.
     *
     * @return false when the balance is empty; true when it was taken now or earlier
     */
    boolean consume(ClientId client, LeadId lead);

    /** Adds an entry of another kind and moves the balance by {@code amount}. */
    void book(ClientId client, CreditEntryKind kind, int amount, @Nullable LeadId lead, String reason);
}
