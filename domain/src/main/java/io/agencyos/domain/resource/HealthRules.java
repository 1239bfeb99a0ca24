package io.agencyos.domain.resource;

/** Standing of a sending domain from its last 30 days; exact, no fractions. Source: scoring RES-10, outreach 7. */
public final class HealthRules {

    private static final int SMALL_SAMPLE = 50;

    private HealthRules() {}

    /**
     * The worse of bounce and complaint rate; below 50 sends counts decide.
     *
     * @param bounces hard bounces and policy blocks
     */
    public static DomainHealth of(int sends, int bounces, int complaints) {
        if (sends < SMALL_SAMPLE) {
            return byCount(bounces, complaints);
        }
        // 5 % and 2 % as 1/20 and 1/50, 0.1 % and 0.05 % as 1/1000 and 1/2000
        if (bounces * 20L > sends || complaints * 1_000L > sends) {
            return DomainHealth.CRITICAL;
        }
        return bounces * 50L > sends || complaints * 2_000L > sends ? DomainHealth.WARNING : DomainHealth.GOOD;
    }

    private static DomainHealth byCount(int bounces, int complaints) {
        if (bounces >= 5 || complaints >= 2) {
            return DomainHealth.CRITICAL;
        }
        return bounces >= 3 || complaints >= 1 ? DomainHealth.WARNING : DomainHealth.GOOD;
    }

    /** E-mails a day that this standing allows: 50, 35, 0. */
    public static int limit(DomainHealth health) {
        return switch (health) {
            case GOOD -> 50;
            case WARNING -> 35;
            case CRITICAL -> 0;
        };
    }
}
