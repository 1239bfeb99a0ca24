package io.agencyos.application.client;

import io.agencyos.domain.client.CreditEntryKind;
import io.agencyos.domain.shared.ClientId;
import io.agencyos.domain.shared.LeadId;
import java.time.Instant;
import java.time.LocalDate;
import org.jmolecules.architecture.hexagonal.SecondaryPort;
import org.jspecify.annotations.Nullable;

/**
 * The credit ledger: append-only entries whose sum is the balance, never negative. Debits and bookings need a unit of
 * work of the product itself or of the platform. Source: scoring PLAN-4, data model 5.2.
 */
@SecondaryPort
public interface Credits {

    /**
     * Opens the ledger with the first period's quota as its first entry.
     *
     * @param nextReset when the period is over
     */
    void open(ClientId client, int quota, LocalDate periodStart, Instant nextReset);

    /** What is left; zero for a client without a ledger. */
    int balance(ClientId client);

    /**
     * The balance, with its row locked until the unit of work ends: whoever starts, stops or changes campaigns of a
     * client does so one after the other. Taken after the client's row and before the campaigns'. Source: data model 5.4.
     */
    int lock(ClientId client);

    /**
     * Takes one credit for a lead, once in the lead's life with the client.
     *
     * @return false when the balance is empty; true when it was taken now or earlier
     */
    boolean consume(ClientId client, LeadId lead);

    /**
     * Adds an entry of another kind and moves the balance by {@code amount}, which is not zero and takes no more than
     * there is. A second refund for a lead, or a second grant or expiry in a period, is a {@code UniqueViolation}.
     */
    void book(ClientId client, CreditEntryKind kind, int amount, @Nullable LeadId lead, String reason);
}
