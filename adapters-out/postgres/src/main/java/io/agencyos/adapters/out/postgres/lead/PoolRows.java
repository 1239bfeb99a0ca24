package io.agencyos.adapters.out.postgres.lead;

import static io.agencyos.adapters.out.postgres.lead.LeadRows.value;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Json;
import io.agencyos.adapters.out.postgres.kernel.RowSet;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.domain.lead.CompanyDetails;
import io.agencyos.domain.lead.ContactPoints;
import io.agencyos.domain.lead.PersonDetails;
import io.agencyos.domain.lead.PoolPerson;
import io.agencyos.domain.lead.PoolStatus;
import io.agencyos.domain.shared.Country;
import io.agencyos.domain.shared.DomainName;
import io.agencyos.domain.shared.EmailAddress;
import io.agencyos.domain.shared.NameKey;
import io.agencyos.domain.shared.PoolPersonId;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A pool person with the company it works for, as rows and back. A company is one by its domain. */
final class PoolRows {

    /** Columns of one row; industry and size stand with the person too, because the search reads them there. */
    static final String TYPES = """
        id uuid, company_id uuid, email text, email_status text, personal_email text, phone_e164 text, first_name text,
        last_name text, title text, seniority text, linkedin_key text, city text, state text, country text,
        timezone text, role_start date, industry text, employee_count int, status text, facts_version int,
        confidence int, source text, bounce_count int, is_unsubscribed boolean, last_contacted_at timestamptz,
        cooling_until timestamptz, created_at timestamptz, row_version int, company_name text, company_name_key text,
        domain_key text, company_city text, company_state text, company_country text, company_website text,
        company_linkedin_key text, founded_year int, is_hiring boolean, funding_date date, technologies text[],
        keywords text[]\
        """;

    private static final BigDecimal PER_MILLE = BigDecimal.valueOf(1000);

    private PoolRows() {}

    static RowSet of(Collection<PoolPerson> people, Supplier<UUID> companyIds) {
        RowSet rows = new RowSet();
        for (PoolPerson person : people) {
            ContactPoints contact = person.contact();
            PersonDetails details = person.person();
            CompanyDetails company = person.company();
            String name = company.name() == null && company.domain() != null
                    ? company.domain().value()
                    : company.name();
            rows.row()
                    .set("id", person.id())
                    .set("company_id", name == null ? null : companyIds.get().toString())
                    .set(
                            "email",
                            contact.email() == null ? null : contact.email().value())
                    .set("email_status", contact.emailStatus())
                    .set(
                            "personal_email",
                            person.personalEmail() == null
                                    ? null
                                    : person.personalEmail().value())
                    .set(
                            "phone_e164",
                            contact.phone() == null ? null : contact.phone().e164())
                    .set(
                            "linkedin_key",
                            contact.linkedIn() == null
                                    ? null
                                    : contact.linkedIn().key())
                    .set("first_name", details.firstName())
                    .set("last_name", details.lastName())
                    .set("title", details.title())
                    .set("seniority", details.seniority())
                    .set("city", details.city())
                    .set("state", details.state())
                    .set(
                            "country",
                            details.country() == null ? null : details.country().alpha2())
                    .set("timezone", person.timezone())
                    .set("role_start", person.roleStart())
                    .set("industry", company.industry())
                    .set("employee_count", company.employeeCount())
                    .set("status", person.status())
                    .set("facts_version", person.factsVersion())
                    .set("confidence", person.confidence())
                    .set("source", person.source())
                    .set("bounce_count", person.bounceCount())
                    .set("is_unsubscribed", person.unsubscribed())
                    .set("last_contacted_at", person.lastContactedAt())
                    .set("cooling_until", person.coolingUntil())
                    .set("created_at", person.createdAt())
                    .set("row_version", person.version())
                    .set("company_name", name)
                    .set("company_name_key", nameKey(name))
                    .set(
                            "domain_key",
                            company.domain() == null ? null : company.domain().value())
                    .set("company_city", company.city())
                    .set("company_state", company.state())
                    .set(
                            "company_country",
                            company.country() == null ? null : company.country().alpha2())
                    .set("company_website", company.websiteUrl())
                    .set("company_linkedin_key", company.linkedInKey())
                    .set("founded_year", company.foundedYear())
                    .set("is_hiring", company.hiring())
                    .set("funding_date", company.latestFundingDate())
                    .set("technologies", company.technologies())
                    .set("keywords", company.keywords());
        }
        return rows;
    }

    private static @Nullable String nameKey(@Nullable String name) {
        return name == null
                ? null
                : NameKey.of(name).toOptional().map(NameKey::value).orElse(name);
    }

    /**
     * Adds the companies that are new: one per domain, whoever comes first; a company without a domain is nobody else's.
     * Facts of a known company are completed, never erased.
     */
    static void upsertCompanies(Json rows, Instant now) {
        Db.update("""
            insert into pool_identity (kind, value_key, owner_id, owner_kind, source, first_seen_at)
            select distinct on (domain_key) 'company_domain', domain_key, company_id, 'company', coalesce(source, 'unknown'),
                   cast(:now as timestamptz)
              from jsonb_to_recordset(:rows) as r(\
            """ + TYPES + """
            )
             where domain_key is not null and company_id is not null
             order by domain_key, company_id
            on conflict (kind, value_key) do nothing
            """).bind("rows", rows).bind("now", now).execute();
        Db.update("""
            insert into pool_company as c (id, domain_key, name, name_key, website, linkedin_key, industry, employee_count,
                   founded_year, country, state, city, is_hiring, funding_date, technologies, keywords, created_at)
            select distinct on (coalesce(i.owner_id, r.company_id)) coalesce(i.owner_id, r.company_id), r.domain_key,
                   r.company_name, r.company_name_key, r.company_website, r.company_linkedin_key, r.industry,
                   r.employee_count, r.founded_year, r.company_country, r.company_state, r.company_city, r.is_hiring,
                   r.funding_date, coalesce(r.technologies, '{}'), coalesce(r.keywords, '{}'), r.created_at
              from jsonb_to_recordset(:rows) as r(\
            """ + TYPES + """
            )
              left join pool_identity i on i.kind = 'company_domain' and i.value_key = r.domain_key
             where r.company_id is not null
             order by 1, r.id
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
            """).bind("rows", rows).execute();
    }

    static PoolPerson read(ResultSet row) throws SQLException {
        BigDecimal confidence = row.getBigDecimal("confidence");
        return new PoolPerson(
                Rows.id(row, "id", PoolPersonId::new),
                LeadRows.contact(row),
                value(row, "personal_email", EmailAddress::new),
                LeadRows.person(row),
                new CompanyDetails(
                        row.getString("company_name"),
                        value(row, "domain_key", DomainName::new),
                        row.getString("company_industry"),
                        Rows.intOrNull(row, "company_employees"),
                        row.getString("company_city"),
                        row.getString("company_state"),
                        value(row, "company_country", Country::new),
                        row.getString("company_website"),
                        row.getString("company_linkedin_key"),
                        Rows.intOrNull(row, "founded_year"),
                        (Boolean) row.getObject("is_hiring"),
                        row.getObject("funding_date", LocalDate.class),
                        Rows.texts(row, "technologies"),
                        Rows.texts(row, "keywords")),
                row.getObject("role_start", LocalDate.class),
                value(row, "timezone", ZoneId::of),
                Rows.word(row, "status", PoolStatus.class),
                confidence == null ? null : confidence.multiply(PER_MILLE).intValueExact(),
                row.getString("source"),
                row.getInt("bounce_count"),
                row.getBoolean("is_unsubscribed"),
                Rows.instantOrNull(row, "last_contacted_at"),
                Rows.instantOrNull(row, "cooling_until"),
                row.getInt("claims_12m"),
                row.getInt("facts_version"),
                Rows.instant(row, "created_at"),
                row.getInt("row_version"));
    }
}
