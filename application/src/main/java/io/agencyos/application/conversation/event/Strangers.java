package io.agencyos.application.conversation.event;

import io.agencyos.application.conversation.inbox.ChannelEvent;
import io.agencyos.application.conversation.inbox.WebhookInbox.Claimed;
import io.agencyos.application.conversation.inbox.WebhookInbox.State;
import io.agencyos.application.conversation.inbox.WebhookInbox.Verdict;
import io.agencyos.application.conversation.reply.Desk;
import io.agencyos.application.conversation.reply.SaidMatch;
import io.agencyos.application.conversation.reply.Verdicts;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.contact.LinkedInUrl;
import io.agencyos.domain.shared.id.ClientId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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

    /** What asking came to. */
    sealed interface Learnt {

        /** The vendor is to be asked again first. */
        record Later(Verdict verdict) implements Learnt {}

        /** All that can be known: whose it is, or at least whose page. */
        record All(@Nullable LinkedInUrl page) implements Learnt {}
    }

    /** Learns whose it is where that is open. */
    Learnt learn(Claimed claimed, ChannelEvent.Received event) {
        ChannelEvent.About about = event.about();
        if (about.channel() != Channel.LINKEDIN || about.ours() == null || about.theirs() == null) {
            return new Learnt.All(null);
        }
        ClientId client = claimed.key().feed().client();
        if (claimed.assigned() != null || isKnown(client, event)) {
            return new Learnt.All(null);
        }
        String person = about.theirs();
        return desk.world()
                .channels()
                .sources()
                .network(claimed.key().feed().vendor())
                .<Learnt>map(network -> switch (network.slug(client, about.ours(), person)) {
                    case Result.Ok<Optional<String>, VendorFailure>(Optional<String> slug) ->
                        new Learnt.All(slug.flatMap(page -> LinkedInUrl.ofKey("in/" + page))
                                .filter(page -> !remember(client, page, person))
                                .orElse(null));
                    case Result.Err<Optional<String>, VendorFailure>(VendorFailure failure) ->
                        later(claimed, failure).<Learnt>map(Learnt.Later::new).orElseGet(() -> new Learnt.All(null));
                })
                .orElseGet(() -> new Learnt.All(null));
    }

    private boolean isKnown(ClientId client, ChannelEvent.Received event) {
        return desk.inTenant(
                client,
                () -> match.find(client, event.about(), event.thread(), desk.now())
                        .isPresent());
    }

    /** From now on the id names the lead with the page; false where no lead has it. */
    private boolean remember(ClientId client, LinkedInUrl page, String person) {
        return desk.inTenant(client, () -> {
            List<Lead> leads = desk.world()
                    .leads()
                    .leads()
                    .findByIdentity(client, List.of(), List.of(page.key()), List.of(), List.of());
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
            return !leads.isEmpty();
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
