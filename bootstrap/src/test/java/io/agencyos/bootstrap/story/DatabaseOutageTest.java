package io.agencyos.bootstrap.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.in.http.testing.Answer;
import io.agencyos.bootstrap.Eventually;
import io.agencyos.domain.client.Role;
import io.agencyos.domain.shared.ClientId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database goes away while the server runs, and comes back. Source: issue 2 section 6, api 1.3, 9.1, 13. */
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
            Answer made = sam.post(campaigns, "{'name':'Autumn growth'}");
            assertThat(made.status()).as(made.text()).isEqualTo(201);
            assertThat(sam.all(campaigns)).as("nothing was done meanwhile").hasSize(1);
        }
    }

    /** Everybody asks at the same time: each waits a while for a connection before it is told. */
    private static void whileItIsAway(Person sam, Person anew, String campaigns) {
        List<CompletableFuture<Answer>> refused = Stream.<Supplier<Answer>>of(
                        () -> sam.get(campaigns), () -> sam.post(campaigns, "{'name':'Winter growth'}"), anew::signIn)
                .map(ask -> CompletableFuture.supplyAsync(ask, Thread::startVirtualThread))
                .toList();
        assertThat(sam.get("/api/v1/health/live").status()).isEqualTo(200);
        Answer ready = sam.get(READY);
        assertThat(ready.status()).isEqualTo(503);
        assertThat(ready.at("/status")).isEqualTo("not_ready");
        assertThat(refused).allSatisfy(asked -> {
            Answer answer = asked.join();
            assertThat(answer.status()).as(answer.text()).isEqualTo(503);
            assertThat(answer.code()).isEqualTo("unavailable");
            assertThat(answer.header("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
            assertThat(answer.header("Retry-After")).isPresent();
        });
    }

    private static long server(Path data) throws IOException {
        return Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).getFirst().strip());
    }
}
