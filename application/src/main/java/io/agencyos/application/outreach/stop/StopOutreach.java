package io.agencyos.application.outreach.stop;

import io.agencyos.domain.campaign.enrolment.StopReason;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import java.time.Instant;

/**
 * T7 of the send protocol: what a reply, an opt-out, a bounce, a booking or a person stops, at once and on every
 * channel. Works inside the caller's unit of work (worker scope); locks the enrolment first, cancels open touches,
 * releases their quota and settles the step rows. A touch whose call may already run is left to its outcome. Source:
 * outreach 2.6, 4.3 T7.
 */
public interface StopOutreach {

    /** What was found running and can no longer be recalled. */
    record Stopped(int cancelledTouches, int inFlight) {

        public static final Stopped NOTHING = new Stopped(0, 0);
    }

    /** A person wrote: everything open is cancelled and the enrolment awaits the outcome, before classification. */
    Stopped humanReply(ClientId client, LeadId lead);

    /** Ends the lead's open enrolment, if any, with this reason; steps left behind are refused with it. */
    Stopped stop(ClientId client, LeadId lead, StopReason reason);

    /** A meeting was booked ({@code meeting_booked}) or a deal made ({@code deal_open}). */
    Stopped convert(ClientId client, LeadId lead, String code);

    /** Waits until the instant, then goes on with its spacing kept. */
    Stopped snooze(ClientId client, LeadId lead, Instant until);

    /** The reply was a machine's: the enrolment goes on where it stood. */
    void resumeAfterMachineReply(ClientId client, LeadId lead);

    /** One channel is closed (a bounce, a channel-only opt-out); stops the lead where no channel remains. */
    Stopped closeChannel(ClientId client, LeadId lead, Channel channel, String code);
}
