package io.agencyos.adapters.out.postgres.conversation;

import io.agencyos.adapters.out.postgres.kernel.Criteria;
import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.RowSet;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.conversation.notice.Notices;
import io.agencyos.domain.conversation.notice.Notice;
import io.agencyos.domain.conversation.notice.NoticeSeverity;
import io.agencyos.domain.conversation.notice.NoticeTopic;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What members were told, in {@code notification}. */
public final class PostgresNotices implements Notices {

    @Override
    public void add(Collection<Notice> notices) {
        if (notices.isEmpty()) {
            return;
        }
        RowSet rows = new RowSet();
        notices.forEach(notice -> rows.row()
                .set("client_id", notice.clientId())
                .set("id", notice.id().toString())
                .set("user_id", notice.userId())
                .set("kind", notice.topic())
                .set("severity", notice.severity())
                .set("title", notice.title())
                .set("body", notice.body())
                .set("link", notice.link())
                .set("dedupe_key", notice.dedupe())
                .set("in_app", notice.ways().inApp())
                .set("by_email", notice.ways().email())
                .set("created_at", notice.createdAt()));
        Db.update("""
            insert into notification (client_id, id, user_id, kind, severity, title, body, link, dedupe_key, in_app, by_email,
                   created_at)
            select client_id, id, user_id, kind, severity, title, body, link, dedupe_key, in_app, by_email, created_at
              from jsonb_to_recordset(:rows) as r(client_id uuid, id uuid, user_id uuid, kind text, severity text, title text,
                   body text, link text, dedupe_key text, in_app boolean, by_email boolean,
                   created_at timestamptz)
            on conflict (client_id, user_id, dedupe_key) do nothing
            """).bind("rows", rows.json()).execute();
    }

    @Override
    public List<Notice> list(ClientId client, UserId user, Filter filter, @Nullable After after, int limit) {
        Criteria rows = new Criteria(
                        "select * from notification where client_id = :client and user_id = :user and in_app"
                                + (filter.unread() ? " and read_at is null" : ""))
                .with("client", client)
                .with("user", user)
                .andAny(
                        "severity = any (:severities)",
                        "severities",
                        filter.severities().isEmpty() ? null : filter.severities());
        if (after != null) {
            rows.and("(created_at, id) < (:afterAt, :afterId)")
                    .with("afterAt", after.createdAt())
                    .with("afterId", after.id());
        }
        return rows.first(limit, "created_at desc, id desc")
                .map((row, context) -> read(row))
                .list();
    }

    @Override
    public boolean read(ClientId client, UserId user, UUID notice, Instant now) {
        return Db.update("""
            update notification set read_at = coalesce(read_at, :now), row_version = row_version + 1
             where client_id = :client and user_id = :user and id = :id
            """)
                        .bind("client", client)
                        .bind("user", user)
                        .bind("id", notice)
                        .bind("now", now)
                        .execute()
                > 0;
    }

    @Override
    public void readAll(ClientId client, UserId user, Instant now) {
        Db.update("""
            update notification set read_at = :now, row_version = row_version + 1
             where client_id = :client and user_id = :user and read_at is null
            """)
                .bind("client", client)
                .bind("user", user)
                .bind("now", now)
                .execute();
    }

    @Override
    public List<Owed> owed(ClientId client, Instant since) {
        Map<UserId, List<Notice>> notices = new LinkedHashMap<>();
        Db.query("""
            select * from notification
             where client_id = :client and created_at >= :since and by_email and mailed_at is null
             order by created_at, id limit 500
            """)
                .bind("client", client)
                .bind("since", since)
                .map((row, context) -> read(row))
                .forEach(notice -> notices.computeIfAbsent(notice.userId(), user -> new ArrayList<>())
                        .add(notice));
        Map<UserId, Instant> letters = notices.isEmpty() ? Map.of() : letters(client, since);
        return notices.entrySet().stream()
                .map(person -> new Owed(person.getKey(), person.getValue(), letters.get(person.getKey())))
                .toList();
    }

    /** When each person's last letter was written, of those about what came since this moment. */
    private static Map<UserId, Instant> letters(ClientId client, Instant since) {
        return Db.query("""
            select user_id, max(mailed_at) as last_letter from notification
             where client_id = :client and created_at >= :since and mailed_at is not null group by user_id
            """)
                .bind("client", client)
                .bind("since", since)
                .map((row, context) ->
                        Map.entry(Rows.id(row, "user_id", UserId::new), Rows.instant(row, "last_letter")))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public void mailed(ClientId client, Collection<UUID> notices, Instant at) {
        Db.update("""
            update notification set mailed_at = :at, row_version = row_version + 1
             where client_id = :client and id = any (:ids) and mailed_at is null
            """)
                .bind("client", client)
                .bind("ids", notices.toArray(UUID[]::new))
                .bind("at", at)
                .execute();
    }

    @Override
    public Optional<Instant> toldUntil(ClientId client) {
        return Db.query("select told_until from notification_progress where client_id = :client")
                .bind("client", client)
                .map((row, context) -> Rows.instant(row, "told_until"))
                .findOne();
    }

    @Override
    public void tellFrom(ClientId client, Instant at) {
        Db.update("""
            insert into notification_progress as p (client_id, told_until) values (:client, :at)
            on conflict (client_id) do update set told_until = excluded.told_until, row_version = p.row_version + 1
            """).bind("client", client).bind("at", at).execute();
    }

    private static Notice read(ResultSet row) throws SQLException {
        return new Notice(
                row.getObject("id", UUID.class),
                Rows.id(row, "client_id", ClientId::new),
                Rows.id(row, "user_id", UserId::new),
                Rows.word(row, "kind", NoticeTopic.class),
                Rows.word(row, "severity", NoticeSeverity.class),
                Rows.text(row, "title"),
                Rows.text(row, "body"),
                row.getString("link"),
                Rows.text(row, "dedupe_key"),
                new Notice.Ways(row.getBoolean("in_app"), row.getBoolean("by_email")),
                Rows.instant(row, "created_at"),
                Rows.instantOrNull(row, "read_at"));
    }
}
