package io.agencyos.adapters.out.postgres.conversation;

import io.agencyos.adapters.out.postgres.kernel.Criteria;
import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.conversation.store.Threads;
import io.agencyos.application.shared.ConcurrentUpdate;
import io.agencyos.domain.conversation.ConversationThread;
import io.agencyos.domain.conversation.Message;
import io.agencyos.domain.conversation.ThreadOutcome;
import io.agencyos.domain.conversation.ThreadStatus;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.MessageId;
import io.agencyos.domain.shared.id.ThreadId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** Conversations in {@code conversation_thread} and {@code message}. */
public final class PostgresThreads implements Threads {

    private static final String UPDATE = """
        update conversation_thread
           set status = :status, outcome = :outcome, external_thread_id = :external, messages = :ours + :theirs,
               ours = :ours, theirs = :theirs,
               last_at = greatest(:lastOursAt::timestamptz, :lastTheirsAt::timestamptz),
               last_ours_at = :lastOursAt, last_theirs_at = :lastTheirsAt,
               updated_at = now(), row_version = row_version + 1
         where client_id = :client and id = :id and row_version = :version
        """;

    /** As the index has it: behind row-level security it finds the place where a page begins by this expression alone. */
    private static final String LATEST = "case when last_at is null then started_at else last_at end";

    private static final String APPEND = """
        insert into message (client_id, id, at, thread_id, lead_id, direction, channel, subject, body, position, headers)
        values (:client, :message, :at, :thread, :lead, :direction, :channel, :subject, :body, :position,
                case when :sender is not null then jsonb_build_object('from', :sender) end)
        """;

    @Override
    public Optional<ConversationThread> findForUpdate(ClientId client, LeadId lead, Channel channel) {
        return first(Db.query("""
            select * from conversation_thread
             where client_id = :client and lead_id = :lead and channel = :channel
             order by status in ('active', 'stale') desc, coalesce(last_at, started_at) desc, id desc
             limit 1 for update
            """).bind("client", client).bind("lead", lead).bind("channel", channel));
    }

    @Override
    public Optional<ConversationThread> findForUpdate(ClientId client, ThreadId id) {
        return first(Db.query("select * from conversation_thread where client_id = :client and id = :id for update")
                .bind("client", client)
                .bind("id", id));
    }

    @Override
    public Optional<ConversationThread> find(ClientId client, ThreadId id) {
        return first(Db.query("select * from conversation_thread where client_id = :client and id = :id")
                .bind("client", client)
                .bind("id", id));
    }

    @Override
    public List<ConversationThread> findAll(ClientId client, Collection<ThreadId> ids) {
        return Db.query("select * from conversation_thread where client_id = :client and id = any (:ids) order by id")
                .bind("client", client)
                .bind("ids", Db.uuids(ids))
                .map((row, context) -> thread(row))
                .list();
    }

    @Override
    public void insert(ConversationThread thread) {
        bind(Db.update("""
            insert into conversation_thread (client_id, id, lead_id, campaign_id, channel, status, outcome,
                   external_thread_id, messages, ours, theirs, started_at, last_at, last_ours_at, last_theirs_at,
                   row_version)
            values (:client, :id, :lead, :campaign, :channel, :status, :outcome, :external, :ours + :theirs, :ours,
                   :theirs, :startedAt, greatest(:lastOursAt::timestamptz, :lastTheirsAt::timestamptz),
                   :lastOursAt, :lastTheirsAt, :version)
            """), thread)
                .bind("lead", thread.leadId())
                .bindByType("campaign", thread.campaignId(), CampaignId.class)
                .bind("channel", thread.channel())
                .bind("startedAt", thread.startedAt())
                .execute();
    }

    @Override
    public ConversationThread update(ConversationThread thread) {
        return written(thread, bind(Db.update(UPDATE), thread).execute());
    }

    private static ConversationThread written(ConversationThread thread, int rows) {
        if (rows == 0) {
            throw new ConcurrentUpdate("thread " + thread.id());
        }
        return thread.atVersion(thread.version() + 1);
    }

    private static <S extends SqlStatement<S>> S bind(S statement, ConversationThread thread) {
        return statement
                .bind("client", thread.clientId())
                .bind("id", thread.id())
                .bind("status", thread.status())
                .bindByType("outcome", thread.outcome(), ThreadOutcome.class)
                .bind("external", thread.externalThreadId())
                .bind("ours", thread.ours())
                .bind("theirs", thread.theirs())
                .bindByType("lastOursAt", thread.lastOursAt(), Instant.class)
                .bindByType("lastTheirsAt", thread.lastTheirsAt(), Instant.class)
                .bind("version", thread.version());
    }

    @Override
    public void escalate(ClientId client, ThreadId id, String reason, Instant at) {
        Db.update("""
            update conversation_thread
               set escalated_at = :at, escalation_reason = :reason, updated_at = now()
             where client_id = :client and id = :id and escalated_at is null
            """)
                .bind("client", client)
                .bind("id", id)
                .bind("reason", reason)
                .bind("at", at)
                .execute();
    }

    @Override
    public void append(Message message) {
        bind(Db.update(APPEND).bind("client", message.clientId()), message).execute();
    }

    @Override
    public ConversationThread append(Message message, ConversationThread thread) {
        Update both = Db.update("with said as (" + APPEND + ") " + UPDATE);
        return written(thread, bind(bind(both, thread), message).execute());
    }

    private static Update bind(Update statement, Message message) {
        return statement
                .bind("message", message.id())
                .bind("at", message.at())
                .bind("thread", message.threadId())
                .bind("lead", message.leadId())
                .bind("direction", message.direction())
                .bind("channel", message.channel())
                .bind("subject", message.subject())
                .bind("body", message.body())
                .bind("position", message.position())
                .bind("sender", message.sender());
    }

    @Override
    public List<Message> messages(ClientId client, ThreadId id) {
        return Db.query("select *, headers ->> 'from' as sender from message where client_id = :client and thread_id ="
                        + " :id order by position, at, id")
                .bind("client", client)
                .bind("id", id)
                .map((row, context) -> message(row))
                .list();
    }

    @Override
    public List<Message> messages(ClientId client, Collection<ThreadId> threads, Collection<MessageId> ids) {
        return Db.query("""
            select *, headers ->> 'from' as sender from message
             where client_id = :client and thread_id = any (:threads) and id = any (:ids)
             order by id
            """)
                .bind("client", client)
                .bind("threads", Db.uuids(threads))
                .bind("ids", Db.uuids(ids))
                .map((row, context) -> message(row))
                .list();
    }

    @Override
    public List<ConversationThread> list(
            ClientId client, @Nullable ThreadStatus status, @Nullable LeadId lead, @Nullable After after, int limit) {
        Criteria threads = new Criteria("select * from conversation_thread where client_id = :client")
                .with("client", client)
                .and("status = :status", "status", status)
                .and("lead_id = :lead", "lead", lead);
        if (after != null) {
            threads.and("(" + LATEST + ", id) < (:afterAt, :afterId)")
                    .with("afterAt", after.lastAt())
                    .with("afterId", after.id());
        }
        return threads.first(limit, LATEST + " desc, id desc")
                .map((row, context) -> thread(row))
                .list();
    }

    private static Optional<ConversationThread> first(Query query) {
        return query.map((row, context) -> thread(row)).findFirst();
    }

    private static ConversationThread thread(ResultSet row) throws SQLException {
        return new ConversationThread(
                Rows.id(row, "id", ThreadId::new),
                Rows.id(row, "client_id", ClientId::new),
                Rows.id(row, "lead_id", LeadId::new),
                Rows.idOrNull(row, "campaign_id", CampaignId::new),
                Rows.word(row, "channel", Channel.class),
                Rows.word(row, "status", ThreadStatus.class),
                Rows.wordOrNull(row, "outcome", ThreadOutcome.class),
                row.getString("external_thread_id"),
                row.getInt("ours"),
                row.getInt("theirs"),
                Rows.instant(row, "started_at"),
                Rows.instantOrNull(row, "last_ours_at"),
                Rows.instantOrNull(row, "last_theirs_at"),
                row.getInt("row_version"));
    }

    private static Message message(ResultSet row) throws SQLException {
        return new Message(
                Rows.id(row, "id", MessageId::new),
                Rows.id(row, "client_id", ClientId::new),
                Rows.id(row, "thread_id", ThreadId::new),
                Rows.id(row, "lead_id", LeadId::new),
                Rows.word(row, "direction", Message.Direction.class),
                Rows.word(row, "channel", Channel.class),
                row.getString("subject"),
                Rows.text(row, "body"),
                row.getInt("position"),
                Rows.instant(row, "at"),
                row.getString("sender"));
    }
}
