package io.agencyos.adapters.out.salesforge;

import io.agencyos.adapters.out.vendorhttp.Placing;
import io.agencyos.adapters.out.vendorhttp.VendorHttp;
import io.agencyos.application.conversation.inbox.EmailReplies;
import io.agencyos.application.conversation.inbox.HookReader;
import io.agencyos.application.outreach.SenderUpkeep;
import io.agencyos.application.outreach.channel.EmailSender;
import io.agencyos.application.platform.vendor.VendorConnector;
import io.agencyos.application.platform.vendor.VendorObjects;
import io.agencyos.application.resource.MailboxWarmUp;
import io.agencyos.application.resource.Mailboxes;
import io.agencyos.application.shared.ClockPort;

/** The vendor's ports, wired to each other. The only way in from outside this package. */
public final class Salesforge {

    /** The vendor's name in configuration, mailboxes and the hooks' address. */
    public static final String VENDOR = Failures.VENDOR;

    private final EmailSender sender;
    private final EmailReplies replies;
    private final HookReader hooks;
    private final Mailboxes mailboxes;
    private final MailboxWarmUp warmUp;
    private final SalesforgeUpkeep upkeep;
    private final VendorConnector connector;

    /** At one place for everybody. */
    public Salesforge(
            SalesforgeAccounts accounts,
            SalesforgeSettings settings,
            VendorHttp http,
            VendorObjects objects,
            ClockPort clock) {
        this(accounts, Placing.everywhere(settings), http, objects, clock);
    }

    public Salesforge(
            SalesforgeAccounts accounts,
            Placing<SalesforgeSettings> places,
            VendorHttp http,
            VendorObjects objects,
            ClockPort clock) {
        Connections connections = new Connections(accounts, places, http);
        CarrierStore store = new CarrierStore(objects);
        CarrierSetUp setUp = new CarrierSetUp(store, places.usual());
        SendingData sendingData = new SendingData();
        MailboxAddresses addresses = new MailboxAddresses();
        DoNotContact list = new DoNotContact(objects, clock);
        Recalls recalls = new Recalls(objects, store, list, clock);
        UnsubscribedContacts unsubscribed = new UnsubscribedContacts(objects, clock);
        CarrierSender carriers = new CarrierSender(store, setUp, sendingData, unsubscribed, clock, http.time());
        this.sender =
                new SalesforgeSender(connections, carriers, new ThreadAnswers(addresses), list, recalls, http.time());
        this.replies = new SalesforgeReplies(
                connections,
                new ThreadReader(addresses),
                new Deliveries(store, sendingData, unsubscribed, clock),
                list,
                unsubscribed,
                clock);
        this.hooks = new SalesforgeHooks(accounts, list, recalls);
        this.mailboxes = new SalesforgeMailboxes(connections);
        this.warmUp = new SalesforgeWarmUp(accounts, connections, places, http);
        this.upkeep = new SalesforgeUpkeep(connections, store, setUp, recalls, clock);
        this.connector = new SalesforgeConnector(connections, places, http, store, sendingData);
    }

    public EmailSender sender() {
        return sender;
    }

    public EmailReplies replies() {
        return replies;
    }

    public HookReader hooks() {
        return hooks;
    }

    public Mailboxes mailboxes() {
        return mailboxes;
    }

    public MailboxWarmUp warmUp() {
        return warmUp;
    }

    public SenderUpkeep upkeep() {
        return upkeep;
    }

    public SalesforgeCarriers carriers() {
        return upkeep;
    }

    public VendorConnector connector() {
        return connector;
    }
}
