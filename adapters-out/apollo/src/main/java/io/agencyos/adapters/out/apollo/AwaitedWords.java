package io.agencyos.adapters.out.apollo;

import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;

/** Which of the one-time words that the vendor was given still count. */
@FunctionalInterface
public interface AwaitedWords {

    /** @param hash SHA-256 of the word, in hexadecimal digits */
    boolean awaits(ClientId client, String hash, Instant now);
}
