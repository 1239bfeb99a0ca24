package io.agencyos.adapters.out.salesforge;

import io.agencyos.application.resource.Mailboxes;
import io.agencyos.application.resource.VendorMailbox;
import io.agencyos.domain.resource.MailboxState;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.id.ClientId;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Mailboxes as the vendor holds them. Source: salesforge 4.2. */
final class SalesforgeMailboxes implements Mailboxes {

    private static final Logger LOG = LoggerFactory.getLogger(SalesforgeMailboxes.class);
    private static final int PAGE = 100;
    private static final int MOST_PAGES = 50;

    private final Connections connections;

    SalesforgeMailboxes(Connections connections) {
        this.connections = connections;
    }

    @Override
    public Result<List<VendorMailbox>, VendorFailure> list(ClientId client) {
        return connections
                .of(client, "mailboxes")
                .flatMap(connection -> connection
                        .all(
                                "mailboxes",
                                PAGE,
                                MOST_PAGES,
                                (limit, offset) -> connection.api().mailboxes(connection.workspace(), limit, offset))
                        .map(boxes -> boxes.stream()
                                .flatMap(box -> read(box).stream())
                                .sorted(Comparator.comparing(
                                        box -> box.address().value()))
                                .toList()));
    }

    private static Optional<VendorMailbox> read(Wire.Mailbox box) {
        Optional<EmailAddress> address = EmailAddress.parse(box.address()).toOptional();
        Optional<MailboxState> state = stateOf(Texts.orEmpty(box.status()));
        if (address.isEmpty() || state.isEmpty()) {
            LOG.warn("vendor=salesforge mailbox={} has a status or an address that is not understood", box.id());
        }
        return address.map(ours -> new VendorMailbox(
                box.id(),
                ours,
                Texts.orEmpty(box.firstName()),
                Texts.orEmpty(box.lastName()),
                state.orElse(MailboxState.DISCONNECTED),
                state.isPresent() ? null : Texts.orEmpty(box.status()),
                Texts.orEmpty(box.disconnectReason()).isBlank() ? null : box.disconnectReason(),
                box.dailyEmailLimit()));
    }

    static Optional<MailboxState> stateOf(String vendorStatus) {
        return switch (vendorStatus) {
            case "active" -> Optional.of(MailboxState.CONNECTED);
            case "pending" -> Optional.of(MailboxState.CONNECTING);
            case "access_lost", "inactive" -> Optional.of(MailboxState.DISCONNECTED);
            case "suspended", "frozen" -> Optional.of(MailboxState.SUSPENDED);
            case "deleted" -> Optional.of(MailboxState.REMOVED);
            default -> Optional.empty();
        };
    }

    @Override
    public Result<URI, VendorFailure> connectUrl(ClientId client, Provider provider, URI back, EmailAddress address) {
        Wire.OauthBody body =
                new Wire.OauthBody(provider.name().toLowerCase(Locale.ROOT), back.toString(), address.value());
        return connections
                .of(client, "connect")
                .flatMap(connection -> connection
                        .calls()
                        .write("oauth link", () -> connection.api().oauthLink(body))
                        .flatMap(link -> uri(link.url())));
    }

    private static Result<URI, VendorFailure> uri(String text) {
        try {
            return Result.ok(URI.create(text));
        } catch (IllegalArgumentException wrong) {
            return Result.err(Failures.contract("connect", "the link is no address"));
        }
    }

    @Override
    public Result<Boolean, VendorFailure> setDailyLimit(ClientId client, String ref, int perDay) {
        if (perDay < 1 || perDay > 100) {
            return Result.err(Failures.invalid("daily limit", "daily_limit", "the vendor takes 1 to 100 a day"));
        }
        return connections
                .of(client, "daily limit")
                .flatMap(connection -> connection
                        .calls()
                        .idempotent(
                                "daily limit",
                                () -> connection
                                        .api()
                                        .limit(connection.workspace(), ref, new Wire.DailyLimit(perDay))));
    }

    @Override
    public Result<Boolean, VendorFailure> remove(ClientId client, String ref) {
        return connections.of(client, "remove mailbox").flatMap(connection -> {
            Result<Boolean, VendorFailure> removed = connection
                    .calls()
                    .idempotent("remove mailbox", () -> connection.api().removeMailbox(connection.workspace(), ref));
            return removed instanceof Result.Err<Boolean, VendorFailure>(VendorFailure.NotFound gone)
                    ? Result.ok(true)
                    : removed;
        });
    }
}
