package io.agencyos.application.scoring;

import io.agencyos.domain.scoring.BuyerRecord;
import io.agencyos.domain.shared.contact.DomainName;
import io.agencyos.domain.shared.id.ClientId;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/**
 * A client sold its services to a company: a won deal, or a customer that it told us of. Counts once per client and
 * company, and only for clients that consent to shared learning. Leads at the company are scored again. Source: scoring
 * ALS-6, content 6.2.
 */
@PrimaryPort
public interface RecordPurchase {

    /** What came of it. */
    enum Outcome {
        COUNTED,
        /** The client told us of it before; what it says now differs. */
        CORRECTED,
        /** The client told us the same before. */
        KNOWN,
        /** The client has not consented, is a test client, or is gone. */
        NOT_SHARED
    }

    /** Works in units of its own. */
    Outcome record(ClientId client, DomainName company, BuyerRecord.Purchase purchase);
}
