package io.agencyos.adapters.out.vendorhttp;

import io.agencyos.application.platform.vendor.VendorAccount;
import io.agencyos.application.platform.vendor.VendorConnector;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import java.net.URI;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A connector that says of itself what a person must know to connect an account; what it does is left to the vendor's. A vendor that pushes
 * says so by overriding what is about hooks.
 */
public abstract class DescribedConnector implements VendorConnector {

    /**
     * What a person must know.
     *
     * @param accountMeaning what the account's reference is
     */
    public record Description(
            String vendor, String capability, String accountMeaning, List<Field> credentials, List<Field> settings) {

        public Description {
            credentials = List.copyOf(credentials);
            settings = List.copyOf(settings);
        }
    }

    private final Description description;

    protected DescribedConnector(Description description) {
        this.description = description;
    }

    @Override
    public final String vendor() {
        return description.vendor();
    }

    @Override
    public final String capability() {
        return description.capability();
    }

    @Override
    public final String accountMeaning() {
        return description.accountMeaning();
    }

    @Override
    public final List<Field> credentials() {
        return description.credentials();
    }

    @Override
    public final List<Field> settings() {
        return description.settings();
    }

    @Override
    public Result<List<MadeHook>, VendorFailure> registerHooks(
            VendorAccount account, Function<String, URI> addressOfHookId, Supplier<String> newHookId) {
        return Result.ok(List.of());
    }

    @Override
    public Result<Integer, VendorFailure> removeHooks(VendorAccount account) {
        return Result.ok(0);
    }
}
