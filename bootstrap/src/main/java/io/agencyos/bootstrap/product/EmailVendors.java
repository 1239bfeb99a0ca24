package io.agencyos.bootstrap.product;

import io.agencyos.adapters.out.salesforge.Salesforge;
import io.agencyos.adapters.out.salesforge.SalesforgeAccount;
import io.agencyos.adapters.out.smtpimap.SmtpImap;
import io.agencyos.adapters.out.smtpimap.SmtpImapAccount;
import io.agencyos.adapters.out.smtpimap.SmtpImapSettings;
import io.agencyos.adapters.out.vendorhttp.VendorHttp;
import io.agencyos.application.conversation.MailLines;
import io.agencyos.application.conversation.PollReplies;
import io.agencyos.application.conversation.inbox.EmailReplies;
import io.agencyos.application.conversation.inbox.HookReader;
import io.agencyos.application.conversation.inbox.ReplyFeeds;
import io.agencyos.application.outreach.channel.EmailSender;
import io.agencyos.application.outreach.channel.EmailSenders;
import io.agencyos.application.platform.vendor.VendorAccount;
import io.agencyos.application.platform.vendor.VendorConnector;
import io.agencyos.application.resource.Mailboxes;
import io.agencyos.bootstrap.product.account.AccountBook;
import io.agencyos.bootstrap.product.account.MailServerBook;
import io.agencyos.bootstrap.product.account.MailShift;
import io.agencyos.bootstrap.product.account.OnlyFor;
import io.agencyos.domain.resource.Mailbox;
import io.agencyos.domain.shared.id.ClientId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The e-mail vendors of this installation by the name under which a mailbox knows its own: one entry each. */
final class EmailVendors implements EmailSenders, ReplyFeeds {

    /**
     * What stands behind a vendor's name.
     *
     * @param accounts which clients are connected
     * @param hooks null for one that does not push
     */
    private record Vendor(
            String name,
            AccountBook<?> accounts,
            EmailSender sender,
            EmailReplies replies,
            @Nullable HookReader hooks,
            Mailboxes mailboxes,
            VendorConnector connector) {}

    private final Stores stores;
    private final Basis basis;
    private final Salesforge salesforge;
    private final MailLines lines;
    private final Map<String, Vendor> byName;

    EmailVendors(Basis basis, Stores stores, Outside outside, Twins twins, VendorHttp http) {
        this.basis = basis;
        this.stores = stores;
        AccountBook<SalesforgeAccount> workspaces =
                book(Salesforge.VENDOR, SalesforgeAccount::of, twins::mayHaveAccounts);
        this.salesforge = new Salesforge(
                workspaces::of,
                TwinPlaces.salesforge(twins, outside.salesforge()),
                http,
                stores.vendorObjects,
                basis.clock());
        AccountBook<List<SmtpImapAccount>> services =
                book(SmtpImap.VENDOR, SmtpImapAccount::allOf, client -> !twins.isTwin(client));
        SmtpImap servers = new SmtpImap(
                new MailServerBook(services), SmtpImapSettings.live(), List.of(), stores.vendorObjects, basis.clock());
        this.lines = servers.lines();
        this.byName = Map.of(
                Salesforge.VENDOR,
                new Vendor(
                        Salesforge.VENDOR,
                        workspaces,
                        salesforge.sender(),
                        salesforge.replies(),
                        salesforge.hooks(),
                        salesforge.mailboxes(),
                        salesforge.connector()),
                SmtpImap.VENDOR,
                new Vendor(
                        SmtpImap.VENDOR,
                        services,
                        servers.sender(),
                        servers.replies(),
                        null,
                        servers.mailboxes(),
                        OnlyFor.live(servers.connector(), twins::isTwin)));
    }

    private <A> AccountBook<A> book(String vendor, Function<VendorAccount, A> reading, Predicate<ClientId> served) {
        return new AccountBook<>(vendor, reading, stores.vendorAccounts, stores.clients, served, basis.units());
    }

    Salesforge salesforge() {
        return salesforge;
    }

    /** One turn of listening to the mailboxes whose servers say that something came. */
    MailShift listening(PollReplies replies) {
        return new MailShift(basis.units(), stores.vendorAccounts, Set.of(SmtpImap.VENDOR), lines, replies);
    }

    Set<String> names() {
        return byName.keySet();
    }

    List<VendorConnector> connectors() {
        return vendors().map(Vendor::connector).toList();
    }

    Optional<Mailboxes> mailboxes(String vendor) {
        return Optional.ofNullable(byName.get(vendor)).map(Vendor::mailboxes);
    }

    Optional<HookReader> hooks(String vendor) {
        return Optional.ofNullable(byName.get(vendor)).map(Vendor::hooks);
    }

    @Override
    public EmailSender of(Mailbox mailbox) {
        Vendor vendor = byName.get(mailbox.vendor());
        if (vendor == null) {
            throw new IllegalStateException("mailbox " + mailbox.id() + " sends by " + mailbox.vendor()
                    + ", which this installation does not have");
        }
        return vendor.sender();
    }

    /** Only vendors that the client is connected to are asked. */
    @Override
    public List<ReplyFeed> of(ClientId client) {
        return vendors()
                .filter(vendor -> vendor.accounts().of(client).isPresent())
                .map(vendor -> new ReplyFeed(vendor.name(), vendor.replies()))
                .toList();
    }

    private Stream<Vendor> vendors() {
        return byName.values().stream().sorted(Comparator.comparing(Vendor::name));
    }
}
