package io.agencyos.adapters.out.postgres.platform.flow;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.application.platform.flow.store.FlowNodes;
import java.time.Instant;

/** The processes that execute runs, in {@code flow_node}. */
public final class PostgresFlowNodes implements FlowNodes {

    @Override
    public void beat(String node, Instant now) {
        Db.update("""
            insert into flow_node as n (node, seen_at) values (:node, :now)
            on conflict (node) do update set seen_at = excluded.seen_at, updated_at = now(), row_version = n.row_version + 1
            """).bind("node", node).bind("now", now).execute();
    }

    @Override
    public int aliveSince(Instant since) {
        return Db.query("select count(*) from flow_node where seen_at > :since")
                .bind("since", since)
                .mapTo(Integer.class)
                .one();
    }
}
