package io.agencyos.adapters.out.vapi;

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

/**
 * Connects a client's organisation. The vendor has no hooks of its own to register: each assistant carries the address, so
 * that it is remembered for those to come. Source: vapi 6.
 */
final class VapiConnector extends DescribedConnector {

    private final Ways<VapiAccount, Connection> ways;
    private final Assistants assistants;

    VapiConnector(Ways<VapiAccount, Connection> ways, Assistants assistants) {
        super(new Description(
                Failures.VENDOR,
                "voice",
                "the id of the organisation",
                List.of(
                        Field.required(VapiAccount.API_KEY, "the private key of the organisation"),
                        Field.required(
                                VapiAccount.HOOK_SECRET, "what server messages are proved with, of your own choice")),
                List.of(
                        Field.optional(
                                VapiAccount.CREDENTIAL_ID,
                                "a credential of the vendor's dashboard that signs (HMAC) with that secret; without it"
                                        + " the secret is sent in a header"),
                        Field.oneOf(
                                VapiAccount.ASSISTANT_MODE,
                                "whether the vendor keeps the assistants or each call takes its own along, for"
                                        + " organisations where a new one is a draft",
                                VapiAccount.STORED,
                                VapiAccount.TRANSIENT))));
        this.ways = ways;
        this.assistants = assistants;
    }

    @Override
    public Result<String, VendorFailure> test(VendorAccount account) {
        Connection connection = ways.to(VapiAccount.of(account));
        return connection
                .calls()
                .read("assistants", () -> connection.api().assistants(1))
                .map(answer -> account.accountRef());
    }

    @Override
    public Result<List<MadeHook>, VendorFailure> registerHooks(
            VendorAccount account, Function<String, URI> addressOfHookId, Supplier<String> newHookId) {
        String hookId = newHookId.get();
        assistants.tellAt(account.clientId(), addressOfHookId.apply(hookId).toString());
        return Result.ok(
                List.of(new MadeHook(hookId, hookId, VapiAccount.of(account).hookSecret(), "server-messages")));
    }

    /** The vendor tells only what its assistants know of us. */
    @Override
    public Result<Optional<Set<StandingHook>>, VendorFailure> standingHooks(VendorAccount account) {
        return assistants
                .heardAt(ways.to(VapiAccount.of(account)))
                .map(address -> Optional.of(
                        address.map(URI::create).map(StandingHook::at).stream().collect(Collectors.toSet())));
    }

    @Override
    public Set<String> typesThatArePolled() {
        return Set.of("voice_call_reported");
    }

    @Override
    public Result<Integer, VendorFailure> removeHooks(VendorAccount account) {
        return Result.ok(assistants.forgetAddress(account.clientId()));
    }
}
