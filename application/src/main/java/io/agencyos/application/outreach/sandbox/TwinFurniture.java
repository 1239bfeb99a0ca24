package io.agencyos.application.outreach.sandbox;

import io.agencyos.application.outreach.sandbox.KeepTwins.Trouble;
import io.agencyos.application.platform.vendor.ConnectVendor;
import io.agencyos.application.resource.ConnectMailbox;
import io.agencyos.application.resource.lending.ResourceDesk;
import io.agencyos.application.resource.seat.LinkSeat;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.resource.Mailbox;
import io.agencyos.domain.resource.ResourceKind;
import io.agencyos.domain.resource.SendingNumber;
import io.agencyos.domain.resource.seat.Seat;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.contact.PhoneNumber;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.UserId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Furnishes a twin as a person furnishes a live client, step by step; a step whose work is done does nothing, so that what
 * broke off is made good the next time.
 */
final class TwinFurniture {

    /** Who stands in the audit for what belongs to nobody. */
    private static final UserId SANDBOX = new UserId(new UUID(0, 4));

    /** Long enough for a full day's e-mails and for numbers that nobody frowns upon. */
    private static final Duration WARM = Duration.ofDays(60);

    private static final int REPUTATION = 80;
    private static final int LONGEST_LABEL = 63;

    private final TwinPorts on;
    private final UnitOfWork units;
    private final ClockPort clock;
    private final Trouble trouble;

    TwinFurniture(TwinPorts on, UnitOfWork units, ClockPort clock, Trouble trouble) {
        this.on = on;
        this.units = units;
        this.clock = clock;
        this.trouble = trouble;
    }

    /** Whether everything stands now that there is; false where no sandbox answers. */
    boolean furnish(Client twin) {
        Optional<TwinVendors.Standing> standing = on.vendors().settle(twin);
        standing.ifPresent(at -> furnish(twin, at));
        return standing.isPresent();
    }

    private void furnish(Client twin, TwinVendors.Standing at) {
        TenantScope admin = new TenantScope(twin.id(), null, Role.ADMIN);
        at.accounts().stream()
                .filter(account -> at.fresh() || !isConnected(twin.id(), account.vendor()))
                .forEach(account -> connect(admin, account));
        addresses(twin, at.mail())
                .filter(address -> isMailboxOf(admin, twin, at.mail(), address))
                .findFirst();
        at.lines().forEach((line, vendor) -> number(twin.id(), line, vendor));
        seat(admin, at.fresh());
    }

    private boolean isConnected(ClientId twin, String vendor) {
        return units.reading(
                TenantScope.worker(twin), () -> on.accounts().find(twin, vendor).isPresent());
    }

    private void connect(TenantScope admin, ConnectVendor.Request account) {
        ConnectVendor.Outcome outcome = on.connect().connect(admin, account, Origin.NONE);
        if (!(outcome instanceof ConnectVendor.Outcome.Connected)) {
            trouble.lacks(admin.clientId(), account.vendor() + ": " + outcome);
        }
    }

    /**
     * The one that it has; else by the twin's slug, which tells people whose it is, and where somebody had that slug before by
     * what is its own for good.
     */
    private Stream<EmailAddress> addresses(Client twin, String vendor) {
        Optional<EmailAddress> had =
                units
                        .reading(
                                TenantScope.worker(twin.id()),
                                () -> on.mailboxes().ofClient(twin.id()))
                        .stream()
                        .filter(mailbox -> mailbox.vendor().equals(vendor))
                        .map(Mailbox::address)
                        .findFirst();
        return had.map(Stream::of)
                .orElseGet(() -> Stream.of(twin.slug(), "test-" + twin.id().text())
                        .filter(label -> label.length() <= LONGEST_LABEL)
                        .map(label -> new EmailAddress("hello@" + label + ".example")));
    }

    /** Whether the twin has the mailbox now; otherwise it is somebody else's. */
    private boolean isMailboxOf(TenantScope admin, Client twin, String vendor, EmailAddress address) {
        on.vendors().bringMailbox(twin.id(), address);
        ConnectMailbox.Outcome outcome = on.connectMailbox()
                .connect(
                        admin,
                        new ConnectMailbox.Request(
                                address, vendor, true, clock.now().minus(WARM), null),
                        Origin.NONE);
        return switch (outcome) {
            case ConnectMailbox.Outcome.Connected(Mailbox mailbox) -> {
                on.upkeep().prepare(mailbox);
                yield true;
            }
            case ConnectMailbox.Outcome.AlreadyConnected _ -> true;
            case ConnectMailbox.Outcome.Taken _ -> false;
            case ConnectMailbox.Outcome.Invalid _,
                    ConnectMailbox.Outcome.VendorFailed _,
                    ConnectMailbox.Outcome.RoleRequired _ -> {
                trouble.lacks(twin.id(), "a mailbox: " + outcome);
                yield true;
            }
        };
    }

    private void number(ClientId twin, Channel line, String vendor) {
        Optional<PhoneNumber> had = units
                .reading(TenantScope.worker(twin), () -> on.numbers().ofClient(twin))
                .stream()
                .filter(number -> number.provider().equals(vendor))
                .map(SendingNumber::number)
                .findFirst();
        Optional<PhoneNumber> has = had.or(() -> lent(twin, line, vendor));
        has.ifPresentOrElse(
                number -> on.vendors().bringNumber(twin, line, number),
                () -> trouble.lacks(twin, "a number at " + vendor));
    }

    private Optional<PhoneNumber> lent(ClientId twin, Channel line, String vendor) {
        return TwinNumbers.of(twin, line)
                .filter(number -> isLent(twin, vendor, number))
                .map(PhoneNumber::new)
                .findFirst();
    }

    private boolean isLent(ClientId twin, String vendor, String number) {
        ResourceDesk.Addition addition = new ResourceDesk.Addition(
                ResourceKind.PHONE_NUMBER,
                number,
                null,
                vendor,
                null,
                "Sandbox",
                clock.now().minus(WARM),
                false,
                REPUTATION,
                1);
        return on.desk().add(SANDBOX, addition, Origin.NONE) instanceof ResourceDesk.Outcome.Done(var stock)
                && on.desk().assign(SANDBOX, stock.resource().id(), twin, Origin.NONE)
                        instanceof ResourceDesk.Outcome.Done;
    }

    private void seat(TenantScope admin, boolean fresh) {
        ClientId twin = admin.clientId();
        List<Seat> seats =
                units.reading(TenantScope.worker(twin), () -> on.seats().ofClient(twin));
        Optional<Seat> held = seats.stream().filter(Seat::takesASeat).findFirst();
        if (held.isPresent() && !fresh) {
            return;
        }
        LinkSeat.Request request = new LinkSeat.Request(
                null, LinkSeat.ReturnTo.SETTINGS, held.map(Seat::id).orElse(null));
        switch (on.linkSeat().start(admin, request, Origin.NONE)) {
            case LinkSeat.Outcome.Offered offered -> on.vendors().signIn(twin, offered.page());
            case LinkSeat.Outcome other -> trouble.lacks(twin, "a seat: " + other);
        }
    }
}
