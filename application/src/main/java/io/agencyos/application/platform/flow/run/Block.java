package io.agencyos.application.platform.flow.run;

import io.agencyos.domain.platform.flow.BreakerScope;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why work has to wait.
 *
 * @param message what the client is shown
 * @param until null when nobody knows
 */
public record Block(
        BreakerScope scope, String message, @Nullable Instant until) {}
