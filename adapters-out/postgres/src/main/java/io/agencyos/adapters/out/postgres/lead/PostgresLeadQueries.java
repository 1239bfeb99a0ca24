package io.agencyos.adapters.out.postgres.lead;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Json;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.lead.store.LeadQueries;
import io.agencyos.domain.shared.SearchText;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.ImportId;
import io.agencyos.domain.shared.id.LeadId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.statement.Query;
import tools.jackson.core.type.TypeReference;

/** Lists of leads and imports; only the conditions that are asked for are in the statement, so that indexes serve. */
public final class PostgresLeadQueries implements LeadQueries {

    private static final TypeReference<Map<String, String>> PAIRS = new TypeReference<>() {};

    private static final String COLUMNS =
            "select " + LeadRows.LEAD + ", c.name campaign_name, m.pairs, e.*, g.*, " + LeadRows.PROFILE + "\n";

    /** Behind the page, so that they are looked up for its leads only and not for every lead that is sorted. */
    private static final String METADATA = """
         cross join lateral (select jsonb_object_agg(key, value) pairs from lead_metadata
                              where client_id = l.client_id and lead_id = l.id) m
        """;

    /** Behind the page as well; what {@code Enrolment.nextMove} says of the newest enrolment, and how many meetings. */
    private static final String PROGRESS = """
          left join lateral (select current_step e_step,
                                    case when status in ('pending', 'active') then next_due_at
                                         when status = 'snoozed' then snoozed_until end e_next
                               from enrolment where client_id = l.client_id and lead_id = l.id
                              order by created_at desc, id desc limit 1) e on true
         cross join lateral (select count(*) g_meetings from meeting
                              where client_id = l.client_id and lead_id = l.id) g
        """;

    private static final String LEAD = COLUMNS.replaceFirst("\n$", ", " + NewestScore.COLUMNS + "\n") + """
              from lead l
              join lead_profile p on p.client_id = l.client_id and p.lead_id = l.id
              left join campaign c on c.client_id = l.client_id and c.id = l.campaign_id
            """ + METADATA
            + PROGRESS + NewestScore.OF_LEAD + """
             where l.client_id = :client and l.id = :id
            """;

    /** An index holds the order, and whoever it meets is shown: each lead is read where the index says that it lies. */
    private static final String PAGE = COLUMNS + """
          from (select l.* from lead l
                 where l.client_id = :client and l.deleted_at is null %s
                 order by %s limit %s) l
         cross join lateral (select * from lead_profile where client_id = :client and lead_id = l.id offset 0) p
          left join campaign c on c.client_id = :client and c.id = l.campaign_id
        """ + METADATA + PROGRESS + """
         order by %s
        """;

    /** The index that holds the order holds the text, too: only those in whom it is found are read, through their keys. */
    private static final String SEARCHED = COLUMNS + """
          from (select l.id from lead l
                 where l.client_id = :client and l.deleted_at is null %s
                 order by %s limit %s) page
         cross join lateral (select * from lead where client_id = :client and id = page.id offset 0) l
         cross join lateral (select * from lead_profile where client_id = :client and lead_id = page.id offset 0) p
          left join campaign c on c.client_id = :client and c.id = l.campaign_id
        """ + METADATA + PROGRESS + """
         order by %s
        """;

    /**
     * The same where a summary says in which runs of leads a rare word may be: those and what changed since are read, found
     * leads are narrowed and ordered afterwards. Each part is shut off, or the planner would walk the whole list.
     */
    private static final String NARROWED = COLUMNS + """
          from (select l.id
                  from (select found.id
                          from unnest(cast(:spans_from as timestamptz[]), cast(:spans_to as timestamptz[])) span (a, b)
                         cross join lateral (select id from lead
                                              where client_id = :client and deleted_at is null
                                                and created_at between span.a and span.b
                                                and position(:search in search_text) > 0 offset 0) found
                        union
                        select id from lead
                         where client_id = :client and deleted_at is null and updated_at >= :changed_since
                           and position(:search in search_text) > 0) c
                 cross join lateral (select * from lead where client_id = :client and id = c.id offset 0) l
                 where true %s
                 order by %s limit %s) page
         cross join lateral (select * from lead where client_id = :client and id = page.id offset 0) l
         cross join lateral (select * from lead_profile where client_id = :client and lead_id = page.id offset 0) p
          left join campaign c on c.client_id = :client and c.id = l.campaign_id
        """ + METADATA + PROGRESS + """
         order by %s
        """;

    /** As the index has it: behind row-level security it finds the place where a page begins by this expression alone. */
    private static final String SCORE = "case when l.als_score is null then '-1'::smallint else l.als_score end";

    /** As the index has it, for the same reason. */
    private static final String CONTACTED =
            "case when l.last_touch_at is null then timestamptz '1970-01-01 00:00:00+00' else l.last_touch_at end";

    /** A company's name as {@code company_sort} has it. */
    private static final String FOLDED =
            "left(lower(regexp_replace(normalize(cast(:after_key as text), NFKD), '[\\u0300-\\u036f]', '', 'g')), 200)";

    private static final String IMPORTS = """
        select i.*, c.name campaign_name,
               (select r.line from lead_import_row r
                 where r.client_id = i.client_id and r.import_id = i.id and r.row_no = i.rows_total) as last_line
          from lead_import i
          left join campaign c on c.client_id = i.client_id and c.id = i.campaign_id
         where i.client_id = :client
        """;

    /** Conditions with what they bind. */
    private static final class Conditions {

        private final List<String> texts = new ArrayList<>();
        private final Map<String, Object> bound = new LinkedHashMap<>();

        void add(String text, String name, Object value) {
            texts.add(" and " + text);
            bound.put(name, value);
        }

        /** One word is asked for as itself: only then does an index behind it hold the order of the list too. */
        void addAny(String column, String name, String[] words) {
            if (words.length == 1) {
                add(column + " = :" + name, name, words[0]);
            } else {
                add(column + " = any (:" + name + ")", name, words);
            }
        }

        String text() {
            return String.join("\n", texts);
        }

        Query on(Query query) {
            bound.forEach(query::bind);
            return query;
        }
    }

    /** The statement of one lead, {@code :client} and {@code :id}, for whoever measures against nothing but that. */
    public static String ofOne() {
        return LEAD;
    }

    /** The statement of the newest leads' first page, {@code :client}. */
    public static String ofNewest(int limit) {
        String order = "l.created_at desc, l.id desc";
        return PAGE.formatted("", order, limit, order);
    }

    @Override
    public List<Listed> list(ClientId client, Filter filter, Window window) {
        Conditions conditions = conditions(filter);
        String limit = limit(conditions, window);
        String key = switch (window.sort()) {
            case CREATED -> "l.created_at";
            case UPDATED -> "l.updated_at";
            case SCORE -> SCORE;
            case CONTACTED -> CONTACTED;
            case COMPANY -> "l.company_sort";
        };
        String direction = window.descending() ? " desc" : " asc";
        window.after().ifPresent(after -> {
            conditions.add(
                    "(" + key + ", l.id) " + (window.descending() ? "<" : ">") + " ("
                            + (window.sort() == Sort.COMPANY ? FOLDED : ":after_key") + ", :after_id)",
                    "after_id",
                    after.id().value());
            conditions.bound.put("after_key", parsed(window.sort(), after.key()));
        });
        String order = key + direction + ", l.id" + direction;
        Optional<PostgresLeadSearch.Narrowed> narrowed = Optional.ofNullable(filter.search())
                .flatMap(search -> PostgresLeadSearch.narrowed(client, SearchText.folded(search)));
        narrowed.ifPresent(where -> {
            conditions.bound.put("spans_from", where.from());
            conditions.bound.put("spans_to", where.to());
            conditions.bound.put("changed_since", where.changedSince());
        });
        String sql = (filter.search() == null ? PAGE : narrowed.isPresent() ? NARROWED : SEARCHED)
                .formatted(conditions.text(), order, limit, order);
        return conditions
                .on(Db.query(sql).bind("client", client))
                .map((row, context) -> read(row))
                .list();
    }

    /**
     * How many, for the text of a statement. Where nothing is filtered it is a number, and the server keeps one plan. Where
     * something is, it is a value that the server does not know beforehand, so that it plans anew for each page: the plan
     * that is good for a common tier would read every lead to find a rare one.
     */
    private static String limit(Conditions filtered, Window window) {
        if (filtered.bound.isEmpty()) {
            return Integer.toString(window.limit());
        }
        filtered.bound.put("limit", window.limit());
        return ":limit";
    }

    private static Listed read(ResultSet row) throws SQLException {
        Json pairs = Rows.jsonOrNull(row, "pairs");
        return new Listed(
                LeadRows.read(row),
                row.getString("campaign_name"),
                pairs == null ? Map.of() : pairs.as(PAIRS),
                new Progress(
                        Rows.intOrNull(row, "e_step"), Rows.instantOrNull(row, "e_next"), row.getInt("g_meetings")));
    }

    private static Object parsed(Sort sort, String key) {
        return switch (sort) {
            case CREATED, UPDATED, CONTACTED -> Instant.parse(key);
            case SCORE -> Integer.valueOf(key);
            case COMPANY -> key;
        };
    }

    private static Conditions conditions(Filter filter) {
        Conditions all = new Conditions();
        if (!filter.campaigns().isEmpty()) {
            all.add("l.campaign_id = any (:campaigns)", "campaigns", Db.uuids(filter.campaigns()));
        }
        if (!filter.tiers().isEmpty()) {
            all.addAny("l.als_tier", "tier", Db.wires(filter.tiers()));
        }
        if (!filter.statuses().isEmpty()) {
            all.addAny("l.status", "status", Db.wires(filter.statuses()));
        }
        Optional.ofNullable(filter.externalId())
                .ifPresent(value -> all.add("l.external_id = :external_id", "external_id", value));
        Optional.ofNullable(filter.email()).ifPresent(value -> all.add("l.email_key = :email", "email", value));
        Optional.ofNullable(filter.updatedFrom())
                .ifPresent(value -> all.add("l.updated_at >= :updated_from", "updated_from", value));
        Optional.ofNullable(filter.updatedTo())
                .ifPresent(value -> all.add("l.updated_at < :updated_to", "updated_to", value));
        Optional.ofNullable(filter.linkedIn())
                .ifPresent(value -> all.add("l.linkedin_key = :linkedin", "linkedin", value));
        Optional.ofNullable(filter.contactedFrom())
                .ifPresent(value -> all.add("l.last_touch_at >= :contacted_from", "contacted_from", value));
        Optional.ofNullable(filter.contactedTo())
                .ifPresent(value -> all.add("l.last_touch_at < :contacted_to", "contacted_to", value));
        Optional.ofNullable(filter.search())
                .ifPresent(
                        value -> all.add("position(:search in l.search_text) > 0", "search", SearchText.folded(value)));
        filter.metadata().forEach((key, values) -> pair(all, key, values));
        return all;
    }

    private static void pair(Conditions all, String key, Set<String> values) {
        String name = "pair_" + all.bound.size();
        all.add("""
            exists (select from lead_metadata m
                     where m.client_id = :client and m.lead_id = l.id and m.key = :%1$s_key and m.value = any (:%1$s))\
            """.formatted(name), name, values.toArray(String[]::new));
        all.bound.put(name + "_key", key);
    }

    @Override
    public Optional<Shown> find(ClientId client, LeadId id) {
        return Db.query(LEAD)
                .bind("client", client)
                .bind("id", id)
                .map((row, context) -> new Shown(read(row), NewestScore.read(row)))
                .findOne();
    }

    @Override
    public List<ListedImport> imports(ClientId client, Optional<AfterImport> after, int limit) {
        Conditions conditions = new Conditions();
        after.ifPresent(last -> {
            conditions.add("(i.created_at, i.id) < (:after_at, :after_id)", "after_at", last.at());
            conditions.bound.put("after_id", last.id().value());
        });
        String sql = IMPORTS + conditions.text() + " order by i.created_at desc, i.id desc limit :limit";
        return conditions
                .on(Db.query(sql).bind("client", client).bind("limit", limit))
                .map((row, context) -> listedImport(row))
                .list();
    }

    @Override
    public Optional<ListedImport> findImport(ClientId client, ImportId id) {
        return Db.query(IMPORTS + " and i.id = :id")
                .bind("client", client)
                .bind("id", id)
                .map((row, context) -> listedImport(row))
                .findOne();
    }

    private static ListedImport listedImport(ResultSet row) throws SQLException {
        return new ListedImport(
                PostgresLeadImports.read(row), row.getString("campaign_name"), Rows.intOrNull(row, "last_line"));
    }
}
