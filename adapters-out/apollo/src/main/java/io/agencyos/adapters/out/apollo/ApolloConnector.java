package io.agencyos.adapters.out.apollo;

import io.agencyos.adapters.out.vendorhttp.DescribedConnector;
import io.agencyos.adapters.out.vendorhttp.Ways;
import io.agencyos.application.platform.vendor.VendorAccount;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.SecretText;
import io.agencyos.domain.shared.VendorFailure;
import java.net.URI;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** Connects a client's team; the key is tried by asking what is left, which costs nothing. Source: apollo 1. */
final class ApolloConnector extends DescribedConnector {

    private final Ways<ApolloAccount, Connection> ways;

    ApolloConnector(Ways<ApolloAccount, Connection> ways) {
        super(new Description(
                Failures.VENDOR,
                "data",
                "what you call the team",
                List.of(Field.required(ApolloAccount.API_KEY, "a master API key of the team")),
                List.of()));
        this.ways = ways;
    }

    @Override
    public Result<String, VendorFailure> test(VendorAccount account) {
        return ways.to(ApolloAccount.of(account)).credits().map(credits -> account.accountRef());
    }

    /** Nothing stands at the vendor: each question says where its answer may be told. */
    @Override
    public Result<List<MadeHook>, VendorFailure> registerHooks(
            VendorAccount account, Function<String, URI> addressOfHookId, Supplier<String> newHookId) {
        String hookId = newHookId.get();
        return Result.ok(List.of(new MadeHook(hookId, hookId, new SecretText(hookId), "numbers")));
    }

    @Override
    public Result<Integer, VendorFailure> removeHooks(VendorAccount account) {
        return Result.ok(0);
    }
}
