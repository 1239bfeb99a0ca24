package io.agencyos.domain.lead.intake;

import io.agencyos.domain.lead.CompanyDetails;
import io.agencyos.domain.lead.ContactPoints;
import io.agencyos.domain.lead.LeadSignals;
import io.agencyos.domain.lead.PersonDetails;
import io.agencyos.domain.shared.contact.EmailAddress;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one row of a file, or one entry of a request, says about one person, normalised. Null means it says nothing. */
public record LeadRecord(
        ContactPoints contact,
        PersonDetails person,
        CompanyDetails company,
        @Nullable LocalDate roleStart,
        @Nullable ZoneId timezone,
        LeadSignals signals,
        @Nullable String externalId,
        Map<String, String> metadata) {

    public LeadRecord {
        metadata = Map.copyOf(metadata);
    }

    /** A private address, by which the pool knows a person too. */
    public @Nullable EmailAddress personalEmail() {
        return signals.personalEmail();
    }
}
