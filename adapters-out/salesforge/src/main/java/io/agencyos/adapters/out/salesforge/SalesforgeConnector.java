package io.agencyos.adapters.out.salesforge;

import io.agencyos.adapters.out.vendorhttp.DescribedConnector;
import io.agencyos.adapters.out.vendorhttp.Placing;
import io.agencyos.adapters.out.vendorhttp.VendorHttp;
import io.agencyos.application.platform.vendor.VendorAccount;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Connects a client's workspace: the keys are tried, and one webhook per event type is registered. Source: salesforge 2, 8. */
final class SalesforgeConnector extends DescribedConnector {

    /** The type under which an event {@code email_sent} stands in the inbox. */
    private static final String SENT = "sent";

    private final Connections connections;
    private final Placing<SalesforgeSettings> places;
    private final VendorHttp http;
    private final CarrierStore carriers;
    private final SendingData sendingData;

    SalesforgeConnector(
            Connections connections,
            Placing<SalesforgeSettings> places,
            VendorHttp http,
            CarrierStore carriers,
            SendingData sendingData) {
        super(new Description(
                Failures.VENDOR,
                "email",
                "the id of the workspace (wks_…)",
                List.of(
                        Field.required(SalesforgeAccount.API_KEY, "the API key of the workspace"),
                        Field.optional(SalesforgeAccount.WARMFORGE_KEY, "the key of Warmforge, for warm-up")),
                List.of(
                        Field.optional(
                                SalesforgeAccount.WARMFORGE_WORKSPACE,
                                "the Warmforge workspace; without it the one with the workspace's name"),
                        Field.yesOrNo(SalesforgeAccount.OPEN_TRACKING, "whether opens are tracked"),
                        Field.yesOrNo(SalesforgeAccount.CLICK_TRACKING, "whether clicks are tracked"))));
        this.connections = connections;
        this.places = places;
        this.http = http;
        this.carriers = carriers;
        this.sendingData = sendingData;
    }

    @Override
    public Result<String, VendorFailure> test(VendorAccount account) {
        SalesforgeAccount ours = SalesforgeAccount.of(account);
        Connection connection = connections.connect(ours);
        return connection
                .calls()
                .read("workspace", () -> connection.api().workspace(connection.workspace()))
                .flatMap(workspace -> connection
                        .foreign("workspace", workspace.id())
                        .<Result<String, VendorFailure>>map(Result::err)
                        .orElseGet(() -> Result.ok(named(workspace))))
                .flatMap(label -> warmUpTested(ours).map(works -> label));
    }

    private static String named(Wire.Workspace workspace) {
        String name = Texts.orEmpty(workspace.name());
        return name.isBlank() ? workspace.id() : name;
    }

    /** A key that is given is tried; none is needed. */
    private Result<Boolean, VendorFailure> warmUpTested(SalesforgeAccount account) {
        if (account.warmforgeKey() == null) {
            return Result.ok(false);
        }
        SalesforgeAccounts only = client -> Optional.of(account);
        return new SalesforgeWarmUp(only, new Connections(only, places, http), places, http)
                .statuses(account.clientId())
                .map(known -> true);
    }

    @Override
    public Result<List<MadeHook>, VendorFailure> registerHooks(
            VendorAccount account, Function<String, URI> addressOfHookId, Supplier<String> newHookId) {
        return webhooks(account).replaced(addressOfHookId, newHookId);
    }

    @Override
    public Result<Optional<Set<StandingHook>>, VendorFailure> standingHooks(VendorAccount account) {
        return webhooks(account)
                .addresses()
                .map(all -> Optional.of(all.stream().map(StandingHook::at).collect(Collectors.toSet())));
    }

    /** What left by our carriers; a push is named by itself, so that no poll can tell which it was. Source: salesforge 4.5, Beyond "webhook audit". */
    @Override
    public Result<Map<String, Integer>, VendorFailure> happened(VendorAccount account, Instant from, Instant until) {
        return sendingData
                .sent(
                        connections.connect(SalesforgeAccount.of(account)),
                        carriers.sequences(account.clientId()),
                        from,
                        until)
                .map(sent -> Map.of(SENT, sent));
    }

    @Override
    public Result<Integer, VendorFailure> removeHooks(VendorAccount account) {
        return webhooks(account).removed();
    }

    private Webhooks webhooks(VendorAccount account) {
        return new Webhooks(connections.connect(SalesforgeAccount.of(account)));
    }
}
