package io.agencyos.adapters.out.unipile;

import io.agencyos.adapters.out.vendorhttp.Fields;
import io.agencyos.application.platform.vendor.VendorConnector.MadeHook;
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

/** One webhook per source, proved by a header of ours. Source: unipile 9. */
final class FirstHooks implements Hooks {

    /** What we want to be told about. */
    private static final List<String> SOURCES = List.of("messaging", "users", "account_status");

    private static final int MOST_PAGES = 10;

    private final UnipileApi api;

    FirstHooks(UnipileApi api) {
        this.api = api;
    }

    @Override
    public Result<List<MadeHook>, VendorFailure> make(
            Connection connection, Function<String, URI> addressOfHookId, Supplier<String> newHookId) {
        List<MadeHook> made = new ArrayList<>();
        for (String source : SOURCES) {
            Result<MadeHook, VendorFailure> one = made(connection, source, addressOfHookId, newHookId);
            if (one instanceof Result.Err<MadeHook, VendorFailure>(VendorFailure failure)) {
                return UnipileConnector.removed(
                                connection,
                                made.stream().map(MadeHook::vendorHookId).toList())
                        .flatMap(gone -> Result.err(failure));
            }
            made.add(one.orElseThrow());
        }
        return Result.ok(made);
    }

    private Result<MadeHook, VendorFailure> made(
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
                .write("create webhook", () -> api.addWebhook(webhook))
                .flatMap(answer -> Fields.text(answer, "webhook_id")
                        .<Result<MadeHook, VendorFailure>>map(id -> Result.ok(new MadeHook(id, hookId, secret, source)))
                        .orElseGet(() -> Result.err(Failures.contract("create webhook", "a webhook without an id"))));
    }

    private static String nameOf(String source) {
        return "aos-" + source;
    }

    @Override
    public Result<List<Standing>, VendorFailure> ours(Connection connection) {
        List<String> names = SOURCES.stream().map(FirstHooks::nameOf).toList();
        return connection
                .all("webhooks", MOST_PAGES, cursor -> api.webhooks(cursor))
                .map(webhooks -> webhooks.stream()
                        .filter(webhook -> Fields.text(webhook, "name")
                                .filter(names::contains)
                                .isPresent())
                        .flatMap(webhook -> id(webhook)
                                .map(id -> new Standing(id, Hooks.address(webhook, "request_url"), secret(webhook)))
                                .stream())
                        .toList());
    }

    /** Whoever hides a value with stars says nothing about it. */
    private static Optional<SecretText> secret(JsonNode webhook) {
        return Fields.items(webhook.path("headers")).stream()
                .filter(header -> Fields.text(header, "key")
                        .filter(UnipileHooks.HEADER::equalsIgnoreCase)
                        .isPresent())
                .flatMap(header -> Fields.text(header, "value").stream())
                .filter(value -> !value.contains("*"))
                .findFirst()
                .map(SecretText::new);
    }

    private static Optional<String> id(JsonNode webhook) {
        return Fields.text(webhook, "id").or(() -> Fields.text(webhook, "webhook_id"));
    }

    @Override
    public void removeWebhook(String id) {
        api.removeWebhook(id);
    }
}
