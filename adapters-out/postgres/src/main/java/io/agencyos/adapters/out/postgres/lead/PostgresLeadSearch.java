package io.agencyos.adapters.out.postgres.lead;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.shared.IdSource;
import io.agencyos.domain.shared.id.ClientId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Summaries of runs of leads, some four thousand each by the time at which they were created, for clients with so many
 * leads that a search for a rare word would take long. A search then reads only the runs that may hold the word and what
 * changed since. Needs a tenant's unit of work, to keep summaries as worker.
 */
public final class PostgresLeadSearch {

    /** A client with fewer leads is searched as quickly without. */
    static final int FEWEST = 20_000;

    private static final int PAGE = 20_000;
    private static final int RUN = 4_096;

    /** A run of which more than every tenth may hold a word finds a page sooner by walking the list. */
    private static final int RARE = 10;

    /** A transaction may have stamped its rows so long before it made them seen. */
    private static final Duration LATE = Duration.ofMinutes(5);

    private static final UUID FIRST = new UUID(0, 0);

    private final IdSource ids;

    public PostgresLeadSearch(IdSource ids) {
        this.ids = ids;
    }

    /** Where a rare word may be: in leads created in these spans, or changed at the instant or later. */
    record Narrowed(String[] from, String[] to, Instant changedSince) {}

    private record Place(Instant at, UUID id) {}

    private record Changed(UUID id, Instant createdAt, Instant updatedAt, String text) {}

    /** A run in the making. */
    private static final class Run {
        private final UUID id;
        private Instant from;
        private Instant to;
        private int leads;
        private byte[] grams;

        private Run(UUID id, Instant from, Instant to, int leads, byte[] grams) {
            this.id = id;
            this.from = from;
            this.to = to;
            this.leads = leads;
            this.grams = grams;
        }

        private static Run read(ResultSet row) throws SQLException {
            return new Run(
                    row.getObject("id", UUID.class),
                    Rows.instant(row, "from_at"),
                    Rows.instant(row, "to_at"),
                    row.getInt("leads"),
                    new byte[0]);
        }

        private boolean isFull() {
            return leads >= RUN;
        }

        private void take(Changed lead) {
            from = lead.createdAt().isBefore(from) ? lead.createdAt() : from;
            to = lead.createdAt().isAfter(to) ? lead.createdAt() : to;
            SearchGrams.add(lead.text(), grams);
        }
    }

    /**
     * Empty where the list finds the word sooner by itself, or nothing is summarised. A summary lies outside its row, and
     * is fetched once, not once for each of its bits that is asked.
     */
    static Optional<Narrowed> narrowed(ClientId client, String folded) {
        Integer[] grams = SearchGrams.asked(folded);
        if (grams.length == 0) {
            return Optional.empty();
        }
        record Hit(Instant until, int total, String from, String to) {}
        List<Hit> hits = Db.query("""
            select s.until_at, (select count(*) from lead_search_block a where a.client_id = :client) as total,
                   cast(b.from_at as text) as from_at, cast(b.to_at as text) as to_at
              from lead_search_state s
              left join (select b.from_at, b.to_at
                           from lead_search_block b
                          cross join lateral (select substring(b.grams from 1) as read offset 0) once
                          where b.client_id = :client
                                and not exists (select from unnest(cast(:grams as int[])) g
                                                 where get_bit(once.read, g) = 0)) b on true
             where s.client_id = :client
            """)
                .bind("client", client)
                .bind("grams", grams)
                .map((row, context) -> new Hit(
                        Rows.instant(row, "until_at"),
                        row.getInt("total"),
                        String.valueOf(row.getString("from_at")),
                        String.valueOf(row.getString("to_at"))))
                .list();
        if (hits.isEmpty()
                || hits.size() > 1 && hits.size() * RARE > hits.getFirst().total()) {
            return Optional.empty();
        }
        List<Hit> runs = hits.stream().filter(hit -> !hit.from().equals("null")).toList();
        return Optional.of(new Narrowed(
                runs.stream().map(Hit::from).toArray(String[]::new),
                runs.stream().map(Hit::to).toArray(String[]::new),
                hits.getFirst().until()));
    }

    /**
     * Takes the next leads that changed into the summaries.
     *
     * @return how many; fewer than before when nothing is left
     */
    public int keep(ClientId client, Instant now) {
        Optional<Place> until = until(client);
        if (until.isEmpty() && !isLarge(client)) {
            return 0;
        }
        List<Changed> changed = changed(client, until.orElse(new Place(Instant.EPOCH, FIRST)), now.minus(LATE));
        if (!changed.isEmpty()) {
            summarise(client, changed);
            Changed last = changed.getLast();
            reached(client, new Place(last.updatedAt(), last.id()));
        }
        return changed.size();
    }

    private static Optional<Place> until(ClientId client) {
        return Db.query("select until_at, until_id from lead_search_state where client_id = :client for update")
                .bind("client", client)
                .map((row, context) -> new Place(Rows.instant(row, "until_at"), row.getObject("until_id", UUID.class)))
                .findOne();
    }

    private static boolean isLarge(ClientId client) {
        return Db.query("""
            select count(*) from (
                select from lead where client_id = :client and deleted_at is null limit :most) first
            """)
                        .bind("client", client)
                        .bind("most", FEWEST)
                        .mapTo(int.class)
                        .one()
                >= FEWEST;
    }

    private static List<Changed> changed(ClientId client, Place after, Instant before) {
        return Db.query("""
            select id, created_at, updated_at, search_text from lead
             where client_id = :client and (updated_at, id) > (:at, :id) and updated_at < :before and deleted_at is null
             order by updated_at, id limit :limit
            """)
                .bind("client", client)
                .bind("at", after.at())
                .bind("id", after.id())
                .bind("before", before)
                .bind("limit", PAGE)
                .map((row, context) -> new Changed(
                        row.getObject("id", UUID.class),
                        Rows.instant(row, "created_at"),
                        Rows.instant(row, "updated_at"),
                        Rows.text(row, "search_text")))
                .list();
    }

    private void summarise(ClientId client, List<Changed> changed) {
        TreeMap<Instant, Run> runs = new TreeMap<>();
        Db.query("select id, from_at, to_at, leads from lead_search_block where client_id = :client")
                .bind("client", client)
                .map((row, context) -> Run.read(row))
                .forEach(run -> runs.put(run.from, run));
        Map<UUID, Run> touched = new TreeMap<>();
        for (Changed lead : changed) {
            Run run = run(client, runs, lead);
            run.take(lead);
            touched.put(run.id, run);
        }
        save(client, new ArrayList<>(touched.values()));
    }

    /** The run in whose time the lead was created, or the one before; a new one behind the last, when that is full. */
    private Run run(ClientId client, TreeMap<Instant, Run> runs, Changed lead) {
        Map.Entry<Instant, Run> known = runs.floorEntry(lead.createdAt());
        if (known == null && !runs.isEmpty()) {
            known = runs.firstEntry();
        }
        boolean behind = known != null
                && known.getValue() == runs.lastEntry().getValue()
                && lead.createdAt().isAfter(known.getValue().to);
        if (known == null || behind && known.getValue().isFull()) {
            Run made = new Run(ids.next(), lead.createdAt(), lead.createdAt(), 1, new byte[SearchGrams.BYTES]);
            runs.put(made.from, made);
            return made;
        }
        Run run = known.getValue();
        if (run.grams.length == 0) {
            run.grams = Db.query("select grams from lead_search_block where client_id = :client and id = :id")
                    .bind("client", client)
                    .bind("id", run.id)
                    .mapTo(byte[].class)
                    .one();
        }
        run.leads += behind || run.to.equals(lead.createdAt()) ? 1 : 0;
        return run;
    }

    private static void save(ClientId client, List<Run> runs) {
        var batch = Db.batch("""
            insert into lead_search_block as b (client_id, id, from_at, to_at, leads, grams)
            values (:client, :id, :from, :to, :leads, :grams)
            on conflict (client_id, id) do update
               set from_at = excluded.from_at, to_at = excluded.to_at, leads = excluded.leads, grams = excluded.grams,
                   updated_at = now(), row_version = b.row_version + 1
            """);
        for (Run run : runs) {
            batch.bind("client", client)
                    .bind("id", run.id)
                    .bind("from", run.from)
                    .bind("to", run.to)
                    .bind("leads", run.leads)
                    .bind("grams", run.grams)
                    .add();
        }
        batch.execute();
    }

    private static void reached(ClientId client, Place place) {
        Db.update("""
            insert into lead_search_state as s (client_id, until_at, until_id) values (:client, :at, :id)
            on conflict (client_id) do update
               set until_at = excluded.until_at, until_id = excluded.until_id, updated_at = now(),
                   row_version = s.row_version + 1
            """)
                .bind("client", client)
                .bind("at", place.at())
                .bind("id", place.id())
                .execute();
    }
}
