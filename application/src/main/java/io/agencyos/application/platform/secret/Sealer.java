package io.agencyos.application.platform.secret;

import java.nio.charset.StandardCharsets;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/**
 * Encrypts what is stored, with a key of the client that owns it. What was sealed for one place cannot be opened at another,
 * so that a ciphertext moved to another row is refused. Works inside and outside of units of work. Source: api 7.
 */
@SecondaryPort
public interface Sealer {

    /** {@code v1:{key_id}:{nonce}:{ciphertext}}, different each time. */
    String seal(byte[] plain, SealedPlace place);

    /** What was sealed for this place; anything else is an exception, because the database was changed by hand. */
    byte[] open(String sealed, SealedPlace place);

    default String sealText(String plain, SealedPlace place) {
        return seal(plain.getBytes(StandardCharsets.UTF_8), place);
    }

    default String openText(String sealed, SealedPlace place) {
        return new String(open(sealed, place), StandardCharsets.UTF_8);
    }
}
