package io.agencyos.adapters.out.postgres.conversion;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.application.conversion.learning.store.LearnedPattern;
import io.agencyos.application.conversion.learning.store.LearningFacts;
import io.agencyos.application.conversion.learning.store.LearningFacts.Matured;
import io.agencyos.domain.conversion.Horizons;
import io.agencyos.domain.conversion.detect.Title;
import io.agencyos.domain.shared.id.ClientId;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/**
 * Takes matured leads and touches over into the fact tables and adds them to the counts of their slots, about so many touches
 * at a time, in the order in which they matured; at last corrects leads whose bookings are others than their facts know of.
 * A run begins {@link #SLACK} before where the last one ended, for what was told of late, and each {@link #SWEEP} far back.
 *
 * @param atOnce touches that are taken over in one unit of work
 */
record FactMaturing(int atOnce) {

    /** How late a touch may be told of, beyond the time it is waited for, and still be found the night after. */
    private static final Duration SLACK = Duration.ofDays(1);

    /** After this, whatever was told of later still is found. */
    private static final Duration SWEEP = Duration.ofDays(28);

    /** How far back that looks: the longest window and the repeat, with what they wait for. */
    private static final Duration SWEPT = Duration.ofDays(365 + 56 + 60);

    /** A touch that came before another is mostly this young, and then one or two of the months' partitions hold it. */
    private static final Duration RECENT = Duration.ofDays(31);

    /** What a night's facts take in memory; the usual share would write them to disk several times. */
    private static final String ROOM = "select set_config('work_mem', '64MB', true)";

    /**
     * How far this went; all by when things matured.
     *
     * @param until up to which everything is taken over
     * @param takingFrom where the run that is under way goes on, null between runs
     * @param horizons by which facts are labelled
     */
    private record Progress(
            Instant until, Instant sweptAt, @Nullable Instant takingFrom, Horizons horizons) {}

    Matured mature(ClientId client, ZoneId zone, Instant now, Horizons horizons) {
        // two at once would take over the same rows, each waiting for the other's
        Db.query("select pg_advisory_xact_lock(hashtextextended(:key, 0))")
                .bind("key", "cis_fact|" + client.text())
                .mapToMap()
                .list();
        Db.query(ROOM).mapTo(String.class).one();
        Progress begun = progress(client)
                .map(known -> begun(client, known, now, horizons))
                .orElseGet(() -> first(client, now, horizons));
        if (begun.sweptAt().equals(now)) {
            forget(client, LearnedPattern.keptSince(now));
        }
        Instant from = begun.takingFrom() == null ? now : begun.takingFrom();
        Instant end = end(client, from, now, horizons);
        boolean complete = !end.isBefore(now);
        Run run = new Run(client, zone, now, horizons);
        int leads = run.leads(from, end, new UUID[0]);
        int touches = run.touches(from, end);
        UUID[] rebooked = complete ? StandingBookings.rebooked(client) : new UUID[0];
        if (rebooked.length > 0) {
            leads += run.leads(end, end, rebooked) + run.corrected(LeadTaking.CORRECT, horizons.ofALead(), rebooked);
            touches += run.corrected(TouchTaking.CORRECT, horizons.ofATouch(), rebooked);
            StandingBookings.seen(client, rebooked);
        }
        noted(client, new Progress(complete ? now : begun.until(), begun.sweptAt(), complete ? null : end, horizons));
        return new Matured(leads, touches, complete);
    }

    /** Facts are kept as long as what was learned from them, and looked for whenever a run looks far back. */
    private static void forget(ClientId client, Instant before) {
        for (String old : List.of(
                "delete from cis_lead_fact where client_id = :client and t1 < :before",
                "delete from cis_touch_fact where client_id = :client and sent_at < :before")) {
            Db.update(old).bind("client", client).bind("before", before).execute();
        }
        DailyCounts.forget(client, before);
    }

    private static Optional<Progress> progress(ClientId client) {
        return Db.query("""
            select matured_until, swept_at, taking_from, horizon_days, attribution_days
              from cis_progress where client_id = :client
            """)
                .bind("client", client)
                .map((row, context) -> new Progress(
                        row.getTimestamp("matured_until").toInstant(),
                        row.getTimestamp("swept_at").toInstant(),
                        Optional.ofNullable(row.getTimestamp("taking_from"))
                                .map(Timestamp::toInstant)
                                .orElse(null),
                        new Horizons(row.getInt("horizon_days"), row.getInt("attribution_days"))))
                .findOne();
    }

    private static Progress begun(ClientId client, Progress known, Instant now, Horizons horizons) {
        if (!known.horizons().equals(horizons)) {
            // what is a unit by now may not have been one, and every booking may count otherwise
            StandingBookings.unseen(client);
            return sweeping(known, now);
        }
        if (known.takingFrom() != null) {
            return known;
        }
        return known.sweptAt().plus(SWEEP).isAfter(now)
                ? new Progress(known.until(), known.sweptAt(), known.until().minus(SLACK), known.horizons())
                : sweeping(known, now);
    }

    private static Progress sweeping(Progress known, Instant now) {
        Instant slack = known.until().minus(SLACK);
        return new Progress(known.until(), now, earlier(slack, now.minus(SWEPT)), known.horizons());
    }

    /** Facts that were taken over before they were counted are counted now. */
    private Progress first(ClientId client, Instant now, Horizons horizons) {
        Stream.of(LearningFacts.Unit.LEAD, LearningFacts.Unit.TOUCH, LearningFacts.Unit.GAP)
                .forEach(unit -> DailyCounts.countAll(client, unit, atOnce));
        Instant earliest = Db.query("select min(sent_at) from touch where client_id = :client")
                .bind("client", client)
                .mapTo(Instant.class)
                .findOne()
                .map(sent -> earlier(sent.plus(horizons.ofATouch()), now))
                .orElse(now);
        return new Progress(earliest, now, earliest, horizons);
    }

    /** Where the next so many touches have matured, at most now; always later than the beginning. */
    private Instant end(ClientId client, Instant from, Instant now, Horizons horizons) {
        return Stream.of(horizons.ofALead(), horizons.ofATouch())
                .flatMap(horizon -> Db.query("""
                    select sent_at from touch
                     where client_id = :client and sent_at >= :from and sent_at < :now
                     order by sent_at offset :atOnce limit 1
                    """)
                        .bind("client", client)
                        .bind("from", from.minus(horizon))
                        .bind("now", now.minus(horizon))
                        .bind("atOnce", atOnce)
                        .mapTo(Instant.class)
                        .stream()
                        .map(sent -> later(sent.plus(horizon), from.plusMillis(1))))
                .reduce(now, FactMaturing::earlier);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static void noted(ClientId client, Progress progress) {
        Db.update("""
            insert into cis_progress as old (client_id, matured_until, swept_at, taking_from, horizon_days, attribution_days)
            values (:client, :until, :swept, :taking, :horizon, :attribution)
            on conflict (client_id) do update
               set matured_until = greatest(old.matured_until, excluded.matured_until), swept_at = excluded.swept_at,
                   taking_from = excluded.taking_from, horizon_days = excluded.horizon_days,
                   attribution_days = excluded.attribution_days, row_version = old.row_version + 1
            """)
                .bind("client", client)
                .bind("until", progress.until())
                .bind("swept", progress.sweptAt())
                .bindByType("taking", progress.takingFrom(), Instant.class)
                .bind("horizon", progress.horizons().horizonDays())
                .bind("attribution", progress.horizons().attributionDays())
                .execute();
    }

    /** The statements of one unit of work. */
    private record Run(ClientId client, ZoneId zone, Instant now, Horizons horizons) {

        /** Leads first written to in the span, and these; those that are no facts yet become some. */
        private int leads(Instant from, Instant end, UUID[] besides) {
            List<String> titles = leads(LeadTaking.TITLES, from, end, besides)
                    .mapTo(String.class)
                    .list();
            return leads(LeadTaking.TAKE, from, end, besides)
                    .bind("zone", zone.getId())
                    .bind("titles", titles.toArray(String[]::new))
                    .bind(
                            "canonical",
                            titles.stream()
                                    .map(title -> Title.canonical(title).orElse(null))
                                    .toArray(String[]::new))
                    .mapTo(Integer.class)
                    .one();
        }

        private Query leads(String statement, Instant from, Instant end, UUID[] besides) {
            return timed(statement, horizons.ofALead(), from, end).bind("rebooked", besides);
        }

        private int touches(Instant from, Instant end) {
            return timed(TouchTaking.TAKE, horizons.ofATouch(), from, end)
                    .bind("recently", from.minus(horizons.ofATouch()).minus(RECENT))
                    .bind("zone", zone.getId())
                    .mapTo(Integer.class)
                    .one();
        }

        private int corrected(String statement, Duration horizon, UUID[] rebooked) {
            return Db.query(statement)
                    .bind("client", client)
                    .bind("now", now)
                    .bind("rebooked", rebooked)
                    .bind("horizon", horizon.toString())
                    .mapTo(Integer.class)
                    .one();
        }

        private Query timed(String statement, Duration horizon, Instant from, Instant end) {
            return Db.query(statement)
                    .bind("client", client)
                    .bind("now", now)
                    .bind("since", from.minus(horizon))
                    .bind("until", end.minus(horizon))
                    .bind("horizon", horizon.toString());
        }
    }
}
