package io.agencyos.application.outreach.linkedin;

import io.agencyos.application.outreach.channel.LinkedInLines;
import io.agencyos.application.outreach.store.ChannelAddresses;
import io.agencyos.application.outreach.store.ContactRefs;
import io.agencyos.application.resource.seat.HearSeats;
import io.agencyos.application.resource.seat.SeatConnections;
import io.agencyos.application.resource.seat.SeatUsage;
import io.agencyos.application.resource.seat.Seats;
import io.agencyos.application.shared.IdSource;

/** What acts of seats need from outside. */
public record LinkedInPorts(
        Seats seats,
        SeatConnections connections,
        SeatUsage usage,
        ChannelAddresses addresses,
        LinkedInLines lines,
        ContactRefs refs,
        HearSeats hear,
        IdSource ids) {}
