package io.agencyos.adapters.out.postgres.platform;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.RowSet;
import io.agencyos.application.platform.vendor.VendorObjects;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.Together;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.shared.id.ClientId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * What adapters remember, in {@code vendor_object}; every call is a short unit of work, which those that come at the same
 * time for the same client share: a batch of sends asks for as much as one.
 */
public final class PostgresVendorObjects implements VendorObjects {

    private static final String COLUMNS = "select client_id, vendor, kind, name, external_id, state, detail";

    private static final int AT_ONCE = 100;

    /** What belongs to one client at one vendor. */
    private record Shelf(ClientId client, String vendor) {}

    /** What is to stand under a name from now on; nothing if null. */
    private record Wish(Name name, @Nullable VendorObject object, UUID id) {}

    private final UnitOfWork units;
    private final IdSource ids;
    private final AdvisoryLocks locks;
    private final Map<Shelf, Together<Set<Name>, List<VendorObject>>> found = new ConcurrentHashMap<>();
    private final Map<Shelf, Together<List<Wish>, Boolean>> changed = new ConcurrentHashMap<>();

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
    public List<VendorObject> find(ClientId client, String vendor, Collection<Name> names) {
        return found.computeIfAbsent(
                        new Shelf(client, vendor), shelf -> new Together<>(AT_ONCE, asked -> find(shelf, asked)))
                .ask(Set.copyOf(names));
    }

    private List<List<VendorObject>> find(Shelf shelf, List<Set<Name>> asked) {
        Set<Name> all = asked.stream().flatMap(Set::stream).collect(Collectors.toSet());
        List<VendorObject> objects = reading(
                shelf.client(),
                () -> Db.query(COLUMNS + """
                     from unnest(:kinds, :names) as k(asked_kind, asked_name)
                    cross join lateral (
                          select * from vendor_object
                           where client_id = :client and vendor = :vendor and account_ref = ''
                             and kind = asked_kind and name = asked_name
                           limit 1) o
                    order by kind collate "C", name collate "C"
                    """)
                        .bind("client", shelf.client().value())
                        .bind("vendor", shelf.vendor())
                        .bind("kinds", kinds(all))
                        .bind("names", names(all))
                        .map((row, context) -> read(row))
                        .list());
        return asked.stream()
                .map(names -> objects.stream()
                        .filter(object -> names.contains(object.named()))
                        .toList())
                .toList();
    }

    @Override
    public Optional<VendorObject> findByExternalId(ClientId client, String vendor, String kind, String externalId) {
        return reading(
                client,
                () -> Db.query(COLUMNS + """
                     from vendor_object
                    where client_id = :client and vendor = :vendor and account_ref = '' and kind = :kind
                      and external_id = :external
                    """)
                        .bind("client", client.value())
                        .bind("vendor", vendor)
                        .bind("kind", kind)
                        .bind("external", externalId)
                        .map((row, context) -> read(row))
                        .findOne());
    }

    @Override
    public List<VendorObject> list(ClientId client, String vendor, Set<String> kinds) {
        return reading(
                client,
                () -> Db.query(COLUMNS + """
                     from vendor_object
                    where client_id = :client and vendor = :vendor and account_ref = '' and kind = any (:kinds)
                    order by kind collate "C", name collate "C"
                    """)
                        .bind("client", client.value())
                        .bind("vendor", vendor)
                        .bind("kinds", kinds.toArray(String[]::new))
                        .map((row, context) -> read(row))
                        .list());
    }

    @Override
    public void change(ClientId client, String vendor, Collection<VendorObject> put, Collection<Name> gone) {
        List<Wish> wishes = new ArrayList<>();
        gone.forEach(name -> wishes.add(new Wish(name, null, ids.next())));
        put.forEach(object -> wishes.add(new Wish(object.named(), object, ids.next())));
        changed.computeIfAbsent(
                        new Shelf(client, vendor), shelf -> new Together<>(AT_ONCE, asked -> change(shelf, asked)))
                .ask(wishes);
    }

    /** Of several wishes for one name the last one counts, as if they had come one after the other. */
    private List<Boolean> change(Shelf shelf, List<List<Wish>> asked) {
        Map<Name, Wish> last = new LinkedHashMap<>();
        asked.forEach(wishes -> wishes.forEach(wish -> last.put(wish.name(), wish)));
        List<Name> gone = new ArrayList<>();
        RowSet rows = new RowSet();
        last.values().forEach(wish -> {
            VendorObject object = wish.object();
            if (object == null) {
                gone.add(wish.name());
            } else {
                rows.row()
                        .set("id", wish.id())
                        .set("kind", object.kind())
                        .set("name", object.name())
                        .set("external_id", object.externalId())
                        .set("state", object.state())
                        .set("detail", object.detail());
            }
        });
        inTenant(
                shelf.client(),
                () -> (gone.isEmpty() ? 0 : remove(shelf.client(), shelf.vendor(), gone))
                        + (rows.isEmpty() ? 0 : put(shelf.client(), shelf.vendor(), rows)));
        return Collections.nCopies(asked.size(), true);
    }

    private static int remove(ClientId client, String vendor, Collection<Name> gone) {
        return Db.update("""
            delete from vendor_object o
             using unnest(:kinds, :names) as k(kind, name)
             where o.client_id = :client and o.vendor = :vendor and o.account_ref = ''
               and o.kind = k.kind and o.name = k.name
            """)
                .bind("client", client.value())
                .bind("vendor", vendor)
                .bind("kinds", kinds(gone))
                .bind("names", names(gone))
                .execute();
    }

    /** In the order of names, so that two who put several of the same never wait for each other in a circle. */
    private static int put(ClientId client, String vendor, RowSet rows) {
        return Db.update("""
            insert into vendor_object (client_id, id, vendor, kind, name, external_id, state, detail)
            select :client, id, :vendor, kind, name, external_id, state, detail
              from jsonb_to_recordset(:rows) as r(id uuid, kind text, name text, external_id text, state text, detail text)
             order by kind, name
            on conflict (client_id, vendor, account_ref, kind, name)
            do update set external_id = excluded.external_id, state = excluded.state, detail = excluded.detail,
                          row_version = vendor_object.row_version + 1
            """)
                .bind("client", client.value())
                .bind("vendor", vendor)
                .bind("rows", rows.json())
                .execute();
    }

    private static String[] kinds(Collection<Name> names) {
        return names.stream().map(Name::kind).toArray(String[]::new);
    }

    private static String[] names(Collection<Name> names) {
        return names.stream().map(Name::name).toArray(String[]::new);
    }

    @Override
    public <T> T exclusively(String lockName, Supplier<T> work) {
        return locks.holding(lockName, work);
    }

    private <T> T inTenant(ClientId client, Supplier<T> work) {
        return units.inTenant(TenantScope.worker(client), work);
    }

    private <T> T reading(ClientId client, Supplier<T> work) {
        return units.reading(TenantScope.worker(client), work);
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
