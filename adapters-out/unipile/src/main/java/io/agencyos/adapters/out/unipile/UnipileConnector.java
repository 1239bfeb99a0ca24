package io.agencyos.adapters.out.unipile;

import io.agencyos.adapters.out.vendorhttp.DescribedConnector;
import io.agencyos.adapters.out.vendorhttp.Fields;
import io.agencyos.adapters.out.vendorhttp.Ways;
import io.agencyos.application.platform.VendorAccount;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.SecretText;
import io.agencyos.domain.shared.VendorFailure;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** Connects a client's account: the token is tried and one webhook per source is registered. Source: unipile 9. */
final class UnipileConnector extends DescribedConnector {

    /** What we want to be told about. */
    private static final List<String> SOURCES = List.of("messaging", "users", "account_status");

    private static final int MOST_PAGES = 10;

    private final Ways<UnipileAccount, Connection> ways;

    UnipileConnector(Ways<UnipileAccount, Connection> ways) {
        super(new Description(
                Failures.VENDOR,
                "linkedin",
                "the DSN (host:port) that the vendor's dashboard shows",
                List.of(Field.required(UnipileAccount.ACCESS_TOKEN, "an access token of the account")),
                List.of()));
        this.ways = ways;
    }

    @Override
    public Result<String, VendorFailure> test(VendorAccount account) {
        Connection connection = ways.to(UnipileAccount.of(account));
        return connection
                .calls()
                .read("accounts", () -> connection.api().accounts(1))
                .map(answer -> account.accountRef());
    }

    /** Those that stand keep their secret, which nobody can read, so new ones are made before the old ones go. */
    @Override
    public Result<List<MadeHook>, VendorFailure> registerHooks(
            VendorAccount account, Function<String, URI> addressOfHookId, Supplier<String> newHookId) {
        Connection connection = ways.to(UnipileAccount.of(account));
        return ours(connection).flatMap(old -> {
            List<MadeHook> made = new ArrayList<>();
            for (String source : SOURCES) {
                Result<MadeHook, VendorFailure> one = made(connection, source, addressOfHookId, newHookId);
                if (one instanceof Result.Err<MadeHook, VendorFailure>(VendorFailure failure)) {
                    return removed(
                                    connection,
                                    made.stream().map(MadeHook::vendorHookId).toList())
                            .flatMap(gone -> Result.err(failure));
                }
                made.add(one.orElseThrow());
            }
            return removed(connection, old).map(gone -> made);
        });
    }

    private static Result<MadeHook, VendorFailure> made(
            Connection connection, String source, Function<String, URI> addressOfHookId, Supplier<String> newHookId) {
        String hookId = newHookId.get();
        // two ids of 128 random bits each are a secret of 256
        SecretText secret = new SecretText(newHookId.get() + newHookId.get());
        Wire.Webhook webhook = new Wire.Webhook(
                addressOfHookId.apply(hookId).toString(),
                source,
                nameOf(source),
                "json",
                true,
                List.of(
                        new Wire.Header("Content-Type", "application/json"),
                        new Wire.Header(UnipileHooks.HEADER, secret.reveal())));
        return connection
                .calls()
                .write("create webhook", () -> connection.api().addWebhook(webhook))
                .flatMap(answer -> Fields.text(answer, "webhook_id")
                        .<Result<MadeHook, VendorFailure>>map(id -> Result.ok(new MadeHook(id, hookId, secret, source)))
                        .orElseGet(() -> Result.err(Failures.contract("create webhook", "a webhook without an id"))));
    }

    private static String nameOf(String source) {
        return "aos-" + source;
    }

    private static Result<List<String>, VendorFailure> ours(Connection connection) {
        List<String> names = SOURCES.stream().map(UnipileConnector::nameOf).toList();
        return connection
                .all("webhooks", MOST_PAGES, cursor -> connection.api().webhooks(cursor))
                .map(webhooks -> webhooks.stream()
                        .filter(webhook -> Fields.text(webhook, "name")
                                .filter(names::contains)
                                .isPresent())
                        .flatMap(webhook -> id(webhook).stream())
                        .toList());
    }

    private static Optional<String> id(JsonNode webhook) {
        return Fields.text(webhook, "id").or(() -> Fields.text(webhook, "webhook_id"));
    }

    private static Result<Integer, VendorFailure> removed(Connection connection, List<String> ids) {
        for (String id : ids) {
            Result<Boolean, VendorFailure> gone = connection
                    .calls()
                    .idempotent("remove webhook", () -> connection.api().removeWebhook(id));
            if (gone instanceof Result.Err<Boolean, VendorFailure>(VendorFailure failure)
                    && !(failure instanceof VendorFailure.NotFound)) {
                return Result.err(failure);
            }
        }
        return Result.ok(ids.size());
    }

    @Override
    public Result<Integer, VendorFailure> removeHooks(VendorAccount account) {
        Connection connection = ways.to(UnipileAccount.of(account));
        return ours(connection).flatMap(ids -> removed(connection, ids));
    }
}
