package io.agencyos.application.conversation;

import io.agencyos.application.conversation.inbox.ChannelEvent;
import io.agencyos.application.conversation.inbox.WebhookInbox.Claimed;
import io.agencyos.application.conversation.inbox.WebhookInbox.State;
import io.agencyos.application.conversation.inbox.WebhookInbox.Verdict;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.ClientId;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import java.util.List;
import java.util.Optional;

/**
 * Whoever writes to a seat is named by the network's lasting id alone, and a lead that was reached by other channels is
 * known by its page: before such a message counts as nobody's the page is asked for, since a stop counts on any channel.
 * Source: outreach 6.2, 15, unipile 9.
 */
final class Strangers {

    private final Desk desk;
    private final SaidMatch match;

    Strangers(Desk desk) {
        this.desk = desk;
        this.match = new SaidMatch(desk);
    }

    /** Learns whose it is where that is open; a verdict where the vendor is to be asked again first. */
    Optional<Verdict> learn(Claimed claimed, ChannelEvent.Received event) {
        ChannelEvent.About about = event.about();
        if (about.channel() != Channel.LINKEDIN || about.ours() == null || about.theirs() == null) {
            return Optional.empty();
        }
        ClientId client = claimed.key().feed().client();
        if (claimed.assigned() != null || isKnown(client, event)) {
            return Optional.empty();
        }
        String person = about.theirs();
        return desk.world()
                .channels()
                .sources()
                .network(claimed.key().feed().vendor())
                .flatMap(network -> switch (network.slug(client, about.ours(), person)) {
                    case Result.Ok<Optional<String>, VendorFailure>(Optional<String> slug) -> {
                        slug.ifPresent(page -> remember(client, page, person));
                        yield Optional.empty();
                    }
                    case Result.Err<Optional<String>, VendorFailure>(VendorFailure failure) -> later(claimed, failure);
                });
    }

    private boolean isKnown(ClientId client, ChannelEvent.Received event) {
        return desk.inTenant(
                client,
                () -> match.find(client, event.about(), event.thread(), desk.now())
                        .isPresent());
    }

    private void remember(ClientId client, String page, String person) {
        desk.inTenant(client, () -> {
            List<Lead> leads = desk.world()
                    .leads()
                    .leads()
                    .findByIdentity(client, List.of(), List.of("in/" + page), List.of(), List.of());
            if (leads.size() == 1) {
                desk.stores()
                        .channels()
                        .refs()
                        .remember(
                                client,
                                Channel.LINKEDIN,
                                person,
                                leads.getFirst().id(),
                                desk.now());
            }
            return leads;
        });
    }

    /** Empty where asking again is of no use: a person finds out whose it is. */
    private Optional<Verdict> later(Claimed claimed, VendorFailure failure) {
        return switch (failure) {
            case VendorFailure.RateLimited limited -> again(claimed, failure);
            case VendorFailure.Unavailable away -> again(claimed, failure);
            case VendorFailure.Timeout silent -> again(claimed, failure);
            case VendorFailure.Unauthorized refused -> Optional.empty();
            case VendorFailure.OutOfCredits unpaid -> Optional.empty();
            case VendorFailure.Invalid wrong -> Optional.empty();
            case VendorFailure.NotFound gone -> Optional.empty();
            case VendorFailure.Conflict other -> Optional.empty();
        };
    }

    private Optional<Verdict> again(Claimed claimed, VendorFailure failure) {
        Verdict verdict = Verdicts.failed(claimed, failure.toString(), desk.now());
        if (verdict.state() == State.DEAD) {
            return Optional.empty();
        }
        return Optional.of(desk.inTenant(claimed.key().feed().client(), () -> {
            desk.stores().inbox().settle(List.of(verdict));
            return verdict;
        }));
    }
}
