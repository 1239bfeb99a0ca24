package io.agencyos.adapters.out.security;

import io.agencyos.application.shared.RandomSource;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * AES-256-GCM for what is stored encrypted, as {@code v1:{key_id}:{nonce}:{ciphertext}}. The place where it is stored is
 * authenticated with it, so that a ciphertext that was moved to another row is refused. Source: api 7.
 */
final class SecretBox {

    private static final String VERSION = "v1";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKey key;
    private final String keyId;
    private final RandomSource random;

    SecretBox(InstallationSecret secret, String purpose, RandomSource random) {
        this.key = secret.derive(purpose, "AES");
        this.keyId = secret.fingerprint().substring(0, 8);
        this.random = random;
    }

    String seal(String plain, String place) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, place).doFinal(plain.getBytes(StandardCharsets.UTF_8));
            Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
            return String.join(":", VERSION, keyId, base64.encodeToString(nonce), base64.encodeToString(sealed));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("AES-GCM does not encrypt", impossible);
        }
    }

    String open(String stored, String place) {
        String[] parts = stored.split(":");
        if (parts.length != 4 || !parts[0].equals(VERSION)) {
            throw new InstallationSecretUnusable("what is stored at " + place + " is no sealed secret");
        }
        try {
            Base64.Decoder base64 = Base64.getUrlDecoder();
            byte[] plain =
                    cipher(Cipher.DECRYPT_MODE, base64.decode(parts[2]), place).doFinal(base64.decode(parts[3]));
            return new String(plain, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException wrong) {
            throw new InstallationSecretUnusable(
                    "what is stored at " + place + " was sealed with another installation secret, or was changed");
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String place) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
