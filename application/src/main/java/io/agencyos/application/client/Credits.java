package io.agencyos.application.client;

import io.agencyos.domain.client.billing.BillingPeriod;
import io.agencyos.domain.client.billing.CreditAccount;
import io.agencyos.domain.client.billing.CreditEntry;
import io.agencyos.domain.client.billing.CreditEntryKind;
import io.agencyos.domain.client.billing.CreditGrace;
import io.agencyos.domain.client.billing.CreditReset;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.UserId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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

    /** The account as it stands; empty for a client without a ledger. */
    Optional<CreditAccount> account(ClientId client);

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
     * Takes a credit for each of these leads in their order, up to the balance.
     *
     * @return the leads that are paid for, now or earlier
     */
    Set<LeadId> consume(ClientId client, Collection<LeadId> leads);

    /**
     * Gives the credit of each of these leads back, once in the lead's life; a lead that cost nothing gets nothing.
     *
     * @return the leads whose credit was given back now
     */
    Set<LeadId> refund(ClientId client, Collection<LeadId> leads, String reason);

    /**
     * Adds an entry of another kind and moves the balance by {@code amount}, which is not zero and takes no more than
     * there is. A second refund for a lead, or a second grant or expiry in a period, is a {@code UniqueViolation}.
     */
    default void book(ClientId client, CreditEntryKind kind, int amount, @Nullable LeadId lead, String reason) {
        book(client, kind, amount, lead, reason, null);
    }

    /** @param actor the person behind the entry, null for the product itself */
    void book(
            ClientId client,
            CreditEntryKind kind,
            int amount,
            @Nullable LeadId lead,
            String reason,
            @Nullable UserId actor);

    /** Closes the period with what the reset says, and begins this one with its grant. Source: PLAN-5, B11. */
    void beginPeriod(ClientId client, BillingPeriod period, CreditReset reset);

    /** What of the period before is still good; empty for most. Source: scoring B11. */
    Optional<CreditGrace> grace(ClientId client);

    /** Credits that were used for leads since the period began. */
    int consumed(ClientId client);

    /**
     * The grace is over, and so many of its credits expire.
     *
     * @param left 0 or more
     */
    void endGrace(ClientId client, int left);

    /** The quota from now on, without an entry. */
    void quota(ClientId client, int quota);

    /** When the next reset is due; null where that is to be found out anew. */
    void schedule(ClientId client, @Nullable Instant nextReset);

    /**
     * Where a page of entries goes on.
     *
     * @param at instant of the last entry seen
     * @param id id of the last entry seen
     */
    record After(Instant at, UUID id) {}

    /** The newest entries, newest first. */
    List<CreditEntry> entries(ClientId client, @Nullable After after, int limit);

    /**
     * Clients that are not deleted, whose subscription runs and whose reset is due or not known or whose grace is over, by
     * id; platform unit only.
     *
     * @param after the last id seen, null for the first page
     */
    List<ClientId> due(Instant now, @Nullable ClientId after, int limit);

    /**
     * Clients with credits whose subscription runs and whose present period was not replenished yet, by id; a store may
     * leave out who could be given nothing now, without an active campaign or paused. Platform unit only. Source: scoring POOL-12.
     *
     * @param after the last id seen, null for the first page
     */
    List<ClientId> toReplenish(@Nullable ClientId after, int limit);

    /** The client has got what its present period gives it. */
    void replenished(ClientId client);

    /** An account whose balance is not the sum of its entries. */
    record Drift(ClientId client, int balance, long sum) {}

    /** Every account that does not add up; platform unit only. Source: data model 5.2. */
    List<Drift> drifts();
}
