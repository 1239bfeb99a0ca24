package io.agencyos.adapters.out.postgres.platform;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.application.platform.VendorObjects;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.shared.ClientId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jdbi.v3.core.statement.Query;

/** What adapters remember, in {@code vendor_object}; every call is a short unit of work of its own. */
public final class PostgresVendorObjects implements VendorObjects {

    private static final String COLUMNS = "select client_id, vendor, kind, name, external_id, state, detail";

    private final UnitOfWork units;
    private final IdSource ids;
    private final AdvisoryLocks locks;

    /**
     * @param lockPool where a connection is taken for as long as exclusive work lasts; another one than the units', so
     *     that waiting workers cannot use up what the working one needs
     */
    public PostgresVendorObjects(UnitOfWork units, IdSource ids, DataSource lockPool) {
        this.units = units;
        this.ids = ids;
        this.locks = new AdvisoryLocks(lockPool);
    }

    @Override
    public Optional<VendorObject> find(ClientId client, String vendor, String kind, String name) {
        return inTenant(
                client,
                () -> of(client, vendor, kind, COLUMNS + """
                     from vendor_object
                    where client_id = :client and vendor = :vendor and account_ref = '' and kind = :kind and name = :name
                    """)
                        .bind("name", name)
                        .map((row, context) -> read(row))
                        .findOne());
    }

    @Override
    public Optional<VendorObject> findByExternalId(ClientId client, String vendor, String kind, String externalId) {
        return inTenant(
                client,
                () -> of(client, vendor, kind, COLUMNS + """
                     from vendor_object
                    where client_id = :client and vendor = :vendor and account_ref = '' and kind = :kind
                      and external_id = :external
                    """)
                        .bind("external", externalId)
                        .map((row, context) -> read(row))
                        .findOne());
    }

    @Override
    public List<VendorObject> list(ClientId client, String vendor, String kind) {
        return inTenant(
                client,
                () -> of(client, vendor, kind, COLUMNS + """
                     from vendor_object
                    where client_id = :client and vendor = :vendor and account_ref = '' and kind = :kind
                    order by name collate "C"
                    """)
                        .map((row, context) -> read(row))
                        .list());
    }

    @Override
    public void put(VendorObject object) {
        UUID id = ids.next();
        inTenant(
                object.clientId(),
                () -> Db.update("""
                    insert into vendor_object (client_id, id, vendor, kind, name, external_id, state, detail)
                    values (:client, :id, :vendor, :kind, :name, :external, :state, :detail)
                    on conflict (client_id, vendor, account_ref, kind, name)
                    do update set external_id = excluded.external_id, state = excluded.state, detail = excluded.detail,
                                  row_version = vendor_object.row_version + 1
                    """)
                        .bind("client", object.clientId().value())
                        .bind("id", id)
                        .bind("vendor", object.vendor())
                        .bind("kind", object.kind())
                        .bind("name", object.name())
                        .bind("external", object.externalId())
                        .bind("state", object.state())
                        .bind("detail", object.detail())
                        .execute());
    }

    @Override
    public void remove(ClientId client, String vendor, String kind, String name) {
        inTenant(
                client,
                () -> Db.update("""
                    delete from vendor_object
                     where client_id = :client and vendor = :vendor and account_ref = '' and kind = :kind and name = :name
                    """)
                        .bind("client", client.value())
                        .bind("vendor", vendor)
                        .bind("kind", kind)
                        .bind("name", name)
                        .execute());
    }

    @Override
    public <T> T exclusively(String lockName, Supplier<T> work) {
        return locks.holding(lockName, work);
    }

    private <T> T inTenant(ClientId client, Supplier<T> work) {
        return units.inTenant(TenantScope.worker(client), work);
    }

    private static Query of(ClientId client, String vendor, String kind, String sql) {
        return Db.query(sql)
                .bind("client", client.value())
                .bind("vendor", vendor)
                .bind("kind", kind);
    }

    private static VendorObject read(ResultSet row) throws SQLException {
        return new VendorObject(
                new ClientId(row.getObject("client_id", UUID.class)),
                row.getString("vendor"),
                row.getString("kind"),
                row.getString("name"),
                row.getString("external_id"),
                row.getString("state"),
                row.getString("detail"));
    }
}
