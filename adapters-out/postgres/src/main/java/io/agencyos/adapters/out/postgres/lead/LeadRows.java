package io.agencyos.adapters.out.postgres.lead;

import io.agencyos.adapters.out.postgres.kernel.RowBatch;
import io.agencyos.adapters.out.postgres.kernel.RowSet;
import io.agencyos.adapters.out.postgres.kernel.RowShape;
import io.agencyos.adapters.out.postgres.kernel.RowSink;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.domain.client.PermissionMode;
import io.agencyos.domain.lead.CompanyDetails;
import io.agencyos.domain.lead.ContactPoints;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.LeadCare;
import io.agencyos.domain.lead.LeadHistory;
import io.agencyos.domain.lead.LeadSource;
import io.agencyos.domain.lead.LeadStatus;
import io.agencyos.domain.lead.PersonDetails;
import io.agencyos.domain.lead.ScoreSummary;
import io.agencyos.domain.scoring.EmailStatus;
import io.agencyos.domain.scoring.match.Seniority;
import io.agencyos.domain.scoring.tier.Tier;
import io.agencyos.domain.shared.contact.Country;
import io.agencyos.domain.shared.contact.DomainName;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.contact.LinkedInUrl;
import io.agencyos.domain.shared.contact.PhoneNumber;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.ImportId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.LeadScoreId;
import io.agencyos.domain.shared.id.PoolPersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A lead as its two rows, {@code lead} and {@code lead_profile}, and back. */
final class LeadRows {

    /** Columns of {@code lead} as they stand in a row set. */
    static final String LEAD_TYPES = """
        client_id uuid, id uuid, campaign_id uuid, pool_person_id uuid, source text, status text, email text,
        email_key text, email_status text, phone_e164 text, linkedin_key text, first_name text, last_name text,
        title text, seniority text, state text, country text, company_name text, domain_key text, industry text,
        employee_count int, timezone text, als_score smallint, als_tier text, tier_source text, gates text[],
        score_id uuid, scored_at timestamptz, next_rescore_at timestamptz, touch_count int, first_touch_at timestamptz, last_touch_at timestamptz,
        last_reply_at timestamptz, booked_at timestamptz, converted_at timestamptz, blocked_code text,
        blocked_until timestamptz, external_id text, import_id uuid, created_at timestamptz, updated_at timestamptz,
        row_version int\
        """;

    /** Columns of {@code lead_profile} as they stand in a row set; {@code id} is the lead's. */
    static final String PROFILE_TYPES = """
        client_id uuid, id uuid, city text, company_city text, company_state text, company_country text,
        company_website text, company_linkedin_key text, company_founded_year int, is_hiring boolean,
        funding_date date, technologies text[], keywords text[], role_start date, personal_email text,
        verified_phone text, sub_industry text, seo_rank int, seo_traffic text, seo_keywords int, seo_spam int,
        seo_on date, linkedin_posted_on text[], linkedin_connections int, company_posts int, company_followers int,
        open_roles int, hiring_role text, company_headline text, company_looked_on date\
        """;

    /** Columns of {@code lead_profile p} as {@link #read} wants them, to be selected beside those of {@code lead}. */
    static final String PROFILE = """
        p.city, p.company_city, p.company_state, p.company_country, p.company_website, p.company_linkedin_key,
        p.company_founded_year, p.is_hiring, p.funding_date, p.technologies, p.keywords, p.role_start, p.personal_email,
        p.verified_phone, p.sub_industry, p.seo_rank, p.seo_traffic, p.seo_keywords, p.seo_spam, p.seo_on,
        p.linkedin_posted_on::text[] linkedin_posted_on, p.linkedin_connections, p.company_posts, p.company_followers,
        p.open_roles, p.hiring_role, p.company_headline, p.company_looked_on\
        """;

    /** Both together, as {@link #read} wants them. */
    static final String TYPES = LEAD_TYPES + PROFILE_TYPES.replace("client_id uuid, id uuid", "");

    /** What people decided for a lead, which {@link #read} wants beside them; no import writes it. */
    static final String CARE_TYPES =
            ", outreach_paused_at timestamptz, permission_mode_override text, override_until timestamptz";

    /** Columns of {@code lead l} as {@link #read} wants them: two thirds of the row, without the text that is searched. */
    static final String LEAD = Arrays.stream((LEAD_TYPES + CARE_TYPES).split(","))
            .map(column -> "l." + column.strip().split(" ")[0])
            .collect(Collectors.joining(", ", "", ", l.deleted_at"));

    /** What a score changes of a lead. */
    static final RowShape SCORES = new RowShape("lead_scores", """
        id uuid, status text, als_score smallint, als_tier text, tier_source text, gates text[], score_id uuid,
        scored_at timestamptz, next_rescore_at timestamptz, updated_at timestamptz, row_version int\
        """);

    private static final RowShape SHAPE = new RowShape("leads", TYPES);

    private LeadRows() {}

    static RowBatch batch(Collection<Lead> leads) {
        RowBatch rows = new RowBatch(SHAPE);
        write(leads, rows);
        return rows;
    }

    static RowSet of(Collection<Lead> leads) {
        RowSet rows = new RowSet();
        write(leads, rows);
        return rows;
    }

    private static void write(Collection<Lead> leads, RowSink rows) {
        for (Lead lead : leads) {
            ContactPoints contact = lead.contact();
            PersonDetails person = lead.person();
            CompanyDetails company = lead.company();
            LeadHistory history = lead.history();
            rows.row()
                    .set("client_id", lead.clientId())
                    .set("id", lead.id())
                    .set("campaign_id", lead.campaignId())
                    .set("pool_person_id", lead.poolPersonId())
                    .set("source", lead.source())
                    .set("status", lead.status())
                    .set(
                            "email",
                            contact.email() == null ? null : contact.email().value())
                    .set(
                            "email_key",
                            contact.email() == null
                                    ? null
                                    : contact.email().key().value())
                    .set("email_status", contact.emailStatus())
                    .set(
                            "phone_e164",
                            contact.phone() == null ? null : contact.phone().e164())
                    .set(
                            "linkedin_key",
                            contact.linkedIn() == null
                                    ? null
                                    : contact.linkedIn().key())
                    .set("first_name", person.firstName())
                    .set("last_name", person.lastName())
                    .set("title", person.title())
                    .set("seniority", person.seniority())
                    .set("city", person.city())
                    .set("state", person.state())
                    .set(
                            "country",
                            person.country() == null ? null : person.country().alpha2())
                    .set("company_name", company.name())
                    .set(
                            "domain_key",
                            company.domain() == null ? null : company.domain().value())
                    .set("industry", company.industry())
                    .set("employee_count", company.employeeCount())
                    .set("company_city", company.city())
                    .set("company_state", company.state())
                    .set(
                            "company_country",
                            company.country() == null ? null : company.country().alpha2())
                    .set("company_website", company.websiteUrl())
                    .set("company_linkedin_key", company.linkedInKey())
                    .set("company_founded_year", company.foundedYear())
                    .set("is_hiring", company.hiring())
                    .set("funding_date", company.latestFundingDate())
                    .set("technologies", company.technologies())
                    .set("keywords", company.keywords())
                    .set("role_start", lead.roleStart());
            SignalRows.write(lead.signals(), rows);
            rows.set("timezone", lead.timezone())
                    .set("touch_count", history.touches())
                    .set("first_touch_at", history.firstTouchAt())
                    .set("last_touch_at", history.lastTouchAt())
                    .set("last_reply_at", history.lastReplyAt())
                    .set("booked_at", history.bookedAt())
                    .set("converted_at", history.convertedAt())
                    .set(
                            "blocked_code",
                            lead.block() == null ? null : lead.block().code())
                    .set(
                            "blocked_until",
                            lead.block() == null ? null : lead.block().until())
                    .set("external_id", lead.externalId())
                    .set("import_id", lead.importId())
                    .set("created_at", lead.createdAt())
                    .set("updated_at", lead.updatedAt())
                    .set("row_version", lead.version());
            writeScore(rows, lead.score());
        }
    }

    static void writeScore(RowSink row, Lead lead) {
        row.set("id", lead.id())
                .set("status", lead.status())
                .set("updated_at", lead.updatedAt())
                .set("row_version", lead.version());
        writeScore(row, lead.score());
    }

    private static void writeScore(RowSink row, @Nullable ScoreSummary score) {
        row.set("als_score", score == null ? null : score.score())
                .set("als_tier", score == null ? null : score.tier())
                .set("tier_source", score != null && score.byGate() ? "gate" : "score")
                .set("gates", score == null ? List.of() : score.gates())
                .set("score_id", score == null ? null : score.id())
                .set("scored_at", score == null ? null : score.scoredAt())
                .set("next_rescore_at", score == null ? null : score.nextRescoreAt());
    }

    static LeadCare care(ResultSet row) throws SQLException {
        PermissionMode own = Rows.wordOrNull(row, "permission_mode_override", PermissionMode.class);
        Instant pausedAt = Rows.instantOrNull(row, "outreach_paused_at");
        return own == null && pausedAt == null
                ? LeadCare.NONE
                : new LeadCare(
                        pausedAt,
                        own == null ? null : new LeadCare.OwnMode(own, Rows.instantOrNull(row, "override_until")));
    }

    static Lead read(ResultSet row) throws SQLException {
        return new Lead(
                Rows.id(row, "id", LeadId::new),
                Rows.id(row, "client_id", ClientId::new),
                Rows.idOrNull(row, "campaign_id", CampaignId::new),
                Rows.idOrNull(row, "pool_person_id", PoolPersonId::new),
                Rows.word(row, "source", LeadSource.class),
                Rows.word(row, "status", LeadStatus.class),
                contact(row),
                person(row),
                new CompanyDetails(
                        row.getString("company_name"),
                        value(row, "domain_key", DomainName::new),
                        row.getString("industry"),
                        Rows.intOrNull(row, "employee_count"),
                        row.getString("company_city"),
                        row.getString("company_state"),
                        value(row, "company_country", Country::new),
                        row.getString("company_website"),
                        row.getString("company_linkedin_key"),
                        Rows.intOrNull(row, "company_founded_year"),
                        (Boolean) row.getObject("is_hiring"),
                        row.getObject("funding_date", LocalDate.class),
                        Rows.texts(row, "technologies"),
                        Rows.texts(row, "keywords")),
                row.getObject("role_start", LocalDate.class),
                value(row, "timezone", ZoneId::of),
                SignalRows.read(row),
                score(row),
                new LeadHistory(
                        row.getInt("touch_count"),
                        Rows.instantOrNull(row, "first_touch_at"),
                        Rows.instantOrNull(row, "last_touch_at"),
                        Rows.instantOrNull(row, "last_reply_at"),
                        Rows.instantOrNull(row, "booked_at"),
                        Rows.instantOrNull(row, "converted_at")),
                value(row, "blocked_code", code -> code) == null
                        ? null
                        : new Lead.Block(Rows.text(row, "blocked_code"), Rows.instantOrNull(row, "blocked_until")),
                care(row),
                Rows.idOrNull(row, "import_id", ImportId::new),
                row.getString("external_id"),
                Rows.instant(row, "created_at"),
                Rows.instant(row, "updated_at"),
                Rows.instantOrNull(row, "deleted_at"),
                row.getInt("row_version"));
    }

    /** The contact columns, which a lead and a pool person share. */
    static ContactPoints contact(ResultSet row) throws SQLException {
        return new ContactPoints(
                value(row, "email", EmailAddress::new),
                Rows.word(row, "email_status", EmailStatus.class),
                value(row, "phone_e164", PhoneNumber::new),
                value(row, "linkedin_key", key -> LinkedInUrl.ofKey(key).orElseThrow()));
    }

    /** The columns of the person, which a lead and a pool person share. */
    static PersonDetails person(ResultSet row) throws SQLException {
        return new PersonDetails(
                row.getString("first_name"),
                row.getString("last_name"),
                row.getString("title"),
                Rows.word(row, "seniority", Seniority.class),
                row.getString("city"),
                row.getString("state"),
                value(row, "country", Country::new));
    }

    static <T> @Nullable T value(ResultSet row, String column, Function<String, T> type) throws SQLException {
        String text = row.getString(column);
        return text == null ? null : type.apply(text);
    }

    private static @Nullable ScoreSummary score(ResultSet row) throws SQLException {
        LeadScoreId id = Rows.idOrNull(row, "score_id", LeadScoreId::new);
        Integer score = Rows.intOrNull(row, "als_score");
        return id == null || score == null
                ? null
                : new ScoreSummary(
                        id,
                        score,
                        Rows.word(row, "als_tier", Tier.class),
                        "gate".equals(row.getString("tier_source")),
                        Rows.texts(row, "gates"),
                        Rows.instant(row, "scored_at"),
                        Rows.instantOrNull(row, "next_rescore_at"));
    }
}
