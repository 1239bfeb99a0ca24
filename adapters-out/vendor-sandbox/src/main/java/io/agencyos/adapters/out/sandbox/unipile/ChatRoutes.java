package io.agencyos.adapters.out.sandbox.unipile;

import io.agencyos.adapters.out.sandbox.http.Body;
import io.agencyos.adapters.out.sandbox.http.Json;
import io.agencyos.adapters.out.sandbox.http.Request;
import io.agencyos.adapters.out.sandbox.http.Response;
import io.agencyos.adapters.out.sandbox.http.Router;
import io.agencyos.adapters.out.sandbox.ledger.LedgerRow;
import io.agencyos.adapters.out.sandbox.truth.Channel;
import io.agencyos.adapters.out.sandbox.world.Aftermath;
import io.agencyos.adapters.out.sandbox.world.Answers;
import io.agencyos.adapters.out.sandbox.world.Reaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** U12 to U15: chats and messages; writing takes forms of several parts and a connection. */
final class ChatRoutes {

    private static final Pattern PART = Pattern.compile(
            "name=\"([^\"]+)\"[^\\r\\n]*\\r\\n(?:[^\\r\\n]+\\r\\n)*\\r\\n(.*?)\\r\\n--", Pattern.DOTALL);

    private final Unipile vendor;
    private final Answers answers;

    ChatRoutes(Unipile vendor, Answers answers) {
        this.vendor = vendor;
        this.answers = answers;
    }

    void register(Router router) {
        router.read(Unipile.API + "/chats", this::chats);
        router.read(Unipile.API + "/chats/{chat}/messages", this::newest);
        router.read(Unipile.API + "/messages", this::messages);
        router.write("POST", Unipile.API + "/chats", this::start);
        router.write("POST", Unipile.API + "/chats/{chat}/messages", this::say);
        router.write("POST", "/_sandbox/linkedin/messages", request -> {
            Body body = request.body();
            Seat seat = vendor.seats.get(body.required("seat"));
            Human human = vendor.human(body.required("slug")).orElseThrow();
            hear(seat, human, body.required("text"), body.flag("ours"));
            return Response.noContent();
        });
    }

    private static Map<String, String> form(Request request) {
        Map<String, String> parts = new LinkedHashMap<>();
        Matcher matcher = PART.matcher(request.raw());
        for (int from = 0; matcher.find(from); from = matcher.end() - 2) {
            parts.put(matcher.group(1), matcher.group(2));
        }
        return parts;
    }

    private Response start(Request request) {
        Map<String, String> form = form(request);
        Seat seat = vendor.seats.get(form.getOrDefault("account_id", ""));
        Optional<Human> human = vendor.human(form.getOrDefault("attendees_ids", ""));
        if (seat == null || human.isEmpty()) {
            return Unipile.refused(422, "invalid_recipient");
        }
        return write(seat, human.get(), form.getOrDefault("text", ""));
    }

    private Response say(Request request) {
        for (Seat seat : vendor.seats.values()) {
            Seat.Chat chat = seat.chats.get(request.path("chat"));
            if (chat != null) {
                return write(seat, chat.with(), form(request).getOrDefault("text", ""));
            }
        }
        return Unipile.refused(404, "resource_not_found");
    }

    Response write(Seat seat, Human human, String text) {
        if (!seat.status.equals("OK")) {
            return Unipile.refused(401, "disconnected_account");
        }
        if (text.isBlank()) {
            return Unipile.refused(400, "missing_parameters");
        }
        if (!seat.relations.containsKey(human)) {
            return Unipile.refused(422, "no_connection_with_recipient");
        }
        Seat.Said said = hear(seat, human, text, true);
        vendor.world
                .ledger()
                .add(LedgerRow.contact(
                        LedgerRow.Kind.MESSAGE,
                        "unipile",
                        said.at(),
                        seat.id,
                        human.reader().address(),
                        text,
                        "",
                        seat.id,
                        human.providerId(),
                        said.id()));
        react(seat, human, said);
        return Response.created(Json.object(
                "object", "ChatStarted", "chat_id", chat(seat, human).id(), "message_id", said.id()));
    }

    private void react(Seat seat, Human human, Seat.Said said) {
        boolean saidStop = vendor.world.ledger().hasStopped(human.reader().address(), said.at());
        int ordinal =
                vendor.world.nextOrdinal("linkedin " + seat.id, human.reader().address());
        for (Reaction reaction :
                answers.to(Channel.LINKEDIN, seat.id, human.reader(), said.text(), said.at(), ordinal, saidStop)) {
            vendor.world.act(reaction.at(), "message " + said.id(), () -> {
                Aftermath.of(vendor.world, human.reader(), seat.id, seat.id, reaction);
                if (reaction instanceof Reaction.Replied replied) {
                    hear(seat, human, replied.text(), false);
                }
            });
        }
    }

    private Seat.Chat chat(Seat seat, Human human) {
        String id = "ch_" + vendor.world.dice().id("chat", seat.id, human.providerId());
        return seat.chats.computeIfAbsent(id, fresh -> new Seat.Chat(fresh, human, new ArrayList<>()));
    }

    /** This person writes to the seat. */
    void answered(Seat seat, Human human, String text) {
        hear(seat, human, text, false);
    }

    /** The note of an invitation that was taken begins a conversation. */
    void note(Seat seat, Human human, String text) {
        hear(seat, human, text, true);
    }

    /** One of the two wrote: everybody is told, of our own words too. */
    private Seat.Said hear(Seat seat, Human human, String text, boolean ours) {
        Seat.Chat chat = chat(seat, human);
        Instant now = vendor.world.now();
        Seat.Said said = new Seat.Said(
                "msg_"
                        + vendor.world
                                .dice()
                                .id("message", chat.id(), chat.said().size()),
                ours,
                text,
                now);
        chat.said().add(said);
        Map<String, @Nullable Object> other =
                attendee(human.providerId(), human.reader().name());
        vendor.tell(
                "messaging",
                human.providerId(),
                said.id(),
                Json.object(
                        "event",
                        "message_received",
                        "account_id",
                        seat.id,
                        "account_type",
                        "LINKEDIN",
                        "account_info",
                        Json.object("type", "LINKEDIN", "feature", "classic", "user_id", seat.providerId),
                        "chat_id",
                        chat.id(),
                        "timestamp",
                        now,
                        "message_id",
                        said.id(),
                        "message",
                        text,
                        "sender",
                        ours ? attendee(seat.providerId, seat.name) : other,
                        "attendees",
                        List.of(other)));
        return said;
    }

    private static Map<String, @Nullable Object> attendee(String providerId, String name) {
        return Json.object("attendee_name", name, "attendee_provider_id", providerId);
    }

    private Response chats(Request request) {
        return vendor.seat(request)
                .map(seat -> Unipile.page(
                        request,
                        seat.chats.values().stream()
                                .map(chat -> Json.object(
                                        "object",
                                        "Chat",
                                        "id",
                                        chat.id(),
                                        "account_id",
                                        seat.id,
                                        "attendee_provider_id",
                                        chat.with().providerId()))
                                .toList()))
                .orElseGet(() -> Unipile.refused(404, "resource_not_found"));
    }

    private Response newest(Request request) {
        for (Seat seat : vendor.seats.values()) {
            Seat.Chat chat = seat.chats.get(request.path("chat"));
            if (chat != null) {
                return Unipile.page(
                        request,
                        chat.said().reversed().stream()
                                .map(said -> shown(seat, chat, said))
                                .toList());
            }
        }
        return Unipile.refused(404, "resource_not_found");
    }

    private Response messages(Request request) {
        return vendor.seat(request)
                .map(seat -> Unipile.page(request, since(seat, request)))
                .orElseGet(() -> Unipile.refused(404, "resource_not_found"));
    }

    /** What was said in all chats of the seat after the moment that the request names. */
    List<Map<String, @Nullable Object>> since(Seat seat, Request request) {
        Instant after = request.query("after").map(Instant::parse).orElse(Instant.EPOCH);
        return seat.chats.values().stream()
                .flatMap(chat -> chat.said().stream()
                        .filter(said -> said.at().isAfter(after))
                        .map(said -> shown(seat, chat, said)))
                .toList();
    }

    static Map<String, @Nullable Object> shown(Seat seat, Seat.Chat chat, Seat.Said said) {
        return Json.object(
                "object",
                "Message",
                "id",
                said.id(),
                "account_id",
                seat.id,
                "chat_id",
                chat.id(),
                "sender_id",
                said.ours() ? seat.providerId : chat.with().providerId(),
                "text",
                said.text(),
                "timestamp",
                said.at(),
                "is_sender",
                said.ours() ? 1 : 0,
                "is_event",
                0,
                "deleted",
                0,
                "hidden",
                0);
    }
}
