package io.agencyos.adapters.out.postgres.conversion;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.conversion.learning.store.EngagementFacts;
import io.agencyos.application.conversion.learning.store.LearningFacts;
import io.agencyos.domain.conversion.detect.Conversations;
import io.agencyos.domain.conversion.detect.Engagement;
import io.agencyos.domain.conversion.detect.Engagement.Minutes;
import io.agencyos.domain.shared.id.ClientId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.statement.Query;

/** Openings, clicks and conversations, counted by the database: a statement for each kind of figure. */
public final class PostgresEngagement implements EngagementFacts {

    /** Delivered e-mails that are facts, with the minutes that people took. */
    private static final String MAIL = """
        with mail as (
            select f.y converted, t.opened_at is not null opened, t.clicked_at is not null clicked, t.open_count,
                   case when t.opened_at is not null then greatest(floor(extract(epoch from t.opened_at - t.sent_at) / 60), 0) end::int to_open,
                   case when t.clicked_at is not null then greatest(floor(extract(epoch from t.clicked_at - t.sent_at) / 60), 0) end::int to_click,
                   floor(extract(epoch from t.clicked_at - t.opened_at) / 60)::int open_to_click
              from cis_touch_fact f
              join touch t on t.client_id = f.client_id and t.sent_at = f.sent_at and t.id = f.touch_id
                   and t.sent_at >= :from and t.sent_at < :until
             where f.client_id = :client and f.channel = 'email' and f.sent_at >= :from and f.sent_at < :until)
        """;

    /** What was said in each thread in which the lead wrote; answers of machines are no words of a lead. */
    private static final String SAID = """
        with thread as (
            select c.id, c.channel, coalesce(c.outcome in ('converted', 'meeting_booked'), false) converted
              from conversation_thread c
             where c.client_id = :client and c.started_at >= :from and c.started_at < :until),
        said as (
            select m.thread_id, m.direction, m.at, lag(m.direction) over turns before, lag(m.at) over turns before_at
              from thread
              join message m on m.client_id = :client and m.thread_id = thread.id
             where not exists (select from reply p
                                where p.client_id = :client and p.message_id = m.id
                                  and coalesce(p.corrected_intent, p.intent) in ('out_of_office', 'auto_reply'))
            window turns as (partition by m.thread_id order by m.position, m.at)),
        spoken as (
            select thread_id, count(*) messages, count(*) filter (where direction = 'in') theirs,
                   count(*) filter (where direction = 'in' and before = 'out') answered,
                   coalesce(sum(floor(extract(epoch from at - before_at) / 60)::bigint)
                       filter (where direction = 'in' and before = 'out'), 0) minutes,
                   min(at) filter (where direction = 'in') first_word
              from said group by thread_id having count(*) filter (where direction = 'in') > 0)
        """;

    @Override
    public Engagement engagement(ClientId client, LearningFacts.Span span) {
        List<Engagement.Group> groups = of(client, span, MAIL + """
            select opened, clicked, converted, count(*) emails, sum(open_count) openings from mail group by 1, 2, 3
            """)
                .map((row, context) -> new Engagement.Group(
                        row.getBoolean("opened"),
                        row.getBoolean("clicked"),
                        row.getBoolean("converted"),
                        row.getLong("emails"),
                        row.getLong("openings")))
                .list();
        return new Engagement(groups, groups.isEmpty() ? Engagement.Times.NONE : times(client, span));
    }

    private static Engagement.Times times(ClientId client, LearningFacts.Span span) {
        String select = "select "
                + String.join(
                        ", ",
                        minutes("open", "to_open", ""),
                        minutes("click", "to_click", ""),
                        minutes("between", "open_to_click", ""),
                        minutes("won_open", "to_open", " filter (where converted)"),
                        minutes("won_click", "to_click", " filter (where converted)"))
                + " from mail";
        return of(client, span, MAIL + select)
                .map((row, context) -> new Engagement.Times(
                        minutes(row, "open"),
                        minutes(row, "click"),
                        minutes(row, "between"),
                        minutes(row, "won_open"),
                        minutes(row, "won_click")))
                .one();
    }

    private static String minutes(String name, String of, String which) {
        return "count(" + of + ")" + which + ' ' + name + "_n, coalesce(sum(" + of + ")" + which + ", 0) " + name
                + "_sum,"
                + " percentile_disc(0.5) within group (order by " + of + ")" + which + ' ' + name + "_median,"
                + " percentile_disc(0.8) within group (order by " + of + ")" + which + ' ' + name + "_most";
    }

    private static Minutes minutes(ResultSet row, String name) throws SQLException {
        return new Minutes(
                row.getLong(name + "_n"),
                row.getLong(name + "_sum"),
                Rows.intOrNull(row, name + "_median"),
                Rows.intOrNull(row, name + "_most"));
    }

    @Override
    public Conversations conversations(ClientId client, LearningFacts.Span span) {
        Map<String, Map<String, Long>> sentiments = sentiments(client, span);
        List<Conversations.OnChannel> channels = of(client, span, SAID + """
            select t.channel, count(*) threads, sum(s.messages) messages, sum(s.theirs) theirs, sum(s.answered) answered,
                   sum(s.minutes) minutes, count(*) filter (where t.converted) converted
              from spoken s join thread t on t.id = s.thread_id group by t.channel
            """)
                .map((row, context) -> new Conversations.OnChannel(
                        Rows.text(row, "channel"),
                        row.getLong("threads"),
                        row.getLong("messages"),
                        row.getLong("theirs"),
                        row.getLong("answered"),
                        row.getLong("minutes"),
                        row.getLong("converted"),
                        sentiments.getOrDefault(Rows.text(row, "channel"), Map.of())))
                .list();
        return new Conversations(channels, channels.isEmpty() ? List.of() : reactions(client, span));
    }

    private static Map<String, Map<String, Long>> sentiments(ClientId client, LearningFacts.Span span) {
        Map<String, Map<String, Long>> sentiments = new HashMap<>();
        of(client, span, SAID + """
            select t.channel, p.sentiment, count(*) replies
              from spoken s
              join thread t on t.id = s.thread_id
              join reply p on p.client_id = :client and p.thread_id = s.thread_id and p.sentiment is not null
                   and coalesce(p.corrected_intent, p.intent) not in ('out_of_office', 'auto_reply')
             group by 1, 2
            """)
                .map((row, context) -> sentiments
                        .computeIfAbsent(Rows.text(row, "channel"), none -> new HashMap<>())
                        .put(Rows.text(row, "sentiment"), row.getLong("replies")))
                .list();
        return sentiments;
    }

    private static List<Conversations.Reaction> reactions(ClientId client, LearningFacts.Span span) {
        List<Conversations.Wait> waits = List.of(Conversations.Wait.values());
        List<Long> bounds = new ArrayList<>(List.of(0L));
        waits.subList(0, waits.size() - 1).forEach(wait -> bounds.add(wait.below()));
        return of(client, span, SAID + """
            select width_bucket(floor(extract(epoch from r.at - s.first_word) / 60)::bigint, :bounds::bigint[]) bucket,
                   count(*) threads, count(*) filter (where t.converted) converted
              from spoken s
              join thread t on t.id = s.thread_id
             cross join lateral (select min(o.at) at from said o
                                  where o.thread_id = s.thread_id and o.direction = 'out' and o.at > s.first_word) r
             where r.at is not null
             group by 1
            """)
                .bind("bounds", bounds.toArray(Long[]::new))
                .map((row, context) -> new Conversations.Reaction(
                        waits.get(row.getInt("bucket") - 1), row.getLong("threads"), row.getLong("converted")))
                .list();
    }

    private static Query of(ClientId client, LearningFacts.Span span, String sql) {
        return Db.query(sql).bind("client", client).bind("from", span.from()).bind("until", span.until());
    }
}
