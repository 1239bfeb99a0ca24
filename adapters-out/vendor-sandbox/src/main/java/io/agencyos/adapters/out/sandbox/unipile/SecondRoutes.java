package io.agencyos.adapters.out.sandbox.unipile;

import io.agencyos.adapters.out.sandbox.http.Body;
import io.agencyos.adapters.out.sandbox.http.Json;
import io.agencyos.adapters.out.sandbox.http.Request;
import io.agencyos.adapters.out.sandbox.http.Response;
import io.agencyos.adapters.out.sandbox.http.Router;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The vendor's second dialect over the same seats and people: seats in the path, lists as data, everything JSON. */
final class SecondRoutes {

    static final String API = Unipile.PATH + "/v2";

    private static final String SEAT = API + "/{seat}";
    private static final Pattern REFUSAL = Pattern.compile("\"type\":\"errors/([a-z_0-9]+)\"");

    private final Unipile vendor;
    private final SeatRoutes seats;
    private final InviteRoutes invites;
    private final ChatRoutes chats;

    SecondRoutes(Unipile vendor, SeatRoutes seats, InviteRoutes invites, ChatRoutes chats) {
        this.vendor = vendor;
        this.seats = seats;
        this.invites = invites;
        this.chats = chats;
    }

    void register(Router router) {
        router.write("POST", API + "/auth/link", this::link);
        router.read(
                API + "/accounts",
                request -> data(
                        request,
                        vendor.seats.values().stream().map(SecondRoutes::shown).toList()));
        router.read(API + "/accounts/{seat}", request -> on(request, seat -> Response.ok(shown(seat))));
        router.write(
                "DELETE",
                API + "/accounts/{seat}",
                request -> vendor.seats.remove(request.path("seat")) == null
                        ? refused(404, "api/resource_not_found", "")
                        : Response.ok(Json.object("object", "Account")));
        router.write("POST", API + "/webhooks/endpoints/", this::endpoint);
        router.read(
                API + "/webhooks/endpoints/",
                request -> data(
                        request,
                        vendor.endpoints().stream()
                                .map(one ->
                                        Json.object("id", one.id(), "description", one.description(), "url", one.url()))
                                .toList()));
        router.write(
                "DELETE",
                API + "/webhooks/endpoints/{id}",
                request -> vendor.forgetEndpoint(request.path("id"))
                        ? Response.ok(Json.object("object", "Endpoint"))
                        : refused(404, "api/resource_not_found", ""));
        router.read(
                SEAT + "/users/me",
                request -> on(
                        request, seat -> Response.ok(Json.object("provider_id", seat.providerId, "premium", false))));
        router.write("POST", SEAT + "/users/me/relation-requests", this::invite);
        router.read(SEAT + "/users/me/relation-requests", this::invitations);
        router.write(
                "POST",
                SEAT + "/users/me/relation-requests/{id}/cancel",
                request -> on(request, seat -> second(invites.withdraw(seat, request.path("id")), false)));
        router.read(SEAT + "/users/me/relations", this::relations);
        router.read(SEAT + "/users/{who}/chat", this::chat);
        router.read(
                SEAT + "/users/{who}/posts",
                request -> vendor.human(request.path("who"))
                        .map(human -> data(request, invites.posts(human)))
                        .orElseGet(() -> refused(404, "api/resource_not_found", "")));
        router.write(
                "GET",
                SEAT + "/users/{who}",
                request -> on(request, seat -> second(invites.user(seat, request.path("who")), false)));
        router.read(SEAT + "/chats/{chat}/messages", this::newest);
        router.read(SEAT + "/messages", request -> on(request, seat -> data(request, chats.since(seat, request))));
        router.write("POST", SEAT + "/chats/send", this::start);
        router.write("POST", SEAT + "/chats/{chat}/messages/send", this::say);
    }

    private Response on(Request request, Function<Seat, Response> work) {
        Seat seat = vendor.seats.get(request.path("seat"));
        return seat == null ? refused(404, "api/resource_not_found", "") : work.apply(seat);
    }

    private static Response data(Request request, List<?> all) {
        int limit = request.number("limit", 100, 1, 250);
        int from = Math.min(
                all.size(), request.query("cursor").map(Integer::parseInt).orElse(0));
        int to = Math.min(all.size(), from + limit);
        return Response.ok(
                Json.object("data", all.subList(from, to), "next_cursor", to < all.size() ? String.valueOf(to) : null));
    }

    private static Response refused(int status, String type, String detail) {
        return Response.of(
                status, Json.object("object", "Error", "type", type, "status", status, "title", "", "detail", detail));
    }

    /** What the first dialect would have said, in this one's words. */
    private static Response second(Response first, boolean inviting) {
        if (first.successful()) {
            return first;
        }
        Matcher told = REFUSAL.matcher(first.body());
        String type = told.find() ? told.group(1) : "";
        return switch (type) {
            case "already_connected" -> refused(409, "provider/conflict", "already connected");
            case "already_invited_recently" -> refused(409, "provider/conflict", "a request is pending");
            case "cannot_resend_yet" -> refused(429, "provider/too_many_requests", "");
            case "no_connection_with_recipient" ->
                refused(422, "provider/unprocessable_entity", "no connection with this user");
            case "invalid_recipient" -> refused(422, "provider/resource_not_found", "");
            case "disconnected_account" -> refused(401, "provider/invalid_credentials", "");
            case "missing_parameters", "invalid_parameters" -> refused(400, "api/invalid_parameters", "");
            default -> refused(first.status(), "api/resource_not_found", "");
        };
    }

    private static Map<String, @Nullable Object> shown(Seat seat) {
        String status = switch (seat.status) {
            case "OK" -> "running";
            case "CREDENTIALS" -> "disconnected";
            case "STOPPED" -> "paused";
            default -> "errored";
        };
        return Json.object("id", seat.id, "provider", "linkedin", "name", seat.name, "status", status);
    }

    private Response link(Request request) {
        Body body = request.body();
        return Response.created(Json.object(
                "object",
                "AuthLink",
                "link",
                seats.page(body.required("state"), "", body.text("account_id").orElse(""))));
    }

    private Response endpoint(Request request) {
        Body body = request.body();
        Unipile.Endpoint made = vendor.addEndpoint(
                body.required("url"), body.text("description").orElse(""));
        return Response.created(Json.object("id", made.id(), "secret", made.secret()));
    }

    private Response invite(Request request) {
        Body body = request.body();
        return on(request, seat -> {
            Response first = invites.invite(
                    seat, body.required("user_id"), body.text("message").orElse(""));
            return first.successful() ? Response.created(Json.object("id", invites.latest(seat))) : second(first, true);
        });
    }

    private Response invitations(Request request) {
        return on(
                request,
                seat -> data(
                        request,
                        seat.pending.values().stream()
                                .map(one -> Json.object(
                                        "id",
                                        one.id(),
                                        "type",
                                        "sent",
                                        "user_id",
                                        one.who().providerId(),
                                        "created_at",
                                        one.at()))
                                .toList()));
    }

    private Response relations(Request request) {
        return on(
                request,
                seat -> data(
                        request,
                        seat.relations.entrySet().stream()
                                .sorted(Map.Entry.<Human, Instant>comparingByValue(Comparator.reverseOrder()))
                                .map(entry -> Json.object(
                                        "user_id",
                                        entry.getKey().providerId(),
                                        "public_identifier",
                                        entry.getKey().slug(),
                                        "created_at",
                                        entry.getValue().toEpochMilli()))
                                .toList()));
    }

    private Response chat(Request request) {
        return on(request, seat -> {
            Optional<Seat.Chat> found = seat.chats.values().stream()
                    .filter(chat -> chat.with().providerId().equals(request.path("who")))
                    .findFirst();
            return found.map(chat -> Response.ok(Json.object("id", chat.id())))
                    .orElseGet(() -> refused(404, "api/resource_not_found", ""));
        });
    }

    private Response newest(Request request) {
        return on(request, seat -> {
            Seat.Chat chat = seat.chats.get(request.path("chat"));
            return chat == null
                    ? refused(404, "api/resource_not_found", "")
                    : data(
                            request,
                            chat.said().reversed().stream()
                                    .map(said -> ChatRoutes.shown(seat, chat, said))
                                    .toList());
        });
    }

    private Response start(Request request) {
        Body body = request.body();
        return on(request, seat -> {
            Optional<Human> human = body.texts("users_ids").stream().findFirst().flatMap(vendor::human);
            return human.isEmpty()
                    ? refused(422, "provider/resource_not_found", "")
                    : second(chats.write(seat, human.get(), body.text("text").orElse("")), false);
        });
    }

    private Response say(Request request) {
        Body body = request.body();
        return on(request, seat -> {
            Seat.Chat chat = seat.chats.get(request.path("chat"));
            return chat == null
                    ? refused(404, "api/resource_not_found", "")
                    : second(chats.write(seat, chat.with(), body.text("text").orElse("")), false);
        });
    }

    /** An event as an endpoint is told of it: the first dialect's body in this one's words. */
    static Map<String, @Nullable Object> event(
            String id, String source, Map<String, @Nullable Object> first, Object at) {
        Map<String, @Nullable Object> payload = new LinkedHashMap<>();
        String type;
        Object account;
        if (source.equals("account_status")) {
            Map<?, ?> status = (Map<?, ?>) first.get("AccountStatus");
            account = status.get("account_id");
            type = "account.status."
                    + switch (String.valueOf(status.get("message"))) {
                        case "OK" -> "running";
                        case "CREDENTIALS" -> "disconnected";
                        case "STOPPED" -> "paused";
                        default -> "errored";
                    };
        } else if (source.equals("users")) {
            account = first.get("account_id");
            type = "relation.request.accept";
            payload.put("user_id", first.get("user_provider_id"));
            payload.put("public_identifier", first.get("user_public_identifier"));
        } else {
            account = first.get("account_id");
            type = "message.new";
            Map<?, ?> sender = (Map<?, ?>) first.get("sender");
            Map<?, ?> info = (Map<?, ?>) first.get("account_info");
            payload.put("id", first.get("message_id"));
            payload.put("chat_id", first.get("chat_id"));
            payload.put("text", first.get("message"));
            payload.put("timestamp", first.get("timestamp"));
            payload.put("sender_id", sender.get("attendee_provider_id"));
            payload.put("is_sender", sender.get("attendee_provider_id").equals(info.get("user_id")));
        }
        return Json.object("id", id, "created_at", at, "type", type, "account_id", account, "payload", payload);
    }
}
