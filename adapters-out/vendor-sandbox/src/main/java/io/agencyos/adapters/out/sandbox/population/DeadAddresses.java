package io.agencyos.adapters.out.sandbox.population;

import java.util.Map;

/** How often nobody lives behind an address, by what the export says of it (per million). */
public final class DeadAddresses {

    /** Odds by export status; an address of unknown standing takes {@link #UNKNOWN}. */
    public static final Map<String, Integer> BY_STATUS =
            Map.of("Verified", 6_000, "User Managed", 15_000, "Extrapolated", 60_000, "Guessed", 90_000);

    /** Odds for an address of which no export says anything. */
    public static final int UNKNOWN = 25_000;

    private DeadAddresses() {}

    static int oddsOf(String status) {
        return BY_STATUS.getOrDefault(status, UNKNOWN);
    }
}
