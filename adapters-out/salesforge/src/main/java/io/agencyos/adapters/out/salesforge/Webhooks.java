package io.agencyos.adapters.out.salesforge;

import io.agencyos.application.platform.vendor.VendorConnector.MadeHook;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.SecretText;
import io.agencyos.domain.shared.VendorFailure;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Our webhooks in one workspace, one per event type, known by their names. A secret is shown only once, so those that
 * stand cannot be taken over: new ones are made first, then the old ones go. Source: salesforge 8.
 */
final class Webhooks {

    /** What we want to be told. */
    static final List<String> TYPES = List.of(
            "email_sent",
            "email_replied",
            "email_bounced",
            "contact_unsubscribed",
            "dnc_added",
            "email_opened",
            "link_clicked",
            "label_changed");

    private static final Logger LOG = LoggerFactory.getLogger(Webhooks.class);
    private static final Set<String> NAMES =
            TYPES.stream().map(Webhooks::nameOf).collect(Collectors.toSet());
    private static final int PAGE = 100;
    private static final int MOST_PAGES = 10;

    private final Connection connection;

    Webhooks(Connection connection) {
        this.connection = connection;
    }

    private static String nameOf(String type) {
        return "aos " + type;
    }

    /** Makes all of them, or leaves those that stood before. */
    Result<List<MadeHook>, VendorFailure> replaced(Function<String, URI> addressOfHookId, Supplier<String> newHookId) {
        return ours().flatMap(old -> {
            List<MadeHook> made = new ArrayList<>();
            for (String type : TYPES) {
                Result<MadeHook, VendorFailure> one = made(type, newHookId.get(), addressOfHookId);
                if (one instanceof Result.Err<MadeHook, VendorFailure>(VendorFailure failure)) {
                    takeBack(old);
                    return Result.err(failure);
                }
                made.add(one.orElseThrow());
            }
            remove(old).ifPresent(failure -> leftOver("old webhooks stay until the next registration", failure));
            return Result.ok(made);
        });
    }

    private Result<MadeHook, VendorFailure> made(String type, String hookId, Function<String, URI> addressOfHookId) {
        Wire.WebhookBody body = new Wire.WebhookBody(
                nameOf(type), type, addressOfHookId.apply(hookId).toString(), List.of());
        return connection
                .calls()
                .write("create webhook", () -> connection.api().createWebhook(connection.workspace(), body))
                .map(hook -> new MadeHook(hook.id(), hookId, new SecretText(hook.signingSecret()), type));
    }

    /** By name again, because the one whose answer was lost may stand too. */
    private void takeBack(List<String> old) {
        Optional<VendorFailure> left = switch (ours()) {
            case Result.Err<List<String>, VendorFailure>(VendorFailure failure) -> Optional.of(failure);
            case Result.Ok<List<String>, VendorFailure>(List<String> standing) ->
                remove(standing.stream().filter(id -> !old.contains(id)).toList());
        };
        left.ifPresent(failure -> leftOver("webhooks of a failed registration stay until the next one", failure));
    }

    private void leftOver(String what, VendorFailure failure) {
        LOG.warn(
                "vendor=salesforge client={} {}: {}",
                connection.account().clientId().text(),
                what,
                failure.kind());
    }

    Result<Integer, VendorFailure> removed() {
        return ours().flatMap(standing -> remove(standing)
                .<Result<Integer, VendorFailure>>map(Result::err)
                .orElseGet(() -> Result.ok(standing.size())));
    }

    /** The vendor's ids of those with our names. */
    private Result<List<String>, VendorFailure> ours() {
        return standing().map(all -> all.stream().map(Wire.Webhook::id).toList());
    }

    /** Where those with our names push to; one whose address the list does not tell is asked for by itself. */
    Result<Set<URI>, VendorFailure> addresses() {
        return standing().flatMap(all -> {
            Set<URI> addresses = new HashSet<>();
            for (Wire.Webhook hook : all) {
                Result<Wire.Webhook, VendorFailure> told = hook.url() != null
                        ? Result.ok(hook)
                        : connection
                                .calls()
                                .read("webhook", () -> connection.api().webhook(connection.workspace(), hook.id()));
                if (told instanceof Result.Err<Wire.Webhook, VendorFailure>(VendorFailure failure)) {
                    return Result.err(failure);
                }
                address(told.orElseThrow()).ifPresent(addresses::add);
            }
            return Result.ok(addresses);
        });
    }

    private static Optional<URI> address(Wire.Webhook hook) {
        try {
            return Optional.ofNullable(hook.url()).map(URI::create);
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private Result<List<Wire.Webhook>, VendorFailure> standing() {
        return connection
                .all(
                        "webhooks",
                        PAGE,
                        MOST_PAGES,
                        (limit, offset) -> connection.api().webhooks(connection.workspace(), limit, offset))
                .map(all -> all.stream()
                        .filter(hook -> NAMES.contains(Texts.orEmpty(hook.name())))
                        .toList());
    }

    /** Tries each of them; answers the first failure. One that is gone already is no failure. */
    private Optional<VendorFailure> remove(List<String> ids) {
        return ids.stream()
                .map(id -> connection
                        .calls()
                        .write("remove webhook", () -> connection.api().removeWebhook(connection.workspace(), id)))
                .toList()
                .stream()
                .flatMap(Webhooks::failure)
                .findFirst();
    }

    private static Stream<VendorFailure> failure(Result<Boolean, VendorFailure> answer) {
        return switch (answer) {
            case Result.Ok<Boolean, VendorFailure> gone -> Stream.empty();
            case Result.Err<Boolean, VendorFailure>(VendorFailure.NotFound gone) -> Stream.empty();
            case Result.Err<Boolean, VendorFailure>(VendorFailure failure) -> Stream.of(failure);
        };
    }
}
