package io.agencyos.adapters.out.postgres.allocation;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.allocation.store.LeadVetoes;
import io.agencyos.domain.allocation.VetoReason;
import io.agencyos.domain.scoring.match.Seniority;
import io.agencyos.domain.shared.contact.Country;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Rejections in {@code lead_veto}, to which lines are only added. */
public final class PostgresLeadVetoes implements LeadVetoes {

    @Override
    public void insert(Rejected rejected) {
        Country country = rejected.example().country();
        Db.update("""
            insert into lead_veto (client_id, lead_id, reason, note, title, seniority, industry, employee_count, country,
                                   vetoed_by, vetoed_at)
            values (:client, :lead, :reason, :note, :title, :seniority, :industry, :employees, :country, :by, :at)
            """)
                .bind("client", rejected.clientId())
                .bind("lead", rejected.lead())
                .bind("reason", rejected.reason())
                .bind("note", rejected.note())
                .bind("title", rejected.example().title())
                .bind("seniority", rejected.example().seniority())
                .bind("industry", rejected.example().industry())
                .bind("employees", rejected.example().employees())
                .bind("country", country == null ? null : country.alpha2())
                .bindByType("by", rejected.by(), UserId.class)
                .bind("at", rejected.at())
                .execute();
    }

    @Override
    public int countSince(ClientId client, Instant since) {
        return Db.query("select count(*) from lead_veto where client_id = :client and vetoed_at >= :since")
                .bind("client", client)
                .bind("since", since)
                .mapTo(int.class)
                .one();
    }

    @Override
    public List<Rejected> newest(ClientId client, int limit) {
        return Db.query("""
            select * from lead_veto where client_id = :client order by vetoed_at desc, lead_id limit :limit
            """)
                .bind("client", client)
                .bind("limit", limit)
                .map((row, context) -> read(client, row))
                .list();
    }

    private static Rejected read(ClientId client, ResultSet row) throws SQLException {
        String country = row.getString("country");
        return new Rejected(
                client,
                Rows.id(row, "lead_id", LeadId::new),
                Rows.word(row, "reason", VetoReason.class),
                row.getString("note"),
                new Example(
                        row.getString("title"),
                        Rows.word(row, "seniority", Seniority.class),
                        row.getString("industry"),
                        Rows.intOrNull(row, "employee_count"),
                        country == null ? null : new Country(country)),
                Rows.idOrNull(row, "vetoed_by", UserId::new),
                Rows.instant(row, "vetoed_at"));
    }
}
