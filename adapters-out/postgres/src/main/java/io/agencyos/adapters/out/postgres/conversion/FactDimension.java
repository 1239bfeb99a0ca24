package io.agencyos.adapters.out.postgres.conversion;

import java.util.Arrays;
import java.util.List;

/**
 * What is compared of a fact, and within which strata, in columns of the pass that counts it.
 *
 * @param name of the dimension, in SQL; where it is null the fact is in none
 * @param value of the fact; where it is null the fact is not counted
 * @param stratum of the fact, in SQL
 */
record FactDimension(String name, String value, String stratum) {

    private static final String NONE = "''";
    private static final String PLAN = "plan";
    private static final String MIX = "mix";

    /** All facts. */
    static final FactDimension TOTALS = of("", "''", NONE);

    /** Flags as they are set, and all facts whose flags are known; the rest of a flag is told apart later. */
    static final String FLAGGED = "flag";

    static final String FLAGGABLE = "text";

    /** In the pass of the same words: columns that are dimensions by themselves, within months. */
    static List<FactDimension> byMonth(String... columns) {
        return Arrays.stream(columns).map(column -> of(column, column, "month")).toList();
    }

    /** Columns that are dimensions by themselves, within channel, touch, tier and month. */
    static List<FactDimension> byMix(String... columns) {
        return Arrays.stream(columns)
                .map(column -> of(column, column + "::text", MIX))
                .toList();
    }

    static final List<FactDimension> OF_PLANS = List.of(
            TOTALS,
            of("first_channel", "plan_channels[1]", PLAN),
            of("multi_channel", """
                case when cardinality(plan_channels) = 0 then null
                     when exists (select from unnest(plan_channels) c where c <> plan_channels[1]) then 'multi'
                     else 'single' end\
                """, PLAN),
            of("sequence", """
                case when cardinality(plan_channels) >= 2 then array_to_string(array[plan_channels[1], plan_channels[2], plan_channels[3]], '→') end\
                """, PLAN),
            of("channel_basis", "channel_basis", NONE),
            of("landmark", "landmark", PLAN),
            new FactDimension("'tier_first:' || tier", "plan_channels[1]", PLAN),
            contains("email"),
            contains("linkedin"),
            contains("voice"),
            contains("sms"),
            contains("mail"));

    static final List<FactDimension> OF_SHAPES = List.of(
            of("link_count", "link_count::text", MIX),
            new FactDimension("'length:' || channel", "length_bin", MIX),
            of(FLAGGABLE, "case when flagged then '' end", MIX));

    static final List<FactDimension> OF_TURNS = List.of(
            TOTALS,
            of("transition", "prev_channel || '→' || channel", "plan_mix"),
            of("timing_basis", "timing_basis", NONE),
            of("touch_no", "touch_no::text", NONE),
            of("booked_channel", "channel", NONE));

    static final List<FactDimension> OF_GAPS = List.of(
            TOTALS, new FactDimension("case when touch_no <= 5 then 'gap:' || touch_no end", "next_gap_bucket", MIX));

    static FactDimension of(String name, String value, String stratum) {
        return new FactDimension("'" + name + "'", value, stratum);
    }

    /** Flags have no null among them. */
    static FactDimension flag() {
        return of(FLAGGED, FLAGGED, MIX);
    }

    private static FactDimension contains(String channel) {
        return of(
                "channel:" + channel,
                "case when '%s' = any (plan_channels) then 'with' else 'without' end".formatted(channel),
                PLAN);
    }

    /** Its cells, from the counts of a pass. */
    String cells(String pass) {
        return """
            select slot, %1$s dimension, %2$s "value", %3$s stratum, sum(n)::int n, sum(k)::int k
              from %4$s
             where (%2$s) is not null and (%1$s) is not null
             group by 1, 2, 3, 4
            """.formatted(name, value, stratum, pass);
    }
}
