package io.agencyos.adapters.in.rest.lead;

import io.agencyos.adapters.in.http.route.Problem;
import io.agencyos.adapters.in.http.route.ProblemCode;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.domain.client.ClientBar;
import io.agencyos.domain.platform.flow.BreakerScope;

/** What somebody is told whose client may have nobody new just now. */
final class Barred {

    private Barred() {}

    static <R> Reply<R> reply(ClientBar bar) {
        return switch (bar) {
            case NOT_FOUND -> Reply.notFound();
            case SUBSCRIPTION_INACTIVE, PAUSED -> Reply.refused(problem(bar));
        };
    }

    private static Problem problem(ClientBar bar) {
        return bar == ClientBar.PAUSED
                ? Problem.blocked("The client has paused everything.", BreakerScope.CLIENT_PAUSE.wire(), null)
                : Problem.of(ProblemCode.SUBSCRIPTION_INACTIVE, "The client's subscription is not active.");
    }
}
