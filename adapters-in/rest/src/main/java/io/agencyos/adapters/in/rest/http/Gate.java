package io.agencyos.adapters.in.rest.http;

import io.agencyos.adapters.in.rest.route.Access;
import io.agencyos.adapters.in.rest.route.Problem;
import io.agencyos.adapters.in.rest.route.ProblemCode;
import io.agencyos.application.client.AuthenticateRequest;
import io.agencyos.application.client.Principal;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.client.Role;
import io.agencyos.domain.shared.ClientId;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.SecretText;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lets in who may: the bearer token, the client of the path, the role. Source: api 2, 3, 4. */
final class Gate {

    private static final Pattern BEARER = Pattern.compile("(?i)bearer +([\\x21-\\x7e]{1,4096})");

    /** Who came in, and into which client. */
    record Entry(Optional<Principal> caller, Optional<TenantScope> tenant) {}

    private final AuthenticateRequest authenticate;

    Gate(AuthenticateRequest authenticate) {
        this.authenticate = authenticate;
    }

    Result<Entry, Problem> enter(Access access, Exchange exchange) {
        return switch (access) {
            case Access.Public() -> Result.ok(new Entry(Optional.empty(), Optional.empty()));
            case Access.SignedIn() ->
                caller(exchange).map(principal -> new Entry(Optional.of(principal), Optional.empty()));
            case Access.PlatformAdmin() -> caller(exchange).flatMap(Gate::staff);
            case Access.Member(Role least) -> caller(exchange).flatMap(principal -> member(principal, exchange, least));
        };
    }

    private Result<Principal, Problem> caller(Exchange exchange) {
        Optional<String> header = exchange.header("Authorization");
        if (header.isEmpty()) {
            return Result.err(Problem.of(ProblemCode.UNAUTHENTICATED, "This needs an access token.")
                    .withHeader("WWW-Authenticate", "Bearer"));
        }
        Matcher bearer = BEARER.matcher(header.get().strip());
        return (bearer.matches()
                        ? authenticate.authenticate(new SecretText(bearer.group(1)))
                        : Optional.<Principal>empty())
                .<Result<Principal, Problem>>map(Result::ok)
                .orElseGet(() -> Result.err(Problem.of(ProblemCode.TOKEN_INVALID, "The access token is not valid.")
                        .withHeader("WWW-Authenticate", "Bearer error=\"invalid_token\"")));
    }

    private static Result<Entry, Problem> staff(Principal principal) {
        return principal.platformAdmin()
                ? Result.ok(new Entry(Optional.of(principal), Optional.empty()))
                : Result.err(Problem.of(ProblemCode.PLATFORM_ADMIN_REQUIRED, "Only staff of the platform may."));
    }

    /** A client that is not the caller's is told like one that does not exist. */
    private static Result<Entry, Problem> member(Principal principal, Exchange exchange, Role least) {
        Optional<TenantScope> scope =
                Ids.parse(exchange.context().pathParam("client_id")).flatMap(id -> scope(principal, id));
        if (scope.isEmpty()) {
            return Result.err(Problem.notFound());
        }
        Role actual = scope.get().role();
        return actual.permits(least)
                ? Result.ok(new Entry(Optional.of(principal), scope))
                : Result.err(Problem.roleRequired(least.wire(), actual.wire()));
    }

    private static Optional<TenantScope> scope(Principal principal, UUID id) {
        return principal.scopeIn(new ClientId(id));
    }
}
