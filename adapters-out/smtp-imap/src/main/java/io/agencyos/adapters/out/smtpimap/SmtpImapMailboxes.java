package io.agencyos.adapters.out.smtpimap;

import io.agencyos.application.platform.vendor.VendorObjects;
import io.agencyos.application.platform.vendor.VendorObjects.VendorObject;
import io.agencyos.application.resource.Mailboxes;
import io.agencyos.application.resource.VendorMailbox;
import io.agencyos.domain.resource.MailboxState;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.id.ClientId;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Mailboxes of plain mail servers: each is configured with us, and its server says whether we are let in. */
final class SmtpImapMailboxes implements Mailboxes {

    private static final String LIMIT = "daily_limit";
    private static final int MOST_PER_DAY = 100;

    private final SmtpImapAccounts accounts;
    private final SmtpImapSettings settings;
    private final Secrets secrets;
    private final VendorObjects objects;
    private final List<ConsentPage> pages;

    SmtpImapMailboxes(
            SmtpImapAccounts accounts,
            SmtpImapSettings settings,
            Secrets secrets,
            VendorObjects objects,
            List<ConsentPage> pages) {
        this.accounts = accounts;
        this.settings = settings;
        this.secrets = secrets;
        this.objects = objects;
        this.pages = List.copyOf(pages);
    }

    @Override
    public Result<List<VendorMailbox>, VendorFailure> list(ClientId client) {
        List<VendorMailbox> mailboxes = new ArrayList<>();
        for (SmtpImapAccount account : accounts.of(client)) {
            Result<Boolean, VendorFailure> entered =
                    ImapLine.with(settings, secrets, account, "mailboxes", ImapLine::answers);
            switch (entered) {
                case Result.Ok<Boolean, VendorFailure> welcome -> mailboxes.add(mailbox(account, null));
                case Result.Err<Boolean, VendorFailure>(VendorFailure.Unauthorized refused) ->
                    mailboxes.add(mailbox(account, refused.details().message()));
                case Result.Err<Boolean, VendorFailure>(VendorFailure failure) -> {
                    return Result.err(failure);
                }
            }
        }
        mailboxes.sort(Comparator.comparing(one -> one.address().value()));
        return Result.ok(List.copyOf(mailboxes));
    }

    private VendorMailbox mailbox(SmtpImapAccount account, @Nullable String refusal) {
        return new VendorMailbox(
                account.address().value(),
                account.address(),
                "",
                "",
                refusal == null ? MailboxState.CONNECTED : MailboxState.DISCONNECTED,
                null,
                refusal,
                limit(account));
    }

    private @Nullable Integer limit(SmtpImapAccount account) {
        return objects.find(account.clientId(), Failures.VENDOR, LIMIT, name(account))
                .map(object -> Integer.valueOf(object.state()))
                .orElse(null);
    }

    private static String name(SmtpImapAccount account) {
        return account.address().key().value();
    }

    @Override
    public Result<URI, VendorFailure> connectUrl(ClientId client, Provider provider, URI back, EmailAddress address) {
        return pages.stream()
                .filter(page -> page.provider() == provider)
                .findFirst()
                .<Result<URI, VendorFailure>>map(page -> Result.ok(page.urlFor(address, back)))
                .orElseGet(() -> Result.err(Failures.notConfigured("connect")));
    }

    @Override
    public Result<Boolean, VendorFailure> setDailyLimit(ClientId client, String ref, int perDay) {
        if (perDay < 1 || perDay > MOST_PER_DAY) {
            return Result.err(Failures.invalid("limit", "perDay", "a limit is between 1 and " + MOST_PER_DAY));
        }
        Optional<SmtpImapAccount> account = named(client, ref);
        if (account.isEmpty()) {
            return Result.err(new VendorFailure.NotFound(Failures.details("limit", "there is no such mailbox")));
        }
        objects.put(new VendorObject(
                client, Failures.VENDOR, LIMIT, name(account.orElseThrow()), null, String.valueOf(perDay), null));
        return Result.ok(true);
    }

    @Override
    public Result<Boolean, VendorFailure> remove(ClientId client, String ref) {
        named(client, ref).ifPresent(account -> {
            accounts.remove(client, account.address());
            objects.remove(client, Failures.VENDOR, LIMIT, name(account));
        });
        return Result.ok(true);
    }

    private Optional<SmtpImapAccount> named(ClientId client, String ref) {
        return EmailAddress.parse(ref).toOptional().flatMap(address -> accounts.of(client, address));
    }
}
