package io.agencyos.adapters.out.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agencyos.adapters.out.sandbox.http.Body;
import io.agencyos.adapters.out.sandbox.ledger.LedgerRow;
import io.agencyos.adapters.out.sandbox.population.Person;
import io.agencyos.adapters.out.sandbox.world.Booking;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same seed is the same history, and a history outlives its process. */
class HistoryTest extends SandboxTest {

    private record Story(List<LedgerRow> rows, List<String> calls, List<Booking> bookings) {}

    /** Two rounds of mail to everybody, enrolled side by side by many threads. */
    private Story live(SandboxSettings settings) throws IOException {
        try (Receiver product = new Receiver()) {
            VendorSandbox sandbox = sandbox(settings);
            Agency agency = new Agency(sandbox.baseUrl());
            for (String type :
                    List.of("email_sent", "email_opened", "email_replied", "email_bounced", "contact_unsubscribed")) {
                agency.hook(type, product.url("/hook"));
            }
            for (int round = 1; round <= 2; round++) {
                int k = round;
                String carrier = agency.carrier(k);
                sandbox.population().people().parallelStream()
                        .filter(person -> !person.email().isEmpty())
                        .forEach(person -> {
                            try {
                                Agency.done(agency.enrol(carrier, agency.contact(person, k)));
                            } catch (IOException failure) {
                                throw new IllegalStateException(failure);
                            }
                        });
                agency.activate(carrier);
                sandbox.pump(after(Duration.ofDays(4L * round)));
            }
            List<LedgerRow> rows = sandbox.ledger().rows().stream()
                    .filter(row -> row.kind() == LedgerRow.Kind.EMAIL)
                    .map(row -> row.numbered(0))
                    .toList();
            List<String> calls = product.calls.stream()
                    .map(call -> call.eventId() + " " + call.raw())
                    .sorted()
                    .toList();
            return new Story(rows, calls, sandbox.bookings(Instant.EPOCH));
        }
    }

    @Test
    void the_same_seed_gives_the_same_history_whatever_the_threads_do() throws IOException {
        SandboxSettings settings = SandboxSettings.defaults().withPeople(80);
        Story first = live(settings);
        Story second = live(settings);
        assertThat(first.rows).isNotEmpty().isEqualTo(second.rows);
        assertThat(first.calls).hasSizeGreaterThan(first.rows.size()).isEqualTo(second.calls);
        assertThat(first.bookings).isEqualTo(second.bookings);
    }

    @Test
    void another_seed_gives_another_history() throws IOException {
        SandboxSettings settings = SandboxSettings.defaults().withPeople(80);
        assertThat(live(settings).calls).isNotEqualTo(live(settings.withSeed(7)).calls);
    }

    @Test
    void a_world_that_starts_again_knows_everything(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("world.jsonl");
        SandboxSettings settings = SandboxSettings.defaults().withPeople(60).withDataFile(file);
        VendorSandbox before = sandbox(settings);
        Agency agency = new Agency(before.baseUrl());
        String carrier = agency.carrier(1);
        for (Person person : living(before)) {
            Agency.done(agency.enrol(carrier, agency.contact(person, 1)));
        }
        agency.activate(carrier);
        before.pump(after(Duration.ofHours(5)));
        List<LedgerRow> rows = before.ledger().rows();
        String contacts = agency.wire.get(agency.ws + "/contacts?limit=100").raw();
        before.close();
        Files.writeString(file, "{\"entry\":\"comm", StandardOpenOption.APPEND);

        VendorSandbox again = sandbox(settings);
        assertThat(again.ledger().rows()).isNotEmpty().isEqualTo(rows);
        assertThat(new Wire(again.baseUrl())
                        .get(agency.ws + "/contacts?limit=100")
                        .raw())
                .isEqualTo(contacts);
        again.pump(after(Duration.ofDays(5)));
        List<LedgerRow> later = again.ledger().rows();
        again.close();
        assertThat(sandbox(settings).ledger().rows()).isEqualTo(later);
        assertThatThrownBy(() -> sandbox(settings.withSeed(43))).hasMessageContaining("belongs to another world");
    }

    @Test
    void a_killed_process_keeps_what_it_had_answered(@TempDir Path folder) throws IOException, InterruptedException {
        Path file = folder.resolve("world.jsonl");
        String sequence;
        String contact;
        Process first = process(file);
        Agency agency;
        try {
            agency = new Agency(address(first));
            sequence = agency.carrier(1);
            contact = agency.contact("priya@harbourlane.example");
            Agency.done(agency.enrol(sequence, contact));
            agency.activate(sequence);
            Body pumped = agency.wire
                    .post("/_sandbox/pump", "until", "2026-03-02T01:00:00Z")
                    .body();
            assertThat(pumped.number("events").orElseThrow()).isPositive();
        } finally {
            first.destroyForcibly().waitFor();
        }
        Process second = process(file);
        try {
            Wire wire = new Wire(address(second));
            List<Body> rows = wire.get("/_sandbox/ledger?kind=email").body().bodies("data");
            assertThat(rows).singleElement().satisfies(row -> {
                assertThat(row.required("toEmail")).isEqualTo("priya@harbourlane.example");
                assertThat(row.required("aosKey")).isEqualTo("aos1-priya@harbourlane.example");
                assertThat(row.required("contactId")).isEqualTo(contact);
            });
            assertThat(wire.get("/_sandbox/ledger/doubles").body().bodies("data"))
                    .isEmpty();
            assertThat(wire.get(agency.ws + "/contacts/" + contact).body().bodies("sequences"))
                    .extracting(one -> one.required("id"))
                    .containsExactly(sequence);
        } finally {
            second.destroyForcibly().waitFor();
        }
    }

    private static Process process(Path file) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(Stream.of(
                                java,
                                "-cp",
                                System.getProperty("java.class.path"),
                                SandboxMain.class.getName(),
                                "--people",
                                "20",
                                "--data",
                                file.toString())
                        .toList())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static String address(Process process) throws IOException {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)).readLine();
    }
}
