package io.agencyos.adapters.out.anthropic;

import io.agencyos.adapters.out.vendorhttp.DescribedConnector;
import io.agencyos.application.platform.vendor.VendorAccount;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import java.util.List;
import java.util.function.Function;

/** Connects the platform's account; the key is tried by looking for a model, which costs nothing. Source: anthropic 1. */
final class AnthropicConnector extends DescribedConnector {

    private final Function<AnthropicAccount, Result<String, VendorFailure>> look;

    /** @param look asks for some model with the account */
    AnthropicConnector(Function<AnthropicAccount, Result<String, VendorFailure>> look) {
        super(new Description(
                Failures.VENDOR,
                "models",
                "what you call the account",
                List.of(Field.required(AnthropicAccount.API_KEY, "a key of the account")),
                List.of()));
        this.look = look;
    }

    @Override
    public Result<String, VendorFailure> test(VendorAccount account) {
        return look.apply(AnthropicAccount.of(account)).map(model -> account.accountRef());
    }
}
