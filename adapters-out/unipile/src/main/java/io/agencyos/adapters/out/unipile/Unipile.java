package io.agencyos.adapters.out.unipile;

import io.agencyos.adapters.out.vendorhttp.Placing;
import io.agencyos.adapters.out.vendorhttp.VendorHttp;
import io.agencyos.adapters.out.vendorhttp.Ways;
import io.agencyos.application.conversation.inbox.HookReader;
import io.agencyos.application.conversation.inbox.LinkedInReplies;
import io.agencyos.application.lead.source.LinkedInProfileSource;
import io.agencyos.application.outreach.channel.LinkedInEngagement;
import io.agencyos.application.outreach.channel.LinkedInOutreach;
import io.agencyos.application.platform.vendor.VendorConnector;
import io.agencyos.application.platform.vendor.VendorObjects;
import io.agencyos.application.resource.seat.SeatLinking;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.RandomSource;

/** The vendor's ports, wired to each other. The only way in from outside this package. */
public final class Unipile {

    /** The vendor's name in configuration and the hooks' address. */
    public static final String VENDOR = Failures.VENDOR;

    private final LinkedInOutreach outreach;
    private final LinkedInReplies replies;
    private final LinkedInProfileSource profiles;
    private final LinkedInEngagement engagement;
    private final SeatLinking seatLinking;
    private final HookReader hooks;
    private final VendorConnector connector;

    /** At one place for everybody. */
    public Unipile(
            UnipileAccounts accounts,
            UnipileSettings settings,
            VendorHttp http,
            VendorObjects objects,
            ClockPort clock,
            RandomSource random) {
        this(accounts, Placing.everywhere(settings), http, objects, clock, random);
    }

    public Unipile(
            UnipileAccounts accounts,
            Placing<UnipileSettings> places,
            VendorHttp http,
            VendorObjects objects,
            ClockPort clock,
            RandomSource random) {
        Ways<UnipileAccount, Connection> ways = new Ways<>(
                VENDOR,
                client ->
                        accounts.of(client).filter(account -> account.clientId().equals(client)),
                account -> places.of(account.clientId()),
                (account, place) -> Connection.to(account, place, http));
        Seats seats = new Seats(objects);
        UnipileSeatLinking linking = new UnipileSeatLinking(ways, seats, objects, clock, random);
        People people = new People(clock);
        this.outreach = new UnipileOutreach(
                ways,
                seats,
                new Pauses(objects, clock),
                new Notes(objects, clock),
                people,
                clock,
                http.time(),
                client -> places.of(client).betweenWithdrawals());
        this.profiles = new UnipileProfiles(ways, seats, people);
        this.engagement = new UnipileEngagement(ways, seats);
        this.replies = new UnipileReplies(ways, seats, people, clock);
        this.seatLinking = linking;
        this.hooks = new UnipileHooks(linking, places.usual().acceptsUnsigned());
        this.connector = new UnipileConnector(
                ways, account -> Connection.description(account, places.of(account.clientId()), http));
    }

    public LinkedInOutreach outreach() {
        return outreach;
    }

    public LinkedInReplies replies() {
        return replies;
    }

    /** What LinkedIn shows a seat. */
    public LinkedInProfileSource profiles() {
        return profiles;
    }

    /** What a seat says to posts. */
    public LinkedInEngagement engagement() {
        return engagement;
    }

    public SeatLinking seatLinking() {
        return seatLinking;
    }

    public HookReader hooks() {
        return hooks;
    }

    public VendorConnector connector() {
        return connector;
    }
}
