package io.agencyos.adapters.out.postoffice;

import io.agencyos.adapters.out.vendorhttp.DescribedConnector;
import io.agencyos.adapters.out.vendorhttp.Fields;
import io.agencyos.adapters.out.vendorhttp.Ways;
import io.agencyos.application.platform.vendor.VendorAccount;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import java.util.List;

/** Connects a client's account; the key is tried by asking whose it is. The office pushes nothing. */
final class PostOfficeConnector extends DescribedConnector {

    private final Ways<PostOfficeAccount, Connection> ways;

    PostOfficeConnector(Ways<PostOfficeAccount, Connection> ways) {
        super(new Description(
                Failures.VENDOR,
                "mail",
                "what you call the account",
                List.of(Field.required(PostOfficeAccount.API_KEY, "the API key of the account")),
                List.of()));
        this.ways = ways;
    }

    @Override
    public Result<String, VendorFailure> test(VendorAccount account) {
        Connection connection = ways.to(PostOfficeAccount.of(account));
        return connection
                .calls()
                .read("account", () -> connection.api().account())
                .map(answer -> Fields.text(answer, "name").orElse(account.accountRef()));
    }
}
