package io.agencyos.adapters.out.postgres.scoring;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.scoring.store.BuyerSignals;
import io.agencyos.domain.scoring.BuyerRecord;
import io.agencyos.domain.scoring.LeadFacts;
import io.agencyos.domain.shared.contact.DomainName;
import io.agencyos.domain.shared.id.ClientId;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Records in {@code platform_buyer_signal}; who told of what in {@code buyer_purchase}, which no client reads. */
public final class PostgresBuyerSignals implements BuyerSignals {

    @Override
    public Map<DomainName, LeadFacts.BuyerSignal> of(ClientId client, Collection<DomainName> domains) {
        Map<DomainName, LeadFacts.BuyerSignal> known = new LinkedHashMap<>();
        Db.query("""
            select s.domain_key, s.buyer_score, s.times_bought
              from unnest(:domains) as d(domain_key)
             cross join lateral (
                   select * from platform_buyer_signal where domain_key = d.domain_key offset 0) s
             where s.times_bought > 1 or not exists (
                   select from buyer_purchase p where p.client_id = :client and p.domain_key = s.domain_key)
            """)
                .bind("client", client)
                .bind("domains", domains.stream().map(DomainName::value).toArray(String[]::new))
                .map((row, context) -> known.put(
                        new DomainName(Rows.text(row, "domain_key")),
                        new LeadFacts.BuyerSignal(row.getInt("buyer_score"), row.getInt("times_bought"))))
                .list();
        return known;
    }

    @Override
    public Set<DomainName> toldOf(Collection<DomainName> domains) {
        return Db.query("""
            select d.domain_key
              from unnest(:domains) as d(domain_key)
             cross join lateral (
                   select from platform_buyer_signal where domain_key = d.domain_key offset 0) s
            """)
                .bind("domains", domains.stream().map(DomainName::value).toArray(String[]::new))
                .map((row, context) -> new DomainName(Rows.text(row, "domain_key")))
                .set();
    }

    @Override
    public Optional<BuyerRecord> findForUpdate(DomainName domain) {
        return Db.query("select * from platform_buyer_signal where domain_key = :domain for update")
                .bind("domain", domain.value())
                .map((row, context) -> read(row))
                .findOne();
    }

    private static BuyerRecord read(ResultSet row) throws SQLException {
        BigDecimal total = row.getBigDecimal("total_value");
        return new BuyerRecord(
                new DomainName(Rows.text(row, "domain_key")),
                row.getString("company_name"),
                row.getString("industry"),
                row.getInt("times_bought"),
                total == null ? BigDecimal.ZERO : total,
                row.getInt("values_known"),
                Rows.texts(row, "services"),
                row.getInt("buyer_score"),
                Rows.instant(row, "first_seen_at"),
                Rows.instant(row, "last_converted_at"));
    }

    @Override
    public void insert(BuyerRecord record) {
        write("""
            insert into platform_buyer_signal (domain_key, company_name, industry, times_bought, total_value, avg_value,
                   values_known, services, buyer_score, first_seen_at, last_converted_at)
            values (:domain, :company, :industry, :times, :total, :average, :known, :services, :score, :first, :last)
            """, record);
    }

    @Override
    public void update(BuyerRecord record) {
        write("""
            update platform_buyer_signal
               set company_name = :company, industry = :industry, times_bought = :times, total_value = :total,
                   avg_value = :average, values_known = :known, services = :services, buyer_score = :score,
                   first_seen_at = :first, last_converted_at = :last, updated_at = :last, row_version = row_version + 1
             where domain_key = :domain
            """, record);
    }

    private static void write(String statement, BuyerRecord record) {
        Db.update(statement)
                .bind("domain", record.domain().value())
                .bind("company", record.companyName())
                .bind("industry", record.industry())
                .bind("times", record.timesBought())
                .bind("total", record.totalValue())
                .bind("average", record.averageValue())
                .bind("known", record.valuesKnown())
                .bind("services", record.services().toArray(String[]::new))
                .bind("score", record.score())
                .bind("first", record.firstSeenAt())
                .bind("last", record.lastConvertedAt())
                .execute();
    }

    @Override
    public Optional<BuyerRecord.Purchase> told(ClientId client, DomainName domain) {
        return Db.query("select * from buyer_purchase where client_id = :client and domain_key = :domain")
                .bind("client", client)
                .bind("domain", domain.value())
                .map((row, context) -> new BuyerRecord.Purchase(
                        row.getString("company_name"),
                        row.getString("industry"),
                        Rows.texts(row, "services"),
                        row.getBigDecimal("value")))
                .findOne();
    }

    @Override
    public void tell(ClientId client, DomainName domain, BuyerRecord.Purchase purchase, Instant at) {
        Db.update("""
            insert into buyer_purchase (client_id, domain_key, company_name, industry, services, value, told_at)
            values (:client, :domain, :company, :industry, :services, :value, :at)
            on conflict (client_id, domain_key) do update
               set company_name = excluded.company_name, industry = excluded.industry, services = excluded.services,
                   value = excluded.value, told_at = excluded.told_at, updated_at = excluded.told_at,
                   row_version = buyer_purchase.row_version + 1
            """)
                .bind("client", client)
                .bind("domain", domain.value())
                .bind("company", purchase.companyName())
                .bind("industry", purchase.industry())
                .bind("services", purchase.services().toArray(String[]::new))
                .bind("value", purchase.value())
                .bind("at", at)
                .execute();
    }

    @Override
    public Stats stats() {
        return Db.query("""
            select count(*) companies, coalesce(sum(times_bought), 0) purchases,
                   count(*) filter (where times_bought > 1) repeat_buyers
              from platform_buyer_signal
            """)
                .map((row, context) -> new Stats(
                        row.getInt("companies"),
                        row.getInt("purchases"),
                        row.getInt("repeat_buyers"),
                        Db.query("""
                            select industry, count(*) companies from platform_buyer_signal
                             where industry is not null group by industry order by count(*) desc, industry limit 10
                            """)
                                .map((line, inner) ->
                                        new Industry(Rows.text(line, "industry"), line.getInt("companies")))
                                .list()))
                .one();
    }
}
