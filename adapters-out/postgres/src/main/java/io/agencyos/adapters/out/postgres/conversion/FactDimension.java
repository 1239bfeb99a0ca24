package io.agencyos.adapters.out.postgres.conversion;

import io.agencyos.application.conversion.learning.LearningFacts.Unit;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is compared of a fact, and within which strata, as columns of its table {@code f}. One GROUP BY a dimension, on the
 * columns as they are: a pass that spreads each fact over its dimensions first took ten times as long.
 *
 * @param name of the dimension, in SQL; where it is null the fact is in none
 * @param value of the fact; where it is null the fact is not counted
 * @param stratum of the fact, in SQL
 * @param from beyond the fact's table
 */
record FactDimension(String name, String value, String stratum, String from) {

    /** Strata, put into words once a fact and not once a dimension. */
    private static final String PLAN = "f.plan";

    private static final String MIX = "f.mix";
    private static final String PLAN_MIX = "f.plan_mix";
    private static final String NONE = "''";

    private static final String STRATA_OF_LEADS = "concat_ws('|', f.campaign_id, coalesce(f.tier, ''), f.month) plan";
    private static final String STRATA_OF_TOUCHES = """
        concat_ws('|', f.channel, least(f.touch_no, 4), coalesce(f.tier, ''), f.month) mix,
        concat_ws('|', f.campaign_id, least(f.touch_no, 4), coalesce(f.tier, ''), f.month) plan_mix\
        """;

    /** Flags as they are set, and all facts whose flags are known; the rest of a flag is told apart later. */
    static final String FLAGGED = "flag";

    static final String FLAGGABLE = "text";

    private static final FactDimension TOTALS = of("", "''", NONE);

    private static final List<FactDimension> OF_LEADS = Stream.of(
                    Stream.of(TOTALS),
                    Stream.of("title", "seniority", "industry", "size_band", "state", "source", "email_status")
                            .map(column -> of(column, "f." + column, "f.month")),
                    Stream.of("new_role", "hiring", "funded")
                            .map(column -> of(
                                    column,
                                    "case f.%s when true then 'with' when false then 'without' end".formatted(column),
                                    "f.month")),
                    Stream.of(
                            of("first_channel", "f.plan_channels[1]", PLAN),
                            of("multi_channel", """
                                case when cardinality(f.plan_channels) = 0 then null
                                     when exists (select from unnest(f.plan_channels) c where c <> f.plan_channels[1]) then 'multi'
                                     else 'single' end\
                                """, PLAN),
                            of("sequence", """
                                case when cardinality(f.plan_channels) >= 2 then array_to_string(array[f.plan_channels[1], f.plan_channels[2], f.plan_channels[3]], '→') end\
                                """, PLAN),
                            of("channel_basis", "f.channel_basis", NONE),
                            of("landmark", "f.landmark", PLAN),
                            new FactDimension("'tier_first:' || f.tier", "f.plan_channels[1]", PLAN, "")),
                    Stream.of("email", "linkedin", "voice", "sms", "mail")
                            .map(channel -> of(
                                    "channel:" + channel,
                                    "case when '%s' = any (f.plan_channels) then 'with' else 'without' end"
                                            .formatted(channel),
                                    PLAN)))
            .flatMap(all -> all)
            .toList();

    private static final List<FactDimension> OF_TOUCHES = List.of(
            TOTALS,
            of("day", "case when f.calm then f.day_index::text end", MIX),
            of("hour", "case when f.calm then f.hour::text end", MIX),
            of("timezone", "f.timezone", MIX),
            of("template", "f.template", MIX),
            of("model", "f.model", MIX),
            of("prompt", "f.prompt", MIX),
            of("cta", "f.cta", MIX),
            of("cta_type", "f.cta_type", MIX),
            of("link_count", "least(f.link_count, 5)::text", MIX),
            new FactDimension("'length:' || f.channel", "f.length_bin", MIX, ""),
            of("transition", "f.prev_channel || '→' || f.channel", PLAN_MIX),
            of("timing_basis", "f.timing_basis", NONE),
            of("touch_no", "f.touch_no::text", NONE),
            of("booked_channel", "f.channel", NONE),
            of(FLAGGABLE, "case when f.flags is not null then '' end", MIX),
            new FactDimension(
                    "'" + FLAGGED + "'", "flag.name", MIX, " cross join lateral unnest(f.flags) flag (name)"));

    private static final List<FactDimension> OF_GAPS = List.of(
            TOTALS,
            new FactDimension("case when f.touch_no <= 5 then 'gap:' || f.touch_no end", "f.next_gap_bucket", MIX, ""));

    private static FactDimension of(String name, String value, String stratum) {
        return new FactDimension("'" + name + "'", value, stratum, "");
    }

    /**
     * Counts the facts of one or two spans in every dimension. The facts are read once, and then counted once a dimension.
     *
     * @param slot that each fact is counted in, in SQL
     */
    static String counted(Unit unit, String slot) {
        return """
            with fact as materialized (
                select %1$s slot, f.*, %2$s
                  from %3$s f
                 where f.client_id = :client and (f.%4$s >= :from and f.%4$s < :until or f.%4$s >= :from2 and f.%4$s < :until2)
                   and %5$s)
            """.formatted(
                                slot,
                                unit == Unit.LEAD ? STRATA_OF_LEADS : STRATA_OF_TOUCHES,
                                table(unit),
                                at(unit),
                                unit(unit))
                + all(unit).stream().map(each -> each.sql(unit)).collect(Collectors.joining(" union all "));
    }

    private String sql(Unit unit) {
        return """
            select f.slot, %1$s dimension, %2$s "value", %3$s stratum, count(*) n, count(*) filter (where f.%4$s) k
              from fact f%5$s
             where (%2$s) is not null and (%1$s) is not null
             group by 1, 2, 3, 4
            """.formatted(name, value, stratum, converted(unit), from);
    }

    private static List<FactDimension> all(Unit unit) {
        return switch (unit) {
            case LEAD -> OF_LEADS;
            case TOUCH -> OF_TOUCHES;
            case GAP -> OF_GAPS;
            case MEETING -> throw notKept();
        };
    }

    static String table(Unit unit) {
        return switch (unit) {
            case LEAD -> "cis_lead_fact";
            case TOUCH, GAP -> "cis_touch_fact";
            case MEETING -> throw notKept();
        };
    }

    /** When a fact was exposed. */
    static String at(Unit unit) {
        return unit == Unit.LEAD ? "t1" : "sent_at";
    }

    static String converted(Unit unit) {
        return unit == Unit.GAP ? "y28" : "y";
    }

    /** Which facts are units at all. */
    static String unit(Unit unit) {
        return unit == Unit.GAP ? "next_gap_bucket is not null" : "true";
    }

    private static IllegalArgumentException notKept() {
        return new IllegalArgumentException("meetings are too few to be kept as facts");
    }
}
