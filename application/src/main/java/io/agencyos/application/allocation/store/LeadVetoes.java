package io.agencyos.application.allocation.store;

import io.agencyos.domain.allocation.VetoReason;
import io.agencyos.domain.lead.CompanyDetails;
import io.agencyos.domain.lead.PersonDetails;
import io.agencyos.domain.scoring.match.Seniority;
import io.agencyos.domain.shared.contact.Country;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.UserId;
import java.time.Instant;
import java.util.List;
import org.jmolecules.architecture.hexagonal.SecondaryPort;
import org.jspecify.annotations.Nullable;

/**
 * Leads that a client rejected, each with the facts for which it was given: what the ICP did not mean. Needs a unit of
 * work of the tenant, to write as worker. Source: scoring B12.
 */
@SecondaryPort
public interface LeadVetoes {

    /**
     * One rejection.
     *
     * @param example what the ICP let through
     * @param by null where a key of the API did it
     */
    record Rejected(
            ClientId clientId,
            LeadId lead,
            VetoReason reason,
            @Nullable String note,
            Example example,
            @Nullable UserId by,
            Instant at) {}

    /** The person by the dimensions of an ICP; null where nobody knew. */
    record Example(
            @Nullable String title,
            Seniority seniority,
            @Nullable String industry,
            @Nullable Integer employees,
            @Nullable Country country) {

        public static Example of(PersonDetails person, CompanyDetails company) {
            return new Example(
                    person.title(),
                    person.seniority(),
                    company.industry(),
                    company.employeeCount(),
                    company.country() == null ? person.country() : company.country());
        }
    }

    /** A lead is rejected once: a second time is a {@code UniqueViolation}. */
    void insert(Rejected rejected);

    /** How many since then, that instant included. */
    int countSince(ClientId client, Instant since);

    /** The newest first. */
    List<Rejected> newest(ClientId client, int limit);
}
