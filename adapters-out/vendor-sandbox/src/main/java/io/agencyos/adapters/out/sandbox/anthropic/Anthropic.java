package io.agencyos.adapters.out.sandbox.anthropic;

import io.agencyos.adapters.out.sandbox.http.Body;
import io.agencyos.adapters.out.sandbox.http.Json;
import io.agencyos.adapters.out.sandbox.http.Request;
import io.agencyos.adapters.out.sandbox.http.Response;
import io.agencyos.adapters.out.sandbox.http.Router;
import io.agencyos.adapters.out.sandbox.ledger.LedgerRow;
import io.agencyos.adapters.out.sandbox.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The vendor: models that write what they are shown, and what of a prompt was read lately. It counts a token for four letters. */
public final class Anthropic {

    /** Path under which the vendor answers, followed by its own paths. */
    public static final String PATH = "/anthropic";

    public static final String KEY = "sandbox-key";

    private static final Set<String> MODELS =
            Set.of("claude-haiku-5-5", "claude-sonnet-5-5", "claude-opus-5-5", "claude-haiku-4-5");
    private static final int LETTERS_PER_TOKEN = 4;
    private static final Duration KEPT = Duration.ofMinutes(5);

    private final World world;
    /** When a part of a prompt was read last that was to be kept. */
    private final Map<String, Instant> kept = new HashMap<>();

    private long messages;

    public Anthropic(World world) {
        this.world = world;
    }

    /** Whether a request comes from the account. */
    public boolean admits(UnaryOperator<String> header) {
        return header.apply("x-api-key").equals(KEY);
    }

    /** Registers every route of the subset. */
    public void register(Router router) {
        router.write("POST", PATH + "/v1/messages", this::complete);
        router.read(PATH + "/v1/models/{id}", request -> {
            String id = request.path("id");
            return MODELS.contains(id)
                    ? Response.ok(Json.object("type", "model", "id", id, "display_name", id + " of the sandbox"))
                    : error(404, "not_found_error", "model: " + id);
        });
    }

    private Response complete(Request request) {
        Body body = request.body();
        String model = body.required("model");
        if (!MODELS.contains(model)) {
            return error(404, "not_found_error", "model: " + model);
        }
        if (body.has("temperature") || body.has("top_p") || body.has("top_k")) {
            return error(400, "invalid_request_error", "temperature, top_p and top_k are not taken by this model");
        }
        List<Body> said = body.bodies("messages");
        if (said.isEmpty() || !said.getLast().required("role").equals("user")) {
            return error(400, "invalid_request_error", "the last message has to be the user's");
        }
        int most = body.number("max_tokens").orElse(0);
        if (most < 1) {
            return error(400, "invalid_request_error", "max_tokens is required");
        }
        Object schema = body.body("output_config").body("format").values().get("schema");
        Writer writer = new Writer(
                facts(said.getFirst().required("content"), "quotations"),
                body.bodies("system").stream()
                        .flatMap(block -> facts(block.required("text"), "ours").stream())
                        .toList());
        String text = schema instanceof Map<?, ?> shape ? Json.write(writer.write("", shape)) : "{}";
        return answer(model, body, said, text, most);
    }

    /** What stands under this name in a JSON object; nothing in any other text. */
    private static List<String> facts(String text, String name) {
        return text.startsWith("{\"" + name + "\"")
                ? Body.of(text).body(name).values().values().stream()
                        .map(String::valueOf)
                        .toList()
                : List.of();
    }

    private Response answer(String model, Body body, List<Body> said, String text, int most) {
        long read = 0;
        long written = 0;
        for (Body block : body.bodies("system")) {
            String part = block.required("text");
            Instant before = kept.put(part, world.now());
            boolean known = before != null && before.plus(KEPT).isAfter(world.now());
            read += known ? tokens(part) : 0;
            written += known ? 0 : tokens(part);
        }
        long input = said.stream()
                .mapToLong(message -> tokens(message.required("content")))
                .sum();
        long output = Math.min(most, tokens(text));
        String id = "msg_" + ++messages;
        world.ledger()
                .add(LedgerRow.contact(
                        LedgerRow.Kind.GENERATION, "anthropic", world.now(), "account", "", model, "", "", id, id));
        boolean whole = tokens(text) <= most;
        return Response.ok(Json.object(
                "id",
                id,
                "type",
                "message",
                "role",
                "assistant",
                "model",
                model,
                "stop_reason",
                whole ? "end_turn" : "max_tokens",
                "content",
                List.of(Json.object(
                        "type", "text", "text", whole ? text : text.substring(0, most * LETTERS_PER_TOKEN))),
                "usage",
                Json.object(
                        "input_tokens",
                        input,
                        "output_tokens",
                        output,
                        "cache_creation_input_tokens",
                        written,
                        "cache_read_input_tokens",
                        read)));
    }

    private static long tokens(String text) {
        return (text.length() + LETTERS_PER_TOKEN - 1) / LETTERS_PER_TOKEN;
    }

    private static Response error(int status, String type, @Nullable String message) {
        return Response.of(
                status,
                Json.object(
                        "type",
                        "error",
                        "error",
                        Json.object("type", type, "message", message),
                        "request_id",
                        "req_1"));
    }
}
