package io.agencyos.domain.lead;

import io.agencyos.domain.scoring.EmailStatus;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.contact.LinkedInUrl;
import io.agencyos.domain.shared.contact.PhoneNumber;
import org.jspecify.annotations.Nullable;

/** Where a person can be reached. Each is null when unknown. Source: scoring 3.1, data model 5.6. */
public record ContactPoints(
        @Nullable EmailAddress email,
        EmailStatus emailStatus,
        @Nullable PhoneNumber phone,
        @Nullable LinkedInUrl linkedIn) {

    public static final ContactPoints NONE = new ContactPoints(null, EmailStatus.UNKNOWN, null, null);

    /** The same with another word on the address. */
    public ContactPoints mailed(EmailStatus status) {
        return new ContactPoints(email, status, phone, linkedIn);
    }

    /** A record without any of these identifies nobody: {@code identity_required}. */
    public boolean identifies() {
        return email != null || phone != null || linkedIn != null;
    }
}
