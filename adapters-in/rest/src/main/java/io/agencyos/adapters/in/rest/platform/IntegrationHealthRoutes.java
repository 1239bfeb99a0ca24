package io.agencyos.adapters.in.rest.platform;

import io.agencyos.adapters.in.http.route.Call;
import io.agencyos.adapters.in.http.route.None;
import io.agencyos.adapters.in.http.route.ProblemCode;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.application.client.staff.KeepPlatformAccounts;
import io.agencyos.application.client.staff.WatchIntegrations;
import io.agencyos.application.platform.vendor.ConnectVendor;
import io.agencyos.application.platform.vendor.VendorAccountState;
import io.agencyos.application.platform.vendor.VendorAccountView;
import io.agencyos.domain.shared.SecretText;
import io.agencyos.domain.shared.VendorFailure;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How clients' accounts at vendors do, and the platform's own, for staff. Keys come in and never go out. Source: api 9.13 (platform accounts), 9.17. */
public final class IntegrationHealthRoutes implements RouteGroup {

    private static final VendorHealth EXAMPLE = new VendorHealth(
            "salesforge",
            IntegrationView.Owner.CLIENT,
            12,
            1,
            0,
            List.of(new Troubled(
                    UUID.fromString("019baaaa-0000-7000-8000-000000000001"),
                    "Northlight",
                    VendorAccountState.Status.NEEDS_ATTENTION,
                    Instant.parse("2026-03-02T00:00:00Z"),
                    "The vendor did not take our hooks.",
                    Instant.parse("2026-03-02T01:00:00Z"))));

    private static final String TAG = "Platform";
    private static final String ONE = Route.P + "/integrations/{vendor}";
    private static final IntegrationView OWN = new IntegrationView(
            "postbox",
            "models",
            IntegrationView.Owner.PLATFORM,
            IntegrationView.Status.CONNECTED,
            "our account",
            "our account",
            Map.of(),
            Instant.parse("2026-03-02T00:00:00Z"),
            null,
            null,
            List.of(),
            true,
            "1234",
            Map.of("api_key", "1234"),
            new IntegrationView.Form(
                    "what you call the account",
                    List.of(new IntegrationView.Field("api_key", true, "a key of the account", List.of())),
                    null,
                    List.of()));
    private static final IntegrationRoutes.NewAccount NEW = new IntegrationRoutes.NewAccount(
            "our account", Map.of("api_key", new SecretText("a-key-of-the-vendor")), null);

    private final WatchIntegrations watch;
    private final KeepPlatformAccounts own;

    /** @param own the platform's own accounts */
    public IntegrationHealthRoutes(WatchIntegrations watch, KeepPlatformAccounts own) {
        this.watch = watch;
        this.own = own;
    }

    /**
     * How clients' accounts do, vendor by vendor.
     *
     * @param items each vendor that some client has connected, by name
     * @param own each vendor at which the platform may have an account of its own, which works for all clients, by name
     */
    record Vendors(List<VendorHealth> items, List<IntegrationView> own) {}

    /**
     * A vendor that somebody has connected.
     *
     * @param owner whose accounts they are
     * @param accounts how many clients have an account there connected
     * @param needAttention at how many of them not all works
     * @param broken at how many of them nothing works
     * @param troubled the last error first, at most 100
     */
    record VendorHealth(
            String vendor,
            IntegrationView.Owner owner,
            int accounts,
            int needAttention,
            int broken,
            List<Troubled> troubled) {

        static VendorHealth of(WatchIntegrations.Health health) {
            return new VendorHealth(
                    health.vendor(),
                    IntegrationView.Owner.CLIENT,
                    health.accounts(),
                    health.needAttention(),
                    health.broken(),
                    health.troubled().stream().map(Troubled::of).toList());
        }
    }

    /**
     * An account that somebody has to look at.
     *
     * @param status whether all of it works, not all ({@code needs_attention}) or nothing ({@code error})
     */
    record Troubled(
            UUID clientId,
            String clientName,
            VendorAccountState.Status status,
            @Nullable Instant lastOkAt,
            @Nullable String lastError,
            @Nullable Instant lastErrorAt) {

        static Troubled of(WatchIntegrations.Troubled troubled) {
            VendorAccountState state = troubled.state();
            return new Troubled(
                    troubled.client().id().value(),
                    troubled.client().name(),
                    state.status(),
                    state.lastOkAt(),
                    state.lastError(),
                    state.lastErrorAt());
        }
    }

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(
                Route.get(Route.P + "/integrations", "How clients' accounts at vendors do, vendor by vendor")
                        .tag(TAG)
                        .platformAdmin()
                        .answers(Vendors.class, new Vendors(List.of(EXAMPLE), List.of(OWN)))
                        .handledBy(call -> Reply.ok(new Vendors(
                                watch.health().stream().map(VendorHealth::of).toList(),
                                own.list().stream()
                                        .map(IntegrationHealthRoutes::shown)
                                        .toList()))),
                Route.put(ONE, "Connects an account of the platform's own, tested live before it is stored")
                        .tag(TAG)
                        .platformAdmin()
                        .body(IntegrationRoutes.NewAccount.class, NEW)
                        .answers(IntegrationView.class, OWN)
                        .problems(IntegrationRoutes.VENDOR_TROUBLE)
                        .handledBy(this::connect),
                Route.post(ONE + "/test", "Asks the vendor whether the platform's account still works")
                        .tag(TAG)
                        .platformAdmin()
                        .answers(IntegrationView.class, OWN)
                        .problems(IntegrationRoutes.VENDOR_TROUBLE)
                        .handledBy(call -> answer(own.test(call.text("vendor")))),
                Route.delete(ONE, "Forgets the platform's account and its keys")
                        .tag(TAG)
                        .platformAdmin()
                        .problems(ProblemCode.NOT_FOUND)
                        .handledBy(this::disconnect));
    }

    private Reply<IntegrationView> connect(Call<IntegrationRoutes.NewAccount> call) {
        IntegrationRoutes.NewAccount body = call.body();
        Map<String, String> settings = body.settings() == null ? Map.of() : body.settings();
        return answer(own.connect(
                call.principal().userId(),
                new ConnectVendor.Request(call.text("vendor"), body.accountRef(), body.credentials(), settings),
                call.origin()));
    }

    private Reply<None> disconnect(Call<None> call) {
        boolean gone = own.disconnect(call.principal().userId(), call.text("vendor"), call.origin());
        return gone ? Reply.noContent() : Reply.notFound();
    }

    private static IntegrationView shown(VendorAccountView account) {
        return IntegrationView.of(account, IntegrationView.Owner.PLATFORM);
    }

    private static Reply<IntegrationView> answer(KeepPlatformAccounts.Outcome outcome) {
        return switch (outcome) {
            case KeepPlatformAccounts.Outcome.Kept(VendorAccountView account) -> Reply.ok(shown(account));
            case KeepPlatformAccounts.Outcome.Rejected(VendorFailure failure) ->
                IntegrationRoutes.vendorTrouble(failure);
            case KeepPlatformAccounts.Outcome.Invalid(List<ConnectVendor.FieldProblem> problems) ->
                Reply.invalid(problems.stream().map(IntegrationRoutes::error).toList());
            case KeepPlatformAccounts.Outcome.NotFound none -> Reply.notFound();
        };
    }
}
