package io.agencyos.bootstrap.product.account;

import io.agencyos.application.platform.vendor.VendorAccount;
import io.agencyos.application.platform.vendor.VendorConnector;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.id.ClientId;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * A vendor that is not for everybody: who else it is, it is connected by nobody. Source: api 4.1.
 *
 * @param whom asked inside units of work and outside
 * @param why what the others are told
 */
public record OnlyFor(VendorConnector vendors, Predicate<ClientId> whom, String why) implements VendorConnector {

    /** One that no sandbox speaks for. */
    public static OnlyFor live(VendorConnector vendors, Predicate<ClientId> twin) {
        return new OnlyFor(vendors, twin.negate(), "a test twin has no account at a vendor without a sandbox");
    }

    /** One that this installation has in the sandbox alone. */
    public static OnlyFor twins(VendorConnector vendors, Predicate<ClientId> twin) {
        return new OnlyFor(vendors, twin, "this installation has it for test twins alone");
    }

    @Override
    public boolean serves(ClientId client) {
        return whom.test(client);
    }

    private <T> Result<T, VendorFailure> admitted(VendorAccount account, Supplier<Result<T, VendorFailure>> work) {
        return whom.test(account.clientId())
                ? work.get()
                : Result.err(new VendorFailure.Unauthorized(VendorFailure.Details.of(vendor(), "connect", why)));
    }

    @Override
    public Result<String, VendorFailure> test(VendorAccount account) {
        return admitted(account, () -> vendors.test(account));
    }

    @Override
    public List<String> examine(VendorAccount account) {
        return whom.test(account.clientId()) ? vendors.examine(account) : List.of();
    }

    @Override
    public Result<List<MadeHook>, VendorFailure> registerHooks(
            VendorAccount account, Function<String, URI> addressOfHookId, Supplier<String> newHookId) {
        return admitted(account, () -> vendors.registerHooks(account, addressOfHookId, newHookId));
    }

    @Override
    public Result<Optional<Set<StandingHook>>, VendorFailure> standingHooks(VendorAccount account) {
        return admitted(account, () -> vendors.standingHooks(account));
    }

    @Override
    public Set<String> typesThatArePolled() {
        return vendors.typesThatArePolled();
    }

    @Override
    public Result<Map<String, Integer>, VendorFailure> happened(VendorAccount account, Instant from, Instant until) {
        return admitted(account, () -> vendors.happened(account, from, until));
    }

    @Override
    public Result<Integer, VendorFailure> removeHooks(VendorAccount account) {
        return admitted(account, () -> vendors.removeHooks(account));
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
