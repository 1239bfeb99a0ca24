package io.agencyos.domain.lead;

import io.agencyos.domain.shared.Vocabulary;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.contact.NameKey;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing by which a person in the pool is the same person again, in the order in which they are believed. A phone
 * number identifies only together with the name and only when nothing else is known. Source: scoring POOL-2, data
 * model 5.5 {@code pool_identity}.
 */
public record IdentityKey(Kind kind, String value) implements Comparable<IdentityKey> {

    /** What sort of key it is. */
    public enum Kind implements Vocabulary {
        VENDOR_ID,
        EMAIL,
        PERSONAL_EMAIL,
        LINKEDIN,
        PHONE_NAME
    }

    /** Every key of a person, the most believed first; empty when nobody is named. */
    public static List<IdentityKey> of(
            ContactPoints contact, @Nullable EmailAddress personalEmail, PersonDetails person) {
        List<IdentityKey> keys = new ArrayList<>();
        if (contact.email() != null) {
            keys.add(new IdentityKey(Kind.EMAIL, contact.email().key().value()));
        }
        if (personalEmail != null) {
            keys.add(new IdentityKey(Kind.PERSONAL_EMAIL, personalEmail.key().value()));
        }
        if (contact.linkedIn() != null) {
            keys.add(new IdentityKey(Kind.LINKEDIN, contact.linkedIn().key()));
        }
        if (keys.isEmpty() && contact.phone() != null) {
            String name = NameKey.of(person.fullName())
                    .toOptional()
                    .map(NameKey::value)
                    .orElse("");
            keys.add(new IdentityKey(Kind.PHONE_NAME, contact.phone().e164() + "|" + name));
        }
        return List.copyOf(keys);
    }

    /** Locks are taken in this order, so that two imports never wait for each other. */
    @Override
    public int compareTo(IdentityKey other) {
        int byKind = kind.compareTo(other.kind);
        return byKind != 0 ? byKind : value.compareTo(other.value);
    }
}
