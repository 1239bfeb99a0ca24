package io.agencyos.adapters.out.unipile;

import io.agencyos.adapters.out.vendorhttp.DescribedConnector;
import io.agencyos.adapters.out.vendorhttp.Ways;
import io.agencyos.application.platform.vendor.VendorAccount;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Connects a client's account: the token is tried and the webhooks of its dialect are registered. Source: unipile 9, 10. */
final class UnipileConnector extends DescribedConnector {

    private final Ways<UnipileAccount, Connection> ways;

    UnipileConnector(Ways<UnipileAccount, Connection> ways) {
        super(new Description(
                Failures.VENDOR,
                "linkedin",
                "the DSN (host:port) that the vendor's dashboard shows",
                List.of(Field.required(UnipileAccount.ACCESS_TOKEN, "an access token of the account")),
                List.of(Field.oneOf(
                        UnipileAccount.DIALECT, "which of the vendor's contracts the token is for", "v1", "v2"))));
        this.ways = ways;
    }

    @Override
    public Result<String, VendorFailure> test(VendorAccount account) {
        Connection connection = ways.to(UnipileAccount.of(account));
        return connection
                .calls()
                .read("accounts", () -> connection.speech().accounts(1))
                .map(answer -> account.accountRef());
    }

    /** Those that stand keep their secret, which nobody can read, so new ones are made before the old ones go. */
    @Override
    public Result<List<MadeHook>, VendorFailure> registerHooks(
            VendorAccount account, Function<String, URI> addressOfHookId, Supplier<String> newHookId) {
        Connection connection = ways.to(UnipileAccount.of(account));
        return connection
                .hooks()
                .ours(connection)
                .flatMap(old -> connection
                        .hooks()
                        .make(connection, addressOfHookId, newHookId)
                        .flatMap(made -> removed(connection, ids(old)).map(gone -> made)));
    }

    private static List<String> ids(List<Hooks.Standing> hooks) {
        return hooks.stream().map(Hooks.Standing::id).toList();
    }

    @Override
    public Result<Optional<Set<StandingHook>>, VendorFailure> standingHooks(VendorAccount account) {
        Connection connection = ways.to(UnipileAccount.of(account));
        return connection
                .hooks()
                .ours(connection)
                .map(hooks -> Optional.of(hooks.stream()
                        .flatMap(hook ->
                                hook.address().map(address -> new StandingHook(address, hook.secret())).stream())
                        .collect(Collectors.toSet())));
    }

    @Override
    public Set<String> typesThatArePolled() {
        return Set.of("linkedin_received", "linkedin_own_message", "linkedin_connected");
    }

    static Result<Integer, VendorFailure> removed(Connection connection, List<String> ids) {
        for (String id : ids) {
            Result<Boolean, VendorFailure> gone = connection
                    .calls()
                    .idempotent("remove webhook", () -> connection.hooks().removeWebhook(id));
            if (gone instanceof Result.Err<Boolean, VendorFailure>(VendorFailure failure)
                    && !(failure instanceof VendorFailure.NotFound)) {
                return Result.err(failure);
            }
        }
        return Result.ok(ids.size());
    }

    @Override
    public Result<Integer, VendorFailure> removeHooks(VendorAccount account) {
        Connection connection = ways.to(UnipileAccount.of(account));
        return connection.hooks().ours(connection).flatMap(old -> removed(connection, ids(old)));
    }
}
