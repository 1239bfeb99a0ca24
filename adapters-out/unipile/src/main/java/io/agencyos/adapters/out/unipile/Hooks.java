package io.agencyos.adapters.out.unipile;

import io.agencyos.application.platform.VendorConnector.MadeHook;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import java.net.URI;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** Webhooks of one account, in either dialect. Source: unipile 9, 10. */
interface Hooks {

    /** New ones of ours; where one of several cannot be made, none stays. */
    Result<List<MadeHook>, VendorFailure> make(
            Connection connection, Function<String, URI> addressOfHookId, Supplier<String> newHookId);

    /** The vendor's ids of those that we made at any time. */
    Result<List<String>, VendorFailure> ours(Connection connection);

    void removeWebhook(String id);
}
