package io.agencyos.domain.client;

import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.PersonaId;
import org.jspecify.annotations.Nullable;

/**
 * Whom outreach is written as: the name in From and in the signature. Source: data model 5.3, outreach 8.2–8.3.
 *
 * @param isActive whether anything may be written as this person; the default one always is
 * @param isDefault exactly one of a client's active personas
 */
public record Persona(
        PersonaId id,
        ClientId clientId,
        String firstName,
        String lastName,
        @Nullable String title,
        @Nullable EmailAddress email,
        @Nullable String phone,
        String displayName,
        @Nullable String photoUrl,
        @Nullable String calendarLink,
        boolean isActive,
        boolean isDefault,
        int version) {

    /** A new one. */
    public static Persona of(
            PersonaId id, ClientId client, PersonaDetails details, String company, boolean active, boolean isDefault) {
        return new Persona(id, client, "", "", null, null, null, "", null, null, active, isDefault, 0)
                .with(details, company);
    }

    /** What a person may change of it. */
    public PersonaDetails details() {
        return new PersonaDetails(firstName, lastName, title, email, phone, displayName, photoUrl, calendarLink);
    }

    /** The same with other details; without a display name it is {@code First from Company}. */
    public Persona with(PersonaDetails details, String company) {
        return new Persona(
                id,
                clientId,
                details.firstName(),
                details.lastName(),
                details.title(),
                details.email(),
                details.phone(),
                details.displayName() == null ? details.firstName() + " from " + company : details.displayName(),
                details.photoUrl(),
                details.calendarLink(),
                isActive,
                isDefault,
                version);
    }

    public Persona active(boolean now) {
        return copy(now, isDefault, version);
    }

    public Persona asDefault(boolean now) {
        return copy(isActive, now, version);
    }

    public Persona atVersion(int now) {
        return copy(isActive, isDefault, now);
    }

    private Persona copy(boolean active, boolean asDefault, int at) {
        return new Persona(
                id,
                clientId,
                firstName,
                lastName,
                title,
                email,
                phone,
                displayName,
                photoUrl,
                calendarLink,
                active,
                asDefault,
                at);
    }
}
