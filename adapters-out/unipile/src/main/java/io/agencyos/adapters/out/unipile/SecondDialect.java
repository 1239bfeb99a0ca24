package io.agencyos.adapters.out.unipile;

import io.agencyos.adapters.out.vendorhttp.Fields;
import io.agencyos.application.resource.seat.SeatLinking;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The dialect of new customers, put into the words of the first: seats stand in the path, lists are {@code data} with a
 * {@code next_cursor}, everything is JSON. Names of fields that nobody has documented are read in each form that was seen.
 * Source: unipile 5.
 */
final class SecondDialect implements Speech {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String LINKEDIN = "linkedin";

    private final UnipileSecondApi api;

    SecondDialect(UnipileSecondApi api) {
        this.api = api;
    }

    /** The browser comes back with the token; there is no callback of its own. */
    @Override
    public JsonNode link(SeatLinking.Request request, URI dsn, String token, String expires) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("providers", List.of(LINKEDIN));
        body.put("expires_on", expires);
        body.put("redirect_uri", request.success().toString());
        body.put("state", token);
        if (request.reconnect() != null) {
            body.put("account_id", request.reconnect());
        }
        return named(api.link(body), "link", "url");
    }

    private static ObjectNode named(JsonNode answer, String theirs, String ours) {
        ObjectNode first = copy(answer);
        Fields.text(answer, theirs).ifPresent(value -> first.put(ours, value));
        return first;
    }

    /** What is no object says nothing. */
    private static ObjectNode copy(JsonNode node) {
        return node instanceof ObjectNode object ? object.deepCopy() : JSON.createObjectNode();
    }

    @Override
    public JsonNode accounts(int limit) {
        return list(api.accounts(limit), SecondDialect::account);
    }

    @Override
    public JsonNode account(String id) {
        return account(api.account(id));
    }

    private static JsonNode account(JsonNode account) {
        ObjectNode first = JSON.createObjectNode();
        Fields.text(account, "id").ifPresent(id -> first.put("id", id));
        first.put("name", Fields.text(account, "name").orElse(""));
        boolean linkedIn = Stream.of("provider", "type")
                .flatMap(name -> Fields.text(account, name).stream())
                .anyMatch(word -> word.toLowerCase(Locale.ROOT).equals(LINKEDIN));
        first.put("type", linkedIn ? "LINKEDIN" : "OTHER");
        first.putArray("sources")
                .addObject()
                .put("status", word(Fields.text(account, "status").orElse("")));
        return first;
    }

    /** The first dialect's word for how a seat stands. */
    static String word(String status) {
        return switch (status) {
            case "running" -> "OK";
            case "disconnected" -> "CREDENTIALS";
            case "error", "errored" -> "ERROR";
            case "paused" -> "STOPPED";
            default -> status;
        };
    }

    /** A page of a list, each item in the first dialect's shape. */
    private static JsonNode list(JsonNode answer, Function<JsonNode, JsonNode> item) {
        ObjectNode first = JSON.createObjectNode();
        if (answer.path("data").isArray()) {
            ArrayNode items = first.putArray("items");
            Fields.items(answer.path("data")).forEach(one -> items.add(item.apply(one)));
        }
        Fields.text(answer, "next_cursor").ifPresent(cursor -> first.put("cursor", cursor));
        return first;
    }

    @Override
    public void removeAccount(String id) {
        api.removeAccount(id);
    }

    @Override
    public JsonNode me(String seat) {
        return api.me(seat);
    }

    @Override
    public JsonNode user(String seat, String who, boolean notify) {
        JsonNode user = api.user(seat, who, notify);
        ObjectNode first = copy(user);
        firstOf(user, "provider_id", "id").ifPresent(id -> first.put("provider_id", id));
        return first;
    }

    private static Optional<String> firstOf(JsonNode node, String... names) {
        return Stream.of(names)
                .flatMap(name -> Fields.text(node, name).stream())
                .findFirst();
    }

    @Override
    public JsonNode invite(String seat, String person, @Nullable String note) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("user_id", person);
        if (note != null) {
            body.put("message", note);
        }
        return named(api.invite(seat, body), "id", "invitation_id");
    }

    /** Those that the seat sent; the list holds what it received too. */
    @Override
    public JsonNode invitations(String seat, @Nullable String cursor) {
        JsonNode answer = api.invitations(seat, cursor);
        ObjectNode sent = JSON.createObjectNode();
        if (answer.path("data").isArray()) {
            ArrayNode data = sent.putArray("data");
            Fields.items(answer.path("data")).stream()
                    .filter(one -> Fields.text(one, "type").orElse("sent").equalsIgnoreCase("sent"))
                    .forEach(data::add);
        }
        Fields.text(answer, "next_cursor").ifPresent(next -> sent.put("next_cursor", next));
        return list(sent, SecondDialect::invitation);
    }

    private static JsonNode invitation(JsonNode one) {
        ObjectNode first = JSON.createObjectNode();
        firstOf(one, "id").ifPresent(id -> first.put("id", id));
        person(one).ifPresent(id -> first.put("invited_user_id", id));
        firstOf(one, "created_at", "date").ifPresent(at -> first.put("parsed_datetime", at));
        return first;
    }

    /** Whom something is about, by the network's lasting id. */
    static Optional<String> person(JsonNode one) {
        return firstOf(one, "user_id", "user_provider_id")
                .or(() -> firstOf(one.path("user"), "provider_id", "id"))
                .or(() -> firstOf(one, "provider_id", "member_id"));
    }

    static Optional<String> slug(JsonNode one) {
        return firstOf(one, "public_identifier", "user_public_identifier")
                .or(() -> firstOf(one.path("user"), "public_identifier"));
    }

    @Override
    public void withdraw(String seat, String id) {
        api.withdraw(seat, id, Map.of());
    }

    @Override
    public JsonNode relations(String seat, @Nullable String cursor) {
        return list(api.relations(seat, cursor), one -> {
            ObjectNode first = JSON.createObjectNode();
            person(one).or(() -> firstOf(one, "id")).ifPresent(id -> first.put("member_id", id));
            slug(one).ifPresent(slug -> first.put("public_identifier", slug));
            first.set("created_at", one.path("created_at"));
            return first;
        });
    }

    @Override
    public JsonNode chatsWith(String seat, String person, @Nullable String cursor) {
        JsonNode chat = api.chat(seat, person);
        ObjectNode first = JSON.createObjectNode();
        ArrayNode items = first.putArray("items");
        firstOf(chat, "id", "chat_id")
                .ifPresent(id -> items.addObject().put("id", id).put("attendee_provider_id", person));
        return first;
    }

    @Override
    public JsonNode newestMessages(String seat, String chat) {
        return list(api.newestMessages(seat, chat), SecondDialect::message);
    }

    @Override
    public JsonNode messages(String seat, String after, @Nullable String cursor) {
        return list(api.messages(seat, after, cursor), SecondDialect::message);
    }

    /** A message of a list or an event. */
    static JsonNode message(JsonNode one) {
        ObjectNode first = copy(one);
        firstOf(one, "id", "message_id").ifPresent(id -> first.put("id", id));
        firstOf(one, "timestamp", "created_at").ifPresent(at -> first.put("timestamp", at));
        firstOf(one, "sender_id")
                .or(() -> firstOf(one.path("sender"), "provider_id", "id"))
                .ifPresent(id -> first.put("sender_id", id));
        return first;
    }

    @Override
    public JsonNode posts(String seat, String person, int most) {
        return list(api.posts(seat, person, most, null), one -> one);
    }

    @Override
    public JsonNode postsOfCompany(String seat, String company, int most) {
        return list(api.posts(seat, company, most, true), one -> one);
    }

    @Override
    public JsonNode company(String seat, String slug) {
        return api.company(seat, slug);
    }

    @Override
    public JsonNode search(String seat, Map<String, Object> query, int limit, @Nullable String cursor) {
        JsonNode answer = api.search(seat, limit, cursor, query);
        ObjectNode first = (ObjectNode) list(answer, one -> {
            ObjectNode person = copy(one);
            firstOf(one, "provider_id", "id").ifPresent(id -> person.put("id", id));
            return person;
        });
        return first.set("paging", answer.path("paging"));
    }

    @Override
    public JsonNode inMailBalance(String seat) {
        return api.inMailCredits(seat);
    }

    /** Words of a reaction carry the network's name here. */
    @Override
    public void react(String seat, String post, String kind) {
        api.react(seat, post, Map.of("reaction", LINKEDIN + "_" + kind));
    }

    @Override
    public void comment(String seat, String post, String text) {
        api.comment(seat, post, Map.of("text", text));
    }

    @Override
    public JsonNode startChat(String seat, String person, String text) {
        return api.startChat(
                seat,
                Map.of(
                        "text",
                        text,
                        "users_ids",
                        List.of(person),
                        "specifics",
                        Map.of(LINKEDIN, Map.of("classic", Map.of()))));
    }

    @Override
    public JsonNode say(String seat, String chat, String text) {
        return api.say(seat, chat, Map.of("text", text));
    }
}
