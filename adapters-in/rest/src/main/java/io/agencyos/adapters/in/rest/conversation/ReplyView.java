package io.agencyos.adapters.in.rest.conversation;

import io.agencyos.adapters.in.rest.card.CampaignCard;
import io.agencyos.adapters.in.rest.card.LeadCard;
import io.agencyos.adapters.in.rest.card.People;
import io.agencyos.application.conversion.ReadReplies;
import io.agencyos.application.lead.store.Cards;
import io.agencyos.application.shared.Stamp;
import io.agencyos.domain.conversation.Intent;
import io.agencyos.domain.conversation.Message;
import io.agencyos.domain.conversation.Objection;
import io.agencyos.domain.conversation.Reply;
import io.agencyos.domain.conversation.Sentiment;
import io.agencyos.domain.conversation.Topic;
import io.agencyos.domain.shared.Channel;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A reply with what it means, what was read in it and whether somebody has dealt with it. Source: api 8 Reply.
 *
 * @param channel the channel by which the reply came
 * @param subject the subject; null on channels without one and for answers in a thread
 * @param body what the lead wrote; null where it was erased
 * @param intent what the reply means; null while nobody has read it
 * @param intentConfidence how sure the reading is, 0 to 1; null while nobody has read it
 * @param flags what else was noticed, such as an answer from another address
 * @param question what the lead asks, in its own words; null where it asks nothing
 * @param topics what the reply speaks of
 * @param handling whether the product answered, a person has to, or nobody needs to
 * @param handledBy who dealt with the reply; null where nobody did, or the product
 * @param createdAt when the product took the reply in, a little after it was received
 */
public record ReplyView(
        UUID id,
        UUID clientId,
        @Nullable LeadCard lead,
        @Nullable CampaignCard campaign,
        UUID threadId,
        Channel channel,
        @Nullable String subject,
        @Nullable String body,
        Instant receivedAt,
        @Nullable Intent intent,
        @Nullable BigDecimal intentConfidence,
        @Nullable Intent originalIntent,
        List<String> flags,
        Sentiment.@Nullable Label sentiment,
        @Nullable Objection objectionType,
        @Nullable String question,
        List<Topic> topics,
        Reply.Handling handling,
        boolean reviewRequired,
        boolean handled,
        @Nullable Instant handledAt,
        People.@Nullable UserCard handledBy,
        Instant createdAt,
        Instant updatedAt,
        int version) {

    static final ReplyView EXAMPLE = new ReplyView(
            UUID.fromString("019baaaa-0000-7000-8000-000000000061"),
            UUID.fromString("019baaaa-0000-7000-8000-000000000001"),
            LeadCard.EXAMPLE,
            CampaignCard.EXAMPLE,
            UUID.fromString("019baaaa-0000-7000-8000-000000000071"),
            Channel.EMAIL,
            "Re: Quick idea",
            "Sounds good, what does it cost?",
            Instant.parse("2026-03-05T01:00:00Z"),
            Intent.QUESTION,
            new BigDecimal("0.90"),
            null,
            List.of("sender_differs"),
            Sentiment.Label.POSITIVE,
            null,
            "What does it cost?",
            List.of(Topic.PRICING),
            Reply.Handling.NEEDS_HUMAN,
            false,
            true,
            Instant.parse("2026-03-05T02:00:00Z"),
            People.UserCard.EXAMPLE,
            Instant.parse("2026-03-05T01:00:04Z"),
            Instant.parse("2026-03-05T02:00:00Z"),
            1);

    static ReplyView of(ReadReplies.Line line, Cards cards, People.Names names, Stamp stamp) {
        Reply reply = line.reply();
        Reply.Reading read = reply.reading();
        Message message = line.message();
        return new ReplyView(
                reply.id().value(),
                reply.clientId().value(),
                LeadCard.of(cards.lead(reply.leadId())),
                CampaignCard.of(line.campaign(), cards),
                reply.threadId().value(),
                reply.channel(),
                message == null ? null : message.subject(),
                message == null ? null : message.body(),
                reply.receivedAt(),
                reply.intent(),
                read == null ? null : read.confidence(),
                reply.correctedIntent() == null || read == null ? null : read.intent(),
                flags(reply, read),
                read == null ? null : read.sentiment().label(),
                read == null ? null : read.objection(),
                read == null ? null : read.question(),
                read == null ? List.of() : read.topics(),
                reply.handling(),
                reply.reviewRequired(),
                reply.handledAt() != null,
                reply.handledAt(),
                names.card(reply.handledBy()),
                stamp.createdAt(),
                stamp.updatedAt(),
                reply.version());
    }

    private static List<String> flags(Reply reply, Reply.@Nullable Reading read) {
        List<String> flags = new ArrayList<>(read == null ? List.of() : read.flags());
        if (reply.senderDiffers()) {
            flags.add("sender_differs");
        }
        return flags.stream().sorted().toList();
    }
}
