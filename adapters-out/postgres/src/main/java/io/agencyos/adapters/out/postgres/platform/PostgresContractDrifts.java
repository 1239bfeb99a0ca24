package io.agencyos.adapters.out.postgres.platform;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.RowSet;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.platform.vendor.ContractDrifts;
import io.agencyos.domain.platform.ContractDrift;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** {@code contract_drift}: a few rows an hour. */
public final class PostgresContractDrifts implements ContractDrifts {

    @Override
    public void add(Collection<ContractDrift> said) {
        RowSet rows = new RowSet();
        said.forEach(one -> rows.row()
                .set("vendor", one.vendor())
                .set("hour", one.hour())
                .set("said", one.read())
                .set("strange", one.strange())
                .set("example", one.example()));
        Db.update("""
            insert into contract_drift as c (vendor, hour, said, strange, example)
            select vendor, hour, said, strange, example
              from jsonb_to_recordset(:rows) as r(vendor text, hour timestamptz, said int, strange int, example text)
             order by vendor, hour
            on conflict (vendor, hour) do update
               set said = c.said + excluded.said, strange = c.strange + excluded.strange,
                   example = coalesce(excluded.example, c.example), updated_at = now(), row_version = c.row_version + 1
            """).bind("rows", rows.json()).execute();
    }

    @Override
    public List<ContractDrift> since(Instant hour) {
        return Db.query("select vendor, hour, said, strange, example from contract_drift where hour >= :hour order by"
                        + " vendor, hour")
                .bind("hour", hour)
                .map((row, context) -> new ContractDrift(
                        Rows.text(row, "vendor"),
                        Rows.instant(row, "hour"),
                        row.getInt("said"),
                        row.getInt("strange"),
                        row.getString("example")))
                .list();
    }

    @Override
    public void forget(Instant before) {
        Db.update("delete from contract_drift where hour < :before")
                .bind("before", before)
                .execute();
    }
}
