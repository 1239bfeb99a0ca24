package io.agencyos.adapters.out.sandbox.unipile;

import io.agencyos.adapters.out.sandbox.http.Body;
import io.agencyos.adapters.out.sandbox.http.Json;
import io.agencyos.adapters.out.sandbox.http.Refusal;
import io.agencyos.adapters.out.sandbox.http.Request;
import io.agencyos.adapters.out.sandbox.http.Response;
import io.agencyos.adapters.out.sandbox.http.Router;
import io.agencyos.adapters.out.sandbox.world.Act;
import io.agencyos.adapters.out.sandbox.world.Answers;
import io.agencyos.adapters.out.sandbox.world.Outgoing;
import io.agencyos.adapters.out.sandbox.world.Pushes;
import io.agencyos.adapters.out.sandbox.world.World;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The vendor: its seats, the people whom they meet, its webhooks, and what its routes share. */
public final class Unipile {

    /** Path of the origin that stands for the account's DSN. */
    public static final String PATH = "/unipile";

    public static final String KEY = "sandbox-key";

    static final String API = PATH + "/api/v1";
    static final String LOGIN = PATH + "/login";

    private record Hook(String id, String source, String name, String url, Map<String, String> headers) {}

    /** Where everything is told in the second dialect, signed. */
    record Endpoint(String id, String url, String description, String secret) {}

    final World world;
    final Map<String, Seat> seats = new LinkedHashMap<>();
    private final Pushes pushes;
    private final ChatRoutes chats;
    private final InviteRoutes invites;
    private final Map<String, Human> humans = new LinkedHashMap<>();
    private final Map<String, Hook> hooks = new LinkedHashMap<>();
    private final Map<String, Endpoint> endpoints = new LinkedHashMap<>();
    private String baseUrl = "";

    public Unipile(World world, Answers answers, Pushes pushes) {
        this.world = world;
        this.pushes = pushes;
        this.chats = new ChatRoutes(this, answers);
        this.invites = new InviteRoutes(this, chats);
    }

    /** Where the server answers, for links that it gives out. */
    public void publishAt(String url) {
        baseUrl = url;
    }

    String page(String path) {
        return baseUrl + path;
    }

    /** Registers every route of the subset. */
    public void register(Router router) {
        SeatRoutes owners = new SeatRoutes(this);
        owners.register(router);
        invites.register(router);
        chats.register(router);
        new SecondRoutes(this, owners, invites, chats).register(router);
        router.read(
                API + "/webhooks",
                request -> items(hooks.values().stream()
                        .map(hook -> Json.object(
                                "id",
                                hook.id(),
                                "name",
                                hook.name(),
                                "source",
                                hook.source(),
                                "request_url",
                                hook.url(),
                                "enabled",
                                true,
                                "headers",
                                hook.headers().entrySet().stream()
                                        .map(header -> Json.object("key", header.getKey(), "value", header.getValue()))
                                        .toList()))
                        .toList()));
        router.write("POST", API + "/webhooks", request -> {
            Body body = request.body();
            Map<String, String> headers = new LinkedHashMap<>();
            body.bodies("headers").forEach(header -> headers.put(header.required("key"), header.required("value")));
            headers.remove("Content-Type");
            String id = "we_" + world.dice().id("we", hooks.size(), body.required("request_url"));
            hooks.put(
                    id,
                    new Hook(
                            id, body.required("source"), body.required("name"), body.required("request_url"), headers));
            return Response.created(Json.object("object", "WebhookCreated", "webhook_id", id));
        });
        router.write(
                "DELETE",
                API + "/webhooks/{id}",
                request -> hooks.remove(request.path("id")) == null
                        ? refused(404, "resource_not_found")
                        : Response.ok(Json.object("object", "WebhookDeleted")));
    }

    /** Whether a request may come in: the page where a seat's owner signs in is for everybody. */
    public boolean admits(Request request, UnaryOperator<String> header) {
        return request.rawPath().startsWith(LOGIN) || header.apply("X-API-KEY").equals(KEY);
    }

    /** Whoever is meant does as told to the seat that knows them, or to the first. */
    public Runnable told(Act act) {
        Human human = human(act.to().replaceFirst("^(?:.*/)?in/", "").replaceFirst("/+$", ""))
                .orElseThrow(() -> new Refusal(404, "nobody has this page"));
        Seat seat = seats.values().stream()
                .filter(one -> invites.waits(one, human) || one.relations.containsKey(human))
                .findFirst()
                .orElseThrow(() -> new Refusal(404, "this person has heard nothing of a seat yet"));
        return switch (act.kind()) {
            case "connection_accepted" -> {
                if (!invites.waits(seat, human)) {
                    throw new Refusal(409, "no invitation waits for this person's answer");
                }
                yield () -> invites.accepted(seat, human);
            }
            case "replied" -> () -> chats.answered(seat, human, act.textOr("Sounds interesting, tell me more"));
            case "complained" -> () -> chats.answered(seat, human, act.textOr("This is spam. Never contact me again."));
            default -> throw new Refusal(409, "LinkedIn tells of nothing like this");
        };
    }

    static Response refused(int status, String type) {
        return Response.of(
                status,
                Json.object("title", type.replace('_', ' '), "detail", "", "type", "errors/" + type, "status", status));
    }

    static Response items(List<?> items) {
        return Response.ok(Json.object("object", "List", "items", items, "cursor", null));
    }

    /** One page of a list; the cursor is a position in it. */
    static Response page(Request request, List<?> all) {
        int limit = request.number("limit", 100, 1, 250);
        int from = Math.min(
                all.size(), request.query("cursor").map(Integer::parseInt).orElse(0));
        int to = Math.min(all.size(), from + limit);
        return Response.ok(Json.object(
                "object",
                "List",
                "items",
                all.subList(from, to),
                "cursor",
                to < all.size() ? String.valueOf(to) : null));
    }

    public boolean hasSeat(String id) {
        return seats.containsKey(id);
    }

    Optional<Seat> seat(Request request) {
        return request.query("account_id").map(seats::get);
    }

    /** The person with this page; pages that begin with "nobody" do not exist. */
    Optional<Human> human(String slugOrId) {
        Human known = humans.get(slugOrId);
        if (known != null) {
            return Optional.of(known);
        }
        if (slugOrId.startsWith("nobody") || slugOrId.startsWith("ACo")) {
            return Optional.empty();
        }
        Human human = new Human(
                slugOrId,
                "ACoAA" + world.dice().id("linkedin", slugOrId),
                world.population().onLinkedIn(slugOrId));
        humans.put(slugOrId, human);
        humans.put(human.providerId(), human);
        return Optional.of(human);
    }

    Endpoint addEndpoint(String url, String description) {
        String id = "whe_" + world.dice().id("whe", endpoints.size(), url);
        Endpoint made = new Endpoint(id, url, description, "sandbox-unipile-secret");
        endpoints.put(id, made);
        return made;
    }

    List<Endpoint> endpoints() {
        return List.copyOf(endpoints.values());
    }

    boolean forgetEndpoint(String id) {
        return endpoints.remove(id) != null;
    }

    private void tellSigned(
            Endpoint endpoint, String source, String lane, String event, Map<String, @Nullable Object> body) {
        String id = "evt_" + world.dice().id("evt", endpoint.id(), lane, event);
        String text = Json.write(SecondRoutes.event(id, source, body, world.now()));
        pushes.push(
                lane,
                "linkedin_" + source + " " + lane,
                id,
                (signed, heard) -> new Outgoing(
                        lane,
                        endpoint.url(),
                        "application/json",
                        heard ? text : "",
                        at -> signed
                                ? Map.of(
                                        "unipile-signature", Signature.of(endpoint.secret(), at.getEpochSecond(), text))
                                : Map.of()));
    }

    /** Tells every webhook of the source. */
    void tell(String source, String lane, String event, Map<String, @Nullable Object> body) {
        for (Endpoint endpoint : endpoints.values()) {
            tellSigned(endpoint, source, lane, event, body);
        }
        for (Hook hook : hooks.values()) {
            if (hook.source().equals(source)) {
                pushes.push(
                        lane,
                        "linkedin_" + source + " " + lane,
                        hook.source() + " " + event,
                        (signed, heard) -> new Outgoing(
                                lane,
                                hook.url(),
                                "application/json",
                                heard ? Json.write(body) : "",
                                at -> signed ? hook.headers() : Map.of()));
            }
        }
    }
}
