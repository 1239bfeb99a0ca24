package io.agencyos.adapters.in.http.server;

import io.agencyos.adapters.in.http.route.Access;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.application.platform.KeepDenials;
import io.agencyos.application.platform.KeepDenials.Denial;
import io.agencyos.domain.platform.AuditEntry.Actor;
import io.agencyos.domain.shared.id.ClientId;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees what is refused: every 403, and the 404 for a client that is not the caller's. A minute's refusals are written when
 * the next request comes. Source: api 6.
 */
final class Denials {

    private static final Logger LOG = LoggerFactory.getLogger(Denials.class);
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;

    private final KeepDenials keep;

    Denials(KeepDenials keep) {
        this.keep = keep;
    }

    void look(Route<?, ?> route, Exchange exchange, int status) {
        if (status == FORBIDDEN || status == NOT_FOUND && isForeign(route, exchange)) {
            keep.note(new Denial(
                    exchange.client().orElse(null),
                    exchange.actor().orElseGet(Actor::system),
                    exchange.problem().map(code -> code.wire()).orElse("unknown"),
                    route.method() + " " + route.path(),
                    asked(exchange).orElse(null),
                    exchange.origin()));
        }
    }

    /** Somebody who is known asked for a client that does not let them in, or that is none. */
    private static boolean isForeign(Route<?, ?> route, Exchange exchange) {
        return route.access() instanceof Access.Member
                && exchange.actor().isPresent()
                && exchange.client().isEmpty();
    }

    private static Optional<ClientId> asked(Exchange exchange) {
        return Optional.ofNullable(exchange.pathParams().get("client_id"))
                .flatMap(Ids::parse)
                .map(ClientId::new);
    }

    void keep() {
        written(keep::keep);
    }

    void keepAll() {
        written(keep::keepAll);
    }

    /** What cannot be written keeps nobody from being answered. */
    private static void written(Runnable writing) {
        try {
            writing.run();
        } catch (RuntimeException unwritten) {
            LOG.warn("refusals could not be written to the audit log", unwritten);
        }
    }
}
