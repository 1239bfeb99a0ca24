package io.agencyos.adapters.in.http.openapi;

import io.agencyos.adapters.in.http.route.Access;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.Route.Flag;
import io.agencyos.domain.client.identity.KeyScope;
import io.agencyos.domain.client.identity.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a route asks of whoever calls it, in sentences, for readers and tools that know none of the members behind x-. */
final class Conditions {

    private Conditions() {}

    static String of(Route<?, ?> route) {
        List<String> said = new ArrayList<>();
        said.add(caller(route.access()));
        key(route).ifPresent(said::add);
        if (route.has(Flag.IDEMPOTENT)) {
            said.add(
                    route.hasTrial()
                            ? "Unless it is a trial, the order carries an `Idempotency-Key`, and the same one does it"
                                    + " once."
                            : "The order carries an `Idempotency-Key`, and the same one does it once.");
        }
        if (route.has(Flag.IF_MATCH)) {
            said.add("The `ETag` that was read goes into `If-Match`"
                    + (route.has(Flag.LAST_WRITE_WINS) ? "; a key may leave it out." : "."));
        }
        if (route.isList()) {
            said.add("A list in pages.");
        }
        return String.join(" ", said);
    }

    private static String caller(Access access) {
        return switch (access) {
            case Access.Public() -> "Nobody needs to sign in.";
            case Access.SignedIn() -> "For everybody who is signed in.";
            case Access.Member(Role least) when least == Role.VIEWER -> "For every member of the client.";
            case Access.Member(Role least) when least == Role.OWNER -> "For owners of the client.";
            case Access.Member(Role least) -> "For members of the client who are at least `" + least.wire() + "`.";
            case Access.PlatformAdmin() -> "For staff of the platform, signed in with a second factor.";
        };
    }

    private static Optional<String> key(Route<?, ?> route) {
        return route.access() instanceof Access.Member
                ? Optional.of(route.scope()
                        .map(KeyScope::wire)
                        .map(scope -> "A key needs the scope `" + scope + "`.")
                        .orElse("No key opens it."))
                : Optional.empty();
    }
}
