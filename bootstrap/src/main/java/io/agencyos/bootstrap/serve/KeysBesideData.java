package io.agencyos.bootstrap.serve;

import io.agencyos.bootstrap.config.Settings;
import java.util.Optional;

/**
 * Says at every start that the secret by which everything is sealed lies where the database lies: one backup, or one thief, has
 * both then. Source: api 7.
 */
final class KeysBesideData {

    private KeysBesideData() {}

    /** Empty where either the secret or the database is kept elsewhere. */
    static Optional<String> warning(Settings settings) {
        return settings.externalDatabase().isEmpty()
                        && settings.installationSecret().isEmpty()
                        && settings.masterKeys().isEmpty()
                ? Optional.of("The secret that seals stored credentials lies beside the database in "
                        + settings.dataDirectory()
                        + ": back them up apart from each other, or set AGENCYOS_INSTALLATION_SECRET")
                : Optional.empty();
    }
}
