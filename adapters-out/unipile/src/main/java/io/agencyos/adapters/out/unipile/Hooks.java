package io.agencyos.adapters.out.unipile;

import io.agencyos.adapters.out.vendorhttp.Fields;
import io.agencyos.application.platform.vendor.VendorConnector.MadeHook;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.SecretText;
import io.agencyos.domain.shared.VendorFailure;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** Webhooks of one account, in either dialect. Source: unipile 9, 10. */
interface Hooks {

    /** New ones of ours; where one of several cannot be made, none stays. */
    Result<List<MadeHook>, VendorFailure> make(
            Connection connection, Function<String, URI> addressOfHookId, Supplier<String> newHookId);

    /**
     * One that we made at any time.
     *
     * @param address where it pushes to; empty while it is switched off, or where that is not told
     * @param secret what it says in our header; empty where that is not told
     */
    record Standing(String id, Optional<URI> address, Optional<SecretText> secret) {}

    Result<List<Standing>, VendorFailure> ours(Connection connection);

    /** @param hook as the vendor lists it */
    static Optional<URI> address(JsonNode hook, String field) {
        JsonNode enabled = hook.path("enabled");
        if (Fields.flag(hook, "disabled") || enabled.isBoolean() && !enabled.booleanValue()) {
            return Optional.empty();
        }
        try {
            return Fields.text(hook, field).map(URI::create);
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    void removeWebhook(String id);
}
