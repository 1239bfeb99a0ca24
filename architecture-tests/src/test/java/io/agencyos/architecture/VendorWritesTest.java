package io.agencyos.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * No write to a vendor is repeated blindly: what may be is in this table, with the reason, and every other write is made
 * once. What one attempt means is shown by each vendor's {@code VendorHttpContract}. Source: vendors/index 3, 7, issue 4.
 */
class VendorWritesTest {

    /** The vendors that are spoken to by HTTP, and those of their writes that may be made twice, with why. */
    private static final Map<String, Map<String, String>> MAY_BE_REPEATED = Map.of(
            "salesforge",
                    Map.ofEntries(
                            Map.entry("upsert", "an upsert by address"),
                            Map.entry("forbid", "a list that holds each value once"),
                            Map.entry("allow", "what is gone stays gone"),
                            Map.entry("limit", "a full state"),
                            Map.entry("latest", "asks and changes nothing"),
                            Map.entry("removeMailbox", "what is gone stays gone"),
                            Map.entry("removeSequence", "what is gone stays gone"),
                            Map.entry("settings", "a full state"),
                            Map.entry("steps", "a full state"),
                            Map.entry("schedules", "a full state"),
                            Map.entry("mailboxesOf", "a full state"),
                            Map.entry("status", "a full state")),
            "clicksend",
                    Map.of(
                            "price", "asks and changes nothing",
                            "pricePost", "asks and changes nothing",
                            "upload", "a file that nobody prints is forgotten after ten minutes",
                            "inboundRead", "read until then stays read",
                            "receiptsRead", "read until then stays read",
                            "cancel", "what is cancelled stays so",
                            "changeRule", "a full state",
                            "removeRule", "what is gone stays gone"),
            "unipile",
                    Map.of(
                            "search", "asks and changes nothing",
                            "withdraw", "what is withdrawn stays so",
                            "link", "an unused link expires",
                            "removeAccount", "what is gone stays gone",
                            "removeWebhook", "what is gone stays gone"),
            "post-office",
                    Map.of(
                            "price", "asks and changes nothing",
                            "verify", "asks and changes nothing",
                            "cancel", "what is cancelled stays so"),
            "vapi", Map.of("end", "a call ends once", "removeAssistant", "what is gone stays gone"),
            "apollo",
                    Map.of(
                            "search", "asks and costs nothing",
                            "searchInAddress", "asks and costs nothing",
                            "credits", "asks and costs nothing",
                            "counters", "asks and costs nothing"),
            "anthropic", Map.of());

    private static final String CONTRACT = """
        interface InvoiceApi {
            @RequestLine("POST /invoices")
            Invoice send(Invoice invoice);

            @RequestLine("PUT /invoices/{id}")
            @Headers("Idempotency-Key: {id}")
            Invoice change(@Param("id") String id, Invoice invoice);

            @RequestLine("GET /invoices")
            List<Invoice> list();
        }
        """;
    private static final String ONCE = "calls.write(\"send\", () -> api.send(invoice));\n";
    private static final String AGAIN =
            "calls.idempotent(\"change\", () -> connection.api()\n        .change(id, invoice));\n";
    private static final String READ = "calls.read(\"list\", () -> api.list());\n";

    static Set<String> vendors() {
        return new TreeSet<>(MAY_BE_REPEATED.keySet());
    }

    @ParameterizedTest
    @MethodSource("vendors")
    void every_write_is_made_once_but_for_those_that_change_nothing_when_repeated(String vendor) {
        VendorWrites writes = new VendorWrites(sources("adapters-out/" + vendor + "/src/main/java"));

        assertThat(writes.findings(MAY_BE_REPEATED.get(vendor))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("vendors")
    void every_vendor_is_held_to_one_attempt_and_silent_logs(String vendor) {
        assertThat(sources("adapters-out/" + vendor + "/src/test/java"))
                .filteredOn(source -> source.contains("extends VendorHttpContract"))
                .as("its writes are seen to be made once, its secrets not to be logged")
                .hasSize(1);
    }

    @Test // or a new vendor would be held to nothing
    void every_module_with_a_vendors_contract_is_held() {
        Path adapters = Houses.root().resolve("adapters-out");

        assertThat(Houses.sources().stream()
                        .filter(file ->
                                file.startsWith(adapters) && file.toString().contains("/src/main/"))
                        .filter(file -> VendorWrites.hasContract(text(file)))
                        .map(file -> adapters.relativize(file).getName(0).toString())
                        .collect(Collectors.toSet()))
                .isEqualTo(vendors());
    }

    @Test
    void a_sound_vendor_is_left_alone() {
        VendorWrites sound = new VendorWrites(List.of(CONTRACT, ONCE + AGAIN, READ));

        assertThat(sound.findings(Map.of("change", "a full state"))).isEmpty();
    }

    @Test
    void a_write_that_is_made_again_without_a_row_is_named() {
        VendorWrites blind = new VendorWrites(List.of(CONTRACT, ONCE + AGAIN, READ));

        assertThat(blind.findings(Map.of())).containsExactly("change may be made twice: it is made by [idempotent]");
    }

    @Test
    void a_write_outside_of_any_call_or_in_one_for_reading_is_named() {
        assertThat(new VendorWrites(List.of(CONTRACT, "api.send(invoice);\n")).findings(Map.of()))
                .containsExactly("send may be made twice: it is made by [nothing]");
        assertThat(new VendorWrites(List.of(CONTRACT, ONCE, "calls.read(\"send\", () -> api.send(invoice));\n"))
                        .findings(Map.of()))
                .singleElement()
                .asString()
                .startsWith("send may be made twice")
                .contains("read");
    }

    @Test
    void a_row_without_a_write_and_a_vendor_without_any_are_named() {
        assertThat(new VendorWrites(List.of(CONTRACT, ONCE, READ)).findings(Map.of("change", "a full state")))
                .containsExactly("change has a row that nothing stands behind");
        assertThat(new VendorWrites(List.of(CONTRACT, READ)).findings(Map.of()))
                .containsExactly("no write that is made once was found");
    }

    private static List<String> sources(String folder) {
        Path root = Houses.root().resolve(folder);
        return Houses.sources().stream()
                .filter(file -> file.startsWith(root))
                .map(VendorWritesTest::text)
                .toList();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
