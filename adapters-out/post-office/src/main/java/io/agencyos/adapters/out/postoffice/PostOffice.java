package io.agencyos.adapters.out.postoffice;

import io.agencyos.adapters.out.vendorhttp.Placing;
import io.agencyos.adapters.out.vendorhttp.VendorHttp;
import io.agencyos.adapters.out.vendorhttp.Ways;
import io.agencyos.application.conversation.inbox.ChannelReplies;
import io.agencyos.application.outreach.channel.AddressVerifier;
import io.agencyos.application.outreach.channel.PostSender;
import io.agencyos.application.platform.vendor.VendorConnector;

/** The office's ports, wired to each other. The only way in from outside this package. */
public final class PostOffice {

    /** The name under which accounts and pieces stand. */
    public static final String VENDOR = Failures.VENDOR;

    private final PostSender sender;
    private final AddressVerifier addresses;
    private final ChannelReplies replies;
    private final VendorConnector connector;

    /** At one place for everybody. */
    public PostOffice(PostOfficeAccounts accounts, PostOfficeSettings settings, VendorHttp http) {
        this(accounts, Placing.everywhere(settings), http);
    }

    public PostOffice(PostOfficeAccounts accounts, Placing<PostOfficeSettings> places, VendorHttp http) {
        Ways<PostOfficeAccount, Connection> ways = new Ways<>(
                VENDOR,
                client ->
                        accounts.of(client).filter(account -> account.clientId().equals(client)),
                account -> places.of(account.clientId()),
                (account, place) -> Connection.to(account, place, http));
        this.sender = new PostOfficeSender(ways, http.time());
        this.addresses = new Addresses(ways);
        this.replies = new PostOfficeReplies(ways);
        this.connector = new PostOfficeConnector(ways);
    }

    public PostSender sender() {
        return sender;
    }

    public AddressVerifier addresses() {
        return addresses;
    }

    /** What became of pieces: nothing is pushed, so that this is all there is. */
    public ChannelReplies replies() {
        return replies;
    }

    public VendorConnector connector() {
        return connector;
    }
}
