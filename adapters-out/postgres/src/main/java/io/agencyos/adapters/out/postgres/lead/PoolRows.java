package io.agencyos.adapters.out.postgres.lead;

import static io.agencyos.adapters.out.postgres.lead.LeadRows.value;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.RowBatch;
import io.agencyos.adapters.out.postgres.kernel.RowSet;
import io.agencyos.adapters.out.postgres.kernel.RowShape;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.domain.lead.CompanyDetails;
import io.agencyos.domain.lead.ContactPoints;
import io.agencyos.domain.lead.PersonDetails;
import io.agencyos.domain.lead.PoolPerson;
import io.agencyos.domain.lead.PoolStatus;
import io.agencyos.domain.shared.contact.Country;
import io.agencyos.domain.shared.contact.DomainName;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.id.PoolPersonId;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** A pool person as a row, and back with the company it works for. */
final class PoolRows {

    /** Columns of one row; industry and size stand with the person too, because the search reads them there. */
    static final String TYPES = """
        id uuid, company_id uuid, email text, email_status text, personal_email text, phone_e164 text, first_name text,
        last_name text, title text, seniority text, linkedin_key text, city text, state text, country text,
        timezone text, role_start date, industry text, employee_count int, status text, facts_version int,
        confidence int, source text, bounce_count int, is_unsubscribed boolean, last_contacted_at timestamptz,
        cooling_until timestamptz, created_at timestamptz, row_version int, domain_key text\
        """;

    private static final RowShape SHAPE = new RowShape("people", TYPES);
    private static final BigDecimal PER_MILLE = BigDecimal.valueOf(1000);

    private PoolRows() {}

    static RowBatch of(Collection<PoolPerson> people, Map<PoolPersonId, UUID> companies) {
        RowBatch rows = new RowBatch(SHAPE);
        for (PoolPerson person : people) {
            ContactPoints contact = person.contact();
            PersonDetails details = person.person();
            CompanyDetails company = person.company();
            rows.row()
                    .set("id", person.id())
                    .set("company_id", companies.get(person.id()))
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
                    .set(
                            "domain_key",
                            company.domain() == null ? null : company.domain().value());
        }
        return rows;
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

    /** Another's later instant stays. */
    static void contacted(Map<PoolPersonId, Instant> last) {
        RowSet rows = new RowSet();
        last.forEach((person, at) -> rows.row().set("id", person).set("at", at));
        Db.update("""
            update pool_person p set last_contacted_at = greatest(p.last_contacted_at, r.at)
              from jsonb_to_recordset(:rows) as r(id uuid, at timestamptz) where p.id = r.id
            """).bind("rows", rows.json()).execute();
    }
}
