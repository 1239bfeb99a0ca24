package io.agencyos.adapters.out.postgres.conversion;

import io.agencyos.adapters.out.postgres.deal.PostgresMeetings;
import io.agencyos.adapters.out.postgres.kernel.Criteria;
import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.conversion.everywhere.Everywhere;
import io.agencyos.domain.campaign.CampaignStatus;
import io.agencyos.domain.client.PermissionMode;
import io.agencyos.domain.conversation.Intent;
import io.agencyos.domain.deal.BookedBy;
import io.agencyos.domain.deal.MeetingOutcome;
import io.agencyos.domain.deal.MeetingType;
import io.agencyos.domain.lead.ActivityAction;
import io.agencyos.domain.lead.LeadSource;
import io.agencyos.domain.lead.LeadStatus;
import io.agencyos.domain.scoring.tier.Tier;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.SearchText;
import io.agencyos.domain.shared.TouchKind;
import io.agencyos.domain.shared.Vocabulary;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.EntityId;
import io.agencyos.domain.shared.id.LeadId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/**
 * Pages over all live clients. Of each client so many rows as the page may need are read off its own index, which has the
 * order of the list; only those of the page are read whole.
 */
public final class PostgresEverywhere implements Everywhere {

    /** {@code {key}} is the column of the list's order, {@code {way}} its direction. */
    private static final String PAGE = """
        select page.client_id owner_id, page.client_name, x.*, {columns}
          from (select c.client_id, c.name as client_name, found.id, found.k
                  from client c
                 cross join lateral (select x.id, x.{key} as k from {table} x
                                      where x.client_id = c.client_id {conditions}
                                      order by x.{key} {way}, x.id {way} limit :limit) found
                 where c.mode = 'live' and c.deleted_at is null
                   and (cardinality(:clients::uuid[]) = 0 or c.client_id = any (:clients))
                 order by found.k {way}, found.id {way} limit :limit) page
          join {table} x on x.client_id = page.client_id and x.id = page.id and x.{key} = page.k
          {joins}
         order by page.k {way}, page.id {way}
        """;

    private static final String LEAD = """
        l.id as of_lead, l.first_name as lead_first, l.last_name as lead_last, l.title as lead_title,
               l.company_name as lead_company, l.timezone as lead_zone, l.als_score as lead_score, l.als_tier as lead_tier
        """;

    private static final String CAMPAIGN = ", k.id as of_campaign, k.name as campaign_name";

    private static final String JOIN_LEAD = "left join lead l on l.client_id = x.client_id and l.id = x.lead_id\n";

    private static final String JOIN_CAMPAIGN =
            "left join campaign k on k.client_id = x.client_id and k.id = %s and k.deleted_at is null\n";

    private record Listing(String table, String key, boolean descending, String columns, String joins) {

        String sql() {
            return PAGE.replace("{columns}", columns)
                    .replace("{table}", table)
                    .replace("{key}", key)
                    .replace("{way}", descending ? "desc" : "asc")
                    .replace("{joins}", joins);
        }
    }

    /** As {@link SearchText} folds what is looked for. */
    private static final String FOLDED_NAME =
            "lower(regexp_replace(normalize(x.name, NFKD), '[\\u0300-\\u036f]', '', 'g'))";

    private static final Listing CAMPAIGNS = new Listing("campaign", "created_at", true, "1 as one", "");
    private static final Listing REPLIES = new Listing(
            "reply", "received_at", true, LEAD + CAMPAIGN, JOIN_LEAD + JOIN_CAMPAIGN.formatted("l.campaign_id"));
    private static final Listing MEETINGS = new Listing(
            "meeting", "booked_at", true, LEAD + CAMPAIGN, JOIN_LEAD + JOIN_CAMPAIGN.formatted("x.campaign_id"));
    private static final Listing ACTIVITIES = new Listing(
            "activity",
            "occurred_at",
            true,
            LEAD + CAMPAIGN + ", t.sender_domain",
            JOIN_LEAD + JOIN_CAMPAIGN.formatted("x.campaign_id") + """
                left join touch t on t.client_id = x.client_id and t.id = x.touch_id
                """);

    private static Criteria criteria(Listing list, @Nullable Place after, String first) {
        Criteria criteria = new Criteria(first);
        if (after != null) {
            criteria.and("(x." + list.key() + ", x.id) " + (list.descending() ? "<" : ">") + " (:after_at, :after_id)")
                    .with("after_at", after.at())
                    .with("after_id", after.id());
        }
        return criteria;
    }

    private static Query asked(Listing list, Criteria criteria, Window window) {
        return criteria.within(list.sql())
                .bind("clients", Db.uuids(window.clients()))
                .bind("limit", window.limit());
    }

    /** Null where nothing is asked for, as {@link Criteria} takes it. */
    private static <V extends Vocabulary> @Nullable Collection<V> some(Set<V> words) {
        return words.isEmpty() ? null : words;
    }

    private static UUID @Nullable [] ids(Set<? extends EntityId> ids) {
        return ids.isEmpty() ? null : Db.uuids(ids);
    }

    @Override
    public List<LeadRow> leads(LeadFilter filter, Window window) {
        boolean changed = filter.order() == LeadOrder.LAST_CHANGED || filter.order() == LeadOrder.FIRST_CHANGED;
        boolean descending = filter.order() == LeadOrder.NEWEST || filter.order() == LeadOrder.LAST_CHANGED;
        Listing list = new Listing(
                "lead",
                changed ? "updated_at" : "created_at",
                descending,
                LEAD + CAMPAIGN,
                "left join lead l on l.client_id = x.client_id and l.id = x.id\n"
                        + JOIN_CAMPAIGN.formatted("x.campaign_id"));
        Criteria criteria = criteria(list, window.after(), "and x.deleted_at is null")
                .and("x.campaign_id = any (:campaigns)", "campaigns", ids(filter.campaigns()))
                .andAny("x.als_tier = any (:tiers)", "tiers", some(filter.tiers()))
                .andAny("x.status = any (:statuses)", "statuses", some(filter.statuses()))
                .and("x.updated_at >= :updated_from", "updated_from", filter.updatedFrom())
                .and("x.updated_at < :updated_to", "updated_to", filter.updatedTo())
                .and(
                        "position(:q in x.search_text) > 0",
                        "q",
                        filter.q() == null ? null : SearchText.folded(filter.q()));
        return asked(list, criteria, window).map(PostgresEverywhere::lead).list();
    }

    @Override
    public long newLeads(Instant from, Instant to) {
        return Db.query("""
            select coalesce(sum(x.leads), 0) from client c
             cross join lateral (select count(*) as leads from lead l
                                  where l.client_id = c.client_id and l.created_at >= :from and l.created_at < :to
                                    and l.deleted_at is null) x
             where c.mode = 'live' and c.deleted_at is null
            """).bind("from", from).bind("to", to).mapTo(Long.class).one();
    }

    @Override
    public List<Compliance> compliance(Instant since) {
        return Db.query("""
            select c.client_id as owner_id, c.name as client_name, x.*
              from client c
             cross join lateral (select count(*) filter (where a.action = 'sent' and a.channel = 'email') as sent,
                                        count(*) filter (where a.action = 'bounced' and a.channel = 'email') as bounced,
                                        count(*) filter (where a.action = 'complained') as complained,
                                        count(*) filter (where a.action = 'unsubscribed') as opted_out
                                   from activity a
                                  where a.client_id = c.client_id and a.occurred_at >= :since
                                    and a.action in ('sent', 'bounced', 'complained', 'unsubscribed')) x
             where c.mode = 'live' and c.deleted_at is null
             order by c.name, c.client_id
            """)
                .bind("since", since)
                .map((row, context) -> new Compliance(
                        owner(row),
                        row.getLong("sent"),
                        row.getLong("bounced"),
                        row.getLong("complained"),
                        row.getLong("opted_out")))
                .list();
    }

    private static LeadRow lead(ResultSet row, StatementContext context) throws SQLException {
        return new LeadRow(
                owner(row),
                someone(row),
                campaign(row),
                row.getString("email"),
                Rows.word(row, "status", LeadStatus.class),
                Rows.word(row, "source", LeadSource.class),
                Rows.instantOrNull(row, "last_touch_at"),
                Rows.instantOrNull(row, "last_reply_at"),
                Rows.instant(row, "created_at"),
                Rows.instant(row, "updated_at"));
    }

    @Override
    public List<CampaignRow> campaigns(CampaignFilter filter, Window window) {
        Criteria criteria = criteria(CAMPAIGNS, window.after(), "and x.deleted_at is null")
                .andAny("x.status = any (:statuses)", "statuses", some(filter.statuses()))
                .andAny("x.kind = any (:origins)", "origins", some(filter.origins()))
                .and(
                        "position(:q in " + FOLDED_NAME + ") > 0",
                        "q",
                        filter.q() == null ? null : SearchText.folded(filter.q()));
        RowMapper<CampaignRow> read = (row, context) -> new CampaignRow(
                owner(row),
                Rows.id(row, "id", CampaignId::new),
                Rows.text(row, "name"),
                Rows.word(row, "status", CampaignStatus.class),
                Rows.wordOrNull(row, "permission_mode", PermissionMode.class),
                Rows.instantOrNull(row, "activated_at"),
                Rows.instantOrNull(row, "paused_at"),
                row.getString("pause_reason"),
                Rows.instant(row, "created_at"));
        return asked(CAMPAIGNS, criteria, window).map(read).list();
    }

    @Override
    public List<ReplyRow> replies(ReplyFilter filter, Window window) {
        Criteria criteria = criteria(REPLIES, window.after(), "")
                .andAny("coalesce(x.corrected_intent, x.intent) = any (:intents)", "intents", some(filter.intents()))
                .andAny("x.channel = any (:channels)", "channels", some(filter.channels()))
                .and("(x.handled_at is not null) = :handled", "handled", filter.handled())
                .and("x.review_required = :review", "review", filter.needsReview());
        RowMapper<ReplyRow> read = (row, context) -> new ReplyRow(
                owner(row),
                row.getObject("id", UUID.class),
                someone(row),
                campaign(row),
                Rows.word(row, "channel", Channel.class),
                row.getString("corrected_intent") == null
                        ? Rows.wordOrNull(row, "intent", Intent.class)
                        : Rows.word(row, "corrected_intent", Intent.class),
                row.getBoolean("review_required"),
                Rows.instantOrNull(row, "handled_at"),
                Rows.instant(row, "received_at"));
        return asked(REPLIES, criteria, window).map(read).list();
    }

    @Override
    public List<MeetingRow> meetings(MeetingFilter filter, Window window) {
        Criteria criteria = criteria(MEETINGS, window.after(), "")
                .andAny("coalesce(x.outcome, 'pending') = any (:outcomes)", "outcomes", some(filter.outcomes()))
                .andAny(PostgresMeetings.STATUS + " = any (:statuses)", "statuses", some(filter.statuses()))
                .and(
                        PostgresMeetings.STATUS + " in ('scheduled', 'confirmed') = :upcoming",
                        "upcoming",
                        filter.upcoming());
        if (!filter.statuses().isEmpty() || filter.upcoming() != null) {
            criteria.with("now", filter.now());
        }
        RowMapper<MeetingRow> read = (row, context) -> new MeetingRow(
                owner(row),
                row.getObject("id", UUID.class),
                row.getObject("of_lead", UUID.class) == null ? null : someone(row),
                campaign(row),
                Rows.word(row, "type", MeetingType.class),
                Rows.word(row, "booked_by", BookedBy.class),
                Rows.instantOrNull(row, "scheduled_at"),
                row.getObject("showed_up", Boolean.class),
                row.getString("outcome") == null
                        ? MeetingOutcome.PENDING
                        : Rows.word(row, "outcome", MeetingOutcome.class),
                Rows.instant(row, "booked_at"));
        return asked(MEETINGS, criteria, window).map(read).list();
    }

    @Override
    public List<ActivityRow> activities(ActivityFilter filter, Window window) {
        Criteria criteria = criteria(ACTIVITIES, window.after(), "")
                .andAny("x.channel = any (:channels)", "channels", some(filter.channels()))
                .andAny("x.action = any (:actions)", "actions", some(filter.actions()))
                .and("x.occurred_at >= :from", "from", filter.from())
                .and("x.occurred_at < :to", "to", filter.to());
        RowMapper<ActivityRow> read = (row, context) -> new ActivityRow(
                owner(row),
                row.getObject("id", UUID.class),
                someone(row),
                campaign(row),
                Rows.word(row, "action", ActivityAction.class),
                Rows.wordOrNull(row, "channel", Channel.class),
                Rows.wordOrNull(row, "touch_kind", TouchKind.class),
                Rows.intOrNull(row, "step_no"),
                row.getString("detail"),
                row.getString("sender_domain"),
                Rows.instant(row, "occurred_at"));
        return asked(ACTIVITIES, criteria, window).map(read).list();
    }

    private static Owner owner(ResultSet row) throws SQLException {
        return new Owner(Rows.id(row, "owner_id", ClientId::new), Rows.text(row, "client_name"));
    }

    private static Someone someone(ResultSet row) throws SQLException {
        String first = row.getString("lead_first");
        String last = row.getString("lead_last");
        String name = ((first == null ? "" : first) + " " + (last == null ? "" : last)).strip();
        return new Someone(
                Rows.id(row, "of_lead", LeadId::new),
                name.isEmpty() ? null : name,
                row.getString("lead_title"),
                row.getString("lead_company"),
                row.getString("lead_zone"),
                Rows.intOrNull(row, "lead_score"),
                Rows.wordOrNull(row, "lead_tier", Tier.class));
    }

    private static @Nullable Named campaign(ResultSet row) throws SQLException {
        CampaignId id = Rows.idOrNull(row, "of_campaign", CampaignId::new);
        return id == null ? null : new Named(id, row.getString("campaign_name"));
    }
}
