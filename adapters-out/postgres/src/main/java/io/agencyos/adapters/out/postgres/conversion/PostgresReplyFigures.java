package io.agencyos.adapters.out.postgres.conversion;

import static io.agencyos.adapters.out.postgres.conversion.PostgresFigures.over;

import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.conversion.report.Figures;
import io.agencyos.application.conversion.report.ReplyFigures;
import io.agencyos.domain.conversation.Intent;
import io.agencyos.domain.conversation.Objection;
import io.agencyos.domain.shared.Channel;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Figures of replies and of what was answered to them. */
public final class PostgresReplyFigures implements ReplyFigures {

    private static final String OF_CAMPAIGN = """
        join conversation_thread h on h.client_id = r.client_id and h.id = r.thread_id
                                  and (:campaign::uuid is null or h.campaign_id = :campaign)
        """;

    @Override
    public List<Counted> replies(Figures.Over over) {
        return over(
                        "select r.channel, coalesce(r.corrected_intent, r.intent) intent, r.objection, count(*)"
                                + " replies from reply r "
                                + OF_CAMPAIGN + """
                                 where r.client_id = :client and r.received_at >= :from and r.received_at < :until
                                 group by 1, 2, 3
                                """,
                        over)
                .map((row, context) -> new Counted(
                        Rows.word(row, "channel", Channel.class),
                        Rows.wordOrNull(row, "intent", Intent.class),
                        Rows.wordOrNull(row, "objection", Objection.class),
                        row.getInt("replies")))
                .list()
                .stream()
                .sorted(ORDER)
                .toList();
    }

    @Override
    public Answers answers(Figures.Over over) {
        return over("""
            with answer as (
                select extract(epoch from m.at - b.at) / 60 as minutes
                  from message m
                  join message b on b.client_id = m.client_id and b.thread_id = m.thread_id
                                and b.position = m.position - 1 and b.direction = 'in'
                  join conversation_thread h on h.client_id = m.client_id and h.id = m.thread_id
                 where m.client_id = :client and m.at >= :from and m.at < :until and m.direction = 'out'
                   and (:campaign::uuid is null or h.campaign_id = :campaign))
            select count(*) answers, percentile_cont(0.5) within group (order by minutes)::numeric median,
                   avg(minutes) mean,
                   count(*) filter (where minutes < 5) c0, count(*) filter (where minutes >= 5 and minutes < 30) c1,
                   count(*) filter (where minutes >= 30 and minutes < 60) c2,
                   count(*) filter (where minutes >= 60 and minutes < 240) c3,
                   count(*) filter (where minutes >= 240 and minutes < 1440) c4,
                   count(*) filter (where minutes >= 1440) c5
              from answer
            """, over)
                .map((row, context) -> new Answers(
                        row.getInt("answers"),
                        tenths(row.getBigDecimal("median")),
                        tenths(row.getBigDecimal("mean")),
                        List.of(
                                row.getInt("c0"),
                                row.getInt("c1"),
                                row.getInt("c2"),
                                row.getInt("c3"),
                                row.getInt("c4"),
                                row.getInt("c5"))))
                .one();
    }

    private static @Nullable BigDecimal tenths(@Nullable BigDecimal minutes) {
        return minutes == null ? null : minutes.setScale(1, RoundingMode.HALF_UP);
    }

    @Override
    public List<Question> questions(Figures.Over over, int limit) {
        return over("select lower(btrim(r.question)) as asked, count(*) times from reply r " + OF_CAMPAIGN + """
             where r.client_id = :client and r.received_at >= :from and r.received_at < :until
               and btrim(r.question) <> ''
             group by lower(btrim(r.question))
             order by times desc, lower(btrim(r.question)) collate "C"
             limit :limit
            """, over)
                .bind("limit", limit)
                .map((row, context) -> new Question(Rows.text(row, "asked"), row.getInt("times")))
                .list();
    }
}
