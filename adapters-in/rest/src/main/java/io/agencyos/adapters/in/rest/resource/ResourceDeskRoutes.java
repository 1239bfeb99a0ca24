package io.agencyos.adapters.in.rest.resource;

import io.agencyos.adapters.in.http.route.Call;
import io.agencyos.adapters.in.http.route.Change;
import io.agencyos.adapters.in.http.route.FieldError;
import io.agencyos.adapters.in.http.route.None;
import io.agencyos.adapters.in.http.route.Page;
import io.agencyos.adapters.in.http.route.Paging;
import io.agencyos.adapters.in.http.route.Param;
import io.agencyos.adapters.in.http.route.Problem;
import io.agencyos.adapters.in.http.route.ProblemCode;
import io.agencyos.adapters.in.http.route.Range;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.RouteBuilder;
import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.adapters.in.http.route.Sorting;
import io.agencyos.adapters.in.http.route.Text;
import io.agencyos.application.resource.lending.LentResources;
import io.agencyos.application.resource.lending.ResourceDesk;
import io.agencyos.domain.resource.DomainHealth;
import io.agencyos.domain.resource.LentResource;
import io.agencyos.domain.resource.ResourceKind;
import io.agencyos.domain.resource.ResourceStatus;
import io.agencyos.domain.shared.FieldProblem;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.ResourceId;
import io.agencyos.domain.shared.id.UserId;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Domains, mailboxes and numbers that the platform lends, for its staff. Source: api 9.17. */
public final class ResourceDeskRoutes implements RouteGroup {

    private static final String TAG = "Platform";
    private static final String ALL = Route.P + "/resources";
    private static final String ONE = ALL + "/{id}";
    private static final int MIDDLING = 50;

    private final ResourceDesk desk;

    public ResourceDeskRoutes(ResourceDesk desk) {
        this.desk = desk;
    }

    /**
     * A resource as it stands.
     *
     * @param kind whether a sending domain, a mailbox or a telephone number
     * @param value the domain, address or number itself
     * @param parentId a mailbox's domain; null for anything else
     * @param name what staff calls it; null where nobody gave it a name
     * @param status where the resource is between being bought and being retired; {@code held} is one that rests before
     *     somebody else may have it
     * @param clients who has it
     * @param health how mail providers treat the domain, by its bounces and complaints
     */
    record Stocked(
            UUID id,
            ResourceKind kind,
            String value,
            @Nullable String name,
            @Nullable UUID parentId,
            String provider,
            @Nullable String providerId,
            ResourceStatus status,
            List<UUID> clients,
            int maxClients,
            int reputation,
            DomainHealth health,
            boolean authenticated,
            @Nullable Instant warmupStartedAt,
            @Nullable Instant warmupCompletedAt,
            @Nullable Instant holdUntil) {

        static final Stocked EXAMPLE = new Stocked(
                UUID.fromString("019baaaa-0000-7000-8000-000000000080"),
                ResourceKind.EMAIL_DOMAIN,
                "hello-harbour.example",
                null,
                null,
                "smtp",
                null,
                ResourceStatus.ASSIGNED,
                List.of(UUID.fromString("019baaaa-0000-7000-8000-000000000001")),
                1,
                80,
                DomainHealth.GOOD,
                true,
                Instant.parse("2026-02-01T23:00:00Z"),
                Instant.parse("2026-02-23T23:00:00Z"),
                null);

        static Stocked of(ResourceDesk.Shown shown) {
            LentResource one = shown.resource();
            return new Stocked(
                    one.id().value(),
                    one.kind(),
                    one.value(),
                    one.source().name(),
                    one.parentId() == null ? null : one.parentId().value(),
                    one.source().provider(),
                    one.source().ref(),
                    one.status(),
                    shown.clients().stream().map(ClientId::value).toList(),
                    one.capacity(),
                    one.reputation(),
                    one.health(),
                    one.authenticated(),
                    one.warmingSince(),
                    one.warmedAt(),
                    one.holdUntil());
        }
    }

    /**
     * Something to lend.
     *
     * @param kind whether a sending domain, a mailbox or a telephone number
     * @param value the domain, address or number itself
     * @param name what staff calls it
     */
    record NewStock(
            ResourceKind kind,
            @Text(max = 320) String value,
            @Nullable UUID parentId,
            @Text(max = 100) String provider,
            @Nullable @Text(max = 200) String providerId,
            @Nullable @Text(max = 200) String name,
            @Nullable Instant warmupStartedAt,
            @Nullable Boolean authenticated,
            @Nullable @Range(min = 0, max = 100) Integer reputation,
            @Nullable @Range(min = 1, max = 20) Integer maxClients) {}

    /**
     * What is corrected.
     *
     * @param name what staff calls it
     */
    record PatchStock(
            @Text(max = 200) Change<String> name,
            @Range(min = 0, max = 100) Change<Integer> reputation,
            Change<Boolean> authenticated) {}

    /** Who gets it, beyond the plan. */
    record To(UUID clientId) {}

    /**
     * Whether the 30 days of rest are skipped.
     *
     * @param immediate whether it can be lent again at once, without the 30 days of rest
     */
    record Back(@Nullable Boolean immediate) {}

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(
                Route.get(ALL, "The stock of domains, mailboxes and numbers")
                        .tag(TAG)
                        .platformAdmin()
                        .params(
                                Param.words("kind", ResourceKind.class),
                                Param.words("status", ResourceStatus.class),
                                Param.words("health", DomainHealth.class),
                                Param.id("client_id"))
                        .lists(Stocked.class, Sorting.of("value"), Stocked.EXAMPLE)
                        .handledBy(this::list),
                Route.post(ALL, "Adds to the stock")
                        .tag(TAG)
                        .platformAdmin()
                        .body(NewStock.class, example())
                        .answers(201, Stocked.class, Stocked.EXAMPLE)
                        .problems(ProblemCode.DUPLICATE)
                        .handledBy(this::add),
                Route.get(ONE, "A resource and who has it")
                        .tag(TAG)
                        .platformAdmin()
                        .answers(Stocked.class, Stocked.EXAMPLE)
                        .handledBy(call -> desk.find(id(call))
                                .map(Stocked::of)
                                .<Reply<Stocked>>map(Reply::ok)
                                .orElseGet(Reply::notFound)),
                Route.patch(ONE, "Corrects a resource")
                        .tag(TAG)
                        .platformAdmin()
                        .body(PatchStock.class, new PatchStock(Change.to("spare"), Change.to(90), Change.absent()))
                        .answers(Stocked.class, Stocked.EXAMPLE)
                        .handledBy(this::correct),
                order("/assign", "Lends exactly this one, beyond the plan")
                        .body(To.class, new To(Stocked.EXAMPLE.clients().getFirst()))
                        .answers(Stocked.class, Stocked.EXAMPLE)
                        .handledBy(call -> shown(desk.assign(
                                by(call), id(call), new ClientId(call.body().clientId()), call.origin()))),
                order("/release", "Takes it back; it rests for 30 days unless it is said otherwise")
                        .body(Back.class, new Back(false))
                        .answers(Stocked.class, Stocked.EXAMPLE)
                        .handledBy(call -> shown(desk.release(
                                by(call),
                                id(call),
                                Objects.requireNonNullElse(call.body().immediate(), false),
                                call.origin()))),
                order("/retire", "Takes it out of use for good")
                        .answers(Stocked.class, Stocked.EXAMPLE)
                        .handledBy(call -> shown(desk.retire(by(call), id(call), call.origin()))));
    }

    private static RouteBuilder<None, None> order(String order, String summary) {
        return Route.post(ONE + order, summary).tag(TAG).platformAdmin().problems(ProblemCode.INVALID_TRANSITION);
    }

    private static NewStock example() {
        return new NewStock(
                ResourceKind.EMAIL_DOMAIN, "hello-harbour.example", null, "smtp", null, null, null, true, 80, 1);
    }

    private static UserId by(Call<?> call) {
        return call.principal().userId();
    }

    private static ResourceId id(Call<?> call) {
        return call.id("id", ResourceId::new);
    }

    private Reply<Page<Stocked>> list(Call<None> call) {
        Paging paging = call.paging();
        LentResources.Filter filter = new LentResources.Filter(
                call.query().words("kind", ResourceKind.class),
                call.query().words("status", ResourceStatus.class),
                call.query().words("health", DomainHealth.class),
                call.query().ids("client_id", ClientId::new).stream()
                        .findFirst()
                        .orElse(null));
        LentResources.After after = paging.after()
                .map(position -> new LentResources.After(position.keys().getFirst(), new ResourceId(position.id())))
                .orElse(null);
        return Reply.ok(Page.of(
                desk.list(filter, after, paging.limit() + 1),
                paging,
                Stocked::of,
                row -> new Paging.Position(
                        List.of(row.resource().value()), row.resource().id().value())));
    }

    private Reply<Stocked> add(Call<NewStock> call) {
        NewStock body = call.body();
        ResourceDesk.Addition addition = new ResourceDesk.Addition(
                body.kind(),
                body.value(),
                body.parentId() == null ? null : new ResourceId(body.parentId()),
                body.provider(),
                body.providerId(),
                body.name(),
                body.warmupStartedAt(),
                Objects.requireNonNullElse(body.authenticated(), false),
                Objects.requireNonNullElse(body.reputation(), MIDDLING),
                Objects.requireNonNullElse(body.maxClients(), 1));
        ResourceDesk.Outcome outcome = desk.add(by(call), addition, call.origin());
        return outcome instanceof ResourceDesk.Outcome.Done(ResourceDesk.Shown shown)
                ? Reply.created(ALL + "/" + shown.resource().id().text(), Stocked.of(shown))
                : shown(outcome);
    }

    private Reply<Stocked> correct(Call<PatchStock> call) {
        PatchStock body = call.body();
        ResourceDesk.Correction correction = new ResourceDesk.Correction(
                body.name().orElse(null),
                body.reputation().orElse(null),
                body.authenticated().orElse(null));
        return shown(desk.correct(by(call), id(call), correction, call.origin()));
    }

    private static Reply<Stocked> shown(ResourceDesk.Outcome outcome) {
        return switch (outcome) {
            case ResourceDesk.Outcome.Done(ResourceDesk.Shown shown) -> Reply.ok(Stocked.of(shown));
            case ResourceDesk.Outcome.NotFound missing -> Reply.notFound();
            case ResourceDesk.Outcome.Known known ->
                Reply.refused(ProblemCode.DUPLICATE, "This is in stock, or a client's own.");
            case ResourceDesk.Outcome.Invalid(List<FieldProblem> problems) ->
                Reply.invalid(problems.stream().map(FieldError::of).toList());
            case ResourceDesk.Outcome.NotFrom(ResourceStatus from, ResourceStatus to) ->
                Reply.refused(Problem.of(ProblemCode.INVALID_TRANSITION, detail(from, to))
                        .with("from", from.wire())
                        .with("to", to.wire())
                        .with(
                                "allowed",
                                Arrays.stream(ResourceStatus.values())
                                        .filter(from::mayBecome)
                                        .map(ResourceStatus::wire)
                                        .toList()));
        };
    }

    private static String detail(ResourceStatus from, ResourceStatus to) {
        return from == ResourceStatus.HELD && to == ResourceStatus.ASSIGNED
                ? "It rests: until its hold is over, only the client that gave it back may have it again."
                : "It cannot go there from where it is.";
    }
}
