package io.agencyos.application.outreach.sandbox;

import io.agencyos.application.client.Clients;
import io.agencyos.application.outreach.SenderUpkeep;
import io.agencyos.application.platform.vendor.ConnectVendor;
import io.agencyos.application.platform.vendor.VendorAccounts;
import io.agencyos.application.resource.ConnectMailbox;
import io.agencyos.application.resource.MailboxRepository;
import io.agencyos.application.resource.SendingNumbers;
import io.agencyos.application.resource.lending.ResourceDesk;
import io.agencyos.application.resource.seat.LinkSeat;
import io.agencyos.application.resource.seat.Seats;

/**
 * What furnishing twins needs: the use cases by which people furnish live clients, and what tells what is there already.
 *
 * @param connect offers the vendors of twins, whatever else this installation offers
 */
public record TwinPorts(
        TwinVendors vendors,
        Clients clients,
        ConnectVendor connect,
        VendorAccounts accounts,
        ConnectMailbox connectMailbox,
        MailboxRepository mailboxes,
        SenderUpkeep upkeep,
        ResourceDesk desk,
        SendingNumbers numbers,
        LinkSeat linkSeat,
        Seats seats) {}
