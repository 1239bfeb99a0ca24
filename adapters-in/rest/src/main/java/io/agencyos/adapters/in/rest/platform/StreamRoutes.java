package io.agencyos.adapters.in.rest.platform;

import io.agencyos.adapters.in.http.json.Json;
import io.agencyos.adapters.in.http.route.Call;
import io.agencyos.adapters.in.http.route.LiveBody;
import io.agencyos.adapters.in.http.route.None;
import io.agencyos.adapters.in.http.route.Param;
import io.agencyos.adapters.in.http.route.Problem;
import io.agencyos.adapters.in.http.route.ProblemCode;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.application.platform.FollowEvents;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.DomainEvent;
import io.agencyos.domain.platform.EventName;
import io.agencyos.domain.shared.id.ClientId;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;

/** What happens to a client, and for staff to any of them, as it happens: Server-Sent Events with ids, for pages and programs that read again what they show. Source: api 1.10. */
public final class StreamRoutes implements RouteGroup {

    private static final int MOST_OF_ONE = 5;
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final LiveBody EXAMPLE = line -> {};

    private final FollowEvents events;
    private final Pace pace;
    private final Map<String, Integer> open = new ConcurrentHashMap<>();

    public StreamRoutes(FollowEvents events, Pace pace) {
        this.events = events;
        this.pace = pace;
    }

    /**
     * @param look how often it is looked for something new
     * @param life after which a reader comes again by itself, with the id that it had last
     */
    public record Pace(Duration look, Duration life) {

        /** Every second, for an hour. */
        public static Pace usual() {
            return new Pace(Duration.ofSeconds(1), Duration.ofHours(1));
        }
    }

    @Override
    public List<Route<?, ?>> routes() {
        Param last = Param.text(
                "last_event_id", "As the header Last-Event-ID: goes on after this event, a day back at most.");
        return List.of(
                Route.get(Route.C + "/events/stream", "What happens, as it happens (Server-Sent Events)")
                        .tag("Live stream")
                        .role(Role.VIEWER)
                        .params(last)
                        .answers(LiveBody.class, EXAMPLE)
                        .handledBy(call -> stream(call, ofClient(call.scope()))),
                Route.get(Route.P + "/events/stream", "What happens to any client, as it happens (Server-Sent Events)")
                        .tag("Live stream")
                        .platformAdmin()
                        .params(last)
                        .answers(LiveBody.class, EXAMPLE)
                        .handledBy(call -> stream(call, everywhere())));
    }

    /** Whose events are told, and how one is told. */
    private record Source(
            Supplier<FollowEvents.Reader> fromNow,
            Function<UUID, Optional<FollowEvents.Reader>> after,
            Function<DomainEvent, String> told) {}

    private Source ofClient(TenantScope scope) {
        return new Source(() -> events.fromNow(scope), id -> events.after(scope, id), event -> written(members(event)));
    }

    private Source everywhere() {
        return new Source(events::fromNowEverywhere, events::afterEverywhere, event -> {
            Map<String, Object> members = members(event);
            ClientId client = event.clientId();
            members.put("client_id", client == null ? "" : client.text());
            return written(members);
        });
    }

    private Reply<LiveBody> stream(Call<None> call, Source source) {
        String reader = call.callerId();
        if (open.merge(reader, 1, Integer::sum) > MOST_OF_ONE) {
            over(reader);
            return Reply.refused(Problem.of(ProblemCode.RATE_LIMITED, "Five streams are open already.")
                    .with("limit", MOST_OF_ONE)
                    .retryAfter(1));
        }
        Optional<String> last = call.lastEventId().or(() -> call.query().text("last_event_id"));
        return Reply.ok(new LiveBody() {
            @Override
            public void write(Line line) throws IOException {
                follow(source, last, line);
            }

            @Override
            public void over() {
                StreamRoutes.this.over(reader);
            }
        });
    }

    private void over(String reader) {
        open.computeIfPresent(reader, (who, streams) -> streams == 1 ? null : streams - 1);
    }

    private void follow(Source source, Optional<String> last, LiveBody.Line line) throws IOException {
        Optional<FollowEvents.Reader> known = last.flatMap(StreamRoutes::id).flatMap(source.after());
        FollowEvents.Reader reader = known.orElseGet(source.fromNow());
        line.say(last.isPresent() && known.isEmpty() ? "event: resync\ndata: {}\n\n" : ": welcome\n\n");
        long began = System.nanoTime();
        long said = began;
        do {
            for (DomainEvent event : reader.next()) {
                Optional<String> name = name(event.name());
                if (name.isPresent()) {
                    line.say("id: %s\nevent: %s\ndata: %s\n\n"
                            .formatted(event.id(), name.get(), source.told().apply(event)));
                    said = System.nanoTime();
                }
            }
            if (System.nanoTime() - said >= HEARTBEAT.toNanos()) {
                line.say(": still here\n\n");
                said = System.nanoTime();
            }
        } while (rested()
                && line.isOpen()
                && System.nanoTime() - began < pace.life().toNanos());
    }

    private boolean rested() {
        try {
            Thread.sleep(pace.look());
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    /** Ids only: who shows more reads it again. */
    private static Map<String, Object> members(DomainEvent event) {
        Map<String, Object> members = new TreeMap<>();
        members.put("id", event.aggregateId());
        members.put("type", event.name().wire());
        members.put("at", event.occurredAt());
        return members;
    }

    private static String written(Map<String, Object> members) {
        return Json.MAPPER.writeValueAsString(members);
    }

    /** The few names by which a page knows what to read again; empty for what no page shows. */
    private static Optional<String> name(EventName name) {
        String wire = name.wire();
        String family = wire.substring(0, wire.indexOf('.'));
        return switch (family) {
            case "reply" -> Optional.of("reply.received");
            case "meeting" -> Optional.of("meeting.changed");
            case "campaign" -> Optional.of("campaign.changed");
            case "approval" -> Optional.of("approval.changed");
            case "job" -> Optional.of("job.changed");
            case "outreach" -> Optional.of(wire);
            case "touch", "lead" -> Optional.of("activity.created");
            case "quota" -> Optional.of("usage.changed");
            default -> Optional.empty();
        };
    }
}
