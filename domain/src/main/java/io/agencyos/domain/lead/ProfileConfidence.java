package io.agencyos.domain.lead;

import io.agencyos.domain.scoring.EmailStatus;
import org.jspecify.annotations.Nullable;

/** How sure a person's record is, by what stands in it, and whether it is good enough. Source: content 1.2, 1.3. */
public final class ProfileConfidence {

    /** The least that is accepted, in per mille. */
    public static final int ACCEPTED = 700;

    private static final int PER_MILLE = 10;

    private ProfileConfidence() {}

    /** Per mille, 0–1000: address, names, title, company, profile and telephone each add their part. */
    public static int of(ContactPoints contact, PersonDetails person, CompanyDetails company) {
        int names = present(person.firstName()) + present(person.lastName());
        int points = address(contact)
                + names * 10
                + present(person.title()) * 15
                + present(company.name()) * 15
                + (contact.linkedIn() == null ? 0 : 10)
                + (contact.phone() == null ? 0 : 10);
        return points * PER_MILLE;
    }

    private static int address(ContactPoints contact) {
        if (contact.email() == null) {
            return 0;
        }
        return switch (contact.emailStatus()) {
            case VERIFIED -> 30;
            case CATCH_ALL, UNKNOWN -> 20;
            case GUESSED -> 15;
            case INVALID -> 0;
        };
    }

    private static int present(@Nullable String text) {
        return text == null || text.isBlank() ? 0 : 1;
    }

    /** Whether a record that a client brought, or that is in the pool already, is complete enough. */
    public static boolean accepts(ContactPoints contact, PersonDetails person, CompanyDetails company) {
        return of(contact, person, company) >= ACCEPTED
                && present(person.firstName()) == 1
                && present(person.lastName()) == 1
                && present(company.name()) == 1
                && contact.emailStatus() != EmailStatus.INVALID
                && contact.identifies();
    }

    /** The same for somebody whom we pay to find: nobody without an address. */
    public static boolean acceptsSourced(ContactPoints contact, PersonDetails person, CompanyDetails company) {
        return contact.email() != null && accepts(contact, person, company);
    }
}
