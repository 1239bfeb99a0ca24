package io.agencyos.adapters.in.rest.platform;

import io.agencyos.adapters.in.http.route.Call;
import io.agencyos.adapters.in.http.route.None;
import io.agencyos.adapters.in.http.route.Page;
import io.agencyos.adapters.in.http.route.Paging;
import io.agencyos.adapters.in.http.route.Param;
import io.agencyos.adapters.in.http.route.Query;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.adapters.in.http.route.Sorting;
import io.agencyos.application.platform.AuditFilter;
import io.agencyos.application.platform.ReadAudit;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.AuditAction;
import io.agencyos.domain.platform.AuditEntry;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The audit log, to be read only. Source: api 6. */
public final class AuditRoutes implements RouteGroup {

    private static final String TAG = "Audit";
    private static final UUID ID = UUID.fromString("019baaaa-0000-7000-8000-000000000006");
    private static final Param[] FILTERS = {
        Param.id("actor_id"),
        Param.words("action", AuditAction.class),
        Param.texts("resource_type", "What it was done to, in lower snake case, such as campaign."),
        Param.id("resource_id"),
        Param.instant("at_from", "From this moment on."),
        Param.instant("at_to", "Before this moment.")
    };
    private static final EntryView EXAMPLE = new EntryView(
            ID,
            Instant.parse("2026-01-23T02:15:04.120Z"),
            new ActorView(AuditEntry.Actor.Kind.USER, ID, null),
            ID,
            AuditAction.UPDATE,
            "campaign",
            ID,
            List.of(new ChangeView("name", "Q1", "Q1 growth")),
            "203.0.113.7",
            "curl/8",
            "019baaaa-0000-7000-8000-000000000007",
            AuditEntry.Outcome.OK,
            Map.of());

    private final ReadAudit audit;

    public AuditRoutes(ReadAudit audit) {
        this.audit = audit;
    }

    /**
     * Who acted.
     *
     * @param type whether a person, a key, the product, a vendor or the platform's staff acted
     * @param id the user, key or vendor's account; null where there is none to name
     * @param onBehalfOf for whom a staff member acted in a support session; null otherwise
     */
    public record ActorView(
            AuditEntry.Actor.Kind type,
            @Nullable UUID id,
            @Nullable UUID onBehalfOf) {}

    /**
     * What a field was and is; three asterisks stand for what is secret.
     *
     * @param field the field that was changed
     * @param old what it was; null where it was added
     * @param new_ what it is now; null where it was taken away
     */
    public record ChangeView(
            String field, @Nullable String old, @Nullable String new_) {}

    /**
     * One entry.
     *
     * @param at when it happened
     * @param actor who did it
     * @param action what was done, or tried
     * @param resourceType what kind of thing it was done to
     * @param resourceId which of them; null where it is none by itself
     * @param changes what was changed; empty where nothing was
     * @param ip the address that the request came from; null for what no request did
     * @param outcome whether it was done, refused, or went wrong
     * @param metadata what else was noted of it, by name
     */
    public record EntryView(
            UUID id,
            Instant at,
            ActorView actor,
            @Nullable UUID clientId,
            AuditAction action,
            String resourceType,
            @Nullable UUID resourceId,
            List<ChangeView> changes,
            @Nullable String ip,
            @Nullable String userAgent,
            @Nullable String requestId,
            AuditEntry.Outcome outcome,
            Map<String, String> metadata) {

        static EntryView of(AuditEntry entry) {
            AuditEntry.Origin origin = entry.origin();
            return new EntryView(
                    entry.id(),
                    entry.at(),
                    new ActorView(
                            entry.actor().kind(),
                            entry.actor().id(),
                            entry.actor().onBehalfOf()),
                    entry.clientId() == null ? null : entry.clientId().value(),
                    entry.action(),
                    entry.resourceType(),
                    entry.resourceId(),
                    entry.changes().entrySet().stream()
                            .map(change -> new ChangeView(
                                    change.getKey(),
                                    change.getValue().before(),
                                    change.getValue().after()))
                            .toList(),
                    origin.ip() == null ? null : origin.ip().text(),
                    origin.userAgent(),
                    origin.requestId(),
                    entry.outcome(),
                    entry.metadata());
        }
    }

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(
                Route.get(Route.C + "/audit-events", "Who did what in this client, newest first")
                        .tag(TAG)
                        .role(Role.ADMIN)
                        .noKey()
                        .params(FILTERS)
                        .lists(EntryView.class, Sorting.of("-at"), EXAMPLE)
                        .handledBy(call ->
                                page(call, audit.of(call.scope(), filter(call.query()), after(call), wanted(call)))),
                Route.get(Route.P + "/audit-events", "Who did what anywhere, newest first")
                        .tag(TAG)
                        .platformAdmin()
                        .params(Stream.concat(Stream.of(Param.id("client_id")), Stream.of(FILTERS))
                                .toArray(Param[]::new))
                        .lists(EntryView.class, Sorting.of("-at"), EXAMPLE)
                        .handledBy(call -> page(
                                call,
                                audit.everywhere(
                                        call.query().ids("client_id", ClientId::new),
                                        filter(call.query()),
                                        after(call),
                                        wanted(call)))));
    }

    private static Reply<Page<EntryView>> page(Call<None> call, List<AuditEntry> rows) {
        return Reply.ok(Page.of(
                rows,
                call.paging(),
                EntryView::of,
                entry -> new Paging.Position(List.of(entry.at().toString()), entry.id())));
    }

    private static int wanted(Call<None> call) {
        return call.paging().limit() + 1;
    }

    private static Optional<AuditFilter.Place> after(Call<None> call) {
        return call.paging()
                .after()
                .map(position ->
                        new AuditFilter.Place(Instant.parse(position.keys().getFirst()), position.id()));
    }

    private static AuditFilter filter(Query query) {
        return new AuditFilter(
                query.ids("actor_id", Function.identity()),
                List.copyOf(query.words("action", AuditAction.class)),
                query.all("resource_type"),
                query.ids("resource_id", Function.identity()),
                query.instant("at_from").orElse(null),
                query.instant("at_to").orElse(null));
    }
}
