package io.agencyos.application.lead.enrichment;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.lead.enrichment.Enrichment;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.Vocabulary;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/**
 * Completes the records of leads: from what purchases brought into the pool, which is free, else from the data vendor
 * that the client has connected. Opens its own units of work and never calls the vendor inside one. Source: content 1.1 to
 * 1.4, flows 2.6, 2.7.
 */
@PrimaryPort
public interface EnrichLeads {

    /** Leads of one call at the most. */
    int MOST = 25;

    /** What became of one lead. */
    enum Fate implements Vocabulary {
        /** A vendor knew the person. */
        ENRICHED,
        /** The pool held a record that was bought before. */
        FROM_POOL,
        NOT_FOUND,
        IDENTITY_MISMATCH,
        /** It is a person who is another lead of the client already, and is put away. */
        DUPLICATE,
        /** A look costs a credit, and there is none. */
        NO_CREDITS,
        /** The client or the platform may not contact the person. */
        SUPPRESSED,
        /** Looked up already, or lately, or the lead has ended. */
        NOT_DUE,
        /** The client has connected no vendor. */
        NO_VENDOR,
        /** The vendor could not be asked. */
        FAILED
    }

    /**
     * Questions that a lead is completed without: one that fails leaves out what it would have brought, and nothing else.
     *
     * @param failed those of them to which there was no answer
     */
    record FinerLooked(int asked, int failed) {

        public static final FinerLooked NONE = new FinerLooked(0, 0);

        FinerLooked and(Result<?, VendorFailure> answer) {
            return new FinerLooked(asked + 1, failed + (answer.isOk() ? 0 : 1));
        }

        FinerLooked and(FinerLooked others) {
            return new FinerLooked(asked + others.asked, failed + others.failed);
        }

        /** What they cost: a credit for each answer. */
        int answered() {
            return asked - failed;
        }
    }

    /**
     * What came of a call.
     *
     * @param vendorCredits what it cost at the vendor, finer questions included
     * @param finer questions about employers beside their records
     * @param failure why the vendor could not be asked, for those who failed
     */
    record Part(Map<Fate, Integer> fates, int vendorCredits, FinerLooked finer, Optional<VendorFailure> failure) {

        public Part {
            fates = fates.isEmpty() ? Map.of() : Map.copyOf(new EnumMap<>(fates));
        }

        public int of(Fate fate) {
            return fates.getOrDefault(fate, 0);
        }
    }

    /** @param force also those that were completed before; a person wants it */
    Part enrich(ClientId client, Collection<LeadId> leads, boolean force);

    /**
     * What a refresh found. Nothing is charged for it.
     *
     * @param found leads of whom the vendor knew something, changed or not
     * @param changed those of them whose facts are others now
     * @param moved those who work elsewhere by now; nothing was written of them
     */
    record Refreshed(
            List<LeadId> found,
            List<LeadId> changed,
            List<LeadId> moved,
            int vendorCredits,
            Optional<VendorFailure> failure) {}

    /** Takes the vendor's newer word on leads that are about to be written to; empty where no vendor is connected. */
    Optional<Refreshed> refresh(ClientId client, Collection<LeadId> leads);

    /** Why a look would not be begun now, for whoever wishes one. */
    sealed interface Wish {

        record Granted() implements Wish {}

        record Refused(Enrichment.Refusal why) implements Wish {}

        record NotFound() implements Wish {}
    }

    Wish wish(TenantScope scope, LeadId lead, boolean force);
}
