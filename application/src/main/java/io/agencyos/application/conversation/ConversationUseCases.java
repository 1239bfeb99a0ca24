package io.agencyos.application.conversation;

import io.agencyos.application.campaign.lifecycle.PauseCampaign;
import io.agencyos.application.client.identity.store.AccountMail;
import io.agencyos.application.conversation.event.ChannelEvents;
import io.agencyos.application.conversation.event.MailFacts;
import io.agencyos.application.conversation.event.MailTroubles;
import io.agencyos.application.conversation.inbox.InboundHooks;
import io.agencyos.application.conversation.inbox.ReplyFeeds;
import io.agencyos.application.conversation.inbox.WebhookInbox;
import io.agencyos.application.conversation.reply.Desk;
import io.agencyos.application.conversation.reply.HandleReply;
import io.agencyos.application.conversation.reply.OptOuts;
import io.agencyos.application.conversation.reply.ReplyMatch;
import io.agencyos.application.conversation.reply.SettleReply;
import io.agencyos.application.conversation.store.ComplaintCounts;
import io.agencyos.application.conversation.store.ConversationStores;
import io.agencyos.application.conversation.store.OptOutWishes;
import io.agencyos.application.conversation.world.ConversationWorld;
import io.agencyos.application.conversation.world.ReplyClassifier;
import io.agencyos.application.lead.store.Leads;
import io.agencyos.application.outreach.engine.WrittenByHand;
import io.agencyos.application.outreach.mail.UnsubscribeLinks;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.Crew;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.outreach.ImpliedDelivery;
import io.agencyos.domain.platform.AuditEntry;
import java.util.function.Consumer;

/** The use cases of what comes back, wired by hand; bootstrap and tests hand in the ports. */
public final class ConversationUseCases {

    private final ReceiveWebhook receiveWebhook;
    private final ProcessInboxService processInbox;
    private final PollReplies pollReplies;
    private final AnswerLive answerLive;
    private final UnsubscribeService unsubscribe;
    private final Desk desk;
    private final ReplyClassifier classifier;
    private final OptOuts optOuts;
    private final UnsubscribeLinks links;

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
        this.desk = new Desk(stores, world, units, clock, ids);
        this.classifier = classifier;
        this.optOuts = new OptOuts(desk);
        this.links = links;
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
        answerLive = new AnswerLiveService(desk, processInbox);
        pollReplies = new PollRepliesService(desk, feeds);
        unsubscribe = new UnsubscribeService(desk, optOuts, links);
    }

    /** Made apart, as it stands on the use cases of campaigns. */
    public static GuardCampaigns guardCampaigns(
            ComplaintCounts complaints, PauseCampaign pause, UnitOfWork units, ClockPort clock) {
        return new GuardCampaignsService(complaints, pause, units, clock);
    }

    /** Made apart, as it is the platform's and not a client's. */
    public static InboxDesk inboxDesk(
            WebhookInbox inbox,
            Leads leads,
            Consumer<AuditEntry> audit,
            UnitOfWork units,
            ClockPort clock,
            IdSource ids) {
        return new InboxDeskService(inbox, leads, audit, units, clock, ids);
    }

    /** Answers of people, each with its line in the audit log. */
    public AnswerReply answerReply(WrittenByHand written, Consumer<AuditEntry> audit) {
        return new AnswerReplyService(desk, written, audit);
    }

    /** Told in the audit log, as a person does it. */
    public CorrectReply correctReply(Consumer<AuditEntry> audit) {
        return new CorrectReplyService(desk, classifier, new SettleReply(desk, new ReplyMatch(desk), optOuts), audit);
    }

    /**
     * For whoever lost the link.
     *
     * @param letters takes a letter to be sent, inside the open unit of work of the platform
     */
    public SendOptOutLinks sendOptOutLinks(OptOutWishes wishes, Consumer<AccountMail> letters) {
        return new SendOptOutLinks(desk, wishes, links, letters);
    }

    /** Numbers of whose texts too few arrive. */
    public JudgeNumbers judgeNumbers() {
        return judgeNumbers(desk.stores().outcomes()::texts);
    }

    JudgeNumbers judgeNumbers(JudgeNumbers.Texts texts) {
        return new JudgeNumbers(desk, texts);
    }

    /** What silence has delivered. */
    public ImplyDeliveries implyDeliveries() {
        return client -> desk.inTenant(
                client,
                () -> desk.stores()
                        .outcomes()
                        .implyDeliveries(client, desk.now().minus(ImpliedDelivery.AFTER)));
    }

    public ReceiveWebhook receiveWebhook() {
        return receiveWebhook;
    }

    /** For vendors that wait for an answer. */
    public AnswerLive answerLive() {
        return answerLive;
    }

    public ProcessInbox processInbox() {
        return processInbox;
    }

    /** The same with a crew for what different people did. */
    public ProcessInbox processInbox(Crew crew) {
        return processInbox.with(crew);
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
