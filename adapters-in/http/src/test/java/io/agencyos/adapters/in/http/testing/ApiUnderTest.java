package io.agencyos.adapters.in.http.testing;

import io.agencyos.adapters.in.http.json.Json;
import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.adapters.in.http.server.ApiServer;
import io.agencyos.adapters.in.http.server.ServerPorts;
import io.agencyos.adapters.in.http.server.ServerSettings;
import io.agencyos.adapters.out.memory.platform.MemorySharedBuckets;
import io.agencyos.application.client.identity.SignIn;
import io.agencyos.application.client.identity.session.AuthenticateRequest;
import io.agencyos.application.client.identity.session.Principal;
import io.agencyos.application.client.identity.session.Tokens;
import io.agencyos.application.platform.KeepDenials;
import io.agencyos.application.platform.ShareBuckets;
import io.agencyos.application.testing.TestSealer;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.client.identity.User;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.SecretText;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.UserId;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * The API with given groups of routes, listening on a free port of this machine, on in-memory stores. Every answer is
 * held against the OpenAPI document; every order carries a fresh Idempotency-Key unless the caller names one.
 */
public final class ApiUnderTest implements AutoCloseable {

    private static final ServerSettings SETTINGS =
            ServerSettings.local("1.2.3", 0, new SecretText("a secret of these tests"));

    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final MemoryWorld world;
    private final Client client;
    private final ApiServer api;
    private final OpenApiChecks checks;
    private final HttpClient http = HttpClient.newHttpClient();

    private ApiUnderTest(MemoryWorld world, List<RouteGroup> groups, ServerSettings settings) {
        this(world, groups, settings, Optional.empty());
    }

    private ApiUnderTest(
            MemoryWorld world,
            List<RouteGroup> groups,
            ServerSettings settings,
            Optional<AuthenticateRequest> outside) {
        this(world, world.open("Northlight"), groups, settings, outside);
    }

    private ApiUnderTest(
            MemoryWorld world,
            Client client,
            List<RouteGroup> groups,
            ServerSettings settings,
            Optional<AuthenticateRequest> outside) {
        this.world = world;
        this.client = client;
        api = new ApiServer(
                        groups,
                        new ServerPorts(
                                outside.orElseGet(world.identity::authenticateRequest),
                                outside.isPresent(),
                                world.access.authenticateKey(),
                                world.support,
                                world.platformRules::maintenance,
                                new TestSealer(),
                                world.idempotency,
                                world.units,
                                world.clock,
                                world.ids,
                                world.defects,
                                new KeepDenials(world.audit, world.units, world.clock, world.ids),
                                any -> {},
                                new ShareBuckets(new MemorySharedBuckets(world.units), world.units, world.clock),
                                new PrometheusMeterRegistry(PrometheusConfig.DEFAULT)),
                        settings)
                .start();
        checks = OpenApiChecks.of(api, groups);
    }

    /** Starts it; the groups are made on the world's stores and use cases. */
    public static ApiUnderTest with(Function<MemoryWorld, List<RouteGroup>> groups) {
        MemoryWorld world = new MemoryWorld();
        return new ApiUnderTest(world, groups.apply(world), SETTINGS.unlimited());
    }

    /** As {@link #with}, and somebody else signs people in. */
    public static ApiUnderTest signedInOutside(
            Function<MemoryWorld, AuthenticateRequest> outside, Function<MemoryWorld, List<RouteGroup>> groups) {
        MemoryWorld world = new MemoryWorld();
        return new ApiUnderTest(world, groups.apply(world), SETTINGS.unlimited(), Optional.of(outside.apply(world)));
    }

    /** As {@link #with}, for browsers with pages of these origins. */
    public static ApiUnderTest forPagesOf(Set<String> origins, Function<MemoryWorld, List<RouteGroup>> groups) {
        MemoryWorld world = new MemoryWorld();
        return new ApiUnderTest(world, groups.apply(world), SETTINGS.unlimited().forPagesOf(origins));
    }

    /** As {@link #with}, and callers are limited in how often they ask. */
    public static ApiUnderTest limited(Function<MemoryWorld, List<RouteGroup>> groups) {
        MemoryWorld world = new MemoryWorld();
        return new ApiUnderTest(world, groups.apply(world), SETTINGS);
    }

    /** As {@link #with}, and this machine is a proxy that is listed. */
    public static ApiUnderTest behindProxy(Function<MemoryWorld, List<RouteGroup>> groups) {
        MemoryWorld world = new MemoryWorld();
        return new ApiUnderTest(world, groups.apply(world), SETTINGS.unlimited().behind(Set.of("127.0.0.1")));
    }

    /** As {@link #with}, and a request may work this long. */
    public static ApiUnderTest within(Duration budget, Function<MemoryWorld, List<RouteGroup>> groups) {
        MemoryWorld world = new MemoryWorld();
        return new ApiUnderTest(world, groups.apply(world), SETTINGS.unlimited().within(budget));
    }

    /** As {@link #with}, and whoever listens to a stream is let in anew after this time. */
    public static ApiUnderTest readmitting(Duration span, Function<MemoryWorld, List<RouteGroup>> groups) {
        MemoryWorld world = new MemoryWorld();
        return new ApiUnderTest(
                world,
                groups.apply(world),
                SETTINGS.unlimited().readmitting(new ServerSettings.Readmission(span, span)));
    }

    /** Stops it and begins anew on the same stores, with nothing that it had in memory. */
    public ApiUnderTest restarted(Function<MemoryWorld, List<RouteGroup>> groups) {
        close();
        return new ApiUnderTest(world, client, groups.apply(world), SETTINGS.unlimited(), Optional.empty());
    }

    public MemoryWorld world() {
        return world;
    }

    /** The document of the running API. */
    public OpenApiChecks checks() {
        return checks;
    }

    public ApiServer api() {
        return api;
    }

    /** The client whose members {@link #as} signs in. */
    public ClientId client() {
        return client.id();
    }

    /** A new member of the client in this role, signed in. */
    public Caller as(Role role) {
        return as(role, client.id());
    }

    /** A new member of another client, signed in; paths are still below {@link #client}. */
    public Caller as(Role role, ClientId of) {
        String email = role.wire() + "-" + world.ids.next() + "@agency.example";
        return as(world.member(of, email, role));
    }

    /** Somebody of the platform's staff, who is no client's member, signed in with a second factor. */
    public Caller staff() {
        return proved(staffWithoutSecondFactor());
    }

    /** This person, signed in with a second factor. */
    public Caller withSecondFactor(User user) {
        return proved(as(user));
    }

    private Caller proved(Caller half) {
        Principal signedIn = world.identity
                .authenticateRequest()
                .authenticate(new SecretText(half.token()))
                .orElseThrow();
        world.units.onPlatform(() -> world.sessions.proved(signedIn.family()));
        return half;
    }

    /** The same, signed in with the password alone. */
    public Caller staffWithoutSecondFactor() {
        User member = world.member(client(), "m" + UUID.randomUUID() + "@agency.example", Role.VIEWER);
        User staff = new User(
                new UserId(UUID.randomUUID()),
                EmailAddress.parse("staff" + UUID.randomUUID() + "@agency.example")
                        .orElseThrow(),
                "Kim Tran",
                member.passwordHash(),
                true,
                false,
                member.createdAt(),
                0);
        world.units.onPlatform(() -> world.users.insert(staff));
        return as(staff);
    }

    /** A known person, signed in anew. */
    public Caller as(User user) {
        return bearer(tokens(user).accessToken().reveal());
    }

    /** Somebody of an unrelated client, owner there. */
    public Caller stranger() {
        return as(Role.OWNER, world.open("Farfield " + world.ids.next()).id());
    }

    public Caller anonymous() {
        return new Caller(this, Map.of());
    }

    public Caller bearer(String token) {
        return new Caller(this, Map.of("Authorization", "Bearer " + token));
    }

    private Tokens tokens(User user) {
        SignIn.Outcome outcome = world.identity
                .signIn()
                .signIn(new SignIn.Request(user.email().value(), MemoryWorld.PASSWORD, Origin.NONE));
        if (outcome instanceof SignIn.Outcome.SignedIn(Tokens tokens)) {
            return tokens;
        }
        throw new AssertionError(outcome);
    }

    /** An address below the client's, unless it begins with one of the server's own prefixes. */
    public String path(String path) {
        boolean own = List.of("/api/", "/docs", "/metrics", "/u/", "/.well-known", "//").stream()
                        .anyMatch(path::startsWith)
                || path.equals("/u")
                || path.equals("/");
        return own ? path : "/api/v1/clients/" + client.id().text() + path;
    }

    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + api.port() + path(path));
    }

    Answer send(
            String method,
            String path,
            Map<String, String> headers,
            @Nullable String mediaType,
            @Nullable String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path))
                .timeout(TIMEOUT)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        headers.forEach(request::header);
        if (!method.equals("GET") && !headers.containsKey("Idempotency-Key")) {
            request.header("Idempotency-Key", world.ids.next().toString());
        }
        if (mediaType != null) {
            request.header("Content-Type", mediaType);
        }
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            JsonNode json = json(response);
            String type = response.headers().firstValue("Content-Type").orElse("");
            List<String> faults =
                    checks.faults(method, request.build().uri().getPath(), response.statusCode(), type, json);
            if (!faults.isEmpty()) {
                throw new AssertionError("not as the document says: " + faults + " in " + response.body());
            }
            return new Answer(response.statusCode(), json, response.body(), response.headers());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static JsonNode json(HttpResponse<String> response) {
        String type = response.headers().firstValue("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        try {
            return type.contains("json") && !response.body().isEmpty()
                    ? Json.MAPPER.readTree(response.body())
                    : Json.MAPPER.missingNode();
        } catch (JacksonException notJson) {
            throw new AssertionError("not JSON: " + response.body(), notJson);
        }
    }

    List<Answer> pages(Caller caller, String path) {
        List<Answer> pages = new ArrayList<>();
        Answer page = caller.get(path);
        pages.add(page);
        while (page.json().at("/page/has_more").asBoolean(false)) {
            String next = path + (path.contains("?") ? "&" : "?") + "cursor=" + page.at("/page/next_cursor");
            page = caller.get(next);
            pages.add(page);
        }
        return pages;
    }

    @Override
    public void close() {
        http.close();
        api.close();
    }
}
