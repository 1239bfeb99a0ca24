package io.agencyos.adapters.in.http.server;

import io.agencyos.adapters.in.http.route.Problem;
import io.agencyos.adapters.in.http.route.ProblemCode;
import io.agencyos.application.shared.ConcurrentUpdate;
import io.agencyos.application.shared.StorageUnavailable;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is told of an exception. Source: api 1.2, 1.3. */
final class Failures {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);
    private static final int RETRY_AFTER = 5;

    private Failures() {}

    /** @param conditional whether the caller named the version to change */
    static Problem of(Throwable failure, Exchange exchange, boolean conditional) {
        return switch (failure) {
            case StorageUnavailable down -> {
                LOG.warn("request {}: storage is not available: {}", exchange.requestId(), down.getMessage());
                yield Problem.of(ProblemCode.UNAVAILABLE, "Nothing was done; the same request may be sent again.")
                        .retryAfter(RETRY_AFTER);
            }
            case Budget.Spent late -> {
                LOG.warn("request {} took longer than it may", exchange.requestId(), late);
                yield Problem.of(
                                ProblemCode.UNAVAILABLE,
                                "It took longer than a request may; send it again, with the same key where it has one.")
                        .retryAfter(RETRY_AFTER);
            }
            case ConcurrentUpdate lost ->
                conditional
                        ? Problem.versionConflict(Optional.empty())
                        : Problem.of(ProblemCode.CONCURRENT_UPDATE, "Somebody else changed it at the same time.");
            default -> {
                LOG.error("request {} failed", exchange.requestId(), failure);
                yield Problem.of(ProblemCode.INTERNAL, "Something is wrong with us. The log has it under request_id.");
            }
        };
    }
}
