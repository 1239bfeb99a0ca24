package io.agencyos.adapters.in.rest.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.in.http.testing.ApiUnderTest;
import io.agencyos.adapters.in.rest.api.Register.Entry;
import io.agencyos.adapters.in.rest.testing.AllRoutes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The route table is the specification's register, less what the guide names as absent. Source: api 16. */
class RegisterTest {

    private static final Path GUIDE = Path.of("..", "..", "docs", "guide", "api.md");
    private static final String BEGINS = "```absent\n";
    private static final String ENDS = "```\n";

    /** What stands in no register: how the product does more, or does it until a capability comes. */
    private static final Set<String> BEYOND = Set.of(
            "GET /",
            "GET /docs/docs.js",
            "GET /metrics",
            "GET C/blackout-dates",
            "GET C/calls",
            "GET C/calls/{id}/recording",
            "GET C/campaigns/{id}/diagnosis",
            "GET C/credits",
            "GET C/credits/entries",
            "GET C/exports/{id}",
            "GET C/flows",
            "GET C/flows/backlog",
            "GET C/icp-refinements/summary",
            "GET C/integrations/{vendor}",
            "GET C/learning-settings",
            "GET C/pool/replenishment-plan",
            "GET C/leads/{id}/checks",
            "GET C/leads/{id}/compliance-record",
            "GET C/leads/{id}/next",
            "GET C/leads/{id}/postal-address",
            "GET C/lead-vetoes",
            "GET C/letters",
            "GET C/outreach-preview",
            "GET C/post",
            "GET C/reports/conversion-by-tier",
            "GET C/threads",
            "GET C/touches",
            "GET P/dncr/washes",
            "GET P/exports/{id}",
            "POST C/als-weights/simulations",
            "POST C/campaigns/{id}/lead-assignments",
            "POST C/campaigns/{id}/lead-sourcing-previews",
            "POST C/leads/{id}/postal-address/opt-out",
            "POST C/leads/{id}/veto",
            "POST C/mailboxes",
            "POST P/dncr/washes",
            "POST P/dncr/washes/{id}/result",
            "POST P/resources/{id}/placement-tests",
            "PUT C/blackout-dates",
            "PUT C/leads/{id}/postal-address",
            "PUT C/learning-settings",
            "PUT C/post");

    /**
     * What is otherwise than the register says: short lists that have the form of a page, work that is done before the
     * answer where the register has a job, a job where it has none, the start of a run that answers with its job, and a role that is the flow's own.
     */
    private static final Map<String, String> OTHERWISE = Map.ofEntries(
            Map.entry("GET /api/v1/public/plans", "- L"),
            Map.entry("GET C/als-weights/sources", "V L"),
            Map.entry("GET C/breakers", "V L"),
            Map.entry("GET C/integrations", "A L nk"),
            Map.entry("GET C/leads/{id}/threads", "V L"),
            Map.entry("GET P/system/breakers", "PA L"),
            Map.entry("GET P/system/rate-limits", "PA L"),
            Map.entry("GET P/system/schedules", "PA L"),
            Map.entry("POST C/customers/imports", "A I customers:write"),
            Map.entry("POST C/customers/imports/{import_id}/undo", "A I"),
            Map.entry("POST C/suppressions/imports", "A I suppression:write"),
            Map.entry("POST C/suppressions/imports/{import_id}/undo", "A I"),
            Map.entry("POST C/flows/{flow}/runs", "M I J"),
            Map.entry("POST C/leads/{id}/messages", "M I J"),
            Map.entry("POST C/replies/{id}/responses", "M I J"),
            Map.entry("POST C/leads/bulk-actions", "M I J leads:write"),
            Map.entry("POST C/leads/imports", "M I J leads:write"),
            // answers 202 with a page, which is no job
            Map.entry("POST /u", "- J"),
            // answers 202 with the id of an event, which is no job
            Map.entry("POST C/sandbox/simulate", "M I J campaigns:write"),
            Map.entry("POST C/leads/imports/{import_id}/undo", "A I"),
            Map.entry("POST P/system/schedules/{flow}/run", "PA J"),
            Map.entry("POST C/webhook-endpoints/{id}/redeliveries", "A I webhooks:write"));

    private static final ApiUnderTest API = ApiUnderTest.with(AllRoutes::on);
    private static final Map<String, Entry> BUILT = Register.built(API.api().routes());
    private static final Map<String, Entry> SPECIFIED = Register.specified();

    @AfterAll
    static void stop() {
        API.close();
    }

    @Test // api 16
    void the_copy_of_the_register_is_whole() {
        assertThat(SPECIFIED).hasSize(434);
        assertThat(SPECIFIED.keySet().stream()
                        .map(address -> address.substring(address.indexOf(' ') + 1))
                        .distinct())
                .hasSize(360);
    }

    @Test // api 16
    void every_route_is_as_the_register_has_it() {
        Map<String, String> differences = new TreeMap<>();
        BUILT.forEach((address, built) -> {
            Entry specified = SPECIFIED.get(address);
            if (specified != null && !built.equals(specified)) {
                differences.put(address, built.demands());
            }
        });

        assertThat(differences).isEqualTo(new TreeMap<>(OTHERWISE));
    }

    @Test // api 16
    void there_is_no_route_beside_the_register_but_those_named_here() {
        Set<String> beyond = new TreeSet<>(BUILT.keySet());
        beyond.removeAll(SPECIFIED.keySet());

        assertThat(beyond).isEqualTo(new TreeSet<>(BEYOND));
    }

    @Test // issue 6: absent routes are listed in the guide, and named here
    void the_guide_names_exactly_the_routes_that_are_absent() throws IOException {
        String guide = Files.readString(GUIDE);
        int begin = guide.indexOf(BEGINS) + BEGINS.length();
        List<String> named =
                guide.substring(begin, guide.indexOf(ENDS, begin)).lines().toList();

        assertThat(named).isEqualTo(absent());
    }

    /** A line for each path, with its methods. */
    private static List<String> absent() {
        Map<String, Set<String>> methods = new TreeMap<>();
        SPECIFIED.keySet().stream()
                .filter(address -> !BUILT.containsKey(address))
                .filter(address -> !isAnsweredByGet(address))
                .map(address -> address.split(" "))
                .forEach(words -> methods.computeIfAbsent(words[1], path -> new TreeSet<>())
                        .add(words[0]));
        return methods.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue().stream().collect(Collectors.joining(" ")))
                .toList();
    }

    /** Every GET answers HEAD too. */
    private static boolean isAnsweredByGet(String address) {
        return address.startsWith("HEAD ") && BUILT.containsKey("GET" + address.substring("HEAD".length()));
    }
}
