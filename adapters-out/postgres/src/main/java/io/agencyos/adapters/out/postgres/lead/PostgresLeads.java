package io.agencyos.adapters.out.postgres.lead;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.RowBatch;
import io.agencyos.adapters.out.postgres.kernel.RowSet;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.lead.store.Leads;
import io.agencyos.application.shared.ConcurrentUpdate;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.LeadCare;
import io.agencyos.domain.scoring.tier.Tier;
import io.agencyos.domain.shared.contact.DomainName;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.ImportId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.PoolPersonId;
import io.agencyos.domain.shared.id.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** Leads in {@code lead} and {@code lead_profile}; every write is one statement however many leads it carries. */
public final class PostgresLeads implements Leads {

    private static final String COLUMNS = "select " + LeadRows.LEAD + ", " + LeadRows.PROFILE + "\n";

    private static final String WITH_PROFILE = """
         cross join lateral (
               select * from lead_profile where client_id = l.client_id and lead_id = l.id offset 0) p
        """;

    private static final String LEADS = COLUMNS + " from lead l" + WITH_PROFILE;

    /** Lead by lead through the primary key: a plan made while the table was small would read all of it for a few. */
    private static final String NAMED = COLUMNS + """
         from (select distinct id from unnest(:ids) id) named
         cross join lateral (
               select * from lead
                where client_id = :client and id = named.id and deleted_at is null offset 0) l
        """ + WITH_PROFILE;

    private static final String LEAD_NAMES = LeadRows.LEAD_TYPES.replaceAll("(\\w+) [a-z]+(\\[\\])?(,|$)", "$1$3");

    private static final String INSERT = "insert into lead (" + LEAD_NAMES + ") select " + LEAD_NAMES + " from {rows}";

    private static final String INSERT_PROFILES = """
        insert into lead_profile (client_id, lead_id, city, company_city, company_state, company_country,
               company_website, company_linkedin_key, company_founded_year, is_hiring, funding_date, technologies,
               keywords, role_start, personal_email, verified_phone, sub_industry, seo_rank, seo_traffic, seo_keywords,
               seo_spam, seo_on, linkedin_posted_on, linkedin_connections, company_posts, company_followers,
               open_roles, hiring_role, company_headline, company_looked_on)
        select client_id, id, city, company_city, company_state, company_country, company_website,
               company_linkedin_key, company_founded_year, is_hiring, funding_date, technologies, keywords, role_start,
               personal_email, verified_phone, sub_industry, seo_rank, seo_traffic::numeric, seo_keywords, seo_spam,
               seo_on, linkedin_posted_on::date[], linkedin_connections, company_posts, company_followers,
               open_roles, hiring_role, company_headline, company_looked_on
          from {rows}
        """;

    /**
     * The ids are named apart from the rows: a row set has no statistics, and without them the planner may read the whole
     * table for every row of it. A profile in which nothing changed is left alone.
     */
    private static final String CHANGE = """
        with profiles as (
            update lead_profile p
               set city = r.city, company_city = r.company_city, company_state = r.company_state,
                   company_country = r.company_country, company_website = r.company_website,
                   company_linkedin_key = r.company_linkedin_key, company_founded_year = r.company_founded_year,
                   is_hiring = r.is_hiring, funding_date = r.funding_date, technologies = r.technologies,
                   keywords = r.keywords, role_start = r.role_start, personal_email = r.personal_email,
                   verified_phone = r.verified_phone, sub_industry = r.sub_industry, seo_rank = r.seo_rank,
                   seo_traffic = r.seo_traffic::numeric, seo_keywords = r.seo_keywords, seo_spam = r.seo_spam,
                   seo_on = r.seo_on, linkedin_posted_on = r.linkedin_posted_on::date[],
                   linkedin_connections = r.linkedin_connections, company_posts = r.company_posts,
                   company_followers = r.company_followers, open_roles = r.open_roles,
                   hiring_role = r.hiring_role, company_headline = r.company_headline,
                   company_looked_on = r.company_looked_on, row_version = p.row_version + 1
              from jsonb_to_recordset(:rows) as r(\
        """ + LeadRows.PROFILE_TYPES + """
        )
             where p.client_id = :client and p.lead_id = any (:ids) and p.lead_id = r.id
               and (p.city, p.company_city, p.company_state, p.company_country, p.company_website,
                    p.company_linkedin_key, p.company_founded_year, p.is_hiring, p.funding_date, p.technologies,
                    p.keywords, p.role_start, p.personal_email, p.verified_phone, p.sub_industry, p.seo_rank,
                    p.seo_traffic, p.seo_keywords, p.seo_spam, p.seo_on, p.linkedin_posted_on,
                    p.linkedin_connections, p.company_posts, p.company_followers, p.open_roles, p.hiring_role,
                    p.company_headline, p.company_looked_on)
                   is distinct from
                   (r.city, r.company_city, r.company_state, r.company_country, r.company_website,
                    r.company_linkedin_key, r.company_founded_year, r.is_hiring, r.funding_date, r.technologies,
                    r.keywords, r.role_start, r.personal_email, r.verified_phone, r.sub_industry, r.seo_rank,
                    r.seo_traffic::numeric, r.seo_keywords, r.seo_spam, r.seo_on, r.linkedin_posted_on::date[],
                    r.linkedin_connections, r.company_posts, r.company_followers, r.open_roles, r.hiring_role,
                    r.company_headline, r.company_looked_on))
        update lead l
           set campaign_id = r.campaign_id, pool_person_id = r.pool_person_id, status = r.status, email = r.email,
               email_key = r.email_key, email_status = r.email_status, phone_e164 = r.phone_e164,
               linkedin_key = r.linkedin_key, first_name = r.first_name, last_name = r.last_name, title = r.title,
               seniority = r.seniority, state = r.state, country = r.country, company_name = r.company_name,
               domain_key = r.domain_key, industry = r.industry, employee_count = r.employee_count,
               timezone = r.timezone, als_score = r.als_score, als_tier = r.als_tier, tier_source = r.tier_source,
               gates = r.gates, score_id = r.score_id, scored_at = r.scored_at, next_rescore_at = r.next_rescore_at, touch_count = r.touch_count,
               first_touch_at = r.first_touch_at, last_touch_at = r.last_touch_at, last_reply_at = r.last_reply_at,
               booked_at = r.booked_at, converted_at = r.converted_at, blocked_code = r.blocked_code,
               blocked_until = r.blocked_until, external_id = r.external_id, updated_at = r.updated_at,
               row_version = l.row_version + 1
          from jsonb_to_recordset(:rows) as r(\
        """ + LeadRows.LEAD_TYPES + """
        )
         where l.client_id = :client and l.id = any (:ids) and l.id = r.id and l.row_version = r.row_version
           and l.deleted_at is null
        """;

    @Override
    public Optional<Lead> find(ClientId client, LeadId id) {
        return findAll(client, List.of(id)).stream().findFirst();
    }

    @Override
    public List<Lead> findAll(ClientId client, Collection<LeadId> ids) {
        return list(Db.query(NAMED + " order by l.id").bind("client", client).bind("ids", Db.uuids(ids)));
    }

    @Override
    public Optional<Lead> findForUpdate(ClientId client, LeadId id) {
        return one(client, id, "l.deleted_at is null for update of l");
    }

    @Override
    public Optional<Lead> findDeleted(ClientId client, LeadId id) {
        return one(client, id, "l.deleted_at is not null");
    }

    private static Optional<Lead> one(ClientId client, LeadId id, String which) {
        return list(Db.query(LEADS + " where l.client_id = :client and l.id = :id and " + which)
                        .bind("client", client)
                        .bind("id", id))
                .stream()
                .findFirst();
    }

    @Override
    public void insertAll(Collection<Lead> leads) {
        if (leads.isEmpty()) {
            return;
        }
        RowBatch.Ready rows = LeadRows.batch(leads).ready();
        Db.later(() -> {
            rows.update(INSERT).execute();
            rows.update(INSERT_PROFILES).execute();
        });
    }

    @Override
    public List<Lead> findByIdentity(
            ClientId client,
            Collection<String> emailKeys,
            Collection<String> linkedInKeys,
            Collection<PoolPersonId> people,
            Collection<String> externalIds) {
        // four look-ups, key by key through their indexes, which the fence of offset 0 makes sure of: compared with a
        // whole array, or
        // with an OR between them, all of the tenant's leads are read; and the leads apart from them, because the
        // planner does not know that they are few
        List<LeadId> named = Db.query("""
            select l.id from unnest(:emails) k cross join lateral (
                   select id from lead where client_id = :client and email_key = k and deleted_at is null offset 0) l
            union
            select l.id from unnest(:profiles) k cross join lateral (
                   select id from lead where client_id = :client and linkedin_key = k and deleted_at is null offset 0) l
            union
            select l.id from unnest(:people) k cross join lateral (
                   select id from lead where client_id = :client and pool_person_id = k and deleted_at is null offset 0) l
            union
            select l.id from unnest(:externals) k cross join lateral (
                   select id from lead where client_id = :client and external_id = k and deleted_at is null offset 0) l
            """)
                .bind("client", client)
                .bind("emails", emailKeys.toArray(String[]::new))
                .bind("profiles", linkedInKeys.toArray(String[]::new))
                .bind("people", Db.uuids(people))
                .bind("externals", externalIds.toArray(String[]::new))
                .map((row, context) -> Rows.id(row, "id", LeadId::new))
                .list();
        if (named.isEmpty()) {
            return List.of();
        }
        return list(Db.query(NAMED + " order by l.created_at, l.id")
                .bind("client", client)
                .bind("ids", Db.uuids(named)));
    }

    @Override
    public Set<DomainName> shared(ClientId client, Collection<DomainName> companies) {
        return LeadCompanies.shared(client, companies);
    }

    @Override
    public List<Lead> ofImport(ClientId client, ImportId run, int limit) {
        return list(
                Db.query(LEADS + """
                     where l.client_id = :client and l.import_id = :run and l.deleted_at is null
                     order by l.created_at, l.id limit :limit
                    """).bind("client", client).bind("run", run).bind("limit", limit));
    }

    @Override
    public List<LeadId> untouched(ClientId client, CampaignId campaign, @Nullable LeadId after, int limit) {
        return Db.query("""
            select id from lead
             where client_id = :client and campaign_id = :campaign and deleted_at is null
               and status in ('new', 'enriched', 'scored') and (:after::uuid is null or id > :after::uuid)
             order by id limit :limit
            """)
                .bind("client", client)
                .bind("campaign", campaign)
                .bind("after", after)
                .bind("limit", limit)
                .mapTo(LeadId.class)
                .list();
    }

    @Override
    public Map<Tier, Integer> tiersOfImport(ClientId client, ImportId run) {
        Map<Tier, Integer> tiers = new EnumMap<>(Tier.class);
        Db.query("""
            select als_tier, count(*) leads from lead
             where client_id = :client and import_id = :run and deleted_at is null and als_tier is not null
             group by als_tier
            """)
                .bind("client", client)
                .bind("run", run)
                .map((row, context) -> tiers.put(Rows.word(row, "als_tier", Tier.class), row.getInt("leads")))
                .list();
        return tiers;
    }

    @Override
    public Lead update(Lead lead) {
        return change(Db.query(CHANGE + """
            returning l.outreach_paused_at, l.permission_mode_override, l.override_until, l.import_id, l.row_version
            """), List.of(lead))
                .map((row, context) -> lead.change()
                        .care(LeadRows.care(row))
                        .importId(Rows.idOrNull(row, "import_id", ImportId::new))
                        .deletedAt(null)
                        .version(row.getInt("row_version"))
                        .lead())
                .findFirst()
                .orElseThrow(() -> new ConcurrentUpdate("lead " + lead.id()));
    }

    @Override
    public void updateAll(Collection<Lead> leads) {
        if (!leads.isEmpty()) {
            refuseUnless(change(Db.update(CHANGE), leads).execute(), leads.size());
        }
    }

    private static <S extends SqlStatement<S>> S change(S statement, Collection<Lead> leads) {
        return statement
                .bind("client", leads.iterator().next().clientId())
                .bind("ids", Db.uuids(leads.stream().map(Lead::id).toList()))
                .bind("rows", LeadRows.of(leads).json());
    }

    @Override
    public void storeScores(Collection<Lead> leads) {
        if (leads.isEmpty()) {
            return;
        }
        RowBatch rows = new RowBatch(LeadRows.SCORES);
        leads.forEach(lead -> LeadRows.writeScore(rows.row(), lead));
        int written = rows.ready()
                .update("""
                    update lead l
                       set als_score = r.als_score, als_tier = r.als_tier, tier_source = r.tier_source, gates = r.gates,
                           score_id = r.score_id, scored_at = r.scored_at, next_rescore_at = r.next_rescore_at,
                           status = r.status, updated_at = r.updated_at, row_version = l.row_version + 1
                      from {rows}
                     where l.client_id = :client and l.id = any (:ids) and l.id = r.id and l.row_version = r.row_version
                       and l.deleted_at is null
                    """)
                .bind("client", leads.iterator().next().clientId())
                .bind("ids", Db.uuids(leads.stream().map(Lead::id).toList()))
                .execute();
        refuseUnless(written, leads.size());
    }

    private static void refuseUnless(int written, int wanted) {
        if (written != wanted) {
            throw new ConcurrentUpdate("lead: " + (wanted - written) + " of " + wanted + " changed meanwhile");
        }
    }

    @Override
    public void putMetadata(ClientId client, Map<LeadId, Map<String, String>> pairs) {
        RowSet rows = new RowSet();
        pairs.forEach((lead, values) -> values.forEach(
                (key, value) -> rows.row().set("lead_id", lead).set("key", key).set("value", value)));
        if (!rows.isEmpty()) {
            Db.update("""
                insert into lead_metadata (client_id, lead_id, key, value)
                select :client, lead_id, key, value
                  from jsonb_to_recordset(:rows) as r(lead_id uuid, key text, value text)
                on conflict (client_id, lead_id, key) do update
                   set value = excluded.value, row_version = lead_metadata.row_version + 1
                """).bind("client", client).bind("rows", rows.json()).execute();
        }
    }

    @Override
    public void dropMetadata(ClientId client, LeadId id, Collection<String> keys) {
        if (!keys.isEmpty()) {
            Db.update("delete from lead_metadata where client_id = :client and lead_id = :id and key = any (:keys)")
                    .bind("client", client)
                    .bind("id", id)
                    .bind("keys", keys.toArray(String[]::new))
                    .execute();
        }
    }

    @Override
    public Map<String, String> metadata(ClientId client, LeadId id) {
        Map<String, String> pairs = new LinkedHashMap<>();
        Db.query("select key, value from lead_metadata where client_id = :client and lead_id = :id order by key")
                .bind("client", client)
                .bind("id", id)
                .map((row, context) -> pairs.put(row.getString("key"), row.getString("value")))
                .list();
        return pairs;
    }

    @Override
    public void deleteAll(ClientId client, Collection<LeadId> ids, Instant at) {
        Db.update("""
            update lead set deleted_at = :at, updated_at = :at, row_version = row_version + 1
             where client_id = :client and id = any (:ids) and deleted_at is null
            """)
                .bind("client", client)
                .bind("ids", Db.uuids(ids))
                .bind("at", at)
                .execute();
    }

    @Override
    public void recordContacts(ClientId client, Map<LeadId, Instant> contacts) {
        RowSet rows = new RowSet();
        contacts.forEach((lead, at) -> rows.row().set("id", lead).set("at", at));
        if (!rows.isEmpty()) {
            Db.update("""
                update lead l
                   set touch_count = l.touch_count + 1, first_touch_at = least(l.first_touch_at, r.at),
                       last_touch_at = greatest(l.last_touch_at, r.at),
                       status = case when l.status in ('new', 'enriched', 'scored') then 'in_sequence' else l.status end,
                       updated_at = greatest(l.updated_at, r.at), row_version = l.row_version + 1
                  from jsonb_to_recordset(:rows) as r(id uuid, at timestamptz)
                 where l.client_id = :client and l.id = any (:ids) and l.id = r.id and l.deleted_at is null
                """)
                    .bind("client", client)
                    .bind("ids", Db.uuids(contacts.keySet()))
                    .bind("rows", rows.json())
                    .execute();
        }
    }

    @Override
    public void setCare(ClientId client, LeadId lead, LeadCare care, @Nullable UserId by) {
        LeadCareRows.set(client, lead, care, by);
    }

    @Override
    public Set<LeadId> pauseAll(ClientId client, Collection<LeadId> leads, Instant at) {
        return LeadCareRows.pause(client, leads, at, at);
    }

    @Override
    public Set<LeadId> resumeAll(ClientId client, Collection<LeadId> leads, Instant at) {
        return LeadCareRows.pause(client, leads, null, at);
    }

    @Override
    public void setBlocks(ClientId client, Map<LeadId, Optional<Lead.Block>> blocks) {
        RowSet rows = new RowSet();
        blocks.forEach((lead, block) -> rows.row()
                .set("id", lead)
                .set("code", block.map(Lead.Block::code).orElse(null))
                .set("until", block.map(Lead.Block::until).orElse(null)));
        if (!rows.isEmpty()) {
            Db.update("""
                update lead l
                   set blocked_code = r.code, blocked_until = r.until, row_version = l.row_version + 1
                  from jsonb_to_recordset(:rows) as r(id uuid, code text, until timestamptz)
                 where l.client_id = :client and l.id = any (:ids) and l.id = r.id and l.deleted_at is null
                   and (l.blocked_code, l.blocked_until) is distinct from (r.code, r.until)
                """)
                    .bind("client", client)
                    .bind("ids", Db.uuids(blocks.keySet()))
                    .bind("rows", rows.json())
                    .execute();
        }
    }

    private static List<Lead> list(Query query) {
        return query.map((row, context) -> LeadRows.read(row)).list();
    }
}
