package io.agencyos.application.conversation;

import io.agencyos.application.campaign.PauseCampaign;
import io.agencyos.application.outreach.UnsubscribeLinks;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.UnitOfWork;

/** The use cases of what comes back, wired by hand; bootstrap and tests hand in the ports. */
public final class ConversationUseCases {

    private final ReceiveWebhook receiveWebhook;
    private final ProcessInbox processInbox;
    private final PollReplies pollReplies;
    private final UnsubscribeService unsubscribe;

    /** {@code classifier} is usually {@code new RuleClassifier()::classify}. */
    public ConversationUseCases(
            ConversationStores stores,
            ConversationWorld world,
            InboundHooks hooks,
            ReplyFeeds feeds,
            ReplyClassifier classifier,
            UnsubscribeLinks links,
            UnitOfWork units,
            ClockPort clock,
            IdSource ids) {
        Desk desk = new Desk(stores, world, units, clock, ids);
        OptOuts optOuts = new OptOuts(desk);
        receiveWebhook = new ReceiveWebhookService(hooks, stores.inbox(), units, clock);
        HandleReply replies = new HandleReply(desk, classifier, optOuts);
        processInbox = new ProcessInboxService(
                desk,
                new MailFacts(desk),
                new MailTroubles(desk, optOuts),
                replies,
                new FetchReply(desk, feeds),
                new ChannelEvents(desk, replies),
                feeds);
        pollReplies = new PollRepliesService(desk, feeds);
        unsubscribe = new UnsubscribeService(desk, optOuts, links);
    }

    /** Made apart, as it stands on the use cases of campaigns. */
    public static GuardCampaigns guardCampaigns(
            ComplaintCounts complaints, PauseCampaign pause, UnitOfWork units, ClockPort clock) {
        return new GuardCampaignsService(complaints, pause, units, clock);
    }

    public ReceiveWebhook receiveWebhook() {
        return receiveWebhook;
    }

    public ProcessInbox processInbox() {
        return processInbox;
    }

    public PollReplies pollReplies() {
        return pollReplies;
    }

    public Unsubscribe unsubscribe() {
        return unsubscribe;
    }

    public ShowUnsubscribe showUnsubscribe() {
        return unsubscribe;
    }
}
