package io.agencyos.application.client.access;

import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.SecretText;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/**
 * Says which program sends a request by the text of its key. Empty for wire code {@code token_invalid}: no such key, or
 * revoked, expired, or used from elsewhere than it may be. Source: api 2.
 */
@PrimaryPort
public interface AuthenticateKey {

    /** Whether a bearer credential looks like a key at all. */
    static boolean looksLikeOne(SecretText bearer) {
        return bearer.reveal().startsWith(KeyText.LEAD);
    }

    Optional<ApiKeyCaller> authenticate(SecretText key, Origin origin);
}
