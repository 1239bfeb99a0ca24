package io.agencyos.adapters.in.rest.hostile;

import io.agencyos.adapters.in.http.json.Json;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.testing.Answer;
import io.agencyos.adapters.in.http.testing.ApiUnderTest;
import io.agencyos.adapters.in.http.testing.Caller;
import io.agencyos.adapters.in.http.testing.MemoryWorld;
import io.agencyos.adapters.in.rest.testing.AllRoutes;
import io.agencyos.application.client.identity.SignIn;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.id.ClientId;
import java.io.IOException;
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
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The whole API in memory under fire, and the judge of every answer. */
final class Siege implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final int GUNS = 4;
    /** Now and then everybody signs in anew: some requests end a sign-in, or a membership. */
    private static final int WATCH = 1_000;
    /** Of so many requests one is sent twice at the same moment. */
    private static final int TWICE = 25;
    /** What a refused order may still write: that it came, and who was turned away. */
    private static final List<String> NOTES =
            List.of("idempotency_key", "audit_log", "login_attempt", "sign_in_attempt");

    private final ApiUnderTest api = ApiUnderTest.with(AllRoutes::on);
    private final ClientId strangersClient = api.world().open("Farfield").id();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Prey prey = new Prey(api.client().text(), strangersClient.text());
    private final Gunsmith gunsmith;
    private final Map<Sender, String> tokens = new ConcurrentHashMap<>();
    private final Map<String, String> faults = new ConcurrentSkipListMap<>();
    private final Map<Integer, Integer> statuses = new ConcurrentSkipListMap<>();
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger answered = new AtomicInteger();
    private final JsonNode document;

    Siege(long seed) {
        ObjectNode read = api.api().document();
        document = read;
        gunsmith = new Gunsmith(read, prey, seed);
    }

    Map<String, String> faults() {
        return new TreeMap<>(faults);
    }

    Map<Integer, Integer> statuses() {
        return new TreeMap<>(statuses);
    }

    List<String> foreign() {
        return prey.foreign();
    }

    int answered() {
        return answered.get();
    }

    /** Both clients get something of everything that can be made with the document's own examples. */
    void prepare(int rounds) {
        signIn();
        prey.strangersTurn(true);
        for (int round = 0; round < rounds; round++) {
            prey.markEverything(round % 2 == 1);
            gunsmith.honest(Sender.STRANGER, round).forEach(this::fire);
        }
        prey.strangersTurn(false);
        gunsmith.honest(Sender.OWNER, 0).forEach(this::fire);
        answered.set(0);
        statuses.clear();
    }

    private void signIn() {
        Map.of(
                        Sender.OWNER, Role.OWNER,
                        Sender.ADMIN, Role.ADMIN,
                        Sender.MEMBER, Role.MEMBER,
                        Sender.VIEWER, Role.VIEWER)
                .forEach((sender, role) -> tokens.put(sender, token(api.client(), role)));
        tokens.put(Sender.STRANGER, token(strangersClient, Role.OWNER));
        tokens.put(Sender.FORGER, "eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.");
    }

    private String token(ClientId client, Role role) {
        String address = role.wire() + "-" + api.world().ids.next() + "@agency.example";
        api.world().member(client, address, role);
        SignIn.Outcome outcome =
                api.world().identity.signIn().signIn(new SignIn.Request(address, MemoryWorld.PASSWORD, Origin.NONE));
        return ((SignIn.Outcome.SignedIn) outcome).tokens().accessToken().reveal();
    }

    /** Most at once, the rest one after the other, where it can be seen what a refusal changes. */
    void fire(int requests) {
        int together = requests / 4 * 3;
        List<Thread> guns = new ArrayList<>();
        for (int i = 0; i < GUNS; i++) {
            guns.add(Thread.startVirtualThread(() -> {
                for (int at = next.getAndIncrement(); at < together; at = next.getAndIncrement()) {
                    watch(at);
                    Shot shot = gunsmith.shot(at);
                    if (at % TWICE == 0) {
                        twice(shot);
                    } else {
                        fire(shot);
                    }
                }
            }));
        }
        guns.forEach(Siege::join);
        for (int at = together; at < requests; at++) {
            watch(at);
            alone(gunsmith.shot(at));
        }
    }

    /**
     * Every address of a client that is named by ids, with every method that it knows and the document's own example for a
     * body, asked by the client's owner with each of the other client's ids in every place for one. Answers what was not
     * told word for word as of an id that never was.
     */
    List<String> knownByForeignIds() {
        Caller owner = api.as(Role.OWNER).with("If-Match", "\"v0\"");
        List<String> found = new ArrayList<>();
        for (Route<?, ?> route : api.api().routes()) {
            if (!named(route)) {
                continue;
            }
            Answer never = asked(owner, route, UUID.randomUUID().toString());
            for (String id : prey.foreign()) {
                Answer answer = asked(owner, route, id);
                if (!prey.leaks(path(route, id), answer.text()).isEmpty()
                        || answer.status() != never.status()
                        || !answer.code().equals(never.code())) {
                    found.add(route.method() + " " + route.path() + " " + id + " " + answer.status());
                }
            }
        }
        return found;
    }

    /** By what ways else than answers somebody hears of a client. */
    Outlets outlets() {
        return new Outlets(api, prey, strangersClient);
    }

    private Answer asked(Caller caller, Route<?, ?> route, String id) {
        JsonNode content = document.path("paths")
                .path(route.path())
                .path(route.method().name().toLowerCase(Locale.ROOT))
                .at("/requestBody/content");
        JsonNode example = content.path("application/json").path("example");
        String path = path(route, id);
        return example.isMissingNode()
                ? caller.send(route.method().name(), path, null, null)
                : caller.send(route.method().name(), path, "application/json", example.toString());
    }

    static String path(Route<?, ?> route, String id) {
        return Prey.PARAM.matcher(route.path().substring(Route.C.length())).replaceAll(id);
    }

    static boolean named(Route<?, ?> route) {
        List<String> own = Prey.PARAM
                .matcher(route.path())
                .results()
                .map(param -> param.group(1))
                .filter(name -> !name.equals("client_id"))
                .toList();
        return route.path().startsWith(Route.C)
                && !own.isEmpty()
                && own.stream().allMatch(Route::isId);
    }

    private void watch(int at) {
        if (at % WATCH == 0) {
            signIn();
        }
    }

    private static void join(Thread gun) {
        try {
            gun.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** The same order twice at the same moment: whoever names a key is served once, and told the same twice. */
    private void twice(Shot shot) {
        AtomicReference<@Nullable HttpResponse<String>> other = new AtomicReference<>();
        Thread second = Thread.startVirtualThread(() -> other.set(answer(shot)));
        HttpResponse<String> one = answer(shot);
        join(second);
        HttpResponse<String> two = other.get();
        if (one != null
                && two != null
                && shot.method().equals("POST")
                && shot.headers().containsKey("Idempotency-Key")
                && one.statusCode() < 300
                && two.statusCode() < 300
                && !one.body().equals(two.body())) {
            fault(shot, one.statusCode(), "done twice: " + one.body() + " and " + two.body());
        }
    }

    private void alone(Shot shot) {
        Map<String, Long> before = api.world().units.changes();
        int status = fire(shot);
        Map<String, Long> after = api.world().units.changes();
        if (status >= 400) {
            Map<String, Long> left = new TreeMap<>(after);
            left.entrySet().removeIf(entry -> entry.getValue().equals(before.get(entry.getKey())));
            NOTES.forEach(left::remove);
            if (!left.isEmpty()) {
                fault(shot, status, "left something behind: " + left);
            }
        }
    }

    private int fire(Shot shot) {
        HttpResponse<String> response = answer(shot);
        return response == null ? 0 : response.statusCode();
    }

    /** The answer, judged; none is a fault too. */
    private @Nullable HttpResponse<String> answer(Shot shot) {
        try {
            HttpResponse<String> response = sent(shot);
            judge(shot, response);
            return response;
        } catch (IOException broken) {
            fault(shot, 0, broken.toString());
            return null;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        } finally {
            answered.incrementAndGet();
        }
    }

    /** A connection that the server closed while it was idle tells so only to the next request, which goes out anew. */
    private HttpResponse<String> sent(Shot shot) throws IOException, InterruptedException {
        try {
            return http.send(request(shot), BodyHandlers.ofString());
        } catch (IOException closed) {
            return http.send(request(shot), BodyHandlers.ofString());
        }
    }

    private HttpRequest request(Shot shot) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + api.api().port() + shot.target()))
                .timeout(TIMEOUT)
                .method(shot.method(), BodyPublishers.ofByteArray(shot.body()));
        shot.headers().forEach(request::header);
        String token = tokens.get(shot.by());
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return request.build();
    }

    private void judge(Shot shot, HttpResponse<String> response) {
        int status = response.statusCode();
        statuses.merge(status, 1, Integer::sum);
        String answer = response.body();
        if (status >= 500) {
            fault(shot, status, answer);
        }
        String type = response.headers().firstValue("Content-Type").orElse("");
        boolean outsideOfRoutes = status == 400 && answer.contains("\"malformed_request\"");
        if (!shot.method().equals("HEAD") && !shot.method().equals("OPTIONS") && !outsideOfRoutes) {
            String path = shot.target().replaceAll("\\?.*", "");
            List<String> breaches = api.checks().faults(shot.method(), path, status, type, json(shot, response));
            if (!breaches.isEmpty()) {
                fault(shot, status, breaches.getFirst() + " in " + answer);
            }
        }
        if (shot.target().matches("/(docs.*|api/v1/openapi.*|\\?.*)?")) {
            if (Prey.tellsSecret(answer)) {
                fault(shot, status, "tells everybody of a client");
            }
            return; // the same for everybody, and long
        }
        String head = response.headers().map().toString();
        if (shot.by() != Sender.STRANGER && !prey.leaks(shot.text(), head).isEmpty()) {
            fault(shot, status, "a header tells of another client: " + head);
        }
        if (shot.by() == Sender.STRANGER) {
            if (status < 300) {
                prey.learn(shot.text(), answer);
            }
        } else if (!prey.leaks(shot.text(), answer).isEmpty()) {
            fault(shot, status, "tells of another client: " + prey.leaks(shot.text(), answer) + " in " + answer);
        } else if (status < 300) {
            prey.learn(shot.text(), answer);
        }
    }

    private JsonNode json(Shot shot, HttpResponse<String> response) {
        String type = response.headers().firstValue("Content-Type").orElse("");
        try {
            return type.contains("json") && !response.body().isEmpty()
                    ? Json.MAPPER.readTree(response.body())
                    : Json.MAPPER.missingNode();
        } catch (JacksonException notJson) {
            fault(shot, response.statusCode(), "no JSON: " + response.body());
            return Json.MAPPER.missingNode();
        }
    }

    /** One example of each kind is enough to read. */
    private void fault(Shot shot, int status, String what) {
        String kind = shot.method() + " "
                + Prey.ID.matcher(shot.target().replaceAll("\\?.*", "")).replaceAll("{}") + " " + status;
        faults.putIfAbsent(kind, what + "\n  " + shot);
    }

    @Override
    public void close() {
        http.close();
        api.close();
    }
}
