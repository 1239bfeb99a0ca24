package io.agencyos.application.platform.flow;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What the platform's own run of a flow does: the one that a schedule starts. Source: flows 1.1, 1.8. */
public sealed interface OnPlatform {

    /** The flow's steps: it is no client's. */
    record Steps() implements OnPlatform {}

    /**
     * Starts a run for each client.
     *
     * @param due those that get one; null for everybody who is eligible
     * @param spread over which the same client always has the same place
     */
    record Children(@Nullable DueClients due, Duration spread) implements OnPlatform {

        private static final Duration SPREAD = Duration.ofMinutes(10);

        /** One for each client that is eligible. */
        public static Children everybody() {
            return new Children(null, SPREAD);
        }

        /** One for each of these. */
        public static Children of(DueClients due) {
            return new Children(due, SPREAD);
        }
    }

    /**
     * Serves all clients together, in a step that takes the place of the flow's own.
     *
     * @param due those that are served; null where only the step knows
     */
    record Together(FlowStep<Object> step, @Nullable DueClients due) implements OnPlatform {}

    /** Who has something to do; null when that is not asked beforehand. */
    default @Nullable DueClients clients() {
        return switch (this) {
            case Steps() -> null;
            case Children(DueClients due, Duration spread) -> due;
            case Together(FlowStep<Object> step, DueClients due) -> due;
        };
    }
}
