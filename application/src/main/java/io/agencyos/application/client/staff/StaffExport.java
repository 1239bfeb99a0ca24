package io.agencyos.application.client.staff;

import io.agencyos.application.client.billing.ReadRevenue;
import io.agencyos.application.client.identity.KeepWaitlist;
import io.agencyos.application.client.identity.store.Waitlist;
import io.agencyos.application.platform.AuditFilter;
import io.agencyos.application.platform.ReadAudit;
import io.agencyos.application.platform.export.AuditTable;
import io.agencyos.application.platform.export.Cell;
import io.agencyos.application.platform.export.ExportOrder;
import io.agencyos.application.platform.export.Exporting;
import io.agencyos.application.platform.export.PartPlace;
import io.agencyos.application.platform.export.Sheet;
import io.agencyos.application.platform.flow.Flow;
import io.agencyos.domain.client.ClientHealth;
import io.agencyos.domain.client.billing.Subscription;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.Vocabulary;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.EntityId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The flow {@code staff_export}: lists of the platform's staff as files. Source: api 9.17 {@code P/exports}. */
public final class StaffExport {

    public static final String FLOW = "staff_export";

    private static final String LIST = "list";
    private static final String CLIENT = "client_id";
    private static final int PART = 1000;

    private static final List<String> CLIENTS = List.of(
            "client_id",
            "name",
            "slug",
            "plan",
            "subscription_status",
            "monthly_cents",
            "health",
            "health_level",
            "active_campaigns",
            "members",
            "credits",
            "quota",
            "created_at",
            "last_activity_at");
    private static final List<String> WAITLIST = List.of("email", "agency_name", "source", "created_at", "invited_at");

    private final KeepClients clients;
    private final KeepWaitlist waitlist;
    private final ReadAudit audit;
    private final MoneyTables money;
    private final Function<Set<ClientId>, Sheet> costs;

    /** @param costs the table of what these clients cost; of all where none is named */
    public StaffExport(
            KeepClients clients,
            KeepWaitlist waitlist,
            ReadAudit audit,
            ReadRevenue revenue,
            Function<Set<ClientId>, Sheet> costs) {
        this.clients = clients;
        this.waitlist = waitlist;
        this.audit = audit;
        this.money = new MoneyTables(revenue);
        this.costs = costs;
    }

    /** @param client of this one alone; null for all, and always for the waiting list */
    public record Wanted(StaffList list, @Nullable ClientId client) {

        /** Nobody who waits has a client yet, and what is earned a month is told of all together. */
        public boolean makesSense() {
            return client == null || list != StaffList.WAITLIST && list != StaffList.REVENUE;
        }

        public Map<String, String> params() {
            Map<String, String> params = new TreeMap<>(Map.of(LIST, list.wire()));
            if (client != null) {
                params.put(CLIENT, client.text());
            }
            return params;
        }
    }

    public Flow<?> flow(Exporting exporting) {
        return exporting.flow(FLOW, Role.PLATFORM_ADMIN, this::order);
    }

    private Result<ExportOrder, String> order(Map<String, String> params) {
        if (!Set.of(LIST, CLIENT, ExportOrder.FORMAT).containsAll(params.keySet())) {
            return Result.err("the parameters are list, client_id and format");
        }
        Optional<StaffList> list = Vocabulary.parse(StaffList.class, params.getOrDefault(LIST, ""));
        return list.isEmpty()
                ? Result.err("list is clients, waitlist, audit, revenue, transactions or costs")
                : client(params.get(CLIENT))
                        .map(client -> new Wanted(list.get(), client.orElse(null)))
                        .flatMap(wanted ->
                                ExportOrder.format(params).map(format -> new ExportOrder(sheet(wanted), format)));
    }

    private static Result<Optional<ClientId>, String> client(@Nullable String id) {
        return id == null
                ? Result.ok(Optional.empty())
                : EntityId.parse(id, ClientId::new).map(Optional::of).mapError(problem -> CLIENT + " is an id");
    }

    private Sheet sheet(Wanted wanted) {
        Set<ClientId> only = wanted.client() == null ? Set.of() : Set.of(wanted.client());
        return switch (wanted.list()) {
            case CLIENTS -> new Sheet("clients", CLIENTS, (scope, place, ordered) -> Sheet.Part.last(clients(only)));
            case WAITLIST -> new Sheet("waitlist", WAITLIST, (scope, place, ordered) -> waiting(place));
            case REVENUE -> new Sheet("revenue", MoneyTables.REVENUE, (scope, place, ordered) -> money.months());
            case TRANSACTIONS ->
                new Sheet(
                        "transactions",
                        MoneyTables.TRANSACTIONS,
                        (scope, place, ordered) -> money.lines(only, place, ordered));
            case COSTS -> costs.apply(only);
            case AUDIT -> new Sheet("audit", AuditTable.COLUMNS, (scope, place, ordered) -> log(only, place, ordered));
        };
    }

    private List<List<Cell>> clients(Set<ClientId> only) {
        return clients.list(new KeepClients.Filter(only, Set.of(), Set.of(), Set.of(), null)).stream()
                .sorted(Comparator.comparing(row -> row.client().createdAt()))
                .map(StaffExport::row)
                .toList();
    }

    private static List<Cell> row(ClientStanding row) {
        Subscription booked = row.subscription();
        ClientHealth health = row.health();
        return List.of(
                Cell.of(row.client().id().text()),
                Cell.of(row.client().name()),
                Cell.of(row.client().slug()),
                Cell.of(booked == null ? null : booked.plan()),
                Cell.of(booked == null ? null : booked.status()),
                Cell.of(row.monthly().cents()),
                Cell.of((long) health.score()),
                Cell.of(health.level()),
                Cell.of((long) row.figures().activeCampaigns()),
                Cell.of((long) row.figures().members()),
                Cell.of((long) row.figures().credits()),
                Cell.of((long) row.figures().quota()),
                Cell.of(row.client().createdAt()),
                Cell.of(row.lastActivity()));
    }

    private Sheet.Part waiting(@Nullable String place) {
        Waitlist.After after = Optional.ofNullable(place)
                .map(PartPlace::of)
                .map(found -> new Waitlist.After(found.at(), found.id()))
                .orElse(null);
        List<Waitlist.Entry> page = waitlist.list(after, PART);
        return new Sheet.Part(
                page.stream()
                        .map(entry -> List.of(
                                Cell.of(entry.email().value()),
                                Cell.of(entry.agencyName()),
                                Cell.of(entry.source()),
                                Cell.of(entry.createdAt()),
                                Cell.of(entry.invitedAt())))
                        .toList(),
                page.size() < PART
                        ? Optional.empty()
                        : Optional.of(new PartPlace(
                                        page.getLast().createdAt(),
                                        page.getLast().id())
                                .text()));
    }

    private Sheet.Part log(Set<ClientId> only, @Nullable String place, Instant ordered) {
        AuditFilter before = new AuditFilter(List.of(), List.of(), List.of(), List.of(), null, ordered);
        return AuditTable.part((after, limit) -> audit.everywhere(List.copyOf(only), before, after, limit), place);
    }
}
