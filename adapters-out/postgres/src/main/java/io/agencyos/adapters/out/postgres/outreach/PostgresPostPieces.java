package io.agencyos.adapters.out.postgres.outreach;

import io.agencyos.adapters.out.postgres.kernel.Criteria;
import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.outreach.channel.PostSender;
import io.agencyos.application.outreach.post.PostPieces;
import io.agencyos.domain.shared.TouchKind;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.TouchId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Sent letters in {@code outreach_job}, with what was told of them in {@code post_piece}. */
public final class PostgresPostPieces implements PostPieces {

    private static final String PIECES = """
        select j.id, j.lead_id, j.touch_kind, j.vendor, j.vendor_ref, j.sent_at, j.subject,
               coalesce(p.state, 'queued') as state, coalesce(p.moved_at, j.sent_at) as moved_at, p.recall
          from outreach_job j
          left join post_piece p on p.client_id = j.client_id and p.touch_id = j.id
        """;

    private static final String ORDERED = """
         where j.client_id = :client and j.touch_kind in ('letter', 'postcard') and j.status = 'sent'
           and j.vendor_ref is not null
        """;

    /** The words of the states as they follow each other. */
    private static final String ORDER =
            Stream.of(PostSender.State.values()).map(PostSender.State::wire).collect(Collectors.joining(",", "{", "}"));

    @Override
    public boolean moved(ClientId client, TouchId touch, PostSender.State state, Instant at) {
        return Db.update("""
            insert into post_piece as p (client_id, touch_id, state, moved_at)
            values (:client, :touch, :state, :at)
            on conflict (client_id, touch_id) do update
               set state = excluded.state, moved_at = excluded.moved_at, updated_at = now(),
                   row_version = p.row_version + 1
             where array_position(:order::text[], p.state) < array_position(:order::text[], excluded.state)
            """)
                        .bind("client", client)
                        .bind("touch", touch)
                        .bind("state", state)
                        .bind("at", at)
                        .bind("order", ORDER)
                        .execute()
                > 0;
    }

    @Override
    public void wantedBack(ClientId client, TouchId touch, Recall recall, Instant at) {
        Db.update("""
            insert into post_piece as p (client_id, touch_id, state, moved_at, recall)
            values (:client, :touch, 'queued', :at, :recall)
            on conflict (client_id, touch_id) do update
               set recall = excluded.recall, updated_at = now(), row_version = p.row_version + 1
            """)
                .bind("client", client)
                .bind("touch", touch)
                .bind("recall", recall)
                .bind("at", at)
                .execute();
    }

    @Override
    public List<Piece> unwanted(ClientId client, Instant since) {
        return Db.query(PIECES + """
              join lead l on l.client_id = j.client_id and l.id = j.lead_id
              left join enrolment e on e.client_id = j.client_id and e.id = j.enrolment_id
            """ + ORDERED + """
               and j.sent_at >= :since and coalesce(p.state, 'queued') = 'queued' and p.recall is null
               and (l.status <> 'in_sequence' or e.status in ('awaiting_outcome', 'converted', 'stopped'))
             order by j.sent_at, j.id
            """)
                .bind("client", client)
                .bind("since", since)
                .map((row, context) -> piece(row))
                .list();
    }

    @Override
    public List<Piece> list(ClientId client, @Nullable LeadId lead, @Nullable After after, int limit) {
        Criteria pieces = new Criteria(PIECES + ORDERED).with("client", client).and("j.lead_id = :lead", "lead", lead);
        if (after != null) {
            pieces.and("(j.sent_at, j.id) < (:afterAt, :afterId)")
                    .with("afterAt", after.orderedAt())
                    .with("afterId", after.touch());
        }
        return pieces.first(limit, "j.sent_at desc, j.id desc")
                .map((row, context) -> piece(row))
                .list();
    }

    private static Piece piece(ResultSet row) throws SQLException {
        return new Piece(
                Rows.id(row, "id", TouchId::new),
                Rows.id(row, "lead_id", LeadId::new),
                Rows.word(row, "touch_kind", TouchKind.class),
                Rows.text(row, "vendor"),
                Rows.text(row, "vendor_ref"),
                Rows.instant(row, "sent_at"),
                row.getString("subject"),
                Rows.word(row, "state", PostSender.State.class),
                Rows.instant(row, "moved_at"),
                Rows.wordOrNull(row, "recall", Recall.class));
    }
}
