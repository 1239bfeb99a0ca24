package io.agencyos.application.conversation;

import io.agencyos.domain.lead.ContactPoints;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.LeadHistory;
import io.agencyos.domain.lead.LeadStatus;
import java.time.Instant;

/** Changed copies of a lead, for what replies, opt-outs and bookings change about it. */
public final class LeadChanges {

    private LeadChanges() {}

    public static Lead with(Lead lead, LeadStatus status, LeadHistory history, ContactPoints contact, Instant now) {
        return new Lead(
                lead.id(),
                lead.clientId(),
                lead.campaignId(),
                lead.poolPersonId(),
                lead.source(),
                status,
                contact,
                lead.person(),
                lead.company(),
                lead.roleStart(),
                lead.timezone(),
                lead.score(),
                history,
                lead.block(),
                lead.importId(),
                lead.externalId(),
                lead.createdAt(),
                now,
                lead.deletedAt(),
                lead.version());
    }

    public static Lead with(Lead lead, LeadStatus status, Instant now) {
        return with(lead, status, lead.history(), lead.contact(), now);
    }

    /** The newest answer counts, whatever the order in which answers arrive. */
    public static LeadHistory replied(LeadHistory before, Instant at) {
        Instant last = before.lastReplyAt();
        return new LeadHistory(
                before.touches(),
                before.firstTouchAt(),
                before.lastTouchAt(),
                last == null || at.isAfter(last) ? at : last,
                before.bookedAt(),
                before.convertedAt());
    }

    /** The first booking stays. */
    public static LeadHistory booked(LeadHistory before, Instant at) {
        return new LeadHistory(
                before.touches(),
                before.firstTouchAt(),
                before.lastTouchAt(),
                before.lastReplyAt(),
                before.bookedAt() == null ? at : before.bookedAt(),
                before.convertedAt());
    }

    /** Whether an answer makes a lead of this status {@code replied}; what came of the talks is not taken back. */
    public static boolean repliesNow(LeadStatus now) {
        return switch (now) {
            case NEW, ENRICHED, SCORED, IN_SEQUENCE, COMPLETED, BOUNCED, NOT_INTERESTED, ARCHIVED -> true;
            case REPLIED, MEETING_BOOKED, CONVERTED, UNSUBSCRIBED, INVALID -> false;
        };
    }

    /** Whether a reply may bring a lead of this status to another; an opt-out always may, and nothing undoes it. */
    public static boolean mayBecome(LeadStatus now, LeadStatus wanted) {
        return switch (now) {
            case UNSUBSCRIBED -> false;
            case CONVERTED, MEETING_BOOKED, INVALID -> wanted == LeadStatus.UNSUBSCRIBED;
            case NEW, ENRICHED, SCORED, IN_SEQUENCE, COMPLETED, BOUNCED, NOT_INTERESTED, ARCHIVED, REPLIED -> true;
        };
    }
}
