package io.agencyos.adapters.out.security;

import io.agencyos.application.shared.RandomSource;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The 256 bits that are this installation's own. Every key of the product is derived from them by HKDF-SHA-256 for one
 * purpose, so that no key tells anything of another. Never shown. Source: api 7.
 */
public final class InstallationSecret {

    private static final int BYTES = 32;
    private static final String FINGERPRINT = "fingerprint/1";

    private final byte[] bytes;

    private InstallationSecret(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    /** Reads 64 hexadecimal digits; anything else is an {@code IllegalArgumentException} that does not repeat it. */
    public static InstallationSecret of(String hex) {
        String digits = hex.strip();
        if (!digits.matches("[0-9a-fA-F]{64}")) {
            throw new IllegalArgumentException("an installation secret has 64 hexadecimal digits");
        }
        return new InstallationSecret(HexFormat.of().parseHex(digits));
    }

    /** A new one, kept nowhere yet. */
    public static InstallationSecret random(RandomSource random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new InstallationSecret(bytes);
    }

    /** Reads the file, which nobody but its owner may be able to read. */
    public static InstallationSecret read(Path file) {
        try {
            return of(String.join("\n", SecretFile.read(file)));
        } catch (IllegalArgumentException damaged) {
            throw new InstallationSecretUnusable(file + " is damaged: " + damaged.getMessage());
        }
    }

    /** Writes the file for its owner's eyes only; refuses to replace one. */
    public void write(Path file) {
        SecretFile.write(file, List.of(HexFormat.of().formatHex(bytes)));
    }

    /** 256 bits for one purpose, the same at each call. */
    public SecretKey derive(String purpose, String algorithm) {
        try {
            byte[] key = KDF.getInstance("HKDF-SHA256")
                    .deriveData(HKDFParameterSpec.ofExtract()
                            .addIKM(bytes)
                            .thenExpand(("agency-os/" + purpose).getBytes(StandardCharsets.UTF_8), BYTES));
            return new SecretKeySpec(key, algorithm);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform of this release has HKDF", impossible);
        }
    }

    /** The same as 64 hexadecimal digits, for what is salted with text. */
    public String deriveText(String purpose) {
        return HexFormat.of().formatHex(derive(purpose, "RAW").getEncoded());
    }

    /** Tells this secret from another without telling it; may be stored and shown. */
    public String fingerprint() {
        return deriveText(FINGERPRINT);
    }

    @Override
    public String toString() {
        return "***";
    }
}
