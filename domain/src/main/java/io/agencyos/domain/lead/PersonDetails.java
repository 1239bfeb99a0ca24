package io.agencyos.domain.lead;

import io.agencyos.domain.scoring.match.Seniority;
import io.agencyos.domain.shared.contact.Country;
import org.jspecify.annotations.Nullable;

/** Who a person is at work and where. Source: data model 5.5, 5.6. */
public record PersonDetails(
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable String title,
        Seniority seniority,
        @Nullable String city,
        @Nullable String state,
        @Nullable Country country) {

    public static final PersonDetails UNKNOWN =
            new PersonDetails(null, null, null, Seniority.UNKNOWN, null, null, null);

    /** First and last name as shown in lists; empty when both are unknown. */
    public String fullName() {
        String first = firstName == null ? "" : firstName;
        String last = lastName == null ? "" : lastName;
        return (first + " " + last).strip();
    }
}
