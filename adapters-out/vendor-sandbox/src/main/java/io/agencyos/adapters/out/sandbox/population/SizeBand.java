package io.agencyos.adapters.out.sandbox.population;

/** Company size by employees: 1–4, 5–50, 51–200, 201–1,000, more. */
public enum SizeBand {
    SOLO(1, 4),
    SMALL(5, 50),
    MEDIUM(51, 200),
    LARGE(201, 1_000),
    ENTERPRISE(1_001, 8_000);

    private final int least;
    private final int most;

    SizeBand(int least, int most) {
        this.least = least;
        this.most = most;
    }

    /** Fewest employees of the band. */
    public int least() {
        return least;
    }

    /** Most employees that the generator gives; the last band is open above. */
    public int most() {
        return most;
    }

    /** The band of a head count; zero and below count as the smallest. */
    public static SizeBand of(int employees) {
        for (SizeBand band : values()) {
            if (employees <= band.most) {
                return band;
            }
        }
        return ENTERPRISE;
    }
}
