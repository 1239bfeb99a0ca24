package io.agencyos.domain.scoring.match;

import io.agencyos.domain.shared.Vocabulary;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Rank of a person at work, highest first. Source: data model 4. */
public enum Seniority implements Vocabulary {
    OWNER(25),
    FOUNDER(25),
    PARTNER(22),
    C_SUITE(22),
    VP(18),
    HEAD(15),
    DIRECTOR(15),
    MANAGER(7),
    SENIOR(7),
    ENTRY(3),
    INTERN(3),
    UNKNOWN(0);

    private final int authority;

    Seniority(int authority) {
        this.authority = authority;
    }

    /** Raw Authority points, 0 to 25, of a person whose title shows no band (scoring ALS-2). */
    int authority() {
        return authority;
    }

    /** The rank of this wire name; absent and unknown words are {@code UNKNOWN} (scoring ALS-15). */
    public static Seniority lenient(@Nullable String wire) {
        return wire == null
                ? UNKNOWN
                : Vocabulary.parse(Seniority.class, wire.strip().toLowerCase(Locale.ROOT))
                        .orElse(UNKNOWN);
    }
}
