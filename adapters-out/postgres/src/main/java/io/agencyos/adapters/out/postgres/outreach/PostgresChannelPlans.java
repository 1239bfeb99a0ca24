package io.agencyos.adapters.out.postgres.outreach;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.RowBatch;
import io.agencyos.adapters.out.postgres.kernel.RowShape;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.outreach.engine.ChannelPlans;
import io.agencyos.domain.allocation.ChannelAllocation;
import io.agencyos.domain.allocation.ChannelExclusion;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.ChoiceBasis;
import io.agencyos.domain.shared.Vocabulary;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.EnrolmentId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Rows of {@code enrolment_channels}, one statement however many there are. */
public final class PostgresChannelPlans implements ChannelPlans {

    private static final RowShape PLANS =
            new RowShape("channel_plans", "enrolment_id uuid, channels text[], reasons jsonb, basis text");

    @Override
    public void record(ClientId client, Map<EnrolmentId, ChannelAllocation> allocations, Instant at) {
        if (allocations.isEmpty()) {
            return;
        }
        RowBatch rows = new RowBatch(PLANS);
        allocations.forEach((enrolment, allocation) -> rows.row()
                .set("enrolment_id", enrolment)
                .set("channels", wires(allocation.channels()))
                .set("reasons", reasons(allocation))
                .set("basis", allocation.basis()));
        rows.ready().update("""
            insert into enrolment_channels as c (client_id, enrolment_id, channels, reasons, basis, decided_at)
            select :client, r.enrolment_id, r.channels, r.reasons, r.basis, :at
              from {rows}
            on conflict (client_id, enrolment_id) do update
               set channels = excluded.channels, reasons = excluded.reasons, basis = excluded.basis, decided_at = excluded.decided_at,
                   updated_at = now(), row_version = c.row_version + 1
            """).bind("client", client).bind("at", at).execute();
    }

    private static List<String> wires(List<Channel> channels) {
        return channels.stream().map(Channel::wire).toList();
    }

    private static Map<String, String> reasons(ChannelAllocation allocation) {
        return allocation.excluded().entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> entry.getKey().wire(),
                        entry -> entry.getValue().wire()));
    }

    @Override
    public Map<EnrolmentId, Decided> of(ClientId client, Collection<EnrolmentId> enrolments) {
        Map<EnrolmentId, Decided> decided = new HashMap<>();
        Db.query("""
            select c.enrolment_id, c.channels, c.basis, c.decided_at,
                   array(select key || ':' || value from jsonb_each_text(c.reasons)) as reasons
              from enrolment_channels c
             where c.client_id = :client and c.enrolment_id = any (:ids)
            """)
                .bind("client", client)
                .bind("ids", Db.uuids(enrolments))
                .map((row, context) -> decided.put(Rows.id(row, "enrolment_id", EnrolmentId::new), read(row)))
                .list();
        return decided;
    }

    private static Decided read(ResultSet row) throws SQLException {
        Map<Channel, ChannelExclusion> excluded = new EnumMap<>(Channel.class);
        for (String reason : Rows.texts(row, "reasons")) {
            int colon = reason.indexOf(':');
            excluded.put(
                    word(Channel.class, reason.substring(0, colon)),
                    word(ChannelExclusion.class, reason.substring(colon + 1)));
        }
        List<Channel> channels = Rows.texts(row, "channels").stream()
                .map(wire -> word(Channel.class, wire))
                .toList();
        return new Decided(
                new ChannelAllocation(channels, excluded, Rows.word(row, "basis", ChoiceBasis.class)),
                Rows.instant(row, "decided_at"));
    }

    private static <E extends Enum<E> & Vocabulary> E word(Class<E> type, String wire) {
        return Vocabulary.parse(type, wire)
                .orElseThrow(() -> new IllegalStateException("enrolment_channels holds an unknown word: " + wire));
    }

    @Override
    public List<EnrolmentId> without(ClientId client, Instant before, int limit) {
        return Db.query("""
            select c.enrolment_id
              from enrolment_channels c
              join enrolment e on e.client_id = c.client_id and e.id = c.enrolment_id
               and e.status not in ('completed', 'converted', 'stopped')
             where c.client_id = :client and c.channels = '{}' and c.decided_at <= :before
             order by c.decided_at, c.enrolment_id
             limit :limit
            """)
                .bind("client", client)
                .bind("before", before)
                .bind("limit", limit)
                .map((row, context) -> Rows.id(row, "enrolment_id", EnrolmentId::new))
                .list();
    }
}
