package io.agencyos.application.conversation.event;

import io.agencyos.application.conversation.inbox.ChannelEvent;
import io.agencyos.application.conversation.inbox.WebhookInbox.Claimed;
import io.agencyos.application.conversation.inbox.WebhookInbox.Verdict;
import io.agencyos.application.conversation.reply.Desk;
import io.agencyos.application.conversation.reply.Verdicts;
import io.agencyos.application.resource.seat.HearSeats;
import io.agencyos.application.resource.seat.LinkSeat;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.id.ClientId;

/** What is told of seats goes to those who keep them. Source: outreach 11.1, unipile 4.1. */
final class SeatReports {

    private final Desk desk;
    private final HearSeats seats;

    SeatReports(Desk desk, HearSeats seats) {
        this.desk = desk;
        this.seats = seats;
    }

    Verdict changed(Claimed claimed, ChannelEvent.SeatChanged event) {
        String account = event.about().ours();
        if (account != null) {
            seats.changed(client(claimed), account, event.signal());
        }
        return Verdicts.done(claimed, desk.now());
    }

    Verdict linked(Claimed claimed, ChannelEvent.SeatLinked event) {
        String account = event.about().ours();
        if (account == null) {
            return Verdicts.ignored(claimed, desk.now());
        }
        return switch (seats.linked(client(claimed), event.token(), account)) {
            case LinkSeat.Linked.Done done -> Verdicts.done(claimed, desk.now());
            case LinkSeat.Linked.NoSeat gone -> Verdicts.ignored(claimed, desk.now());
            case LinkSeat.Linked.AccountTaken taken -> Verdicts.ignored(claimed, desk.now());
            case LinkSeat.Linked.VendorFailed(VendorFailure failure) -> failed(claimed, failure);
        };
    }

    /** A refusal stays one however often it is asked for; anything else may pass. */
    private Verdict failed(Claimed claimed, VendorFailure failure) {
        return switch (failure) {
            case VendorFailure.Invalid refused -> Verdicts.ignored(claimed, desk.now());
            case VendorFailure.NotFound refused -> Verdicts.ignored(claimed, desk.now());
            case VendorFailure.Conflict refused -> Verdicts.ignored(claimed, desk.now());
            case VendorFailure.Unauthorized later -> again(claimed, later);
            case VendorFailure.OutOfCredits later -> again(claimed, later);
            case VendorFailure.RateLimited later -> again(claimed, later);
            case VendorFailure.Unavailable later -> again(claimed, later);
            case VendorFailure.Timeout later -> again(claimed, later);
        };
    }

    private Verdict again(Claimed claimed, VendorFailure failure) {
        return Verdicts.failed(claimed, failure.told(), desk.now());
    }

    private static ClientId client(Claimed claimed) {
        return claimed.key().feed().client();
    }
}
