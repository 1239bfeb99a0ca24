package io.agencyos.domain.lead;

import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.SuppressionId;
import java.time.Instant;
import org.jmolecules.ddd.annotation.AggregateRoot;
import org.jmolecules.ddd.annotation.Identity;
import org.jspecify.annotations.Nullable;

/**
 * A reason not to contact whoever the key names. Source: outreach 6.1–6.2.
 *
 * @param clientId the client it holds for; null for a platform entry, which holds for everybody
 * @param key the normalised key of data model 3 for {@code keyType}; for a person the lead or pool id
 * @param groupId entries written together for the identities of one person share it
 * @param expiresAt first instant at which it no longer holds, null for ever
 */
@AggregateRoot
public record Suppression(
        @Identity SuppressionId id,
        @Nullable ClientId clientId,
        SuppressionKeyType keyType,
        String key,
        SuppressionReason reason,
        SuppressionSource source,
        SuppressionId groupId,
        @Nullable String note,
        Instant createdAt,
        @Nullable Instant expiresAt,
        int version) {

    public SuppressionLevel level() {
        return clientId == null ? SuppressionLevel.PLATFORM : SuppressionLevel.CLIENT;
    }

    /**
     * True for entries that say nothing about the person: the address bounced, e-mail to its domain rests, or the number is
     * somebody else's. They
     * close that address, and everything else stays open. Source: outreach 6.2.
     */
    public boolean closesAddressOnly() {
        return reason.closesAddressOnly(keyType);
    }
}
