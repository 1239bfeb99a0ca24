package io.agencyos.adapters.out.postgres.outreach;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.outreach.store.ReplyFeedBook;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.id.ClientId;
import java.util.Collection;
import java.util.List;

/** When answers were last read, in {@code reply_feed}. */
public final class PostgresReplyFeedBook implements ReplyFeedBook {

    @Override
    public List<Standing> standings(ClientId client) {
        return Db.query("""
            select vendor, channel, known_since, read_at, held_back_at from reply_feed
             where client_id = :client and live
             order by vendor
            """)
                .bind("client", client)
                .map((row, context) -> new Standing(
                        Rows.text(row, "vendor"),
                        Rows.word(row, "channel", Channel.class),
                        Rows.instant(row, "known_since"),
                        Rows.instantOrNull(row, "read_at"),
                        Rows.instantOrNull(row, "held_back_at")))
                .list();
    }

    @Override
    public void put(ClientId client, Standing standing) {
        Db.update("""
            insert into reply_feed as f (client_id, vendor, channel, known_since, read_at, held_back_at)
            values (:client, :vendor, :channel, :since, :read, :held)
            on conflict (client_id, vendor) do update
               set channel = excluded.channel, known_since = excluded.known_since, read_at = excluded.read_at,
                   held_back_at = excluded.held_back_at, live = true, updated_at = now(), row_version = f.row_version + 1
            """)
                .bind("client", client)
                .bind("vendor", standing.vendor())
                .bind("channel", standing.channel())
                .bind("since", standing.knownSince())
                .bind("read", standing.readAt())
                .bind("held", standing.heldBackAt())
                .execute();
    }

    @Override
    public void keepOnly(ClientId client, Collection<String> vendors) {
        Db.update("""
            update reply_feed set live = false, updated_at = now(), row_version = row_version + 1
             where client_id = :client and live and vendor <> all (:vendors)
            """)
                .bind("client", client)
                .bind("vendors", vendors.toArray(String[]::new))
                .execute();
    }
}
