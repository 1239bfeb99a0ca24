package io.agencyos.adapters.out.security;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.util.SecretBytes;
import io.agencyos.domain.shared.Digests;
import java.security.GeneralSecurityException;
import java.util.HexFormat;

/** 256 bits that wrap data keys and nothing else, under an id that tells it from others without telling it. Source: api 7. */
public record MasterKey(String id, Aead wrapping) {

    /** AES-256-GCM whose ciphertext begins with its 12 bytes of nonce. */
    static final AesGcmParameters CIPHER = cipher();

    private static final int BYTES = 32;
    private static final int ID_DIGITS = 16;

    /** Of 64 hexadecimal digits; anything else is an {@code IllegalArgumentException} that does not repeat it. */
    public static MasterKey of(String hex) {
        String digits = hex.strip();
        if (!digits.matches("[0-9a-fA-F]{64}")) {
            throw new IllegalArgumentException("a master key has 64 hexadecimal digits");
        }
        return of(HexFormat.of().parseHex(digits));
    }

    /** The one that an installation begins with. */
    public static MasterKey derived(InstallationSecret secret) {
        return of(secret.derive("master-key/1", "RAW").getEncoded());
    }

    private static MasterKey of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("a master key has 256 bits");
        }
        try {
            AesGcmKey key = AesGcmKey.builder()
                    .setParameters(CIPHER)
                    .setKeyBytes(SecretBytes.copyFrom(bytes, InsecureSecretKeyAccess.get()))
                    .build();
            KeysetHandle alone = KeysetHandle.newBuilder()
                    .addEntry(KeysetHandle.importKey(key).withFixedId(1).makePrimary())
                    .build();
            String id = Digests.sha256Hex(
                            "agency-os/master-key-id/1:" + HexFormat.of().formatHex(bytes))
                    .substring(0, ID_DIGITS);
            return new MasterKey(id, alone.getPrimitive(RegistryConfiguration.get(), Aead.class));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("AES-GCM takes every key of 256 bits", impossible);
        }
    }

    private static AesGcmParameters cipher() {
        try {
            AeadConfig.register();
            return AesGcmParameters.builder()
                    .setKeySizeBytes(BYTES)
                    .setIvSizeBytes(12)
                    .setTagSizeBytes(16)
                    .setVariant(AesGcmParameters.Variant.NO_PREFIX)
                    .build();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has AES-GCM", impossible);
        }
    }

    @Override
    public String toString() {
        return id;
    }
}
