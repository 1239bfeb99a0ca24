package io.agencyos.application.conversation;

import io.agencyos.application.conversation.inbox.InboundMail;
import io.agencyos.application.conversation.inbox.MailEvent;
import io.agencyos.application.conversation.inbox.ReplyFeeds;
import io.agencyos.application.conversation.inbox.WebhookInbox.Arrival;
import io.agencyos.application.conversation.inbox.WebhookInbox.Claimed;
import io.agencyos.application.conversation.inbox.WebhookInbox.Content;
import io.agencyos.application.conversation.inbox.WebhookInbox.Feed;
import io.agencyos.application.conversation.inbox.WebhookInbox.Key;
import io.agencyos.application.conversation.inbox.WebhookInbox.Verdict;
import io.agencyos.application.conversation.reply.Desk;
import io.agencyos.application.conversation.reply.Verdicts;
import io.agencyos.domain.shared.Result;
import java.util.List;
import java.util.Optional;

/**
 * A vendor says that somebody replied, without the text: the text is fetched and takes the way of every other mail. A
 * vendor that does not show it yet is asked again by the inbox's schedule.
 */
final class FetchReply {

    private final Desk desk;
    private final ReplyFeeds feeds;

    FetchReply(Desk desk, ReplyFeeds feeds) {
        this.desk = desk;
        this.feeds = feeds;
    }

    Verdict handle(Claimed claimed, MailEvent.ReplyNotice notice) {
        Feed feed = claimed.key().feed();
        Optional<ReplyFeeds.ReplyFeed> source = feeds.of(feed.client()).stream()
                .filter(candidate -> candidate.vendor().equals(feed.vendor()))
                .findFirst();
        if (source.isEmpty()) {
            return settle(feed, List.of(), Verdicts.failed(claimed, "replies cannot be fetched here", desk.now()));
        }
        return switch (source.get().replies().conversationWith(feed.client(), notice.from())) {
            case Result.Err<List<InboundMail>, ?>(var failure) ->
                settle(feed, List.of(), Verdicts.failed(claimed, failure.toString(), desk.now()));
            case Result.Ok<List<InboundMail>, ?>(var mails) ->
                settle(
                        feed,
                        mails,
                        mails.isEmpty()
                                ? Verdicts.failed(claimed, "the vendor does not show the reply yet", desk.now())
                                : Verdicts.done(claimed, desk.now()));
        };
    }

    private Verdict settle(Feed feed, List<InboundMail> mails, Verdict verdict) {
        return desk.inTenant(feed.client(), () -> {
            desk.stores()
                    .inbox()
                    .store(mails.stream()
                            .map(mail -> new Arrival(
                                    new Key(feed, mail.key()),
                                    desk.now(),
                                    new Content.Event(new MailEvent.Received(mail))))
                            .toList());
            desk.stores().inbox().settle(List.of(verdict));
            return verdict;
        });
    }
}
