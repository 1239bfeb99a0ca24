package io.agencyos.adapters.out.postgres.conversion;

import io.agencyos.application.conversion.learning.store.LearningFacts.Unit;
import io.agencyos.domain.conversion.detect.LengthBin;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The statements that make facts of touches and count them in the same breath. */
final class TouchTaking {

    private static final String DUE_COLUMNS = """
        t.id, t.sent_at, t.lead_id, t.campaign_id, t.sequence_version, t.step_no, t.enrolment_id, t.channel, t.touch_no,
                   t.lead_tier, t.local_dow, t.local_hour, t.lead_tz, t.zone_assumed, t.content_template_id, t.ai_model, t.prompt_version,
                   t.timing_basis, t.word_count, t.char_count, t.link_count, t.cta, t.cta_type, t.subject_patterns,
                   t.pain_points, t.angles, t.personalisation\
        """;

    private static final String IS_UNIT = "t.origin = 'sequence' and not t.is_test and " + Arrived.longAgo("t");

    /** Facts are bounded by time like their touches, or years of them would be read to tell which are there. */
    private static final String DUE_TOUCHES = """
        due as (
            select %1$s from touch t
             where t.client_id = :client and t.sent_at >= :since and t.sent_at < :until
               and %2$s
               and not exists (select from cis_touch_fact f
                                where f.client_id = :client and f.sent_at >= :since and f.sent_at < :until and f.sent_at = t.sent_at
                                  and f.touch_id = t.id)),
        planned as materialized (
            select t.*, coalesce(ec.channels, '{*}') chosen
              from due t
              left join enrolment_channels ec on ec.client_id = :client and ec.enrolment_id = t.enrolment_id),
        gap as materialized (
            select p.*, next.bucket
              from (select distinct campaign_id, sequence_version, step_no, chosen from planned) p
             cross join lateral (
                   select (array['1', '2', '3', '4-5', '4-5', '6-7', '6-7', '8-14', '8-14', '8-14', '8-14', '8-14',
                                 '8-14', '8-14'])[later.day_offset - this.day_offset] bucket
                     from campaign_step this
                     join campaign_step later on later.client_id = :client and later.campaign_id = this.campaign_id
                          and later.sequence_version = this.sequence_version and later.step_no > this.step_no
                          and (p.chosen = '{*}' or later.channel = any (p.chosen))
                    where this.client_id = :client and this.campaign_id = p.campaign_id
                      and this.sequence_version = p.sequence_version and this.step_no = p.step_no
                    order by later.step_no limit 1) next)
        """.formatted(DUE_COLUMNS, IS_UNIT);

    /** Nobody else inserts meanwhile, as the client's facts are locked. */
    private static final String NEW = """
        insert into cis_touch_fact (client_id, sent_at, touch_id, lead_id, month, campaign_id, channel,
               prev_channel, touch_no, tier, day_index, hour, timezone, template, model, prompt, next_gap_bucket,
               timing_basis, length_bin, link_count, cta, cta_type, flags, calm, y, y28, created_at, updated_at)
        select :client, t.sent_at, t.id, t.lead_id, to_char(t.sent_at at time zone :zone, 'YYYY-MM'), t.campaign_id,
               t.channel, coalesce((%3$s), (%4$s)), t.touch_no, t.lead_tier, t.local_dow - 1, t.local_hour,
               case when not t.zone_assumed then t.lead_tz end,
               t.content_template_id, t.ai_model, t.prompt_version, gap.bucket,
               t.timing_basis, case t.channel %1$s end, t.link_count, t.cta, t.cta_type,
               case when t.word_count is not null then %2$s end,
               to_char(t.sent_at at time zone coalesce(t.lead_tz, :zone), 'MMDD') between '0111' and '1219',
               coalesce(first.touch_id = t.id, false),
               coalesce(first.occurred_at <= t.sent_at + interval '28 days', false), :now, :now
          from planned t
          join lead l on l.client_id = :client and l.id = t.lead_id and l.deleted_at is null
          left join booked first on first.lead_id = t.lead_id
          left join gap on gap.campaign_id = t.campaign_id and gap.sequence_version = t.sequence_version
               and gap.step_no = t.step_no and gap.chosen = t.chosen
         where first.occurred_at is null or t.sent_at < first.occurred_at
        returning *
        """.formatted(
                    lengths(),
                    flags(),
                    before("e.sent_at < :until and e.sent_at >= :recently"),
                    before("e.sent_at < :recently"));

    /** Facts of leads whose bookings changed; a touch sent after the booking that stands now is left as it was. */
    private static final String CORRECTED = """
        was as (
            select f.sent_at, f.touch_id, f.y, f.y28, coalesce(first.touch_id = f.touch_id, false) now_y,
                   coalesce(first.occurred_at <= f.sent_at + interval '28 days', false) now_y28
              from cis_touch_fact f
              join touch t on t.client_id = :client and t.sent_at = f.sent_at and t.id = f.touch_id
              join lead l on l.client_id = :client and l.id = f.lead_id and l.deleted_at is null
              left join booked first on first.lead_id = f.lead_id
             where f.client_id = :client and f.lead_id = any (:rebooked) and %s
               and (first.occurred_at is null or f.sent_at < first.occurred_at)),
        moved as (
            update cis_touch_fact f
               set y = was.now_y, y28 = was.now_y28, updated_at = :now, row_version = f.row_version + 1
              from was
             where f.client_id = :client and f.sent_at = was.sent_at and f.touch_id = was.touch_id
               and (f.y, f.y28) is distinct from (was.now_y, was.now_y28)
            returning f.*, was.y was_y, was.y28 was_y28)
        """.formatted(IS_UNIT);

    /** New facts; says how many. */
    static final String TAKE = "with " + StandingBookings.BOOKED + "," + DUE_TOUCHES + ", moved as (" + NEW + "),"
            + counted("select m.*, 1 n, m.y::int k, m.y28::int k28 from moved m");

    /** Corrected facts; says how many. */
    static final String CORRECT = "with " + StandingBookings.BOOKED + "," + CORRECTED + ","
            + counted("select m.*, 0 n, m.y::int - m.was_y::int k, m.y28::int - m.was_y28::int k28 from moved m");

    private TouchTaking() {}

    /** The channel of the last touch before one that arrived, as far as it was sent when it says. */
    private static String before(String when) {
        return """
            select e.channel from touch e
             where e.client_id = :client and e.lead_id = t.lead_id and e.origin = 'sequence' and e.sent_at < t.sent_at
               and %s and %s
             order by e.sent_at desc, e.id desc limit 1\
            """.formatted(when, Arrived.longAgo("e"));
    }

    private static String counted(String facts) {
        return "told as materialized (" + facts + "), "
                + FactCounting.cells(Unit.TOUCH, "told")
                + ", "
                + FactCounting.cells(Unit.GAP, "told")
                + """
                , cell as materialized (
                    select 'touch' unit, c.* from touch_cell c
                    union all
                    select 'gap' unit, c.* from gap_cell c), \
                """
                + FactCounting.added("cell")
                + " select count(*) from moved";
    }

    /** What a text has, each with what it is; put together as one line, as a list a question took longer than all else. */
    private static String flags() {
        return Stream.of(
                        named("subject_pattern", "case when t.channel = 'email' then t.subject_patterns end"),
                        named("pain_point", "t.pain_points"),
                        named("angle", "t.angles"),
                        named("personalization", "t.personalisation"),
                        "case when t.link_count > 0 then 'links' end")
                .collect(Collectors.joining(", ", "string_to_array(concat_ws(chr(31), ", "), chr(31))"));
    }

    /** The elements of a list of words, each led by what they are; null of an empty list. */
    private static String named(String what, String list) {
        return "'%1$s:' || nullif(array_to_string(%2$s, chr(31) || '%1$s:'), '')".formatted(what, list);
    }

    private static String lengths() {
        return LengthBin.CHANNELS.stream()
                .map(channel -> "when '%s' then (array[%s])[width_bucket(%s, array[%s])]"
                        .formatted(
                                channel,
                                bins(channel, bin -> '\'' + bin.key() + '\''),
                                channel.equals("sms") ? "t.char_count" : "t.word_count",
                                bins(channel, bin -> String.valueOf(bin.least()))))
                .collect(Collectors.joining(" "));
    }

    private static String bins(String channel, Function<LengthBin, String> part) {
        return LengthBin.bins(channel).stream().map(part).collect(Collectors.joining(", "));
    }
}
