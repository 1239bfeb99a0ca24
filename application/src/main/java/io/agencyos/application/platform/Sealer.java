package io.agencyos.application.platform;

import org.jmolecules.architecture.hexagonal.SecondaryPort;

/**
 * Encrypts what is stored. What was sealed for one place cannot be opened at another, so that a ciphertext moved to
 * another row is refused. Source: api 7.
 */
@SecondaryPort
public interface Sealer {

    /**
     * @param place {@code table|column|row_id|client_id}
     * @return {@code v1:{key_id}:{nonce}:{ciphertext}}, different each time
     */
    String seal(String plain, String place);

    /** What was sealed for this place; anything else is an exception, because the database was changed by hand. */
    String open(String sealed, String place);
}
