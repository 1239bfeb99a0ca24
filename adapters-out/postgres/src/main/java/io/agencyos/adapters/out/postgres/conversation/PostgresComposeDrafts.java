package io.agencyos.adapters.out.postgres.conversation;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.conversation.store.ComposeDrafts;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.PersonaId;
import io.agencyos.domain.shared.id.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.SqlStatement;

/** Drafts in {@code compose_draft}, one for each person, lead and channel. */
public final class PostgresComposeDrafts implements ComposeDrafts {

    private static <S extends SqlStatement<S>> S of(
            S statement, ClientId client, LeadId lead, UserId user, Channel channel) {
        return statement
                .bind("client", client)
                .bind("lead", lead)
                .bind("user", user)
                .bind("channel", channel);
    }

    @Override
    public Optional<Draft> find(ClientId client, LeadId lead, UserId user, Channel channel) {
        return of(Db.query("""
            select * from compose_draft
             where client_id = :client and lead_id = :lead and user_id = :user and channel = :channel
            """), client, lead, user, channel)
                .map((row, context) -> new Draft(
                        client,
                        lead,
                        user,
                        channel,
                        Rows.idOrNull(row, "persona_id", PersonaId::new),
                        row.getString("subject"),
                        Rows.text(row, "body"),
                        Rows.instant(row, "updated_at")))
                .findFirst();
    }

    @Override
    public void put(Draft draft) {
        of(Db.update("""
            insert into compose_draft as old (client_id, lead_id, user_id, channel, persona_id, subject, body,
                   created_at, updated_at)
            values (:client, :lead, :user, :channel, :persona, :subject, :body, :at, :at)
            on conflict (client_id, lead_id, user_id, channel) do update
               set persona_id = excluded.persona_id, subject = excluded.subject, body = excluded.body,
                   updated_at = excluded.updated_at, row_version = old.row_version + 1
            """), draft.clientId(), draft.lead(), draft.user(), draft.channel())
                .bindByType("persona", draft.persona(), PersonaId.class)
                .bindByType("subject", draft.subject(), String.class)
                .bind("body", draft.body())
                .bind("at", draft.updatedAt())
                .execute();
    }

    @Override
    public void discard(ClientId client, LeadId lead, UserId user, Channel channel) {
        of(Db.update("""
            delete from compose_draft
             where client_id = :client and lead_id = :lead and user_id = :user and channel = :channel
            """), client, lead, user, channel).execute();
    }

    @Override
    public List<Editing> others(ClientId client, LeadId lead, Channel channel, UserId me, Instant since) {
        return of(Db.query("""
            select user_id, updated_at from compose_draft
             where client_id = :client and lead_id = :lead and channel = :channel and user_id <> :user
               and updated_at >= :since
             order by user_id
            """), client, lead, me, channel)
                .bind("since", since)
                .map((row, context) ->
                        new Editing(Rows.id(row, "user_id", UserId::new), Rows.instant(row, "updated_at")))
                .list();
    }

    @Override
    public int removeOld(Instant before, int most) {
        return Db.update("""
            delete from compose_draft d
             using (select client_id, lead_id, user_id, channel from compose_draft where updated_at < :before limit :most) o
             where d.client_id = o.client_id and d.lead_id = o.lead_id and d.user_id = o.user_id and d.channel = o.channel
            """).bind("before", before).bind("most", most).execute();
    }
}
