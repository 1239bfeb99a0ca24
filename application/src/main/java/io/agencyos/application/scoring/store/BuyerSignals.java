package io.agencyos.application.scoring.store;

import io.agencyos.domain.scoring.BuyerRecord;
import io.agencyos.domain.shared.contact.DomainName;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/** Which companies bought agency services of consenting clients. Source: scoring ALS-6, content 6.2. */
@SecondaryPort
public interface BuyerSignals extends BuyerLookup {

    /** The record, kept from others until the platform unit ends. */
    Optional<BuyerRecord> findForUpdate(DomainName domain);

    /** A first one that another first one overtook is a unique violation. */
    void insert(BuyerRecord record);

    /** Writes the record over the one that was locked. */
    void update(BuyerRecord record);

    /** What this client told of the company; platform unit. */
    Optional<BuyerRecord.Purchase> told(ClientId client, DomainName domain);

    /** Remembers what the client told, over what it told before; platform unit. */
    void tell(ClientId client, DomainName domain, BuyerRecord.Purchase purchase, Instant at);

    /**
     * All of it in figures.
     *
     * @param industries the ten with most companies, most first
     */
    record Stats(int companies, int purchases, int repeatBuyers, List<Industry> industries) {}

    record Industry(String industry, int companies) {}

    /** Platform unit. */
    Stats stats();
}
