package io.agencyos.adapters.in.rest.platform;

import io.agencyos.domain.shared.Vocabulary;
import java.util.function.Supplier;

/**
 * A part of the house that can be looked at.
 *
 * @param critical whether nothing works without it
 * @param look how it is; quick, and must not throw
 */
public record HealthCheck(String name, boolean critical, Supplier<Finding> look) {

    /** How a part is. */
    public enum Status implements Vocabulary {
        OPERATIONAL,
        DEGRADED,
        DOWN
    }

    /** @param message one sentence without secrets, shown on this machine only */
    public record Finding(Status status, String message) {

        public static Finding operational() {
            return new Finding(Status.OPERATIONAL, "");
        }

        public static Finding down(String message) {
            return new Finding(Status.DOWN, message);
        }
    }
}
