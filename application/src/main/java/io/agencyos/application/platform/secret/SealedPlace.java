package io.agencyos.application.platform.secret;

import io.agencyos.domain.shared.id.ClientId;
import org.jspecify.annotations.Nullable;

/**
 * Where something sealed is stored. It is authenticated with the ciphertext, and says whose key seals. Source: api 7.
 *
 * @param row what finds the row among its owner's
 * @param client null for what is the platform's own
 */
public record SealedPlace(
        String table, String column, String row, @Nullable ClientId client) {

    public static SealedPlace ofPlatform(String table, String column, String row) {
        return new SealedPlace(table, column, row, null);
    }

    /** {@code table|column|row_id|client_id}. */
    public String text() {
        return String.join("|", table, column, row, client == null ? "" : client.text());
    }
}
