package io.agencyos.adapters.out.postgres.conversation;

import io.agencyos.adapters.out.postgres.kernel.Criteria;
import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.conversation.store.Replies;
import io.agencyos.application.shared.ConcurrentUpdate;
import io.agencyos.domain.conversation.Intent;
import io.agencyos.domain.conversation.Objection;
import io.agencyos.domain.conversation.Reply;
import io.agencyos.domain.conversation.Sentiment;
import io.agencyos.domain.conversation.Topic;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.Vocabulary;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.MessageId;
import io.agencyos.domain.shared.id.ReplyId;
import io.agencyos.domain.shared.id.ThreadId;
import io.agencyos.domain.shared.id.UserId;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** Replies in {@code reply}; that the writer was somebody else stands among its flags. */
public final class PostgresReplies implements Replies {

    private static final String SENDER_DIFFERS = "sender_differs";

    @Override
    public void insert(Reply reply) {
        bind(Db.stamping("""
            insert into reply (client_id, id, thread_id, lead_id, message_id, message_at, channel, provider,
                   provider_message_id, answer_ref, received_at, intent, intent_confidence, sentiment, sentiment_score, objection,
                   question, topics, flags, classifier, classified_at, corrected_intent, handling, handled_at, handled_by,
                   review_required, created_at, updated_at, row_version)
            values (:client, :id, :thread, :lead, :message,
                   coalesce((select m.at from message m
                              where m.client_id = :client and m.thread_id = :thread and m.id = :message), :receivedAt),
                   :channel, :provider, :providerMessageId, :answerRef, :receivedAt, :intent, :confidence, :sentiment,
                   :sentimentScore, :objection, :question, :topics, :flags, :classifier, :classifiedAt, :corrected,
                   :handling, :handledAt, :handledBy, :review, :moment, :moment, :version)
            """), reply)
                .bind("thread", reply.threadId())
                .bind("lead", reply.leadId())
                .bind("message", reply.messageId())
                .bind("channel", reply.channel())
                .bind("provider", reply.provider())
                .bind("providerMessageId", reply.providerMessageId())
                .bind("answerRef", reply.answerRef())
                .bind("receivedAt", reply.receivedAt())
                .execute();
    }

    @Override
    public Reply update(Reply reply) {
        int written = bind(Db.stamping("""
            update reply
               set intent = :intent, intent_confidence = :confidence, sentiment = :sentiment,
                   sentiment_score = :sentimentScore, objection = :objection, question = :question, topics = :topics,
                   flags = :flags, classifier = :classifier, classified_at = :classifiedAt,
                   corrected_intent = :corrected, handling = :handling, handled_at = :handledAt,
                   handled_by = :handledBy, review_required = :review, updated_at = :moment, row_version = row_version + 1
             where client_id = :client and id = :id and row_version = :version
            """), reply).execute();
        if (written == 0) {
            throw new ConcurrentUpdate("reply " + reply.id());
        }
        return reply.atVersion(reply.version() + 1);
    }

    private static <S extends SqlStatement<S>> S bind(S statement, Reply reply) {
        Reply.Reading read = reply.reading();
        Set<String> flags = new TreeSet<>(read == null ? Set.of() : read.flags());
        if (reply.senderDiffers()) {
            flags.add(SENDER_DIFFERS);
        }
        return statement
                .bind("client", reply.clientId())
                .bind("id", reply.id())
                .bindByType("intent", read == null ? null : read.intent(), Intent.class)
                .bind("confidence", read == null ? null : read.confidence())
                .bindByType("sentiment", read == null ? null : read.sentiment().label(), Sentiment.Label.class)
                .bind("sentimentScore", read == null ? null : read.sentiment().score())
                .bindByType("objection", read == null ? null : read.objection(), Objection.class)
                .bind("question", read == null ? null : read.question())
                .bind("topics", read == null ? new String[0] : Db.wires(read.topics()))
                .bind("flags", flags.toArray(String[]::new))
                .bind("classifier", read == null ? null : read.classifier())
                .bindByType("classifiedAt", read == null ? null : read.at(), Instant.class)
                .bindByType("corrected", reply.correctedIntent(), Intent.class)
                .bind("handling", reply.handling())
                .bindByType("handledAt", reply.handledAt(), Instant.class)
                .bindByType("handledBy", reply.handledBy(), UserId.class)
                .bind("review", reply.reviewRequired())
                .bind("version", reply.version());
    }

    @Override
    public Optional<Reply> find(ClientId client, ReplyId id) {
        return Db.query("select * from reply where client_id = :client and id = :id")
                .bind("client", client)
                .bind("id", id)
                .map((row, context) -> read(row))
                .findFirst();
    }

    @Override
    public List<Reply> findAll(ClientId client, Collection<ReplyId> ids) {
        return Db.query("select * from reply where client_id = :client and id = any (:ids)")
                .bind("client", client)
                .bind("ids", Db.uuids(ids))
                .map((row, context) -> read(row))
                .list();
    }

    @Override
    public Optional<Reply> findByProviderMessage(ClientId client, String provider, String providerMessageId) {
        return Db.query("""
            select * from reply
             where client_id = :client and provider = :provider and provider_message_id = :message
            """)
                .bind("client", client)
                .bind("provider", provider)
                .bind("message", providerMessageId)
                .map((row, context) -> read(row))
                .findFirst();
    }

    @Override
    public List<Reply> list(ClientId client, Filter filter, @Nullable After after, int limit) {
        Criteria replies = new Criteria("select * from reply where client_id = :client")
                .with("client", client)
                .andAny("coalesce(corrected_intent, intent) = any (:intents)", "intents", filter.intents())
                .andAny("channel = any (:channels)", "channels", filter.channels())
                .and("(handled_at is not null) = :handled", "handled", filter.handled())
                .and("review_required = :review", "review", filter.needsReview())
                .and("lead_id = :lead", "lead", filter.lead())
                .and("received_at >= :from", "from", filter.from())
                .and("received_at < :until", "until", filter.until())
                .and(
                        "exists (select from conversation_thread t where t.client_id = :client"
                                + " and t.id = reply.thread_id and t.campaign_id = :campaign)",
                        "campaign",
                        filter.campaign());
        if (after != null) {
            replies.and("(received_at, id) < (:afterAt, :afterId)")
                    .with("afterAt", after.receivedAt())
                    .with("afterId", after.id());
        }
        return replies.first(limit, "received_at desc, id desc")
                .map((row, context) -> read(row))
                .list();
    }

    private static Reply read(ResultSet row) throws SQLException {
        Set<String> flags = new TreeSet<>(Rows.texts(row, "flags"));
        boolean senderDiffers = flags.remove(SENDER_DIFFERS);
        return new Reply(
                Rows.id(row, "id", ReplyId::new),
                Rows.id(row, "client_id", ClientId::new),
                Rows.id(row, "thread_id", ThreadId::new),
                Rows.id(row, "lead_id", LeadId::new),
                Rows.id(row, "message_id", MessageId::new),
                Rows.word(row, "channel", Channel.class),
                Rows.text(row, "provider"),
                Rows.text(row, "provider_message_id"),
                row.getString("answer_ref"),
                Rows.instant(row, "received_at"),
                senderDiffers,
                reading(row, flags),
                Rows.wordOrNull(row, "corrected_intent", Intent.class),
                Rows.word(row, "handling", Reply.Handling.class),
                Rows.instantOrNull(row, "handled_at"),
                Rows.idOrNull(row, "handled_by", UserId::new),
                row.getBoolean("review_required"),
                row.getInt("row_version"));
    }

    private static Reply.@Nullable Reading reading(ResultSet row, Set<String> flags) throws SQLException {
        Instant at = Rows.instantOrNull(row, "classified_at");
        if (at == null) {
            return null;
        }
        List<Topic> topics = new ArrayList<>();
        for (String topic : Rows.texts(row, "topics")) {
            topics.add(Vocabulary.parse(Topic.class, topic)
                    .orElseThrow(() -> new IllegalStateException("column topics holds an unknown topic: " + topic)));
        }
        BigDecimal confidence = row.getBigDecimal("intent_confidence");
        BigDecimal score = row.getBigDecimal("sentiment_score");
        return new Reply.Reading(
                Rows.word(row, "intent", Intent.class),
                confidence.setScale(2),
                new Sentiment(Rows.word(row, "sentiment", Sentiment.Label.class), score.setScale(1)),
                Rows.wordOrNull(row, "objection", Objection.class),
                row.getString("question"),
                topics,
                flags,
                Rows.text(row, "classifier"),
                at);
    }
}
