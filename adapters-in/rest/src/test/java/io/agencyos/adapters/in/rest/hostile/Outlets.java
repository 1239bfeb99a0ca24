package io.agencyos.adapters.in.rest.hostile;

import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.testing.Answer;
import io.agencyos.adapters.in.http.testing.ApiUnderTest;
import io.agencyos.adapters.in.http.testing.Caller;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.DomainEvent;
import io.agencyos.domain.platform.EventName;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Everything by which somebody hears of a client, read for one of two clients and searched for the other's. */
final class Outlets {

    /** So many rows of a kind are looked at. */
    private static final int SEEN = 5;

    private final ApiUnderTest api;
    private final Prey prey;
    private final ClientId strangersClient;
    private final Map<Sender, UUID> firstEvents = new EnumMap<>(Sender.class);

    Outlets(ApiUnderTest api, Prey prey, ClientId strangersClient) {
        this.api = api;
        this.prey = prey;
        this.strangersClient = strangersClient;
    }

    /** Both clients have a program that hears of everything, and a first event behind which their streams are read. */
    void listenIn() {
        for (Sender sender : List.of(Sender.OWNER, Sender.STRANGER)) {
            ClientId client = clientOf(sender);
            Answer made = api.as(Role.OWNER, client)
                    .post(
                            below(client, "/webhook-endpoints"),
                            "{'name':'All','url':'" + programOf(sender) + "','events':['*']}");
            if (made.status() != 201) {
                throw new IllegalStateException(made.text());
            }
            DomainEvent first = new DomainEvent(
                    api.world().ids.next(),
                    client,
                    EventName.CAMPAIGN_STARTED,
                    UUID.randomUUID(),
                    api.world().clock.now(),
                    Map.of());
            api.world()
                    .units
                    .inTenant(
                            api.world().worker(client), () -> api.world().events.append(first));
            firstEvents.put(sender, first.id());
        }
        api.world().clock.advance(Duration.ofSeconds(1));
    }

    private ClientId clientOf(Sender sender) {
        return sender.isOwn() ? api.client() : strangersClient;
    }

    private static String below(ClientId client, String path) {
        return Route.C.replace("{client_id}", client.text()) + path;
    }

    private static String programOf(Sender sender) {
        return "https://" + sender.name().toLowerCase(Locale.ROOT) + ".example/heard";
    }

    /** Which addresses below its client tell somebody who has all rights there what the other client wrote or made. */
    Set<String> told(Sender sender) {
        ClientId client = clientOf(sender);
        Caller caller = api.as(Role.OWNER, client);
        List<String> ids = sender.isOwn() ? prey.known() : prey.foreign();
        Set<String> told = new TreeSet<>();
        for (Route<?, ?> route : api.api().routes()) {
            if (!route.method().name().equals("GET")
                    || !route.path().startsWith(Route.C)
                    || route.path().endsWith("/stream")) {
                continue;
            }
            int found = 0;
            for (String id : Siege.named(route) ? ids : List.of("email")) {
                Answer answer = caller.get(below(client, Siege.path(route, id)));
                if (tells(answer.text() + answer.headers(), id)) {
                    told.add(route.path());
                }
                found += answer.status() == 200 ? 1 : 0;
                if (found == SEEN) {
                    break;
                }
            }
        }
        return told;
    }

    private boolean tells(String text, String question) {
        return !prey.leaks(question, text).isEmpty();
    }

    /** What of the stranger's stands in the stream of this one's client. */
    List<String> foreignInStream(Sender sender) {
        ClientId client = clientOf(sender);
        String first = Objects.requireNonNull(firstEvents.get(sender)).toString();
        return prey.leaks(
                "",
                api.as(Role.OWNER, client)
                        .with("Last-Event-ID", first)
                        .get(below(client, "/events/stream"))
                        .text());
    }

    /** What of the stranger's the program of this one was sent. */
    List<String> foreignInRequests(Sender sender) {
        api.world().webhooks.deliver().run(10_000);
        return api.world().receiver.requests().stream()
                .filter(request -> request.url().uri().toString().equals(programOf(sender)))
                .flatMap(request -> prey.leaks("", request.headers() + request.body()).stream())
                .toList();
    }

    /** What of the stranger's is told to whoever asks, without a name. */
    List<String> foreignInPublic() {
        return api.api().routes().stream()
                .filter(route -> route.method().name().equals("GET")
                        && !route.path().contains("{")
                        && !route.path().endsWith("/stream"))
                .flatMap(route ->
                        prey.leaks("", api.anonymous().get(route.path()).text()).stream())
                .toList();
    }
}
