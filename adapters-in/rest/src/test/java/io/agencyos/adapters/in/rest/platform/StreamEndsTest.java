package io.agencyos.adapters.in.rest.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.adapters.in.http.testing.ApiUnderTest;
import io.agencyos.adapters.in.http.testing.Caller;
import io.agencyos.adapters.in.http.testing.MemoryWorld;
import io.agencyos.adapters.in.rest.testing.AllRoutes;
import io.agencyos.application.platform.FollowEventsService;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.client.identity.User;
import io.agencyos.domain.platform.DomainEvent;
import io.agencyos.domain.platform.EventName;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Streams over a real connection, and what ends them. Source: api 1.10, 2. */
class StreamEndsTest {

    private static final StreamRoutes.Pace UNTIL_STOPPED =
            new StreamRoutes.Pace(Duration.ofMillis(20), Duration.ofHours(1));

    private final HttpClient http = HttpClient.newHttpClient();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private ApiUnderTest api = ApiUnderTest.readmitting(Duration.ofMillis(50), StreamEndsTest::routes);

    @AfterEach
    void stop() {
        api.close();
        threads.close();
        http.close();
    }

    private static List<RouteGroup> routes(MemoryWorld world) {
        RouteGroup streams =
                new StreamRoutes(new FollowEventsService(world.events, world.units, world.clock), UNTIL_STOPPED);
        return List.of(new AllButStreams(world), streams);
    }

    private record AllButStreams(MemoryWorld world) implements RouteGroup {

        @Override
        public List<Route<?, ?>> routes() {
            return AllRoutes.on(world).stream()
                    .<Route<?, ?>>flatMap(group -> group.routes().stream())
                    .filter(route -> !route.path().endsWith("/events/stream"))
                    .toList();
        }
    }

    private DomainEvent happens() {
        DomainEvent event = new DomainEvent(
                api.world().ids.next(),
                api.client(),
                EventName.REPLY_RECEIVED,
                UUID.randomUUID(),
                api.world().clock.now(),
                Map.of());
        api.world()
                .units
                .inTenant(
                        api.world().worker(api.client()),
                        () -> api.world().events.append(event));
        return event;
    }

    /** An open stream, each of its lines as it came. */
    private final class Listener implements AutoCloseable {

        private final InputStream body;
        private final BufferedReader lines;
        private final CompletableFuture<Void> ended;
        private final List<String> heard = new ArrayList<>();

        Listener(String token, String path, Map<String, String> headers) throws IOException, InterruptedException {
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(api.uri(path)).header("Authorization", "Bearer " + token);
            headers.forEach(request::header);
            var response = http.send(request.build(), BodyHandlers.ofInputStream());
            assertThat(response.statusCode()).isEqualTo(200);
            body = response.body();
            lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
            heard.add(lines.readLine());
            ended = CompletableFuture.runAsync(this::listen, threads);
        }

        private void listen() {
            try {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    synchronized (heard) {
                        heard.add(line);
                    }
                }
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        }

        List<String> heard() {
            synchronized (heard) {
                return List.copyOf(heard);
            }
        }

        /** Whether the server ended it, properly. */
        boolean ends() throws Exception {
            ended.get(30, TimeUnit.SECONDS);
            return true;
        }

        boolean hears(Predicate<List<String>> what) throws InterruptedException {
            long until = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            while (!what.test(heard()) && System.nanoTime() < until) {
                TimeUnit.MILLISECONDS.sleep(5);
            }
            return what.test(heard());
        }

        /** Goes away; the reader's own lock is held by whoever waits for the next line. */
        @Override
        public void close() throws IOException {
            body.close();
        }
    }

    private Listener listens(String token, String path) throws IOException, InterruptedException {
        return new Listener(token, path, Map.of());
    }

    private String signedIn(User user) {
        return api.anonymous()
                .post(
                        "/api/v1/auth/login",
                        "{'email':'" + user.email().value() + "','password':'" + MemoryWorld.PASSWORD.reveal() + "'}")
                .at("/access_token");
    }

    private User member(Role role) {
        return api.world().member(api.client(), UUID.randomUUID() + "@agency.example", role);
    }

    @Test // api 1.10: membership is re-checked, on loss the stream ends; 2: a key is void within five seconds
    void whoever_loses_the_right_to_read_is_told_nothing_any_more() throws Exception {
        Caller owner = api.as(Role.OWNER);
        var made = owner.post("/api-keys", "{'name':'Bridge','scopes':['read'],'role_cap':'member','mode':'live'}");
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        User gone = member(Role.ADMIN);
        User signedOut = member(Role.VIEWER);
        User stays = member(Role.VIEWER);
        String tokenOfSignedOut = signedIn(signedOut);
        String path = "/events/stream";

        try (Listener key = listens(made.at("/secret"), path);
                Listener left = listens(signedIn(gone), path);
                Listener session = listens(tokenOfSignedOut, path);
                Listener member = listens(signedIn(stays), path)) {
            happens();
            for (Listener each : List.of(key, left, session, member)) {
                assertThat(each.hears(lines -> lines.contains("event: reply.received")))
                        .isTrue();
            }
            assertThat(owner.delete("/api-keys/" + made.at("/key/id")).status()).isEqualTo(204);
            var row = owner.get("/members?limit=100")
                    .json()
                    .path("items")
                    .valueStream()
                    .filter(one ->
                            one.path("email").stringValue().equals(gone.email().value()))
                    .findFirst()
                    .orElseThrow();
            assertThat(owner.delete("/members/" + row.path("id").stringValue()).status())
                    .isEqualTo(204);
            assertThat(api.bearer(tokenOfSignedOut).post("/api/v1/auth/logout").status())
                    .isEqualTo(204);

            assertThat(key.ends()).as("the key was taken back").isTrue();
            assertThat(left.ends()).as("the membership was ended").isTrue();
            assertThat(session.ends()).as("the sign-in was ended").isTrue();
            DomainEvent later = happens();
            assertThat(member.hears(lines -> lines.contains("id: " + later.id())))
                    .as("whoever stays reads on")
                    .isTrue();
            for (Listener each : List.of(key, left, session)) {
                assertThat(each.heard()).doesNotContain("id: " + later.id());
            }
        }
    }

    @Test // api 1.10, 3: staff's stream ends with the right to it, a suspended person's everywhere
    void staff_that_is_staff_no_more_and_people_who_are_suspended_hear_nothing_more() throws Exception {
        Caller first = api.staff();
        Caller second = api.staff();
        User suspended = member(Role.OWNER);
        try (Listener staff = listens(second.token(), "/api/v1/admin/events/stream");
                Listener person = listens(signedIn(suspended), "/events/stream")) {
            String self = second.get("/api/v1/me").at("/id");
            assertThat(change(first, self, "{'is_platform_admin':false}")).isEqualTo(200);
            assertThat(change(first, suspended.id().text(), "{'suspended':true}"))
                    .isEqualTo(200);

            assertThat(staff.ends()).isTrue();
            assertThat(person.ends()).isTrue();
        }
    }

    private int change(Caller staff, String user, String patch) {
        String version = staff.get("/api/v1/admin/users?limit=100")
                .json()
                .path("items")
                .valueStream()
                .filter(one -> one.path("id").stringValue().equals(user))
                .map(one -> "\"v" + one.path("version").asInt() + "\"")
                .findFirst()
                .orElseThrow();
        return staff.with("If-Match", version)
                .patch("/api/v1/admin/users/" + user, patch)
                .status();
    }

    @Test // api 1.10: Last-Event-ID resumes, whichever process told the event before
    void a_reader_goes_on_where_it_was_after_the_server_came_back() throws Exception {
        String token = signedIn(member(Role.VIEWER));
        DomainEvent last;
        DomainEvent missed;
        try (Listener before = listens(token, "/events/stream")) {
            last = happens();
            assertThat(before.hears(lines -> lines.contains("id: " + last.id())))
                    .isTrue();
            api = api.restarted(StreamEndsTest::routes);
            assertThat(before.ends()).as("a server that stops ends its streams").isTrue();
            missed = happens();
        }
        try (Listener after = new Listener(
                token, "/events/stream", Map.of("Last-Event-ID", last.id().toString()))) {
            DomainEvent next = happens();
            assertThat(after.hears(lines -> lines.contains("id: " + next.id()))).isTrue();
            assertThat(after.heard().stream().filter(line -> line.startsWith("id:")))
                    .as("what happened meanwhile, and nothing twice")
                    .containsExactly("id: " + missed.id(), "id: " + next.id());
        }
    }

    @Test // api 1.10: at most five streams: one that was only asked about, or whose reader went away, is none of them
    void what_nobody_reads_takes_no_place() throws Exception {
        User viewer = member(Role.VIEWER);
        String token = signedIn(viewer);
        for (int i = 0; i < 6; i++) {
            HttpRequest head = HttpRequest.newBuilder(api.uri("/events/stream"))
                    .header("Authorization", "Bearer " + token)
                    .method("HEAD", HttpRequest.BodyPublishers.noBody())
                    .build();
            assertThat(http.send(head, BodyHandlers.discarding()).statusCode()).isEqualTo(200);
        }
        try (Listener any = listens(token, "/events/stream")) {
            assertThat(any.heard()).startsWith(": welcome");
        }
    }

    @Test // api 1.10: who does not read holds nobody up, and his place is free when he has gone
    void five_readers_who_read_nothing_keep_nobody_else_waiting() throws Exception {
        String token = signedIn(member(Role.VIEWER));
        List<Socket> deaf = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            deaf.add(deaf(token));
        }
        try (Listener other = listens(signedIn(member(Role.VIEWER)), "/events/stream")) {
            flood(6_000);
            DomainEvent last = happens();
            assertThat(other.hears(lines -> lines.contains("id: " + last.id()))).isTrue();
        }
        for (Socket one : deaf) {
            one.close();
        }
        long until = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        int status = 429;
        while (status == 429 && System.nanoTime() < until) {
            HttpRequest head = HttpRequest.newBuilder(api.uri("/events/stream"))
                    .header("Authorization", "Bearer " + token)
                    .method("HEAD", HttpRequest.BodyPublishers.noBody())
                    .build();
            status = http.send(head, BodyHandlers.discarding()).statusCode();
            TimeUnit.MILLISECONDS.sleep(10);
        }
        assertThat(status).isEqualTo(200);
    }

    private void flood(int events) {
        api.world().units.inTenant(api.world().worker(api.client()), () -> {
            for (int i = 0; i < events; i++) {
                api.world()
                        .events
                        .append(new DomainEvent(
                                api.world().ids.next(),
                                api.client(),
                                EventName.LEAD_SCORED,
                                UUID.randomUUID(),
                                api.world().clock.now(),
                                Map.of()));
            }
            return events;
        });
    }

    /** Asks for the stream, reads the first line, and never again. */
    private Socket deaf(String token) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4_096);
        socket.connect(new InetSocketAddress("127.0.0.1", api.api().port()));
        socket.getOutputStream()
                .write("GET %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n\r\n"
                        .formatted(api.path("/events/stream"), token)
                        .getBytes(StandardCharsets.US_ASCII));
        assertThat(new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
                .isEqualTo("HTTP/1.1 200");
        return socket;
    }
}
