package io.agencyos.application.lead.enrichment;

import io.agencyos.domain.lead.enrichment.PhoneLookup;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.SecondaryPort;
import org.jspecify.annotations.Nullable;

/** The questions for telephone numbers, at most one for each lead. Needs a tenant's unit of work, as worker. Source: apollo 7. */
@SecondaryPort
public interface PhoneLookups {

    /**
     * Live leads of the tiers Hot and Warm without a number that may be asked about, the best first. Source: apollo 4.1.
     */
    List<LeadId> wanting(ClientId client, Instant now, int limit);

    /** Writes the question down before it leaves; false where there is one that forbids another. */
    boolean begin(PhoneLookup question);

    /** Takes the place of the same question while that is open; false where it is over, or another took its place. */
    boolean save(PhoneLookup question);

    /** The question never reached the vendor. */
    void forget(PhoneLookup question);

    /** Those whose answer is to be asked for now, the longest due first. */
    List<PhoneLookup> due(ClientId client, Instant now, int limit);

    Optional<PhoneLookup> byRef(ClientId client, String refHash);

    /** Clients with such answers, by id after this one. Needs a unit of work of the platform. */
    List<ClientId> clientsDue(Instant now, @Nullable ClientId after, int limit);
}
