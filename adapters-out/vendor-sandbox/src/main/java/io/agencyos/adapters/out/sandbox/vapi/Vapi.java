package io.agencyos.adapters.out.sandbox.vapi;

import io.agencyos.adapters.out.sandbox.http.Body;
import io.agencyos.adapters.out.sandbox.http.Json;
import io.agencyos.adapters.out.sandbox.http.Refusal;
import io.agencyos.adapters.out.sandbox.http.Request;
import io.agencyos.adapters.out.sandbox.http.Response;
import io.agencyos.adapters.out.sandbox.http.Router;
import io.agencyos.adapters.out.sandbox.world.Act;
import io.agencyos.adapters.out.sandbox.world.Answers;
import io.agencyos.adapters.out.sandbox.world.Pushes;
import io.agencyos.adapters.out.sandbox.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The vendor: one organisation with ten lines. */
public final class Vapi {

    /** Path under which the vendor answers, followed by its own paths. */
    public static final String PATH = "/vapi";

    public static final String KEY = "sandbox-key";

    /** What server messages are signed with where an assistant names a credential. */
    public static final String HOOK_SECRET = "sandbox-vapi-secret";

    /** The number that the organisation has from the start. */
    public static final String NUMBER = "+61255500110";

    private static final String CONTROL = PATH + "/control";
    private static final int LINES = 10;
    /** A recording is there a while after the call. */
    private static final Duration RECORDING_LAG = Duration.ofMinutes(2);

    private final World world;
    private final Conversations conversations;
    private final Map<String, Assistant> assistants = new LinkedHashMap<>();
    private final Map<String, Call> calls = new LinkedHashMap<>();
    private final Map<String, String> numbers = new LinkedHashMap<>(Map.of("pn_3f", NUMBER));
    private String baseUrl = "";

    public Vapi(World world, Answers answers, Pushes pushes) {
        this.world = world;
        this.conversations = new Conversations(world, answers, pushes);
    }

    /** Where the server answers, for addresses that it gives out. */
    public void publishAt(String url) {
        baseUrl = url;
    }

    /** Whether a request may come in: whoever knows a call's own address may end it. */
    public boolean admits(Request request, UnaryOperator<String> header) {
        return request.rawPath().startsWith(CONTROL)
                || request.rawPath().startsWith(PATH + "/storage")
                || header.apply("Authorization").equals("Bearer " + KEY);
    }

    /** Whoever is on the line does as told. */
    public Runnable told(Act act) {
        Call call = calls.values().stream()
                .filter(one -> act.means(one.externalId, one.number))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new Refusal(404, "nobody was called yet"));
        if (!act.kind().equals("call_ended")) {
            throw new Refusal(409, "the vendor of calls tells of nothing like this");
        }
        if (call.status.equals("ended")) {
            throw new Refusal(409, "this call has ended");
        }
        return conversations.told(call, act);
    }

    /** Registers every route of the subset. */
    public void register(Router router) {
        router.read(
                PATH + "/assistant",
                request -> Response.ok(
                        assistants.values().stream().map(Assistant::fields).toList()));
        router.write("POST", PATH + "/assistant", this::addAssistant);
        router.write(
                "DELETE",
                PATH + "/assistant/{id}",
                request -> assistants.remove(request.path("id")) == null
                        ? refused(404, "assistant not found")
                        : Response.ok(Json.object("id", request.path("id"))));
        router.read(
                PATH + "/phone-number",
                request -> Response.ok(numbers.entrySet().stream()
                        .map(number -> shown(number.getKey(), number.getValue()))
                        .toList()));
        router.write("POST", PATH + "/phone-number", this::addNumber);
        router.write("POST", PATH + "/call", this::call);
        router.read(PATH + "/call", this::list);
        router.read(PATH + "/call/{id}", request -> shown(calls.get(request.path("id"))));
        router.write(
                "DELETE",
                PATH + "/call/{id}",
                request -> calls.remove(request.path("id")) == null
                        ? refused(404, "call not found")
                        : Response.ok(Json.object("id", request.path("id"))));
        router.read(PATH + "/call/{id}/mono-recording", this::recording);
        router.read(
                PATH + "/storage/{id}",
                request ->
                        new Response(200, Map.of("Content-Type", "audio/mpeg"), "recording of " + request.path("id")));
        router.write("POST", CONTROL + "/{id}", this::control);
    }

    static Response refused(int status, String message) {
        return Response.of(status, Json.object("message", message, "statusCode", status));
    }

    private Response addAssistant(Request request) {
        Body body = request.body();
        if (body.required("name").length() > 40) {
            return refused(400, "name must be shorter than or equal to 40 characters");
        }
        String id = "as_" + world.dice().id("assistant", assistants.size(), body.required("name"));
        Assistant assistant = new Assistant(id, body);
        assistants.put(id, assistant);
        return Response.created(assistant.fields());
    }

    private Response addNumber(Request request) {
        String number = request.body().required("number");
        if (numbers.containsValue(number)) {
            return refused(409, "this number already exists");
        }
        String id = "pn_" + world.dice().id("number", numbers.size(), number);
        numbers.put(id, number);
        return Response.created(shown(id, number));
    }

    private static Map<String, @Nullable Object> shown(String id, String number) {
        return Json.object("id", id, "provider", "twilio", "number", number, "status", "active");
    }

    private Response call(Request request) {
        Body body = request.body();
        Assistant assistant = body.has("assistant")
                ? new Assistant("", body.body("assistant"))
                : assistants.get(body.required("assistantId"));
        Body customer = body.body("customer");
        if (assistant == null) {
            return refused(404, "assistant not found");
        }
        if (!customer.required("number").matches("\\+\\d{8,15}")) {
            return refused(400, "customer.number must be a valid phone number in E.164 format");
        }
        long going = calls.values().stream()
                .filter(call -> !call.status.equals("ended"))
                .count();
        if (going >= LINES) {
            return refused(400, "Over concurrency limit");
        }
        String number = customer.required("number");
        // told apart by whom they reach, so that calls made side by side are the same whichever comes first
        int nth = world.nextOrdinal("call", number);
        Call call = new Call(
                world.dice().id("call", nth, number, world.now()),
                body.text("name").orElse(""),
                number,
                customer.text("externalId").orElse(""),
                body.required("phoneNumberId"),
                assistant,
                world.now());
        calls.put(call.id, call);
        conversations.begin(call);
        Map<String, @Nullable Object> shown = call.shown(controlOf(call));
        shown.put(
                "subscriptionLimits",
                Json.object(
                        "concurrencyBlocked",
                        false,
                        "concurrencyLimit",
                        LINES,
                        "remainingConcurrentCalls",
                        LINES - going - 1));
        return Response.created(shown);
    }

    private String controlOf(Call call) {
        return baseUrl + CONTROL + "/" + call.id;
    }

    private Response shown(@Nullable Call call) {
        return call == null ? refused(404, "call not found") : Response.ok(call.shown(controlOf(call)));
    }

    private Response list(Request request) {
        Instant from = request.query("createdAtGe").map(Instant::parse).orElse(Instant.EPOCH);
        Instant changed = request.query("updatedAtGe").map(Instant::parse).orElse(Instant.EPOCH);
        String line = request.query("phoneNumberId").orElse("");
        List<?> found = calls.values().stream()
                .filter(call -> !call.created.isBefore(from) && !call.changed().isBefore(changed))
                .filter(call -> line.isEmpty() || call.line.equals(line))
                .map(call -> call.shown(controlOf(call)))
                .toList()
                .reversed();
        return Response.ok(found.subList(0, Math.min(found.size(), request.number("limit", 100, 0, 1_000))));
    }

    private Response recording(Request request) {
        Call call = calls.get(request.path("id"));
        Instant ended = call == null ? null : call.ended;
        if (call == null || call.said.isEmpty() || ended == null || world.now().isBefore(ended.plus(RECORDING_LAG))) {
            return refused(404, "no recording");
        }
        return new Response(302, Map.of("Location", baseUrl + PATH + "/storage/" + call.id), "");
    }

    private Response control(Request request) {
        Call call = calls.get(request.path("id"));
        if (call == null || call.status.equals("ended")) {
            return refused(404, "call not found");
        }
        if (request.body().required("type").equals("end-call")) {
            conversations.end(call, "manually-canceled", "");
        }
        return Response.ok(Json.object());
    }
}
