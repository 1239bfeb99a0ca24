package io.agencyos.adapters.in.rest.platform;

import io.agencyos.adapters.in.http.route.Call;
import io.agencyos.adapters.in.http.route.FieldError;
import io.agencyos.adapters.in.http.route.None;
import io.agencyos.adapters.in.http.route.Page;
import io.agencyos.adapters.in.http.route.Problem;
import io.agencyos.adapters.in.http.route.ProblemCode;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.adapters.in.http.route.Sorting;
import io.agencyos.application.platform.vendor.ConnectVendor;
import io.agencyos.application.platform.vendor.DisconnectVendor;
import io.agencyos.application.platform.vendor.ListVendorAccounts;
import io.agencyos.application.platform.vendor.TestVendorAccount;
import io.agencyos.application.platform.vendor.VendorAccountView;
import io.agencyos.application.platform.vendor.VendorUseCases;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.shared.SecretText;
import io.agencyos.domain.shared.VendorFailure;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A client's own accounts at vendors. Keys come in and never go out. Source: api 9.13. */
public final class IntegrationRoutes implements RouteGroup {

    static final String TAG = "Integrations";
    private static final String ALL = Route.C + "/integrations";
    private static final String ONE = ALL + "/{vendor}";
    static final ProblemCode[] VENDOR_TROUBLE = {
        ProblemCode.NOT_FOUND, ProblemCode.VENDOR_REJECTED, ProblemCode.VENDOR_ERROR, ProblemCode.VENDOR_TIMEOUT
    };

    private final VendorUseCases useCases;

    public IntegrationRoutes(VendorUseCases useCases) {
        this.useCases = useCases;
    }

    /**
     * An account to be connected.
     *
     * @param accountRef which account there; the form of the list says what that is
     * @param credentials keys and passwords by name, as the form asks for them
     * @param settings what else it needs, by name, as the form asks for it
     */
    public record NewAccount(
            String accountRef,
            Map<String, SecretText> credentials,
            @Nullable Map<String, String> settings) {

        static final NewAccount EXAMPLE = new NewAccount(
                "box-1", Map.of("api_key", new SecretText("a-key-of-the-vendor")), Map.of("open_tracking", "true"));
    }

    /**
     * What came of connecting.
     *
     * @param integration the account as it stands now
     * @param pushes whether the vendor tells us what happens by itself
     * @param note why it does not, null where it does
     */
    public record Connection(
            IntegrationView integration,
            boolean pushes,
            @Nullable String note) {

        static final Connection EXAMPLE = new Connection(IntegrationView.EXAMPLE, true, null);

        static Connection of(ConnectVendor.Outcome.Connected done) {
            String note = switch (done.hearing()) {
                case ConnectVendor.Hearing.Pushed pushed -> null;
                case ConnectVendor.Hearing.NothingToPush none -> "The vendor cannot push; it is polled.";
                case ConnectVendor.Hearing.NoPublicAddress none ->
                    "This installation has no public address; the vendor is polled.";
                case ConnectVendor.Hearing.NotRegistered(VendorFailure failure) ->
                    "The vendor did not take our hooks and is polled; connect again later: " + failure.told();
            };
            return new Connection(IntegrationView.of(done.account()), note == null, note);
        }
    }

    /**
     * What came of disconnecting.
     *
     * @param hooksRemoved whether the vendor took our hooks away
     * @param note why our hooks may still stand at the vendor, null where they do not; none of them is believed
     */
    public record Disconnection(
            boolean hooksRemoved, @Nullable String note) {

        static final Disconnection EXAMPLE = new Disconnection(true, null);
    }

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(
                Route.get(ALL, "Every vendor that may be connected, and the client's account there")
                        .tag(TAG)
                        .role(Role.ADMIN)
                        .noKey()
                        .lists(IntegrationView.class, Sorting.of("vendor"), IntegrationView.EXAMPLE)
                        .handledBy(this::list),
                Route.get(ONE, "One vendor, and the client's account there")
                        .tag(TAG)
                        .role(Role.ADMIN)
                        .noKey()
                        .answers(IntegrationView.class, IntegrationView.EXAMPLE)
                        .problems(ProblemCode.NOT_FOUND)
                        .handledBy(this::one),
                Route.put(ONE, "Connects the client's account, tested live before it is stored")
                        .tag(TAG)
                        .role(Role.ADMIN)
                        .body(NewAccount.class, NewAccount.EXAMPLE)
                        .answers(Connection.class, Connection.EXAMPLE)
                        .problems(
                                ProblemCode.NOT_FOUND,
                                ProblemCode.VENDOR_REJECTED,
                                ProblemCode.VENDOR_ERROR,
                                ProblemCode.VENDOR_TIMEOUT,
                                ProblemCode.NOT_ELIGIBLE)
                        .handledBy(this::connect),
                Route.post(ONE + "/test", "Asks the vendor whether the account still works")
                        .tag(TAG)
                        .role(Role.ADMIN)
                        .answers(IntegrationView.class, IntegrationView.EXAMPLE)
                        .problems(VENDOR_TROUBLE)
                        .handledBy(this::test),
                Route.delete(ONE, "Forgets the account, its keys and its hooks")
                        .tag(TAG)
                        .role(Role.ADMIN)
                        .answers(Disconnection.class, Disconnection.EXAMPLE)
                        .problems(ProblemCode.NOT_FOUND)
                        .handledBy(this::disconnect));
    }

    private Reply<Page<IntegrationView>> list(Call<None> call) {
        return listed(
                call,
                accounts -> Reply.ok(
                        new Page<>(accounts.stream().map(IntegrationView::of).toList(), Optional.empty())));
    }

    private Reply<IntegrationView> one(Call<None> call) {
        return listed(
                call,
                accounts -> accounts.stream()
                        .filter(account -> account.vendor().equals(call.text("vendor")))
                        .findFirst()
                        .<Reply<IntegrationView>>map(account -> Reply.ok(IntegrationView.of(account)))
                        .orElseGet(Reply::notFound));
    }

    private <R> Reply<R> listed(Call<None> call, Function<List<VendorAccountView>, Reply<R>> answer) {
        return switch (useCases.list().list(call.scope())) {
            case ListVendorAccounts.Outcome.Listed(List<VendorAccountView> accounts) -> answer.apply(accounts);
            case ListVendorAccounts.Outcome.RoleRequired(Role required) -> roleRequired(call, required);
        };
    }

    private Reply<Connection> connect(Call<NewAccount> call) {
        if (isTwin(call)) {
            return Reply.refused(
                    ProblemCode.NOT_ELIGIBLE,
                    "A test twin has no accounts at vendors; connect them at its live client.");
        }
        NewAccount body = call.body();
        Map<String, String> settings = body.settings() == null ? Map.of() : body.settings();
        ConnectVendor.Request request =
                new ConnectVendor.Request(call.text("vendor"), body.accountRef(), body.credentials(), settings);
        return switch (useCases.connect().connect(call.scope(), request, call.origin())) {
            case ConnectVendor.Outcome.Connected done -> Reply.ok(Connection.of(done));
            case ConnectVendor.Outcome.Rejected(VendorFailure failure) -> vendorTrouble(failure);
            case ConnectVendor.Outcome.UnknownVendor unknown -> Reply.notFound();
            case ConnectVendor.Outcome.Invalid(List<ConnectVendor.FieldProblem> problems) ->
                Reply.invalid(problems.stream().map(IntegrationRoutes::error).toList());
            case ConnectVendor.Outcome.RoleRequired(Role required) -> roleRequired(call, required);
        };
    }

    static FieldError error(ConnectVendor.FieldProblem problem) {
        int dot = problem.field().indexOf('.');
        String pointer = dot < 0
                ? FieldError.child("", problem.field())
                : FieldError.child(
                        FieldError.child("", problem.field().substring(0, dot)),
                        problem.field().substring(dot + 1));
        return FieldError.of(pointer, "invalid", problem.reason());
    }

    /** Accounts belong to the live client. Source: api 4.1. */
    private static boolean isTwin(Call<?> call) {
        return call.principal().access().stream()
                .anyMatch(access -> access.twinOf() != null
                        && access.clientId().equals(call.scope().clientId()));
    }

    private Reply<IntegrationView> test(Call<None> call) {
        return switch (useCases.test().test(call.scope(), call.text("vendor"), call.origin())) {
            case TestVendorAccount.Outcome.Works(VendorAccountView account) -> Reply.ok(IntegrationView.of(account));
            case TestVendorAccount.Outcome.Rejected(VendorFailure failure) -> vendorTrouble(failure);
            case TestVendorAccount.Outcome.NotConnected none -> Reply.notFound();
            case TestVendorAccount.Outcome.UnknownVendor unknown -> Reply.notFound();
            case TestVendorAccount.Outcome.RoleRequired(Role required) -> roleRequired(call, required);
        };
    }

    private Reply<Disconnection> disconnect(Call<None> call) {
        return switch (useCases.disconnect().disconnect(call.scope(), call.text("vendor"), call.origin())) {
            case DisconnectVendor.Outcome.Disconnected(VendorFailure left) ->
                Reply.ok(new Disconnection(left == null, left == null ? null : left.told()));
            case DisconnectVendor.Outcome.NotConnected none -> Reply.notFound();
            case DisconnectVendor.Outcome.UnknownVendor unknown -> Reply.notFound();
            case DisconnectVendor.Outcome.RoleRequired(Role required) -> roleRequired(call, required);
        };
    }

    static <R> Reply<R> roleRequired(Call<?> call, Role required) {
        return Reply.refused(
                Problem.roleRequired(required.wire(), call.scope().role().wire()));
    }

    /** What our input caused is the caller's to correct; the rest is the vendor's. Source: api 1.3. */
    static <R> Reply<R> vendorTrouble(VendorFailure failure) {
        return switch (failure) {
            case VendorFailure.Unauthorized refused -> rejected(refused);
            case VendorFailure.OutOfCredits refused -> rejected(refused);
            case VendorFailure.Invalid refused -> rejected(refused);
            case VendorFailure.NotFound refused -> rejected(refused);
            case VendorFailure.Conflict refused -> rejected(refused);
            case VendorFailure.RateLimited busy -> down(ProblemCode.VENDOR_ERROR, busy);
            case VendorFailure.Unavailable down -> down(ProblemCode.VENDOR_ERROR, down);
            case VendorFailure.Timeout late -> down(ProblemCode.VENDOR_TIMEOUT, late);
        };
    }

    private static <R> Reply<R> rejected(VendorFailure failure) {
        return Reply.refused(Problem.of(ProblemCode.VENDOR_REJECTED, failure.told())
                .with("vendor", failure.details().vendor()));
    }

    private static <R> Reply<R> down(ProblemCode code, VendorFailure failure) {
        return Reply.refused(Problem.of(code, failure.told())
                .with("vendor", failure.details().vendor())
                .with("retryable", true));
    }
}
