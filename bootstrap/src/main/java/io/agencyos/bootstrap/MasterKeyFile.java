package io.agencyos.bootstrap;

import io.agencyos.adapters.out.security.InstallationSecret;
import io.agencyos.adapters.out.security.InstallationSecretUnusable;
import io.agencyos.adapters.out.security.MasterKey;
import io.agencyos.adapters.out.security.SecretFile;
import io.agencyos.application.shared.RandomSource;
import io.agencyos.bootstrap.config.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where the master keys come from, the newest first: the settings, else the file in the data directory; and last the one that
 * an installation begins with. Source: api 7.
 */
final class MasterKeyFile {

    static final String FILE = "master.key";

    private static final int BYTES = 32;

    private final List<String> ofSettings;
    private final Path file;
    private final MasterKey first;

    MasterKeyFile(Settings settings, InstallationSecret secret) {
        this.ofSettings = settings.masterKeys();
        this.file = settings.dataDirectory().resolve(FILE);
        this.first = MasterKey.derived(secret);
    }

    boolean isInSettings() {
        return !ofSettings.isEmpty();
    }

    /** Read anew at each call. */
    List<MasterKey> all() {
        try {
            return Stream.concat(lines().stream().map(MasterKey::of), Stream.of(first))
                    .toList();
        } catch (IllegalArgumentException damaged) {
            throw new InstallationSecretUnusable(
                    (isInSettings() ? "AGENCYOS_MASTER_KEY" : file.toString()) + ": " + damaged.getMessage());
        }
    }

    private List<String> lines() {
        if (isInSettings()) {
            return ofSettings;
        }
        return Files.exists(file) ? SecretFile.read(file) : List.of();
    }

    /** Puts a new key before those of the file, which stay: they are needed until everything is wrapped anew. */
    void add(RandomSource random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        List<String> lines = new ArrayList<>(List.of(HexFormat.of().formatHex(bytes)));
        lines.addAll(lines());
        SecretFile.replace(file, lines);
    }

    /** Keeps the newest alone. */
    void forgetOlder() {
        SecretFile.replace(file, lines().subList(0, 1));
    }
}
