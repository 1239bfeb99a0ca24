package io.agencyos.bootstrap;

import io.agencyos.adapters.out.security.InstallationSecret;
import io.agencyos.adapters.out.security.InstallationSecretUnusable;
import io.agencyos.application.platform.secret.InstallationMark;
import io.agencyos.application.shared.RandomSource;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.bootstrap.config.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Finds the installation's secret, makes it on the first start, and holds it against the database it belongs to. */
final class Installation {

    static final String FILE = "installation.key";

    private Installation() {}

    /** The secret of the settings, else of the file in the data directory, which is made for a database without mark. */
    static InstallationSecret secret(Settings settings, InstallationMark mark, UnitOfWork units, RandomSource random) {
        Optional<String> known = units.onPlatform(mark::read);
        Path file = settings.dataDirectory().resolve(FILE);
        InstallationSecret secret = settings.installationSecret()
                .map(InstallationSecret::of)
                .orElseGet(() -> fromFile(file, known.isPresent(), random));
        String now = known.orElseGet(() -> units.onPlatform(() -> {
            mark.set(secret.fingerprint());
            return mark.read().orElseThrow();
        }));
        if (!now.equals(secret.fingerprint())) {
            throw new InstallationSecretUnusable("this database belongs to another installation secret: bring back "
                    + file + " as it was, or set AGENCYOS_INSTALLATION_SECRET to it");
        }
        return secret;
    }

    private static InstallationSecret fromFile(Path file, boolean mustExist, RandomSource random) {
        if (Files.exists(file)) {
            return InstallationSecret.read(file);
        }
        if (mustExist) {
            throw new InstallationSecretUnusable("the installation secret " + file
                    + " is missing, and this database cannot be read without it: bring it back from your backup");
        }
        InstallationSecret secret = InstallationSecret.random(random);
        secret.write(file);
        return secret;
    }
}
