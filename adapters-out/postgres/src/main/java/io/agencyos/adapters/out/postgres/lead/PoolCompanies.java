package io.agencyos.adapters.out.postgres.lead;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.RowBatch;
import io.agencyos.adapters.out.postgres.kernel.RowShape;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.domain.lead.CompanyDetails;
import io.agencyos.domain.lead.PoolPerson;
import io.agencyos.domain.shared.contact.NameKey;
import io.agencyos.domain.shared.id.PoolPersonId;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The companies of pool people in {@code pool_company}: one per domain, whoever comes first; a company without a domain
 * is nobody else's.
 */
final class PoolCompanies {

    private static final RowShape DOMAINS = new RowShape("company_domains", "value text, owner uuid, source text");

    private static final RowShape COMPANIES = new RowShape("companies", """
        id uuid, domain_key text, name text, name_key text, website text, linkedin_key text, industry text,
        employee_count int, founded_year int, country text, state text, city text, is_hiring boolean, funding_date date,
        technologies text[], keywords text[], created_at timestamptz\
        """);

    private PoolCompanies() {}

    /**
     * Adds the companies that are new and completes the facts of the known ones, never erasing any; answers which
     * company each person works for, people without one left out.
     */
    static Map<PoolPersonId, UUID> put(Collection<PoolPerson> people, Supplier<UUID> ids, Instant now) {
        Map<String, UUID> owners = owners(people, ids, now);
        Map<PoolPersonId, UUID> employers = new HashMap<>();
        // rows are written in the order of their ids, so that two writers never wait for each other
        Map<String, PoolPerson> companies = new TreeMap<>();
        people.stream()
                .filter(person -> name(person.company()) != null)
                .sorted(Comparator.comparing(person -> person.id().text()))
                .forEach(person -> {
                    String domain = domain(person.company());
                    UUID company = domain == null ? ids.get() : owners.get(domain);
                    employers.put(person.id(), company);
                    companies.putIfAbsent(company.toString(), person);
                });
        if (!companies.isEmpty()) {
            write(companies);
        }
        return employers;
    }

    private static Map<String, UUID> owners(Collection<PoolPerson> people, Supplier<UUID> ids, Instant now) {
        Map<String, PoolPerson> named = new TreeMap<>();
        people.stream()
                .filter(person -> person.company().domain() != null)
                .forEach(person -> named.putIfAbsent(domain(person.company()), person));
        Map<String, UUID> owners = known(named.keySet());
        named.keySet().removeAll(owners.keySet());
        if (named.isEmpty()) {
            return owners;
        }
        RowBatch rows = new RowBatch(DOMAINS);
        named.forEach((domain, person) -> {
            UUID company = ids.get();
            owners.put(domain, company);
            rows.row()
                    .set("value", domain)
                    .set("owner", company)
                    .set("source", person.source() == null ? "unknown" : person.source());
        });
        int added = rows.ready().update("""
            insert into pool_identity (kind, value_key, owner_id, owner_kind, source, first_seen_at)
            select 'company_domain', value, owner, 'company', source, :now
              from {rows}
             order by value
            on conflict (kind, value_key) do nothing
            """).bind("now", now).execute();
        if (added < named.size()) {
            // somebody else was first with one of them
            owners.putAll(known(named.keySet()));
        }
        return owners;
    }

    private static Map<String, UUID> known(Collection<String> domains) {
        Map<String, UUID> owners = new HashMap<>();
        Db.query("""
            select i.value_key, i.owner_id
              from unnest(:domains) d
             cross join lateral (
                   select value_key, owner_id from pool_identity
                    where kind = 'company_domain' and value_key = d offset 0) i
            """)
                .bind("domains", domains.toArray(String[]::new))
                .map((row, context) -> owners.put(Rows.text(row, "value_key"), row.getObject("owner_id", UUID.class)))
                .list();
        return owners;
    }

    private static void write(Map<String, PoolPerson> companies) {
        RowBatch rows = new RowBatch(COMPANIES);
        companies.forEach((id, person) -> add(rows.row(), id, person));
        RowBatch.Ready put = rows.ready();
        Db.later(() -> put.update("""
            insert into pool_company as c (id, domain_key, name, name_key, website, linkedin_key, industry, employee_count,
                   founded_year, country, state, city, is_hiring, funding_date, technologies, keywords, created_at)
            select id, domain_key, name, name_key, website, linkedin_key, industry, employee_count,
                   founded_year, country, state, city, is_hiring, funding_date, coalesce(technologies, '{}'),
                   coalesce(keywords, '{}'), created_at
              from {rows}
            on conflict (id) do update
               set industry = coalesce(excluded.industry, c.industry),
                   employee_count = coalesce(excluded.employee_count, c.employee_count),
                   website = coalesce(excluded.website, c.website),
                   linkedin_key = coalesce(excluded.linkedin_key, c.linkedin_key),
                   founded_year = coalesce(excluded.founded_year, c.founded_year),
                   country = coalesce(excluded.country, c.country), state = coalesce(excluded.state, c.state),
                   city = coalesce(excluded.city, c.city), is_hiring = coalesce(excluded.is_hiring, c.is_hiring),
                   funding_date = coalesce(excluded.funding_date, c.funding_date),
                   technologies = case when excluded.technologies = '{}' then c.technologies else excluded.technologies end,
                   keywords = case when excluded.keywords = '{}' then c.keywords else excluded.keywords end,
                   row_version = c.row_version + 1
            """).execute());
    }

    private static void add(RowBatch row, String id, PoolPerson person) {
        CompanyDetails company = person.company();
        String name = name(company);
        row.set("id", id)
                .set("domain_key", domain(company))
                .set("name", name)
                .set("name_key", nameKey(name))
                .set("website", company.websiteUrl())
                .set("linkedin_key", company.linkedInKey())
                .set("industry", company.industry())
                .set("employee_count", company.employeeCount())
                .set("founded_year", company.foundedYear())
                .set(
                        "country",
                        company.country() == null ? null : company.country().alpha2())
                .set("state", company.state())
                .set("city", company.city())
                .set("is_hiring", company.hiring())
                .set("funding_date", company.latestFundingDate())
                .set("technologies", company.technologies())
                .set("keywords", company.keywords())
                .set("created_at", person.createdAt());
    }

    private static @Nullable String domain(CompanyDetails company) {
        return company.domain() == null ? null : company.domain().value();
    }

    private static @Nullable String name(CompanyDetails company) {
        return company.name() == null ? domain(company) : company.name();
    }

    private static @Nullable String nameKey(@Nullable String name) {
        return name == null
                ? null
                : NameKey.of(name).toOptional().map(NameKey::value).orElse(name);
    }
}
