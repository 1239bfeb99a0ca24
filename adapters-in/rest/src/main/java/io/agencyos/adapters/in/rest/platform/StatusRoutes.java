package io.agencyos.adapters.in.rest.platform;

import io.agencyos.adapters.in.http.route.Call;
import io.agencyos.adapters.in.http.route.Change;
import io.agencyos.adapters.in.http.route.None;
import io.agencyos.adapters.in.http.route.Page;
import io.agencyos.adapters.in.http.route.Paging;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.adapters.in.http.route.Sorting;
import io.agencyos.adapters.in.http.route.Text;
import io.agencyos.application.platform.Incidents;
import io.agencyos.application.platform.KeepIncidents;
import io.agencyos.domain.platform.Incident;
import io.agencyos.domain.platform.Incident.State;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How the platform is, for everybody; and what staff tells of it. Source: api 9.1, 9.17. */
public final class StatusRoutes implements RouteGroup {

    private static final String TAG = "Platform";
    private static final String INCIDENTS = Route.P + "/incidents";
    private static final int CREATED = 201;
    private static final UUID ID = UUID.fromString("019baaaa-0000-7000-8000-000000000050");
    private static final Instant AT = Instant.parse("2026-03-02T00:00:00Z");
    private static final Told TOLD = new Told("email", State.DEGRADED, "E-mails leave up to an hour late.", AT, null);
    private static final View EXAMPLE =
            new View(ID, "email", State.DEGRADED, "E-mails leave up to an hour late.", AT, null);

    private final List<HealthCheck> checks;
    private final KeepIncidents incidents;

    /** @param checks what the product finds out about itself */
    public StatusRoutes(List<HealthCheck> checks, KeepIncidents incidents) {
        this.checks = List.copyOf(checks);
        this.incidents = incidents;
    }

    /** A part of the platform. */
    record Component(String name, State state) {}

    /** What everybody is told of an incident; {@code ended_at} is null while it goes on. */
    record Told(
            String component,
            State state,
            String text,
            Instant startedAt,
            @Nullable Instant endedAt) {}

    /** @param incidents those that go on, and those of the last 90 days */
    record Status(State state, List<Component> components, List<Told> incidents) {}

    /** An incident as staff sees it. */
    record View(
            UUID id,
            String component,
            State state,
            String text,
            Instant startedAt,
            @Nullable Instant endedAt) {

        static View of(Incident incident) {
            return new View(
                    incident.id(),
                    incident.component(),
                    incident.state(),
                    incident.text(),
                    incident.startedAt(),
                    incident.endedAt());
        }
    }

    /** What does not work. */
    record NewIncident(
            @Text(max = 60) String component,
            State state,
            @Text(max = 500) String text) {}

    /** How it goes on; an end makes it a thing of the past. */
    record IncidentPatch(
            Change<State> state, @Text(max = 500) Change<String> text, Change<@Nullable Instant> endedAt) {}

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(
                Route.get("/api/v1/public/status", "How the platform is, and what happened in 90 days")
                        .tag("Health")
                        .open()
                        .cacheable()
                        .answers(
                                Status.class,
                                new Status(
                                        State.DEGRADED, List.of(new Component("email", State.DEGRADED)), List.of(TOLD)))
                        .handledBy(call -> Reply.ok(status())),
                Route.get(INCIDENTS, "What everybody is or was told of, the last begun first")
                        .tag(TAG)
                        .platformAdmin()
                        .lists(View.class, Sorting.of("-started_at"), EXAMPLE)
                        .handledBy(this::list),
                Route.post(INCIDENTS, "Tells everybody that something does not work")
                        .tag(TAG)
                        .platformAdmin()
                        .body(NewIncident.class, new NewIncident("email", State.DEGRADED, EXAMPLE.text()))
                        .answers(CREATED, View.class, EXAMPLE)
                        .handledBy(this::open),
                Route.patch(INCIDENTS + "/{id}", "Tells how it goes on, or that it is over")
                        .tag(TAG)
                        .platformAdmin()
                        .body(
                                IncidentPatch.class,
                                new IncidentPatch(Change.to(State.OPERATIONAL), Change.absent(), Change.to(AT)))
                        .answers(View.class, EXAMPLE)
                        .handledBy(this::change));
    }

    private Status status() {
        List<Incident> told = incidents.told();
        Map<String, State> parts = new TreeMap<>();
        checks.forEach(
                check -> parts.merge(check.name(), state(check.look().get().status()), State::or));
        told.stream()
                .filter(Incident::open)
                .forEach(incident -> parts.merge(incident.component(), incident.state(), State::or));
        return new Status(
                parts.values().stream().reduce(State.OPERATIONAL, State::or),
                parts.entrySet().stream()
                        .map(part -> new Component(part.getKey(), part.getValue()))
                        .toList(),
                told.stream()
                        .map(incident -> new Told(
                                incident.component(),
                                incident.state(),
                                incident.text(),
                                incident.startedAt(),
                                incident.endedAt()))
                        .toList());
    }

    private static State state(HealthCheck.Status found) {
        return switch (found) {
            case OPERATIONAL -> State.OPERATIONAL;
            case DEGRADED -> State.DEGRADED;
            case DOWN -> State.DOWN;
        };
    }

    private Reply<Page<View>> list(Call<None> call) {
        Paging paging = call.paging();
        Incidents.After after = paging.after()
                .map(position ->
                        new Incidents.After(Instant.parse(position.keys().getFirst()), position.id()))
                .orElse(null);
        return Reply.ok(Page.of(
                incidents.list(after, paging.limit() + 1),
                paging,
                View::of,
                incident -> new Paging.Position(List.of(incident.startedAt().toString()), incident.id())));
    }

    private Reply<View> open(Call<NewIncident> call) {
        NewIncident wanted = call.body();
        Incident opened = incidents.open(
                call.principal().userId(), wanted.component(), wanted.state(), wanted.text(), call.origin());
        return Reply.created(INCIDENTS + "/" + opened.id(), View.of(opened));
    }

    private Reply<View> change(Call<IncidentPatch> call) {
        IncidentPatch patch = call.body();
        return incidents
                .change(
                        call.principal().userId(),
                        call.id("id", id -> id),
                        before -> before.told(
                                Objects.requireNonNull(patch.state().orElse(before.state())),
                                Objects.requireNonNull(patch.text().orElse(before.text())),
                                patch.endedAt().orElse(before.endedAt())),
                        call.origin())
                .<Reply<View>>map(incident -> Reply.ok(View.of(incident)))
                .orElseGet(Reply::notFound);
    }
}
