package io.agencyos.adapters.in.rest.client;

import io.agencyos.adapters.in.http.route.Call;
import io.agencyos.adapters.in.http.route.Change;
import io.agencyos.adapters.in.http.route.FieldError;
import io.agencyos.adapters.in.http.route.FieldErrors;
import io.agencyos.adapters.in.http.route.None;
import io.agencyos.adapters.in.http.route.Page;
import io.agencyos.adapters.in.http.route.Pages;
import io.agencyos.adapters.in.http.route.Param;
import io.agencyos.adapters.in.http.route.Problem;
import io.agencyos.adapters.in.http.route.ProblemCode;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.RouteBuilder;
import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.adapters.in.http.route.Sorting;
import io.agencyos.adapters.in.http.route.Text;
import io.agencyos.adapters.in.rest.client.StaffClientViews.ClientInFull;
import io.agencyos.adapters.in.rest.client.StaffClientViews.ClientView;
import io.agencyos.adapters.in.rest.client.StaffClientViews.Stock;
import io.agencyos.application.campaign.lifecycle.PauseOutreach;
import io.agencyos.application.campaign.lifecycle.ResumeOutreach;
import io.agencyos.application.client.EditClient;
import io.agencyos.application.client.OpenClient;
import io.agencyos.application.client.identity.InviteMember;
import io.agencyos.application.client.identity.ListMembers;
import io.agencyos.application.client.identity.opening.OpenForStaff;
import io.agencyos.application.client.staff.ClientStanding;
import io.agencyos.application.client.staff.KeepClients;
import io.agencyos.application.resource.lending.LentResources;
import io.agencyos.application.resource.lending.ResourceDesk;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.ClientDetails;
import io.agencyos.domain.client.ClientHealth;
import io.agencyos.domain.client.billing.Plan;
import io.agencyos.domain.client.billing.SubscriptionStatus;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.shared.FieldProblem;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.id.ClientId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Clients, for staff of the platform. Source: api 9.17 {@code P/clients}. */
public final class StaffClientRoutes implements RouteGroup {

    private static final String TAG = "Platform";
    private static final String ALL = Route.P + "/clients";
    private static final String ONE = ALL + "/{id}";
    private static final int MOST_RESOURCES = 100;

    /** What staff does with clients. */
    public record Desk(
            KeepClients keep,
            OpenForStaff open,
            EditClient edit,
            InviteMember invite,
            PauseOutreach pause,
            ResumeOutreach resume,
            ListMembers members,
            ResourceDesk resources) {}

    private final Desk desk;

    public StaffClientRoutes(Desk desk) {
        this.desk = desk;
    }

    /**
     * A client to be opened; whoever has the address is invited as its owner.
     *
     * @param name what the client is called
     */
    public record NewClient(
            @Text(max = 200) String name, @Nullable String ownerEmail) {}

    /**
     * Why outreach is stopped.
     *
     * @param reason why, in your own words; colleagues see it
     */
    public record Stop(@Text(min = 0, max = 500) @Nullable String reason) {}

    /** Whether campaigns that the stop had paused go on. */
    public record GoOn(@Nullable Boolean reactivate) {}

    /**
     * Why the client is shut out.
     *
     * @param reason why, in your own words; colleagues see it
     */
    public record Suspend(@Text(min = 1, max = 500) String reason) {}

    @Override
    public List<Route<?, ?>> routes() {
        ClientSetUpRoutes.PatchClient patch = new ClientSetUpRoutes.PatchClient(
                Change.absent(),
                Change.absent(),
                Change.to("Northlight Pty Ltd"),
                Change.absent(),
                Change.to("hello@northlight.example"),
                Change.absent(),
                Change.absent(),
                Change.absent(),
                Change.absent(),
                Change.absent(),
                Change.absent(),
                Change.absent());
        return List.of(
                Route.get(ALL, "Every live client, how it pays and how it fares")
                        .tag(TAG)
                        .platformAdmin()
                        .params(
                                Param.words("plan", Plan.class),
                                Param.words("status", SubscriptionStatus.class),
                                Param.words("health", ClientHealth.Level.class),
                                Param.search("Looks in name and slug."),
                                Param.id("client_id"))
                        .lists(
                                ClientView.class,
                                Sorting.of(
                                        "-created_at",
                                        "created_at",
                                        "mrr",
                                        "-mrr",
                                        "health",
                                        "-health",
                                        "last_activity",
                                        "-last_activity"),
                                StaffClientViews.CLIENT)
                        .handledBy(this::list),
                Route.post(ALL, "Opens a client with its test twin")
                        .tag(TAG)
                        .platformAdmin()
                        .idempotent()
                        .body(NewClient.class, new NewClient("Northlight", "sam@agency.example"))
                        .answers(201, ClientView.class, StaffClientViews.CLIENT)
                        .problems(ProblemCode.DUPLICATE)
                        .handledBy(this::open),
                Route.get(ONE, "A client with its people and what it sends from")
                        .tag(TAG)
                        .platformAdmin()
                        .answers(ClientInFull.class, StaffClientViews.IN_FULL)
                        .handledBy(this::show),
                Route.patch(ONE, "Changes what a client is called and how it is reached")
                        .tag(TAG)
                        .platformAdmin()
                        .ifMatch()
                        .body(ClientSetUpRoutes.PatchClient.class, patch)
                        .answers(ClientView.class, StaffClientViews.CLIENT)
                        .problems(ProblemCode.DUPLICATE, ProblemCode.NOT_ELIGIBLE)
                        .handledBy(this::edit),
                order("/pause", "Stops everything of the client at once")
                        .body(Stop.class, new Stop("complaints"))
                        .answers(ClientView.class, StaffClientViews.CLIENT)
                        .handledBy(this::pause),
                order("/resume", "Lifts the stop")
                        .body(GoOn.class, new GoOn(true))
                        .answers(ClientView.class, StaffClientViews.CLIENT)
                        .problems(ProblemCode.INVALID_TRANSITION)
                        .handledBy(this::resume),
                order("/suspend", "Stops everything; the client's people and programs only read from now on")
                        .body(Suspend.class, new Suspend("Three invoices unpaid"))
                        .answers(ClientView.class, StaffClientViews.CLIENT)
                        .handledBy(call -> kept(desk.keep()
                                .suspend(
                                        call.principal().userId(),
                                        client(call),
                                        call.body().reason(),
                                        call.origin()))),
                order("/restore", "Ends the suspension; outreach goes on if it ran before")
                        .answers(ClientView.class, StaffClientViews.CLIENT)
                        .handledBy(call ->
                                kept(desk.keep().restore(call.principal().userId(), client(call), call.origin()))));
    }

    private static RouteBuilder<None, None> order(String order, String summary) {
        return Route.post(ONE + order, summary).tag(TAG).platformAdmin();
    }

    private static ClientId client(Call<?> call) {
        return call.id("id", ClientId::new);
    }

    private static TenantScope scope(Call<?> call) {
        return new TenantScope(client(call), call.principal().userId(), Role.WORKER);
    }

    private Reply<Page<ClientView>> list(Call<None> call) {
        KeepClients.Filter filter = new KeepClients.Filter(
                new HashSet<>(call.query().ids("client_id", ClientId::new)),
                call.query().words("plan", Plan.class),
                call.query().words("status", SubscriptionStatus.class),
                call.query().words("health", ClientHealth.Level.class),
                call.query().text("q").orElse(null));
        return Reply.ok(Pages.of(
                desk.keep().list(filter),
                call.paging(),
                key(call.paging().sort()),
                standing -> standing.client().id().value(),
                ClientView::of));
    }

    /** As text that sorts like the value. */
    private static Function<ClientStanding, String> key(String sort) {
        return switch (sort.replaceFirst("^-", "")) {
            case "mrr" -> standing -> "%015d".formatted(standing.monthly().cents());
            case "health" -> standing -> "%03d".formatted(standing.health().score());
            case "last_activity" ->
                standing -> standing.lastActivity() == null
                        ? ""
                        : Long.toString(standing.lastActivity().toEpochMilli());
            default -> standing -> Long.toString(standing.client().createdAt().toEpochMilli());
        };
    }

    private Reply<ClientView> open(Call<NewClient> call) {
        FieldErrors errors = new FieldErrors();
        String address = call.body().ownerEmail();
        Optional<EmailAddress> owner =
                address == null ? Optional.empty() : errors.read("/owner_email", EmailAddress.parse(address));
        if (!errors.isEmpty()) {
            return Reply.invalid(errors);
        }
        return switch (desk.open().open(call.principal().userId(), call.body().name(), call.origin())) {
            case OpenClient.Outcome.Opened(Client opened) -> {
                TenantScope as = new TenantScope(opened.id(), call.principal().userId(), Role.OWNER);
                owner.ifPresent(email -> desk.invite().invite(as, email, Role.OWNER, call.origin()));
                yield desk.keep()
                        .find(opened.id())
                        .<Reply<ClientView>>map(standing -> Reply.created(
                                        ALL + "/" + opened.id().text(), ClientView.of(standing))
                                .version(standing.client().version()))
                        .orElseGet(Reply::notFound);
            }
            case OpenClient.Outcome.Exists exists ->
                Reply.refused(ProblemCode.DUPLICATE, "A client of this name is there already.");
            case OpenClient.Outcome.InvalidName(String reason) ->
                Reply.invalid(List.of(FieldError.of("/name", "invalid", reason)));
        };
    }

    private Reply<ClientInFull> show(Call<None> call) {
        return desk.keep()
                .find(client(call))
                .<Reply<ClientInFull>>map(standing -> Reply.ok(new ClientInFull(
                                ClientView.of(standing),
                                desk.members().of(client(call)).stream()
                                        .map(MemberRoutes::view)
                                        .toList(),
                                resources(client(call))))
                        .version(standing.client().version()))
                .orElseGet(Reply::notFound);
    }

    private List<Stock> resources(ClientId client) {
        return desk
                .resources()
                .list(new LentResources.Filter(Set.of(), Set.of(), Set.of(), client), null, MOST_RESOURCES)
                .stream()
                .map(shown -> new Stock(
                        shown.resource().id().value(),
                        shown.resource().kind(),
                        shown.resource().value(),
                        shown.resource().status(),
                        shown.resource().health()))
                .toList();
    }

    private Reply<ClientView> edit(Call<ClientSetUpRoutes.PatchClient> call) {
        Optional<Client> found = desk.keep().find(client(call)).map(ClientStanding::client);
        if (found.isEmpty()) {
            return Reply.notFound();
        }
        if (found.get().version() != call.expectedVersion()) {
            return Reply.refused(Problem.versionConflict(Optional.of(found.get().version())));
        }
        FieldErrors errors = new FieldErrors();
        ClientDetails details = ClientSetUpRoutes.merged(found.get(), call.body(), errors);
        if (!errors.isEmpty()) {
            return Reply.invalid(errors);
        }
        return switch (desk.edit().edit(scope(call), call.expectedVersion(), details, call.origin())) {
            case EditClient.Outcome.Changed changed -> shown(call);
            case EditClient.Outcome.Invalid(List<FieldProblem> problems) ->
                Reply.invalid(problems.stream().map(FieldError::of).toList());
            case EditClient.Outcome.NotFound gone -> Reply.notFound();
            case EditClient.Outcome.SlugTaken taken -> ClientSetUpRoutes.slugTaken();
            case EditClient.Outcome.SlugOfTwin twin -> ClientSetUpRoutes.slugOfTwin();
            case EditClient.Outcome.RoleRequired(Role required) ->
                throw new IllegalStateException("the product itself may edit");
        };
    }

    private Reply<ClientView> pause(Call<Stop> call) {
        if (desk.keep().find(client(call)).isEmpty()) {
            return Reply.notFound();
        }
        String reason = call.body().reason();
        return switch (desk.pause().pause(scope(call), reason == null ? "" : reason, call.origin())) {
            case PauseOutreach.Outcome.Paused paused -> shown(call);
            case PauseOutreach.Outcome.InvalidReason invalid ->
                Reply.invalid(List.of(FieldError.of("/reason", "too_long", "At most 500 characters.")));
            case PauseOutreach.Outcome.NotFound gone -> Reply.notFound();
            case PauseOutreach.Outcome.RoleRequired(Role required) ->
                throw new IllegalStateException("the product itself may stop");
        };
    }

    private Reply<ClientView> resume(Call<GoOn> call) {
        if (desk.keep().find(client(call)).isEmpty()) {
            return Reply.notFound();
        }
        boolean reactivate = Boolean.TRUE.equals(call.body().reactivate());
        return switch (desk.resume().resume(scope(call), reactivate, call.origin())) {
            case ResumeOutreach.Outcome.Resumed resumed -> shown(call);
            case ResumeOutreach.Outcome.NotFound gone -> Reply.notFound();
            case ResumeOutreach.Outcome.Leaving leaving ->
                Reply.refused(Problem.of(
                                ProblemCode.INVALID_TRANSITION,
                                "The client is to be removed; an owner restores it first.")
                        .with("from", "leaving")
                        .with("to", "running")
                        .with("allowed", List.of("restored")));
            case ResumeOutreach.Outcome.RoleRequired(Role required) ->
                Reply.refused(Problem.of(ProblemCode.INVALID_TRANSITION, "The client is suspended; restore it first.")
                        .with("from", "suspended")
                        .with("to", "running")
                        .with("allowed", List.of("restored")));
        };
    }

    private Reply<ClientView> shown(Call<?> call) {
        return shown(desk.keep().find(client(call)));
    }

    private static Reply<ClientView> kept(KeepClients.Outcome outcome) {
        return switch (outcome) {
            case KeepClients.Outcome.Kept(ClientStanding standing) -> shown(Optional.of(standing));
            case KeepClients.Outcome.InvalidReason invalid ->
                Reply.invalid(List.of(FieldError.of("/reason", "required", "Say why, in at most 500 characters.")));
            case KeepClients.Outcome.NotFound gone -> Reply.notFound();
        };
    }

    private static Reply<ClientView> shown(Optional<ClientStanding> standing) {
        return standing.<Reply<ClientView>>map(
                        one -> Reply.ok(ClientView.of(one)).version(one.client().version()))
                .orElseGet(Reply::notFound);
    }
}
