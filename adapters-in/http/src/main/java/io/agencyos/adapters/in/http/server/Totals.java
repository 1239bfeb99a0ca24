package io.agencyos.adapters.in.http.server;

import io.agencyos.adapters.in.http.route.Call;
import io.agencyos.adapters.in.http.route.Page;
import io.agencyos.adapters.in.http.route.Paging;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import java.util.Optional;

/**
 * Counts the rows of a list by reading it in large parts, up to a bound: so every list can be counted, and what is
 * counted is what is listed. Source: api 1.4.
 */
final class Totals {

    private static final int COUNTED = 10_000;
    private static final int PART = 2_500;

    private Totals() {}

    /** The reply with the number of all rows, where it is a page. */
    @SuppressWarnings("unchecked") // the page stays one of the same items
    static <Q, R> Reply<R> added(Route<Q, R> route, Call<Q> call, Reply<R> reply) {
        if (!(reply instanceof Reply.Done<R>(int status, Page<?> page, var version, var location, var again))) {
            return reply;
        }
        return new Reply.Done<>(status, (R) page.of(counted(route, call)), version, location, again);
    }

    private static <Q, R> Page.Total counted(Route<Q, R> route, Call<Q> call) {
        int rows = 0;
        Optional<Paging.Position> after = Optional.empty();
        do {
            Paging part = new Paging(PART, call.paging().sort(), after, false);
            if (!(route.handler().handle(call.at(part)) instanceof Reply.Done<R> done
                    && done.body() instanceof Page<?> page)) {
                return new Page.Total(rows, true);
            }
            rows += page.items().size();
            after = page.next();
        } while (after.isPresent() && rows < COUNTED);
        return new Page.Total(Math.min(rows, COUNTED), after.isPresent() || rows > COUNTED);
    }
}
