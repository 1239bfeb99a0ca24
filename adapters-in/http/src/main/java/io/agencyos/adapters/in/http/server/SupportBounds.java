package io.agencyos.adapters.in.http.server;

import io.agencyos.adapters.in.http.route.Method;
import io.agencyos.adapters.in.http.route.Route;
import java.util.List;

/**
 * What staff may not do in a support session, whatever its mode: nothing that lets a message leave for a lead, and
 * nothing that would open the client after the session. A switch to autopilot, which is one of many members of what it
 * stands in, is refused by those who write it. Source: api 3.
 */
public final class SupportBounds {

    /** What staff is told to be there. */
    static final String ACTUAL = "support";

    private static final List<String> LETS_MESSAGES_LEAVE = List.of(
            "/approve",
            "/bulk-decisions",
            "/messages",
            "/responses",
            "/resume",
            "/activate",
            "/launch",
            "/restart",
            "/reengage",
            "/permission-override",
            "/bulk-actions",
            "/accept");

    private static final List<String> OUTLIVES_THE_SESSION =
            List.of("/api-keys", "/members", "/invitations", "/ownership-transfers", "/webhook-endpoints");

    private SupportBounds() {}

    /** Whether it is closed to staff in a client. */
    public static boolean forbid(Route<?, ?> route) {
        return route.method() != Method.GET
                && (LETS_MESSAGES_LEAVE.stream().anyMatch(route.path()::endsWith)
                        || OUTLIVES_THE_SESSION.stream().anyMatch(route.path()::contains));
    }
}
