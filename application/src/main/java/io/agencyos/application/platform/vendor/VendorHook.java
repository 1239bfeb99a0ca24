package io.agencyos.application.platform.vendor;

import io.agencyos.domain.shared.SecretText;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An address to which a vendor pushes what happens in a client's account. Source: api 10.1.
 *
 * @param hookId 128 random bits, the last part of the address
 * @param secrets by which its deliveries are verified: one, or two while the secret is being changed
 * @param active false once the account is connected anew or disconnected
 * @param endsAt when it is believed no more because another took its place, null while it is the one in use
 * @param lastEventAt when it last brought something, to the minute; null before
 */
public record VendorHook(
        String hookId,
        String vendor,
        ClientId clientId,
        List<SecretText> secrets,
        boolean active,
        Instant madeAt,
        @Nullable Instant endsAt,
        @Nullable Instant lastEventAt) {

    public VendorHook {
        secrets = List.copyOf(secrets);
        if (secrets.isEmpty() || secrets.size() > 2) {
            throw new IllegalArgumentException("a hook has one secret, or two while it is being changed");
        }
    }

    /** One that the vendor is told of now. */
    public static VendorHook made(String hookId, String vendor, ClientId client, SecretText secret, Instant now) {
        return new VendorHook(hookId, vendor, client, List.of(secret), true, now, null, null);
    }

    /** Whether its deliveries count. */
    public boolean isBelieved(Instant now) {
        return active && (endsAt == null || now.isBefore(endsAt));
    }

    /** Whether it is the one that the vendor is to push to, and not one that only ends its time. */
    public boolean isInUse() {
        return active && endsAt == null;
    }

    /** Whether nothing but the address itself proves where a delivery comes from. */
    boolean isProvedByAddress() {
        return secrets.stream().anyMatch(secret -> secret.reveal().equals(hookId));
    }
}
