package io.agencyos.adapters.in.rest.conversation;

import io.agencyos.adapters.in.rest.card.CampaignCard;
import io.agencyos.adapters.in.rest.card.LeadCard;
import io.agencyos.application.conversion.Spoken;
import io.agencyos.application.lead.store.Cards;
import io.agencyos.domain.conversation.ConversationThread;
import io.agencyos.domain.conversation.Intent;
import io.agencyos.domain.conversation.Message;
import io.agencyos.domain.conversation.Objection;
import io.agencyos.domain.conversation.Reply;
import io.agencyos.domain.conversation.Sentiment;
import io.agencyos.domain.conversation.ThreadOutcome;
import io.agencyos.domain.conversation.ThreadStatus;
import io.agencyos.domain.shared.Channel;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A conversation; lists leave its messages out. Source: api 9.11, content 4.8.
 *
 * @param channel the channel that the conversation is held on
 * @param status how alive it is: stale after 14 days of silence, dead after 30
 * @param outcome what the conversation came to; null while nobody can tell
 * @param ours messages of ours
 * @param theirs messages of the lead
 * @param startedAt when it began
 * @param lastAt when a message of it was sent or received last
 * @param messages the messages, the oldest first; null in lists
 */
public record ThreadView(
        UUID id,
        UUID clientId,
        @Nullable LeadCard lead,
        @Nullable CampaignCard campaign,
        Channel channel,
        ThreadStatus status,
        @Nullable ThreadOutcome outcome,
        int ours,
        int theirs,
        Instant startedAt,
        Instant lastAt,
        @Nullable List<MessageView> messages) {

    static final ThreadView EXAMPLE = new ThreadView(
            UUID.fromString("019baaaa-0000-7000-8000-000000000071"),
            UUID.fromString("019baaaa-0000-7000-8000-000000000001"),
            LeadCard.EXAMPLE,
            CampaignCard.EXAMPLE,
            Channel.EMAIL,
            ThreadStatus.ACTIVE,
            ThreadOutcome.ONGOING,
            1,
            1,
            Instant.parse("2026-03-02T01:00:00Z"),
            Instant.parse("2026-03-05T01:00:00Z"),
            List.of(MessageView.EXAMPLE));

    /**
     * One message of ours (out) or the lead's (in).
     *
     * @param direction whether we wrote it ({@code out}) or the lead did ({@code in})
     * @param subject the subject; null on channels without one and for answers in a thread
     * @param at when it was sent or received
     * @param intent what it means, a person's word before the product's; null for what we wrote and what nobody has read
     * @param sentiment in which mood it is; null for what we wrote and what nobody has read
     * @param objection what the lead objects to; null where it objects to nothing
     */
    public record MessageView(
            UUID id,
            Message.Direction direction,
            @Nullable String subject,
            String body,
            Instant at,
            @Nullable Intent intent,
            Sentiment.@Nullable Label sentiment,
            @Nullable Objection objection) {

        static final MessageView EXAMPLE = new MessageView(
                UUID.fromString("019baaaa-0000-7000-8000-000000000081"),
                Message.Direction.IN,
                "Re: Quick idea",
                "Sounds good, what does it cost?",
                Instant.parse("2026-03-05T01:00:00Z"),
                Intent.QUESTION,
                Sentiment.Label.POSITIVE,
                null);

        static MessageView of(Spoken spoken) {
            Message message = spoken.message();
            Reply reply = spoken.reply();
            Reply.Reading read = reply == null ? null : reply.reading();
            return new MessageView(
                    message.id().value(),
                    message.direction(),
                    message.subject(),
                    message.body(),
                    message.at(),
                    reply == null ? null : reply.intent(),
                    read == null ? null : read.sentiment().label(),
                    read == null ? null : read.objection());
        }
    }

    static ThreadView of(ConversationThread thread, @Nullable List<Spoken> messages, Cards cards) {
        return new ThreadView(
                thread.id().value(),
                thread.clientId().value(),
                LeadCard.of(cards.lead(thread.leadId())),
                CampaignCard.of(thread.campaignId(), cards),
                thread.channel(),
                thread.status(),
                thread.outcome(),
                thread.ours(),
                thread.theirs(),
                thread.startedAt(),
                thread.lastAt(),
                messages == null ? null : messages.stream().map(MessageView::of).toList());
    }
}
