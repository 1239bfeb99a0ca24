package io.agencyos.adapters.out.postgres.conversation;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.RowSet;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.conversation.store.TouchOutcome;
import io.agencyos.application.conversation.store.TouchOutcomes;
import io.agencyos.application.conversation.store.TouchOutcomes.Fact;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.TouchId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Facts about many touches, folded per touch and written by one statement; the order of the facts means nothing. */
final class OutcomeRows {

    private final Map<String, TouchOutcome> rows = new TreeMap<>();

    private OutcomeRows() {}

    static OutcomeRows of(Collection<Fact> facts) {
        OutcomeRows all = new OutcomeRows();
        facts.forEach(fact ->
                all.rows.merge(fact.touch().text(), TouchOutcome.NONE.and(fact), (before, first) -> before.and(fact)));
        return all;
    }

    /** Answers how often those were opened that any were. */
    Map<TouchId, Integer> write(ClientId client) {
        RowSet set = new RowSet();
        rows.forEach((id, row) -> set.row()
                .set("id", id)
                .set("status", row.delivery())
                .set("delivered_at", row.deliveredAt())
                .set("bounced_at", row.bouncedAt())
                .set("complained_at", row.complainedAt())
                .set("opened_at", row.openedAt())
                .set("opens", row.opens())
                .set("clicked_at", row.clickedAt())
                .set("clicks", row.clicks())
                .set("replied_at", row.repliedAt())
                .set("intent", row.intent()));
        Map<TouchId, Integer> opened = new HashMap<>();
        Db.query("""
            update touch t
               set delivery_status = case when array_position(:strength, r.status) > array_position(
                                               :strength, case when t.delivered_implied then 'accepted' else t.delivery_status end)
                                          then r.status else t.delivery_status end,
                   delivered_implied = t.delivered_implied and r.status = 'accepted',
                   delivered_at = least(t.delivered_at, r.delivered_at),
                   bounced_at = least(t.bounced_at, r.bounced_at),
                   complained_at = least(t.complained_at, r.complained_at),
                   opened_at = least(t.opened_at, r.opened_at),
                   open_count = t.open_count + r.opens,
                   clicked_at = least(t.clicked_at, r.clicked_at),
                   click_count = t.click_count + r.clicks,
                   reply_intent = case when t.replied_at is null or r.replied_at < t.replied_at
                                       then coalesce(r.intent, t.reply_intent) else t.reply_intent end,
                   replied_at = least(t.replied_at, r.replied_at),
                   updated_at = now(), row_version = t.row_version + 1
              from jsonb_to_recordset(:rows) as r(id uuid, status text, delivered_at timestamptz, bounced_at timestamptz,
                   complained_at timestamptz, opened_at timestamptz, opens int, clicked_at timestamptz, clicks int,
                   replied_at timestamptz, intent text)
             where t.client_id = :client and t.id = any (:ids) and t.id = r.id
            returning t.id, t.open_count
            """)
                .bind("strength", Db.wires(TouchOutcomes.STRENGTH))
                .bind("rows", set.json())
                .bind("client", client)
                .bind("ids", rows.keySet().stream().map(UUID::fromString).toArray(UUID[]::new))
                .map((row, context) -> opened.put(Rows.id(row, "id", TouchId::new), row.getInt("open_count")))
                .list();
        opened.values().removeIf(count -> count == 0);
        return opened;
    }
}
