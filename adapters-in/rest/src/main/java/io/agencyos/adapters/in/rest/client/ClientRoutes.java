package io.agencyos.adapters.in.rest.client;

import io.agencyos.adapters.in.http.route.Call;
import io.agencyos.adapters.in.http.route.FieldError;
import io.agencyos.adapters.in.http.route.None;
import io.agencyos.adapters.in.http.route.Page;
import io.agencyos.adapters.in.http.route.Paging.Position;
import io.agencyos.adapters.in.http.route.Problem;
import io.agencyos.adapters.in.http.route.ProblemCode;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.adapters.in.http.route.Sorting;
import io.agencyos.adapters.in.http.route.Text;
import io.agencyos.application.client.identity.opening.OpenOwnClient;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.identity.ClientAccess;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.shared.FieldProblem;
import io.agencyos.domain.shared.id.ClientId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The clients of whoever is signed in. Source: api 9.2. */
public final class ClientRoutes implements RouteGroup {

    private static final String TAG = "Clients";
    private static final MyClient EXAMPLE = new MyClient(
            UUID.fromString("019baaaa-0000-7000-8000-000000000001"),
            "Northlight",
            "northlight",
            Role.OWNER,
            UUID.fromString("019baaaa-0000-7000-8000-000000000002"));

    /**
     * A live client with its test twin.
     *
     * @param name what the client is called
     * @param role what you may do at this client
     */
    public record MyClient(
            UUID id,
            String name,
            String slug,
            Role role,
            @Nullable UUID twinId) {}

    /**
     * A client to be opened.
     *
     * @param name what the client is called
     * @param slug what it is called in addresses; null makes one of the name
     */
    public record NewClient(
            @Text(max = 200) String name,
            @Text(max = 63) @Nullable String slug) {}

    private final OpenOwnClient openOwnClient;

    public ClientRoutes(OpenOwnClient openOwnClient) {
        this.openOwnClient = openOwnClient;
    }

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(
                Route.post("/api/v1/clients", "Opens a client with its twin; the caller becomes its owner")
                        .tag(TAG)
                        .signedIn()
                        .idempotent()
                        .body(NewClient.class, new NewClient("Northlight", "northlight"))
                        .answers(201, MyClient.class, EXAMPLE)
                        .problems(ProblemCode.DUPLICATE, ProblemCode.LIMIT_REACHED)
                        .handledBy(this::open),
                Route.get("/api/v1/clients", "The live clients of whoever is signed in")
                        .tag(TAG)
                        .signedIn()
                        .lists(MyClient.class, Sorting.of("name"), EXAMPLE)
                        .handledBy(ClientRoutes::mine));
    }

    private Reply<MyClient> open(Call<NewClient> call) {
        return switch (openOwnClient.open(
                call.principal(), call.body().name(), call.body().slug(), call.origin())) {
            case OpenOwnClient.Outcome.Opened(Client client, ClientId twin) ->
                Reply.created(
                        "/api/v1/clients/" + client.id().text(),
                        new MyClient(client.id().value(), client.name(), client.slug(), Role.OWNER, twin.value()));
            case OpenOwnClient.Outcome.Exists exists ->
                Reply.refused(ProblemCode.DUPLICATE, "A client of this slug is there already, or was until lately.");
            case OpenOwnClient.Outcome.LimitReached(int limit, int current) ->
                Reply.refused(Problem.of(ProblemCode.LIMIT_REACHED, "Nobody owns more clients than this.")
                        .with("limit", limit)
                        .with("current", current));
            case OpenOwnClient.Outcome.InvalidName(String reason) ->
                Reply.invalid(List.of(FieldError.of("/name", "invalid_name", reason)));
            case OpenOwnClient.Outcome.InvalidSlug(FieldProblem problem) ->
                Reply.invalid(List.of(FieldError.of(problem)));
        };
    }

    private static Reply<Page<MyClient>> mine(Call<None> call) {
        List<ClientAccess> access = call.principal().access();
        Map<UUID, UUID> twins = access.stream()
                .filter(entry -> entry.twinOf() != null)
                .collect(Collectors.toMap(
                        entry -> entry.twinOf().value(),
                        entry -> entry.clientId().value()));
        List<MyClient> live = access.stream()
                .filter(entry -> entry.twinOf() == null)
                .map(entry -> new MyClient(
                        entry.clientId().value(),
                        entry.name(),
                        entry.slug(),
                        entry.role(),
                        twins.get(entry.clientId().value())))
                .sorted(Comparator.comparing(MyClient::name).thenComparing(MyClient::id))
                .toList();
        List<MyClient> rest = call.paging()
                .after()
                .map(position -> live.stream()
                        .filter(client -> isAfter(client, position))
                        .toList())
                .orElse(live);
        return Reply.ok(Page.of(
                rest, call.paging(), Function.identity(), client -> new Position(List.of(client.name()), client.id())));
    }

    private static boolean isAfter(MyClient client, Position position) {
        int byName = client.name().compareTo(position.keys().getFirst());
        return byName > 0 || byName == 0 && client.id().compareTo(position.id()) > 0;
    }
}
