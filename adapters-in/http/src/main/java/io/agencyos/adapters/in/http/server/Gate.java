package io.agencyos.adapters.in.http.server;

import io.agencyos.adapters.in.http.route.Access;
import io.agencyos.adapters.in.http.route.Method;
import io.agencyos.adapters.in.http.route.Problem;
import io.agencyos.adapters.in.http.route.ProblemCode;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.application.client.access.ApiKeyCaller;
import io.agencyos.application.client.access.AuthenticateKey;
import io.agencyos.application.client.identity.session.AuthenticateRequest;
import io.agencyos.application.client.identity.session.Principal;
import io.agencyos.application.shared.Presence;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.client.identity.KeyScope;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.AuditEntry.Actor;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.SecretText;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Lets in who may: the bearer token or key, the client of the path, the role. Source: api 2, 3, 4. */
final class Gate {

    private static final String BEARER = "Bearer ";
    private static final int LONGEST = 8192;
    private static final int MAINTENANCE_SECONDS = 300;

    /** Who came in, a person or a program, and into which client. */
    record Entry(Optional<Principal> caller, Optional<ApiKeyCaller> key, Optional<TenantScope> tenant) {

        private static final Entry NOBODY = new Entry(Optional.empty(), Optional.empty(), Optional.empty());

        private static Entry of(Principal person, Optional<TenantScope> tenant) {
            return new Entry(Optional.of(person), Optional.empty(), tenant);
        }
    }

    private final ServerPorts ports;

    Gate(ServerPorts ports) {
        this.ports = ports;
    }

    /**
     * Who came in to read, as far as an earlier request tells; whoever is let in on this must be confirmed before the answer
     * goes out. Empty for everybody of whom something has to be asked first.
     */
    Optional<Entry> remembered(Route<?, ?> route, Exchange exchange) {
        return route.method() == Method.GET
                        && route.access() instanceof Access.Member(Role least)
                        && closed(route).isEmpty()
                ? bearer(exchange)
                        .toOptional()
                        .filter(bearer -> !AuthenticateKey.looksLikeOne(bearer))
                        .flatMap(ports.authenticate()::remembered)
                        .flatMap(person -> client(exchange)
                                .filter(id -> !person.lacksSecondFactorIn(id))
                                .flatMap(person::scopeIn)
                                .filter(scope -> scope.role().permits(least))
                                .map(scope -> remembered(exchange, person, scope)))
                : Optional.empty();
    }

    private static Entry remembered(Exchange exchange, Principal person, TenantScope scope) {
        exchange.inside(scope);
        return Entry.of(person, Optional.of(scope));
    }

    /** What has to be confirmed of somebody remembered. */
    Optional<Presence> presence(Entry entry) {
        return entry.caller()
                .map(person -> new Presence(
                        person.userId(), person.family(), ports.clock().now()));
    }

    Result<Entry, Problem> enter(Route<?, ?> route, Exchange exchange) {
        if (route.has(Route.Flag.EMBEDDED_SIGN_IN) && ports.signInIsOutside()) {
            return Result.err(Problem.of(
                    ProblemCode.EMBEDDED_AUTH_DISABLED,
                    "People sign in at the identity provider of this installation."));
        }
        if (route.access() instanceof Access.Public) {
            return Result.ok(Entry.NOBODY);
        }
        Optional<Problem> closed = closed(route);
        if (closed.isPresent()) {
            return Result.err(closed.get());
        }
        Result<Entry, Problem> entry = bearer(exchange)
                .flatMap(bearer -> AuthenticateKey.looksLikeOne(bearer)
                        ? program(route, exchange, bearer)
                        : person(bearer, exchange).flatMap(person -> entered(route, exchange, person)));
        entry.toOptional()
                .flatMap(Entry::tenant)
                .ifPresent(scope -> ports.entered().accept(scope.clientId()));
        return entry;
    }

    /** Under maintenance clients' addresses are closed; everything else goes on. Source: api 9.17. */
    private Optional<Problem> closed(Route<?, ?> route) {
        return route.path().startsWith(Route.C)
                ? ports.maintenance()
                        .get()
                        .map(message -> Problem.of(
                                        ProblemCode.MAINTENANCE,
                                        message.isEmpty() ? "We will be back in a few minutes." : message)
                                .retryAfter(MAINTENANCE_SECONDS))
                : Optional.empty();
    }

    private Result<Entry, Problem> entered(Route<?, ?> route, Exchange exchange, Principal person) {
        return switch (route.access()) {
            case Access.Public() -> Result.ok(Entry.NOBODY);
            case Access.SignedIn() -> Result.ok(Entry.of(person, Optional.empty()));
            case Access.PlatformAdmin() -> staff(person);
            case Access.Member(Role least) -> member(route, exchange, person, least);
        };
    }

    /** A key opens its own client where the route names a scope that it has, in the role that it has at most. */
    private Result<Entry, Problem> program(Route<?, ?> route, Exchange exchange, SecretText bearer) {
        Optional<ApiKeyCaller> known = ports.authenticateKey().authenticate(bearer, exchange.origin());
        if (known.isEmpty()) {
            return Result.err(invalid());
        }
        ApiKeyCaller program = known.get();
        exchange.asks(Actor.apiKey(program.key().id().value()));
        Optional<TenantScope> scope = Optional.empty();
        if (route.access() instanceof Access.Member) {
            scope = client(exchange).flatMap(program::scopeIn);
            if (scope.isEmpty()) {
                return Result.err(Problem.notFound());
            }
            exchange.inside(scope.get());
        }
        if (route.access() instanceof Access.PlatformAdmin) {
            return Result.err(Problem.of(ProblemCode.PLATFORM_ADMIN_REQUIRED, "Only staff of the platform may."));
        }
        if (route.scope().filter(program.key().scopes()::contains).isEmpty()) {
            return Result.err(scopeRequired(route, program));
        }
        Role cap = program.role();
        return route.access() instanceof Access.Member(Role least) && !cap.permits(least)
                ? Result.err(Problem.roleRequired(least.wire(), cap.wire()))
                : Result.ok(new Entry(Optional.empty(), Optional.of(program), scope));
    }

    private static Problem scopeRequired(Route<?, ?> route, ApiKeyCaller program) {
        List<String> actual =
                program.key().scopes().stream().sorted().map(KeyScope::wire).toList();
        return Problem.of(
                        ProblemCode.SCOPE_REQUIRED,
                        route.scope().isPresent()
                                ? "The key has not the scope that this needs."
                                : "This is for persons, never for keys.")
                .with("required", route.scope().map(KeyScope::wire).orElse("none"))
                .with("actual", actual);
    }

    private static Result<SecretText, Problem> bearer(Exchange exchange) {
        Optional<String> header = exchange.header("Authorization");
        if (header.isEmpty()) {
            return Result.err(Problem.of(ProblemCode.UNAUTHENTICATED, "This needs an access token.")
                    .withHeader("WWW-Authenticate", "Bearer"));
        }
        String text = header.get().strip();
        String token = text.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? text.substring(BEARER.length()).strip()
                : "";
        boolean good =
                !token.isEmpty() && token.length() <= LONGEST && token.chars().allMatch(Gate::isVisible);
        return good ? Result.ok(new SecretText(token)) : Result.err(invalid());
    }

    /** Whether it is a program that asks, with a key. */
    static boolean isProgram(Exchange exchange) {
        return bearer(exchange)
                .toOptional()
                .filter(AuthenticateKey::looksLikeOne)
                .isPresent();
    }

    private static boolean isVisible(int character) {
        return character > ' ' && character <= '~';
    }

    private Result<Principal, Problem> person(SecretText bearer, Exchange exchange) {
        return switch (ports.authenticate().enter(bearer, exchange.origin())) {
            case AuthenticateRequest.Entry.Known(Principal person) -> {
                exchange.asks(Actor.user(person.userId().value()));
                yield Result.ok(person);
            }
            case AuthenticateRequest.Entry.TokenInvalid() -> Result.err(invalid());
            case AuthenticateRequest.Entry.EmailUnverified() ->
                Result.err(Problem.of(
                        ProblemCode.EMAIL_UNVERIFIED, "The identity provider does not vouch for your address yet."));
            case AuthenticateRequest.Entry.ProviderAway(Duration retryAfter) ->
                Result.err(Problem.of(ProblemCode.UNAVAILABLE, "The identity provider does not answer.")
                        .retryAfter(retryAfter.toSeconds()));
        };
    }

    private static Problem invalid() {
        return Problem.of(ProblemCode.TOKEN_INVALID, "The access token or key is not valid.")
                .withHeader("WWW-Authenticate", "Bearer error=\"invalid_token\"");
    }

    private static Result<Entry, Problem> staff(Principal principal) {
        if (!principal.platformAdmin()) {
            return Result.err(Problem.of(ProblemCode.PLATFORM_ADMIN_REQUIRED, "Only staff of the platform may."));
        }
        return principal.secondFactor()
                ? Result.ok(Entry.of(principal, Optional.empty()))
                : Result.err(Problem.of(
                        ProblemCode.MFA_REQUIRED, "Staff signs in with a second factor: POST /api/v1/me/mfa/totp."));
    }

    /** A client that is not the caller's is told like one that does not exist; staff comes in by a support session. */
    private Result<Entry, Problem> member(Route<?, ?> route, Exchange exchange, Principal principal, Role least) {
        Optional<ClientId> client = client(exchange);
        Optional<TenantScope> scope =
                client.flatMap(principal::scopeIn).or(() -> client.flatMap(id -> supported(exchange, principal, id)));
        if (scope.isEmpty()) {
            return Result.err(Problem.notFound());
        }
        exchange.inside(scope.get());
        if (principal.lacksSecondFactorIn(scope.get().clientId())) {
            return Result.err(Problem.of(
                    ProblemCode.MFA_REQUIRED,
                    "This client is entered with a second factor: POST /api/v1/me/mfa/totp, then sign in anew."));
        }
        Role actual = scope.get().role();
        if (!actual.permits(least)) {
            return Result.err(Problem.roleRequired(least.wire(), actual.wire()));
        }
        return scope.get().support() != null && SupportBounds.forbid(route)
                ? Result.err(Problem.roleRequired(least.wire(), SupportBounds.ACTUAL))
                : Result.ok(Entry.of(principal, scope));
    }

    private Optional<TenantScope> supported(Exchange exchange, Principal principal, ClientId client) {
        return principal.platformAdmin() && principal.secondFactor()
                ? ports.support()
                        .enter(
                                principal.userId(),
                                client,
                                exchange.context().method() + " "
                                        + exchange.context().path(),
                                exchange.origin())
                : Optional.empty();
    }

    private static Optional<ClientId> client(Exchange exchange) {
        return Optional.ofNullable(exchange.pathParams().get("client_id"))
                .flatMap(Ids::parse)
                .map(ClientId::new);
    }
}
