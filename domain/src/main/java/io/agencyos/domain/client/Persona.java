package io.agencyos.domain.client;

import io.agencyos.domain.shared.ClientId;
import io.agencyos.domain.shared.EmailAddress;
import io.agencyos.domain.shared.PersonaId;
import org.jspecify.annotations.Nullable;

/** Whom outreach is written as: the name in From and in the signature. Source: data model 5.3, outreach 8.2–8.3. */
public record Persona(
        PersonaId id,
        ClientId clientId,
        String firstName,
        String lastName,
        @Nullable String title,
        @Nullable EmailAddress email,
        @Nullable String phone,
        String displayName,
        @Nullable String calendarLink,
        boolean isDefault) {}
