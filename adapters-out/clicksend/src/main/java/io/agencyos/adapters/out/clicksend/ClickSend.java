package io.agencyos.adapters.out.clicksend;

import io.agencyos.adapters.out.vendorhttp.Placing;
import io.agencyos.adapters.out.vendorhttp.VendorHttp;
import io.agencyos.adapters.out.vendorhttp.Ways;
import io.agencyos.application.conversation.inbox.ChannelReplies;
import io.agencyos.application.conversation.inbox.HookReader;
import io.agencyos.application.conversation.inbox.SmsReplies;
import io.agencyos.application.outreach.channel.PostSender;
import io.agencyos.application.outreach.channel.SmsSender;
import io.agencyos.application.platform.vendor.VendorConnector;
import io.agencyos.application.platform.vendor.VendorObjects;
import io.agencyos.application.resource.AlphaTags;
import io.agencyos.application.resource.PhoneNumberProvisioner;
import io.agencyos.application.shared.ClockPort;

/** The vendor's ports, wired to each other. The only way in from outside this package. */
public final class ClickSend {

    /** The vendor's name in configuration and the hooks' address. */
    public static final String VENDOR = Failures.VENDOR;

    /** The name under which its letters stand, whose history is not that of its texts. */
    public static final String POST = "clicksend-post";

    private final SmsSender sender;
    private final SmsReplies replies;
    private final HookReader hooks;
    private final AlphaTags tags;
    private final PostSender post;
    private final ChannelReplies pieces;
    private final PhoneNumberProvisioner provisioner;
    private final VendorConnector connector;

    /** At one place for everybody. */
    public ClickSend(
            ClickSendAccounts accounts,
            ClickSendSettings settings,
            VendorHttp http,
            VendorObjects objects,
            ClockPort clock) {
        this(accounts, Placing.everywhere(settings), http, objects, clock);
    }

    public ClickSend(
            ClickSendAccounts accounts,
            Placing<ClickSendSettings> places,
            VendorHttp http,
            VendorObjects objects,
            ClockPort clock) {
        Ways<ClickSendAccount, Connection> ways = new Ways<>(
                VENDOR,
                client ->
                        accounts.of(client).filter(account -> account.clientId().equals(client)),
                account -> places.of(account.clientId()),
                (account, place) -> Connection.to(account, place, http, clock));
        OwnNumbers numbers = new OwnNumbers(objects, clock);
        this.sender = new ClickSendSender(ways, numbers, new Purse(clock), new Prices(clock), http.time());
        this.replies = new ClickSendReplies(ways, numbers, clock);
        this.hooks = new ClickSendHooks(numbers);
        this.provisioner = new ClickSendNumbers(ways, numbers);
        this.tags = new ClickSendTags(ways);
        this.post = new ClickSendPost(ways, new PostFiles(clock), objects, http.time());
        this.pieces = new ClickSendPieces(ways);
        this.connector = new ClickSendConnector(ways, numbers);
    }

    public SmsSender sender() {
        return sender;
    }

    public SmsReplies replies() {
        return replies;
    }

    public HookReader hooks() {
        return hooks;
    }

    /** Letters and postcards, for old accounts. */
    public PostSender post() {
        return post;
    }

    /** What became of them: nothing is pushed, so that this is all there is. */
    public ChannelReplies pieces() {
        return pieces;
    }

    public PhoneNumberProvisioner provisioner() {
        return provisioner;
    }

    /** Names of senders and their registration. */
    public AlphaTags tags() {
        return tags;
    }

    public VendorConnector connector() {
        return connector;
    }
}
