package io.agencyos.application.lead.source;

import io.agencyos.domain.shared.contact.DomainName;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.contact.LinkedInUrl;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a person whose record is to be completed; the more, the surer.
 *
 * @param ref as {@link PeopleSearch} showed it
 */
public record PersonKey(
        @Nullable String ref,
        @Nullable EmailAddress email,
        @Nullable LinkedInUrl linkedIn,
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable DomainName domain,
        @Nullable String company) {

    public static PersonKey ref(String ref) {
        return new PersonKey(ref, null, null, null, null, null, null);
    }

    public static PersonKey email(EmailAddress email) {
        return new PersonKey(null, email, null, null, null, null, null);
    }

    public static PersonKey linkedIn(LinkedInUrl linkedIn) {
        return new PersonKey(null, null, linkedIn, null, null, null, null);
    }

    /** Whether it can be anybody in particular. */
    public boolean identifies() {
        boolean named = firstName != null && lastName != null && (domain != null || company != null);
        return ref != null || email != null || linkedIn != null || named;
    }
}
