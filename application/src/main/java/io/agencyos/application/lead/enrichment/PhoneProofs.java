package io.agencyos.application.lead.enrichment;

import io.agencyos.domain.shared.contact.PhoneNumber;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import java.util.Map;
import java.util.Set;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/** Numbers at which somebody was reached. Needs an open unit of work of the tenant. Source: scoring 1.1 phone_verified. */
@SecondaryPort
@FunctionalInterface
public interface PhoneProofs {

    /**
     * Keeps that these numbers work, where they are still the leads' own; needs no version, and gives a lead a new one.
     *
     * @return the leads for whom it is news
     */
    Set<LeadId> reached(ClientId client, Map<LeadId, PhoneNumber> numbers);
}
