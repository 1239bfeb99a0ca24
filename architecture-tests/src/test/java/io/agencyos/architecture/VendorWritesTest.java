package io.agencyos.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
                            Map.entry("removeMailbox", "what is gone stays gone"),
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
            "vapi", Map.of("end", "a call ends once", "removeAssistant", "what is gone stays gone"),
            "apollo",
                    Map.of(
                            "search", "asks and costs nothing",
                            "searchInAddress", "asks and costs nothing",
                            "credits", "asks and costs nothing"));

    private static final Pattern ASKED =
            Pattern.compile("@RequestLine\\(\\s*(?:value\\s*=\\s*)?\"(\\w+)[ \"][^;]*?\\s(\\w+)\\(");
    private static final Pattern CALL =
            Pattern.compile("\\b(?:api|bulk|control|speech|hooks)(?:\\(\\))?\\s*\\.(\\w+)\\(");
    private static final Pattern KIND = Pattern.compile("\\b(read|write|idempotent|free|paid|all|first|marked)\\(");
    private static final Set<String> ONCE = Set.of("write", "paid");
    private static final int NEARBY = 500;

    static Set<String> vendors() {
        return new TreeSet<>(MAY_BE_REPEATED.keySet());
    }

    /** One use of a method of the vendor's contract, and by what it is made. */
    private record Use(String method, String kind) {}

    @ParameterizedTest
    @MethodSource("vendors")
    void every_write_is_made_once_but_for_those_that_change_nothing_when_repeated(String vendor) {
        List<String> sources = sources("adapters-out/" + vendor + "/src/main/java");
        Map<String, Set<String>> verbs = new HashMap<>();
        sources.forEach(source -> {
            Matcher asked = ASKED.matcher(source);
            while (asked.find()) {
                verbs.computeIfAbsent(asked.group(2), first -> new HashSet<>()).add(asked.group(1));
            }
        });
        Set<Use> writes = new HashSet<>();
        // a dialect puts words into a contract; how often they are said is whose speech it is
        sources.stream()
                .filter(source -> !source.contains("implements Speech"))
                .forEach(source -> uses(source).stream()
                        .filter(use -> verbs.getOrDefault(use.method(), Set.of("GET")).stream()
                                .noneMatch("GET"::equals))
                        .forEach(writes::add));

        assertThat(writes)
                .extracting(Use::kind)
                .as("the rule has something to hold")
                .containsAnyElementsOf(ONCE);
        assertThat(writes)
                .filteredOn(use -> !MAY_BE_REPEATED.get(vendor).containsKey(use.method()))
                .isNotEmpty()
                .allSatisfy(use ->
                        assertThat(ONCE).as("%s of %s", use.method(), vendor).contains(use.kind()));
        assertThat(writes)
                .extracting(Use::method)
                .as("a row that nothing stands behind")
                .containsAll(MAY_BE_REPEATED.get(vendor).keySet());
    }

    @ParameterizedTest
    @MethodSource("vendors")
    void every_vendor_is_held_to_one_attempt_and_silent_logs(String vendor) {
        assertThat(sources("adapters-out/" + vendor + "/src/test/java"))
                .filteredOn(source -> source.contains("extends VendorHttpContract"))
                .as("its writes are seen to be made once, its secrets not to be logged")
                .hasSize(1);
    }

    private static List<Use> uses(String source) {
        return CALL.matcher(source)
                .results()
                .map(call -> {
                    String before = source.substring(Math.max(0, call.start() - NEARBY), call.start());
                    String kind = KIND.matcher(before)
                            .results()
                            .map(found -> found.group(1))
                            .reduce("nothing", (first, later) -> later);
                    return new Use(call.group(1), kind);
                })
                .toList();
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
