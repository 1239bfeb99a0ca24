package io.agencyos.adapters.out.postgres.platform;

import io.agencyos.adapters.out.postgres.kernel.BesideUnits;
import io.agencyos.adapters.out.postgres.kernel.RowSet;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.platform.secret.DataKeys;
import io.agencyos.domain.shared.id.ClientId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Data keys in {@code data_key}; the platform's own have the nil client. */
public final class PostgresDataKeys implements DataKeys {

    private static final UUID PLATFORM = new UUID(0, 0);

    private static final String SELECT = "select id, client_id, wrapped, wrapped_by, retired_at from data_key ";

    private final BesideUnits units;

    public PostgresDataKeys(BesideUnits units) {
        this.units = units;
    }

    @Override
    public Optional<DataKey> sealing(@Nullable ClientId client) {
        return units.run(handle -> sealing(handle, client));
    }

    private static Optional<DataKey> sealing(Handle handle, @Nullable ClientId client) {
        return handle.createQuery(SELECT + "where client_id = :client and retired_at is null")
                .bind("client", owner(client))
                .map((row, context) -> key(row))
                .findOne();
    }

    @Override
    public Optional<DataKey> find(UUID id) {
        return units.run(handle -> handle.createQuery(SELECT + "where id = :id")
                .bind("id", id)
                .map((row, context) -> key(row))
                .findOne());
    }

    @Override
    public DataKey offer(DataKey key) {
        return units.run(handle -> {
            handle.createUpdate("""
                insert into data_key (id, client_id, wrapped, wrapped_by) values (:id, :client, :wrapped, :by)
                on conflict (client_id) where retired_at is null do nothing
                """)
                    .bind("id", key.id())
                    .bind("client", owner(key.client()))
                    .bind("wrapped", key.wrapped())
                    .bind("by", key.wrappedBy())
                    .execute();
            return sealing(handle, key.client()).orElseThrow();
        });
    }

    @Override
    public List<DataKey> wrappedByOthers(String master, int limit) {
        return units.run(handle -> handle.createQuery(
                        SELECT + "where wrapped_by <> :master order by wrapped_by, id limit :limit")
                .bind("master", master)
                .bind("limit", limit)
                .map((row, context) -> key(row))
                .list());
    }

    @Override
    public void rewrap(List<Rewrapped> keys) {
        RowSet rows = new RowSet();
        keys.forEach(key -> rows.row()
                .set("id", key.before().id())
                .set("before", key.before().wrappedBy())
                .set("wrapped", key.wrapped())
                .set("wrapped_by", key.wrappedBy()));
        units.run(handle -> handle.createUpdate("""
            update data_key k
               set wrapped = r.wrapped, wrapped_by = r.wrapped_by, updated_at = now(), row_version = k.row_version + 1
              from jsonb_to_recordset(:rows) as r(id uuid, before text, wrapped text, wrapped_by text)
             where k.id = r.id and k.wrapped_by = r.before
            """).bind("rows", rows.json()).execute());
    }

    @Override
    public int retireAll() {
        return units.run(handle -> handle.createUpdate("""
            update data_key set retired_at = now(), updated_at = now(), row_version = row_version + 1
             where retired_at is null
            """).execute());
    }

    @Override
    public Census census() {
        return units.run(handle -> handle.createQuery("""
            select coalesce(array_agg(distinct wrapped_by), '{}') masters,
                   count(*) filter (where retired_at is null) sealing, count(retired_at) retired
              from data_key
            """)
                .map((row, context) -> new Census(
                        new HashSet<>(Rows.texts(row, "masters")), row.getInt("sealing"), row.getInt("retired")))
                .one());
    }

    private static UUID owner(@Nullable ClientId client) {
        return client == null ? PLATFORM : client.value();
    }

    private static DataKey key(ResultSet row) throws SQLException {
        UUID owner = row.getObject("client_id", UUID.class);
        return new DataKey(
                row.getObject("id", UUID.class),
                owner.equals(PLATFORM) ? null : new ClientId(owner),
                Rows.text(row, "wrapped"),
                Rows.text(row, "wrapped_by"),
                Rows.instantOrNull(row, "retired_at") == null);
    }
}
