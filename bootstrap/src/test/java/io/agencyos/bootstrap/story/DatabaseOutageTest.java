package io.agencyos.bootstrap.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.in.http.testing.Answer;
import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.PostgresDatabase;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.bootstrap.Eventually;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.UserId;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database has no connection to give, goes away while the server runs, and comes back. Source: issue 2 section 6, api 1.3, 1.8, 9.1, 13. */
class DatabaseOutageTest {

    private static final String READY = "/api/v1/health/ready";

    @TempDir
    Path folder;

    @Test
    void requests_are_told_to_come_again_and_everything_works_when_the_database_is_back() throws IOException {
        try (House house = House.open(folder, Instant.parse("2026-03-01T21:00:00Z"))) {
            ClientId client = house.openClient("Northlight");
            Person sam = house.add("sam@northlight.example", client, Role.OWNER);
            sam.signIn();
            String campaigns = "/api/v1/clients/" + client.text() + "/campaigns";
            assertThat(sam.get(READY).at("/status")).isEqualTo("ready");

            whileAllConnectionsAreTaken(house, client, sam, campaigns);
            assertThat(sam.all(campaigns)).as("nothing was done meanwhile").isEmpty();

            Path data = folder.resolve("postgres");
            Path away = folder.resolve("postgres-away");
            long server = server(data);
            Files.move(data, away);
            ProcessHandle.of(server).ifPresent(ProcessHandle::destroyForcibly);
            ProcessHandle.of(server).ifPresent(gone -> gone.onExit().join());

            whileItIsAway(sam, house.elsewhere(sam), campaigns);

            Files.move(away, data);
            Answer back = Eventually.answers(() -> sam.get(READY), answer -> answer.status() == 200);
            assertThat(back.at("/status")).isEqualTo("ready");
            // told to come again as long as a connection of before is met, of which nobody has heard that it is broken
            Answer made = Eventually.answers(
                    () -> sam.post(campaigns, "{'name':'Autumn growth'}"), answer -> answer.status() != 503);
            assertThat(made.status()).as(made.text()).isEqualTo(201);
            assertThat(sam.all(campaigns)).as("nothing was done meanwhile").hasSize(1);
        }
    }

    // api 1.8: pool acquire 5 s → 503; 10.1: storage down → 503 and Retry-After 30
    private static void whileAllConnectionsAreTaken(House house, ClientId client, Person sam, String campaigns) {
        try (Hoard _ = Hoard.of(house.product().basis().units(), client)) {
            long began = System.nanoTime();
            CompletableFuture<HttpResponse<String>> pushed = pushed(house);
            Person anew = house.elsewhere(sam);
            List<CompletableFuture<Answer>> asked = asked(List.of(
                    () -> sam.get(campaigns), () -> sam.post(campaigns, "{'name':'Winter growth'}"), anew::signIn));
            assertThat(asked).allSatisfy(ask -> assertUnavailable(ask.join()));
            assertThat(pushed.join().statusCode()).isEqualTo(503);
            assertThat(pushed.join().headers().firstValue("Retry-After")).contains("30");
            assertThat(Duration.ofNanos(System.nanoTime() - began))
                    .as("the time that a request has")
                    .isLessThan(Duration.ofSeconds(30));
        }
    }

    private static CompletableFuture<HttpResponse<String>> pushed(House house) {
        HttpRequest push = HttpRequest.newBuilder(house.address().resolve("/api/v1/hooks/clicksend/" + "0".repeat(32)))
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();
        return HttpClient.newHttpClient().sendAsync(push, HttpResponse.BodyHandlers.ofString());
    }

    /** Everybody asks at the same time: each waits a while for a connection before it is told. */
    private static void whileItIsAway(Person sam, Person anew, String campaigns) {
        List<CompletableFuture<Answer>> refused = asked(
                List.of(() -> sam.get(campaigns), () -> sam.post(campaigns, "{'name':'Winter growth'}"), anew::signIn));
        assertThat(sam.get("/api/v1/health/live").status()).isEqualTo(200);
        Answer ready = sam.get(READY);
        assertThat(ready.status()).isEqualTo(503);
        assertThat(ready.at("/status")).isEqualTo("not_ready");
        assertThat(refused).allSatisfy(ask -> assertUnavailable(ask.join()));
    }

    private static List<CompletableFuture<Answer>> asked(List<Supplier<Answer>> asking) {
        return asking.stream()
                .map(ask -> CompletableFuture.supplyAsync(ask, Thread::startVirtualThread))
                .toList();
    }

    private static void assertUnavailable(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(503);
        assertThat(answer.code()).isEqualTo("unavailable");
        assertThat(answer.header("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(answer.header("Retry-After")).isPresent();
    }

    /** Every connection that this process has, held until it is closed. */
    private record Hoard(CountDownLatch enough, ExecutorService holding) implements AutoCloseable {

        static Hoard of(UnitOfWork units, ClientId client) {
            List<Consumer<Supplier<Boolean>>> roles = List.of(
                    work -> units.inTenant(new TenantScope(client, new UserId(new UUID(0, 1)), Role.MEMBER), work),
                    work -> units.inTenant(TenantScope.worker(client), work),
                    units::onPlatform);
            int connections = roles.size() * PostgresDatabase.DEFAULT_POOL_SIZE;
            CountDownLatch held = new CountDownLatch(connections);
            Hoard hoard = new Hoard(new CountDownLatch(1), Executors.newVirtualThreadPerTaskExecutor());
            for (int i = 0; i < connections; i++) {
                Consumer<Supplier<Boolean>> role = roles.get(i % roles.size());
                hoard.holding.execute(() -> role.accept(() -> hoard.hold(held)));
            }
            await(held);
            return hoard;
        }

        private boolean hold(CountDownLatch held) {
            // asked once, so that the transaction is really there
            Db.query("select 1").mapTo(Integer.class).one();
            held.countDown();
            return await(enough);
        }

        private static boolean await(CountDownLatch latch) {
            try {
                return latch.await(1, TimeUnit.MINUTES);
            } catch (InterruptedException interrupted) {
                throw new AssertionError(interrupted);
            }
        }

        @Override
        public void close() {
            enough.countDown();
            holding.close();
        }
    }

    private static long server(Path data) throws IOException {
        return Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).getFirst().strip());
    }
}
