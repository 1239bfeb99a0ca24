package io.agencyos.application.client.access;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.client.ClientMode;
import io.agencyos.domain.client.identity.ApiKey;
import io.agencyos.domain.client.identity.KeyScope;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.platform.IpNetwork;
import io.agencyos.domain.shared.SecretText;
import io.agencyos.domain.shared.id.ApiKeyId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/** Makes, lists and takes back keys of programs; admins may, at the live client. Source: api 2. */
@PrimaryPort
public interface KeepApiKeys {

    /** At most so many good keys of a client. */
    int LIMIT = 20;

    /** A key lives at most so long. */
    int LONGEST_DAYS = 365;

    /**
     * What a key shall be.
     *
     * @param expiresAt empty for ninety days from now
     */
    record Wish(
            String name,
            ClientMode mode,
            Set<KeyScope> scopes,
            Role roleCap,
            Optional<Instant> expiresAt,
            List<IpNetwork> networks) {}

    /** What came of making one. */
    sealed interface Outcome {

        /** @param secret the whole text; it cannot be had again */
        record Made(ApiKey key, SecretText secret) implements Outcome {}

        /** Wire code {@code limit_reached}. */
        record LimitReached(int current) implements Outcome {}

        /** Wire code {@code not_eligible}: keys of a twin are made at its live client. */
        record NotEligible() implements Outcome {}

        /** The end is not within the next 365 days. */
        record EndOutOfRange() implements Outcome {}
    }

    /**
     * @param orphaned its maker has no access to the client any more
     * @param good it has not run out
     */
    record Listed(ApiKey key, boolean orphaned, boolean good) {}

    Outcome make(TenantScope scope, Wish wish, Origin origin);

    /** Every key that was not taken back, the oldest first. */
    List<Listed> list(TenantScope scope);

    /** False where there is none to take back. */
    boolean revoke(TenantScope scope, ApiKeyId id, Origin origin);
}
