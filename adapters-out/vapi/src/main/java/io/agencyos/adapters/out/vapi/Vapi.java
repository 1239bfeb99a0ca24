package io.agencyos.adapters.out.vapi;

import io.agencyos.adapters.out.vendorhttp.Placing;
import io.agencyos.adapters.out.vendorhttp.VendorHttp;
import io.agencyos.adapters.out.vendorhttp.Ways;
import io.agencyos.application.conversation.inbox.ChannelReplies;
import io.agencyos.application.conversation.inbox.HookReader;
import io.agencyos.application.outreach.channel.VoiceCaller;
import io.agencyos.application.outreach.channel.VoiceLines;
import io.agencyos.application.outreach.recording.CallRecordings;
import io.agencyos.application.platform.vendor.VendorConnector;
import io.agencyos.application.platform.vendor.VendorObjects;
import io.agencyos.application.shared.ClockPort;

/** The vendor's ports, wired to each other. The only way in from outside this package. */
public final class Vapi {

    /** The vendor's name in configuration and the hooks' address. */
    public static final String VENDOR = Failures.VENDOR;

    private final VoiceCaller caller;
    private final Lines lines;
    private final ChannelReplies replies;
    private final CallRecordings recordings;
    private final HookReader hooks;
    private final VendorConnector connector;

    /** At one place for everybody. */
    public Vapi(VapiAccounts accounts, VapiSettings settings, VendorHttp http, VendorObjects objects, ClockPort clock) {
        this(accounts, Placing.everywhere(settings), http, objects, clock);
    }

    public Vapi(
            VapiAccounts accounts,
            Placing<VapiSettings> places,
            VendorHttp http,
            VendorObjects objects,
            ClockPort clock) {
        Ways<VapiAccount, Connection> ways = new Ways<>(
                VENDOR,
                client ->
                        accounts.of(client).filter(account -> account.clientId().equals(client)),
                account -> places.of(account.clientId()),
                (account, place) -> Connection.to(account, place, http));
        Assistants assistants = new Assistants(objects, places.usual());
        this.hooks = new VapiHooks(new InboundAssistant(ways, assistants));
        this.lines = new Lines(ways, assistants, objects);
        this.caller = new VapiCaller(ways, assistants, lines, clock, http.time());
        this.replies = new VapiReplies(ways, clock);
        this.recordings = new VapiRecordings(ways, places);
        this.connector = new VapiConnector(ways, assistants);
    }

    public VoiceCaller caller() {
        return caller;
    }

    public VoiceLines lines() {
        return lines;
    }

    /** What nobody told us of. */
    public ChannelReplies replies() {
        return replies;
    }

    public CallRecordings recordings() {
        return recordings;
    }

    public HookReader hooks() {
        return hooks;
    }

    public VendorConnector connector() {
        return connector;
    }
}
