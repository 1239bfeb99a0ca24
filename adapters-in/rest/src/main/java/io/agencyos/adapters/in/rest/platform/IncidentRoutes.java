package io.agencyos.adapters.in.rest.platform;

import io.agencyos.adapters.in.rest.card.Params;
import io.agencyos.adapters.in.rest.route.Call;
import io.agencyos.adapters.in.rest.route.Change;
import io.agencyos.adapters.in.rest.route.None;
import io.agencyos.adapters.in.rest.route.Page;
import io.agencyos.adapters.in.rest.route.Reply;
import io.agencyos.adapters.in.rest.route.Route;
import io.agencyos.adapters.in.rest.route.RouteGroup;
import io.agencyos.adapters.in.rest.route.Sorting;
import io.agencyos.adapters.in.rest.route.Text;
import io.agencyos.application.platform.Incidents;
import io.agencyos.application.platform.KeepIncidents;
import io.agencyos.application.shared.StorageUnavailable;
import io.agencyos.domain.platform.Incident;
import io.agencyos.domain.shared.IncidentId;
import io.agencyos.domain.shared.Vocabulary;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What people outside are told of the platform's state. Source: api 9.1, 9.17. */
public final class IncidentRoutes implements RouteGroup {

    private static final String ALL = Route.P + "/incidents";
    private static final Instant WHEN = Instant.parse("2026-03-02T02:15:04.120Z");
    private static final IncidentView EXAMPLE = new IncidentView(
            UUID.fromString("019baaaa-0000-7000-8000-0000000000a1"),
            "sending",
            Incident.State.DEGRADED,
            "E-mails leave later than they should.",
            WHEN,
            null);

    private final KeepIncidents incidents;
    private final List<HealthCheck> checks;

    public IncidentRoutes(KeepIncidents incidents, List<HealthCheck> checks) {
        this.incidents = incidents;
        this.checks = List.copyOf(checks);
    }

    /** An incident. */
    public record IncidentView(
            UUID id,
            String component,
            Incident.State state,
            String text,
            Instant startedAt,
            @Nullable Instant endedAt) {

        static IncidentView of(Incident incident) {
            return new IncidentView(
                    incident.id().value(),
                    incident.component(),
                    incident.state(),
                    incident.text(),
                    incident.startedAt(),
                    incident.endedAt());
        }
    }

    /** What is to be told. */
    public record NewIncident(
            @Text(min = 1, max = 60) String component,
            Incident.State state,
            @Text(min = 1, max = 2000) String text) {}

    /** A merge patch of an incident; {@code over} ends it. */
    public record PatchIncident(
            Change<Incident.State> state,
            @Text(min = 1, max = 2000) Change<String> text,
            Change<Boolean> over) {}

    /** How a part is now. */
    public record Component(String name, Incident.State state) {}

    /** How everything is, without detail, and what was told within 90 days. */
    public record PublicStatus(List<Component> components, List<IncidentView> incidents) {}

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(
                Route.get("/api/v1/public/status", "How the platform is, and what was wrong within 90 days")
                        .tag("Health")
                        .open()
                        .answers(
                                PublicStatus.class,
                                new PublicStatus(
                                        List.of(new Component("database", Incident.State.OPERATIONAL)),
                                        List.of(EXAMPLE)))
                        .handledBy(this::status),
                Route.get(ALL, "What people outside were told, the newest first")
                        .tag("Platform")
                        .platformAdmin()
                        .lists(IncidentView.class, Sorting.of("-started_at"), EXAMPLE)
                        .handledBy(this::list),
                Route.post(ALL, "Tells people outside that something is wrong")
                        .tag("Platform")
                        .platformAdmin()
                        .body(NewIncident.class, new NewIncident(EXAMPLE.component(), EXAMPLE.state(), EXAMPLE.text()))
                        .answers(201, IncidentView.class, EXAMPLE)
                        .handledBy(this::open),
                Route.patch(ALL + "/{id}", "Tells it otherwise, or that it is over")
                        .tag("Platform")
                        .platformAdmin()
                        .body(
                                PatchIncident.class,
                                new PatchIncident(Change.absent(), Change.to("It is mended."), Change.to(true)))
                        .answers(IncidentView.class, EXAMPLE)
                        .handledBy(this::tell));
    }

    private Reply<IncidentView> open(Call<NewIncident> call) {
        NewIncident body = call.body();
        Incident incident = incidents.open(
                call.principal().userId(), body.component(), body.state(), body.text(), call.origin());
        return Reply.created(ALL + "/" + incident.id().text(), IncidentView.of(incident));
    }

    private Reply<IncidentView> tell(Call<PatchIncident> call) {
        PatchIncident body = call.body();
        KeepIncidents.Telling telling = new KeepIncidents.Telling(
                body.state().orElse(null), body.text().orElse(null), body.over().orElse(null));
        return incidents
                .tell(call.principal().userId(), call.id("id", IncidentId::new), telling, call.origin())
                .map(IncidentView::of)
                .<Reply<IncidentView>>map(Reply::ok)
                .orElseGet(Reply::notFound);
    }

    private Reply<Page<IncidentView>> list(Call<None> call) {
        Incidents.After after = call.paging()
                .after()
                .map(place -> new Incidents.After(Params.instant(place), new IncidentId(place.id())))
                .orElse(null);
        return Reply.ok(Page.of(
                incidents.list(after, call.paging().limit() + 1),
                call.paging(),
                IncidentView::of,
                incident -> Params.at(incident.startedAt(), incident.id().value())));
    }

    /** A part is as its check finds it, or worse where staff says so. */
    private Reply<PublicStatus> status(Call<None> call) {
        List<Incident> told = told();
        Map<String, Incident.State> parts = new TreeMap<>();
        checks.forEach(check -> parts.put(check.name(), state(check)));
        told.stream()
                .filter(incident -> incident.endedAt() == null)
                .forEach(incident -> parts.merge(incident.component(), incident.state(), IncidentRoutes::worse));
        return Reply.ok(new PublicStatus(
                parts.entrySet().stream()
                        .map(part -> new Component(part.getKey(), part.getValue()))
                        .toList(),
                told.stream().map(IncidentView::of).toList()));
    }

    /** Without its storage the house can still say that it is down. */
    private List<Incident> told() {
        try {
            return incidents.told();
        } catch (StorageUnavailable down) {
            return List.of();
        }
    }

    private static Incident.State state(HealthCheck check) {
        Optional<Incident.State> found = Vocabulary.parse(
                Incident.State.class, check.look().get().status().wire());
        return found.orElse(Incident.State.DOWN);
    }

    private static Incident.State worse(Incident.State one, Incident.State other) {
        return Comparator.<Incident.State>naturalOrder().compare(one, other) >= 0 ? one : other;
    }
}
