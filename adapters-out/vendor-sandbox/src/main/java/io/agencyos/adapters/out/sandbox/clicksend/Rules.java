package io.agencyos.adapters.out.sandbox.clicksend;

import io.agencyos.adapters.out.sandbox.http.Body;
import io.agencyos.adapters.out.sandbox.http.Json;
import io.agencyos.adapters.out.sandbox.http.Request;
import io.agencyos.adapters.out.sandbox.http.Response;
import io.agencyos.adapters.out.sandbox.http.Router;
import io.agencyos.adapters.out.sandbox.world.Outgoing;
import io.agencyos.adapters.out.sandbox.world.Pushes;
import io.agencyos.adapters.out.sandbox.world.World;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is done with texts and receipts: pushed to an address, or kept until they are marked read. */
final class Rules {

    /** A rule about {@code kind}: inbound or receipts. */
    private record Rule(String id, String kind, Map<String, @Nullable Object> fields) {

        String action() {
            return String.valueOf(fields.get("action"));
        }

        String address() {
            return String.valueOf(fields.get("action_address"));
        }
    }

    private static final String PATH = ClickSend.PATH + "/v3/automations/sms/{kind}";

    private final World world;
    private final Pushes pushes;
    private final Map<String, Rule> rules = new LinkedHashMap<>();
    private final Map<String, List<Map<String, @Nullable Object>>> kept = new LinkedHashMap<>();
    private int made;

    Rules(World world, Pushes pushes) {
        this.world = world;
        this.pushes = pushes;
    }

    void register(Router router) {
        router.read(
                PATH,
                request -> ClickSend.list(
                        request,
                        of(request.path("kind")).stream().map(Rules::shown).toList()));
        router.write("POST", PATH, request -> put(request, String.valueOf(++made)));
        router.write("PUT", PATH + "/{id}", request -> put(request, request.path("id")));
        router.write(
                "DELETE",
                PATH + "/{id}",
                request -> rules.remove(request.path("id")) == null
                        ? ClickSend.refused(404, "NOT_FOUND", "no such rule")
                        : ClickSend.success(null));
        for (String kind : List.of("inbound", "receipts")) {
            router.read(
                    ClickSend.PATH + "/v3/sms/" + kind,
                    request -> ClickSend.list(request, kept.getOrDefault(kind, List.of())));
            router.free("POST", ClickSend.PATH + "/v3/sms/" + kind, request -> trial(kind, request.body()));
            router.write("PUT", ClickSend.PATH + "/v3/sms/" + kind + "-read", request -> read(kind, request.body()));
        }
    }

    private List<Rule> of(String kind) {
        return rules.values().stream().filter(rule -> rule.kind().equals(kind)).toList();
    }

    private static Map<String, @Nullable Object> shown(Rule rule) {
        Map<String, @Nullable Object> shown = new LinkedHashMap<>(rule.fields());
        shown.put(rule.kind().equals("inbound") ? "inbound_rule_id" : "receipt_rule_id", Integer.valueOf(rule.id()));
        return shown;
    }

    private Response put(Request request, String id) {
        Rule rule = new Rule(id, request.path("kind"), request.body().values());
        rules.put(id, rule);
        return ClickSend.success(shown(rule));
    }

    /** Calls an address as a rule of the kind would, with a message of nobody to nobody. */
    private Response trial(String kind, Body body) {
        String nobody = "+61411111111";
        String id = "trial-" + ++made;
        Map<String, @Nullable Object> sample = new LinkedHashMap<>();
        sample.put("message_id", id);
        sample.put("from", nobody);
        sample.put("to", nobody);
        sample.put("body", "This is a test.");
        sample.put("status", "Delivered");
        sample.put("status_code", "201");
        sample.put("timestamp", seconds());
        Rule rule = new Rule(
                id,
                kind,
                Map.of("action", "URL", "action_address", body.text("url").orElse("")));
        pushes.push(
                nobody, "sms_" + kind + " " + nobody, kind + " " + id, (signed, heard) -> call(rule, nobody, sample));
        return ClickSend.success(Map.of("url", rule.address()));
    }

    private Response read(String kind, Body body) {
        long before = body.number("date_before").orElse(Integer.MAX_VALUE);
        kept.getOrDefault(kind, new ArrayList<>())
                .removeIf(item -> ((Number) item.getOrDefault("timestamp", 0)).longValue() <= before);
        return ClickSend.success(null);
    }

    /** Tells every rule of the kind; texts go out as JSON, receipts as a form. */
    void tell(String kind, String person, Map<String, @Nullable Object> report) {
        for (Rule rule : of(kind)) {
            if (rule.action().equals("POLL")) {
                kept.computeIfAbsent(kind, list -> new ArrayList<>()).add(report);
            } else if (rule.action().equals("URL")) {
                String event = kind + " " + report.get("message_id") + " " + report.get("status_code");
                pushes.push(person, "sms_" + kind + " " + person, event, (signed, heard) -> call(rule, person, report));
            }
        }
    }

    private Outgoing call(Rule rule, String person, Map<String, @Nullable Object> report) {
        boolean json = rule.kind().equals("inbound");
        return new Outgoing(
                person,
                rule.address(),
                json ? "application/json" : "application/x-www-form-urlencoded",
                json ? Json.write(report) : form(report),
                at -> Map.of());
    }

    private static String form(Map<String, @Nullable Object> report) {
        return report.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(String.valueOf(field.getValue())))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The product's time as the vendor writes it. */
    long seconds() {
        return world.now().getEpochSecond();
    }
}
