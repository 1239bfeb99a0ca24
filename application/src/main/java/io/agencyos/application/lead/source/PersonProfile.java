package io.agencyos.application.lead.source;

import io.agencyos.domain.lead.PersonDetails;
import io.agencyos.domain.scoring.EmailStatus;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.contact.LinkedInUrl;
import io.agencyos.domain.shared.contact.PhoneNumber;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A person as a vendor knows them.
 *
 * @param ref the vendor's lasting reference, its name in front
 * @param emailStatus {@code UNKNOWN} where there is no address
 * @param roleSince when the present role began
 */
public record PersonProfile(
        String ref,
        PersonDetails details,
        Optional<String> headline,
        Optional<EmailAddress> email,
        EmailStatus emailStatus,
        Optional<PhoneNumber> phone,
        Optional<LinkedInUrl> linkedIn,
        Optional<LocalDate> roleSince,
        Optional<CompanyProfile> company) {

    /** Shows no person: profiles end up in logs. */
    @Override
    public String toString() {
        return "PersonProfile[" + ref + "]";
    }
}
