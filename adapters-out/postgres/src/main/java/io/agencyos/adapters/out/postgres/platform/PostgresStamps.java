package io.agencyos.adapters.out.postgres.platform;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.shared.Stamp;
import io.agencyos.application.shared.Stamps;
import io.agencyos.domain.shared.id.ClientId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Stamps as the rows carry them in {@code created_at} and {@code updated_at}. */
public final class PostgresStamps implements Stamps {

    private static final String ASKED = "from unnest(:clients, :ids) as asked(client_id, id) join ";

    private static final String OF_CLIENT = """
        select asked.id, c.created_at,
               greatest(c.updated_at, p.updated_at,
                        (select max(s.updated_at) from subscription s where s.client_id = c.client_id)) as updated_at
        """ + ASKED + """
        client c on c.client_id = asked.client_id and c.client_id = asked.id
          left join client_profile p on p.client_id = c.client_id
        """;

    @Override
    public Map<UUID, Stamp> of(Kind kind, Map<UUID, ClientId> rows) {
        List<UUID> ids = List.copyOf(rows.keySet());
        Map<UUID, Stamp> found = new HashMap<>();
        Db.query(sql(kind))
                .bind("clients", ids.stream().map(id -> rows.get(id).value()).toArray(UUID[]::new))
                .bind("ids", ids.toArray(UUID[]::new))
                .map((row, context) -> found.put(
                        row.getObject("id", UUID.class),
                        new Stamp(Rows.instant(row, "created_at"), Rows.instant(row, "updated_at"))))
                .list();
        return found;
    }

    private static String sql(Kind kind) {
        return kind == Kind.CLIENT
                ? OF_CLIENT
                : "select r.id, r.created_at, r.updated_at " + ASKED + kind.entity() + " r using (client_id, id)";
    }
}
