package io.agencyos.adapters.in.http.server;

import io.agencyos.adapters.in.http.json.Json;
import io.agencyos.adapters.in.http.route.Call;
import io.agencyos.adapters.in.http.route.Change;
import io.agencyos.adapters.in.http.route.FieldError;
import io.agencyos.adapters.in.http.route.Items;
import io.agencyos.adapters.in.http.route.None;
import io.agencyos.adapters.in.http.route.Page;
import io.agencyos.adapters.in.http.route.Paging.Position;
import io.agencyos.adapters.in.http.route.Param;
import io.agencyos.adapters.in.http.route.ProblemCode;
import io.agencyos.adapters.in.http.route.Range;
import io.agencyos.adapters.in.http.route.RateLimit;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.adapters.in.http.route.Sorting;
import io.agencyos.adapters.in.http.route.Text;
import io.agencyos.adapters.in.http.route.Upload;
import io.agencyos.application.shared.ConcurrentUpdate;
import io.agencyos.application.shared.StorageUnavailable;
import io.agencyos.domain.client.identity.Role;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Routes with everything that a route can have, to try the server with. */
public final class SampleRoutes implements RouteGroup {

    static final Instant WHEN = Instant.parse("2026-01-23T02:15:04.120Z");

    /** A body of every type. */
    record Order(
            @Text(max = 10) String name,
            @Range(min = 1, max = 5) int amount,
            @Nullable Long count,
            Optional<Boolean> urgent,
            BigDecimal price,
            UUID product,
            Instant at,
            LocalDate day,
            LocalTime start,
            ZoneId zone,
            Role role,
            @Items(max = 3) @Range(min = 1, max = 7) List<Integer> workDays,
            Map<String, String> metadata,
            @Nullable Line line) {

        List<FieldError> faults() {
            return line != null && line.label().equals(name)
                    ? List.of(FieldError.of("/line/label", "duplicate", "The label is not the name."))
                    : List.of();
        }
    }

    /** A part of a body. */
    record Line(@Text(max = 5) String label) {}

    /** A patch. */
    record Edit(Change<String> name, Change<@Nullable String> note) {}

    /** What the routes answer. */
    record Thing(UUID id, String name, @Nullable String note, Instant createdAt) {}

    final List<Thing> things = new CopyOnWriteArrayList<>();
    final CountDownLatch entered = new CountDownLatch(1);
    final CountDownLatch mayGo = new CountDownLatch(1);
    private int executions;

    private static final Thing THING = new Thing(new UUID(0, 1), "Pen", null, WHEN);
    private static final Order ORDER = new Order(
            "Pens",
            2,
            null,
            Optional.empty(),
            new BigDecimal("1.5"),
            new UUID(0, 1),
            WHEN,
            LocalDate.of(2026, 1, 23),
            LocalTime.of(9, 0),
            ZoneId.of("Australia/Sydney"),
            Role.MEMBER,
            List.of(1),
            Map.of("k", "v"),
            null);

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(
                Route.get(Route.C + "/things", "Things")
                        .tag("Sample")
                        .role(Role.VIEWER)
                        .params(
                                Param.words("role", Role.class),
                                Param.search("in the name"),
                                Param.id("owner_id"),
                                Param.instant("from", "from"),
                                Param.flag("open", "open"),
                                Param.integer("min", "min"))
                        .lists(Thing.class, Sorting.of("-created_at", "name"), THING)
                        .handledBy(this::list),
                Route.post(Route.C + "/things", "Order")
                        .tag("Sample")
                        .role(Role.MEMBER)
                        .idempotent()
                        .limited(RateLimit.TRANSFER)
                        .body(Order.class, ORDER)
                        .rules(Order::faults)
                        .answers(201, Thing.class, THING)
                        .handledBy(this::create),
                Route.get(Route.C + "/things/{id}", "One")
                        .tag("Sample")
                        .role(Role.VIEWER)
                        .answers(Thing.class, THING)
                        .handledBy(call -> Reply.ok(THING).version(3)),
                Route.patch(Route.C + "/things/{id}", "Edit")
                        .tag("Sample")
                        .role(Role.ADMIN)
                        .ifMatch()
                        .body(Edit.class, new Edit(Change.to("x"), Change.absent()))
                        .answers(Thing.class, THING)
                        .handledBy(SampleRoutes::edit),
                Route.post(Route.C + "/files", "Upload")
                        .tag("Sample")
                        .role(Role.MEMBER)
                        .upload()
                        .answers(Thing.class, THING)
                        .handledBy(SampleRoutes::upload),
                Route.post(Route.C + "/failures/{kind}", "Fail")
                        .tag("Sample")
                        .role(Role.MEMBER)
                        .problems(ProblemCode.CONCURRENT_UPDATE)
                        .handledBy(call -> fail(call.text("kind"))),
                Route.get("/api/v1/slow", "Slow")
                        .tag("Sample")
                        .open()
                        .answers(Thing.class, THING)
                        .handledBy(call -> slow()));
    }

    int executions() {
        return executions;
    }

    private Reply<Page<Thing>> list(Call<None> call) {
        List<Thing> rest = things.stream()
                .sorted(Comparator.comparing(Thing::id).reversed())
                .filter(thing -> call.paging()
                        .after()
                        .map(position -> thing.id().compareTo(position.id()) < 0)
                        .orElse(true))
                .toList();
        return Reply.ok(Page.of(
                rest,
                call.paging(),
                Function.identity(),
                thing -> new Position(List.of(Json.instant(thing.createdAt())), thing.id())));
    }

    private Reply<Thing> create(Call<Order> call) {
        executions++;
        return Reply.created(
                        "/api/v1/made",
                        new Thing(
                                new UUID(0, 1),
                                call.body().name(),
                                null,
                                call.body().at()))
                .version(1);
    }

    private static Reply<Thing> edit(Call<Edit> call) {
        if (call.expectedVersion() != 3) {
            throw new ConcurrentUpdate("thing");
        }
        Edit edit = call.body();
        return Reply.ok(new Thing(
                        THING.id(),
                        String.valueOf(edit.name().orElse("Pen")),
                        edit.note().orElse("old"),
                        WHEN))
                .version(4);
    }

    private static Reply<Thing> upload(Call<None> call) {
        Upload file = call.files().get("file");
        return file == null
                ? Reply.refused(ProblemCode.VALIDATION_FAILED, "file")
                : Reply.ok(new Thing(THING.id(), file.fileName(), call.form().get("note"), WHEN));
    }

    private static Reply<None> fail(String kind) {
        return switch (kind) {
            case "storage" -> throw new StorageUnavailable("secret host", new IllegalStateException());
            case "race" -> throw new ConcurrentUpdate("thing");
            case "deep" -> fail(kind);
            default -> throw new IllegalStateException("secret detail");
        };
    }

    private Reply<Thing> slow() {
        entered.countDown();
        try {
            mayGo.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while waiting", stopped);
        }
        return Reply.ok(THING);
    }
}
