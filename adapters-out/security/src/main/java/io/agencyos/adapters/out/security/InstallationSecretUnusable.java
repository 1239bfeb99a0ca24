package io.agencyos.adapters.out.security;

/** The secret is missing, readable by others, damaged, or not the one that the database was filled with. */
public final class InstallationSecretUnusable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public InstallationSecretUnusable(String message) {
        super(message);
    }
}
