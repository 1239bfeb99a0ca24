package io.agencyos.bootstrap.product;

import io.agencyos.application.platform.VendorAccount;
import io.agencyos.application.platform.VendorConnector;
import io.agencyos.domain.shared.ClientId;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * A vendor that no sandbox speaks for: no twin is connected to it, by nobody. Source: api 4.1.
 *
 * @param twin not asked inside a unit of work
 */
record LiveOnly(VendorConnector vendors, Predicate<ClientId> twin) implements VendorConnector {

    private <T> Result<T, VendorFailure> alive(VendorAccount account, Supplier<Result<T, VendorFailure>> work) {
        return twin.test(account.clientId())
                ? Result.err(new VendorFailure.Unauthorized(VendorFailure.Details.of(
                        vendor(), "connect", "a test twin has no account at a vendor without a sandbox")))
                : work.get();
    }

    @Override
    public Result<String, VendorFailure> test(VendorAccount account) {
        return alive(account, () -> vendors.test(account));
    }

    @Override
    public Result<List<MadeHook>, VendorFailure> registerHooks(
            VendorAccount account, Function<String, URI> addressOfHookId, Supplier<String> newHookId) {
        return alive(account, () -> vendors.registerHooks(account, addressOfHookId, newHookId));
    }

    @Override
    public Result<Integer, VendorFailure> removeHooks(VendorAccount account) {
        return alive(account, () -> vendors.removeHooks(account));
    }

    @Override
    public String vendor() {
        return vendors.vendor();
    }

    @Override
    public String capability() {
        return vendors.capability();
    }

    @Override
    public String accountMeaning() {
        return vendors.accountMeaning();
    }

    @Override
    public List<Field> credentials() {
        return vendors.credentials();
    }

    @Override
    public Optional<NamedKeys> namedCredentials() {
        return vendors.namedCredentials();
    }

    @Override
    public List<Field> settings() {
        return vendors.settings();
    }
}
