package io.agencyos.bootstrap.product;

import io.agencyos.adapters.out.sandbox.SandboxHouse;
import io.agencyos.application.deal.TwinCalendar;
import io.agencyos.application.outreach.sandbox.OutsideWorld;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.id.ClientId;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the sandbox of a twin can be told by nobody but the product: by the routes that no vendor has. */
final class SandboxDoor implements OutsideWorld, TwinCalendar {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String OWN = "/_sandbox";

    private static final int NO_DOOR = -1;

    /** What came back; status 0 where nothing did, and {@link #NO_DOOR} where there is nobody to ask. */
    private record Reply(int status, JsonNode body) {

        boolean good() {
            return status / 100 == 2;
        }

        String reason() {
            return body.path("message").asString("the sandbox answers " + status);
        }
    }

    private final TwinDoors twins;
    private final Lazy<HttpClient> http = Lazy.of(
            () -> HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build());
    private final JsonMapper json = JsonMapper.shared();

    SandboxDoor(TwinDoors twins) {
        this.twins = twins;
    }

    @Override
    public Answer act(ClientId twin, Act act) {
        Map<String, Object> order = new LinkedHashMap<>();
        order.put("id", act.id().toString());
        order.put("kind", act.kind().wire());
        order.put("channel", act.channel().wire());
        order.put("key", act.key());
        order.put("to", act.to());
        putIfPresent(order, "text", act.text());
        putIfPresent(order, "outcome", act.outcome());
        putIfPresent(order, "at", act.at() == null ? null : act.at().toString());
        return answer(post(twin, OWN + "/acts", order));
    }

    private static void putIfPresent(Map<String, Object> order, String name, @Nullable String value) {
        if (value != null) {
            order.put(name, value);
        }
    }

    @Override
    public Answer book(ClientId twin, Booking booking) {
        return answer(post(
                twin,
                OWN + "/bookings",
                Map.of(
                        "id", booking.id().toString(),
                        "email", booking.by().value(),
                        "name", booking.name(),
                        "meetingAt", booking.meetingAt().toString())));
    }

    private static Answer answer(Reply reply) {
        return switch (reply.status()) {
            case 404 -> new Answer.NotReached(sentence(reply.reason()));
            case 400, 409 -> new Answer.Impossible(sentence(reply.reason()));
            case NO_DOOR ->
                new Answer.Away("No sandbox serves this process. Where several processes share a database,"
                        + " AGENCYOS_SANDBOX_URL names one for all of them.");
            default -> reply.good() ? new Answer.Taken() : new Answer.Away("The sandbox does not answer.");
        };
    }

    private static String sentence(String words) {
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
    }

    @Override
    public List<Entry> entries(ClientId twin) {
        return send(twin, "GET", OWN + "/bookings", null)
                .body()
                .path("data")
                .valueStream()
                .flatMap(row -> EmailAddress.parse(row.path("email").asString()).toOptional().stream()
                        .map(by -> new Entry(
                                row.path("id").asString(),
                                by,
                                Instant.parse(row.path("meetingAt").asString()),
                                row.path("durationMinutes").asInt())))
                .toList();
    }

    /** The sandbox's own answer to what a person does once on a vendor's pages; empty where it refuses. */
    Optional<JsonNode> done(ClientId twin, String method, String path, @Nullable Map<String, ?> body) {
        Reply reply = send(twin, method, path, body);
        return reply.good() ? Optional.of(reply.body()) : Optional.empty();
    }

    /** Whether nothing is left of the twin's world. */
    boolean forgotten(ClientId twin) {
        return send(twin, "DELETE", OWN + "/world", null).good();
    }

    private Reply post(ClientId twin, String path, Map<String, ?> body) {
        return send(twin, "POST", path, body);
    }

    private Reply send(ClientId twin, String method, String path, @Nullable Map<String, ?> body) {
        Optional<URI> door = twins.door(twin);
        if (door.isEmpty()) {
            return new Reply(NO_DOOR, json.createObjectNode());
        }
        HttpRequest request = HttpRequest.newBuilder(URI.create(door.get() + path))
                .timeout(PATIENCE)
                .header(SandboxHouse.KEY_HEADER, twins.key(twin))
                .header("Authorization", (path.startsWith("/vapi") ? "Bearer " : "") + twins.key(twin))
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body)))
                .build();
        try {
            HttpResponse<String> answer = http.get().send(request, HttpResponse.BodyHandlers.ofString());
            return new Reply(
                    answer.statusCode(),
                    answer.body().isBlank() ? json.createObjectNode() : json.readTree(answer.body()));
        } catch (IOException unreachable) {
            return new Reply(0, json.createObjectNode());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return new Reply(0, json.createObjectNode());
        }
    }
}
