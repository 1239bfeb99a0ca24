package io.agencyos.application.outreach.channel;

/** What a sender can carry; what it cannot is compensated or reported, never ignored. Source: outreach 8. */
public record EmailCapabilities(
        boolean ownMessageId,
        boolean threadHeaders,
        boolean ownHeaders,
        boolean textPart,
        boolean deliveredEvents,
        boolean complaintEvents) {}
