package io.agencyos.adapters.out.postgres.conversion;

import io.agencyos.application.conversion.learning.store.LearningFacts.Unit;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Facts grouped once by columns that go together, from which each of their dimensions is added up. Grouping the facts once a
 * dimension took twice as long, spreading each fact over its dimensions ten times.
 *
 * @param name of the pass in the statement
 * @param columns of the fact {@code f} that it groups by
 * @param from beyond the facts
 */
record FactPass(String name, List<String> columns, String from, List<FactDimension> dimensions) {

    /** A lead by the columns of its fact, strata put into words once. */
    private static final String LEAD = """
        f.month, concat_ws('|', f.campaign_id, coalesce(f.tier, ''), f.month) plan, f.tier, f.title, f.seniority, f.industry,
        f.size_band, f.state, f.source, f.email_status,
        case when f.new_role then 'with' when not f.new_role then 'without' end new_role,
        case when f.hiring then 'with' when not f.hiring then 'without' end hiring,
        case when f.funded then 'with' when not f.funded then 'without' end funded,
        f.plan_channels, f.channel_basis, f.landmark\
        """;

    private static final String TOUCH = """
        concat_ws('|', f.channel, least(f.touch_no, 4), coalesce(f.tier, ''), f.month) mix,
        concat_ws('|', f.campaign_id, least(f.touch_no, 4), coalesce(f.tier, ''), f.month) plan_mix,
        f.channel, f.prev_channel, f.touch_no, f.timing_basis, case when f.calm then f.day_index end "day",
        case when f.calm then f.hour end "hour", f.timezone, f.template, f.model, f.prompt, f.cta, f.cta_type,
        least(f.link_count, 5) link_count, f.length_bin, f.flags is not null flagged, f.flags\
        """;

    private static final String GAP = """
        concat_ws('|', f.channel, least(f.touch_no, 4), coalesce(f.tier, ''), f.month) mix, f.touch_no, f.next_gap_bucket\
        """;

    private static final List<FactPass> OF_LEADS = List.of(
            byMonth("person", "seniority", "new_role", "hiring", "funded"),
            byMonth("work", "title"),
            byMonth("firm", "industry", "size_band"),
            byMonth("origin", "state", "source", "email_status"),
            new FactPass(
                    "planned",
                    List.of("plan", "tier", "plan_channels", "channel_basis", "landmark"),
                    "",
                    FactDimension.OF_PLANS));

    private static final List<FactPass> OF_TOUCHES = List.of(
            byMix("moment", "day", "hour", "timezone"),
            byMix("words", "template", "model", "prompt"),
            byMix("ask", "cta", "cta_type"),
            new FactPass(
                    "shape",
                    List.of("mix", "channel", "link_count", "length_bin", "flagged"),
                    "",
                    FactDimension.OF_SHAPES),
            new FactPass(
                    "turn",
                    List.of("plan_mix", "channel", "prev_channel", "touch_no", "timing_basis"),
                    "",
                    FactDimension.OF_TURNS),
            new FactPass(
                    "flagged",
                    List.of("mix", FactDimension.FLAGGED),
                    " cross join lateral unnest(f.flags) flags (%s)".formatted(FactDimension.FLAGGED),
                    List.of(FactDimension.flag())));

    private static final List<FactPass> OF_GAPS =
            List.of(new FactPass("planned", List.of("mix", "touch_no", "next_gap_bucket"), "", FactDimension.OF_GAPS));

    private static FactPass byMonth(String name, String... columns) {
        return new FactPass(name, with("month", columns), "", FactDimension.byMonth(columns));
    }

    private static FactPass byMix(String name, String... columns) {
        return new FactPass(name, with("mix", columns), "", FactDimension.byMix(columns));
    }

    private static List<String> with(String stratum, String... columns) {
        return Stream.concat(Stream.of(stratum), Stream.of(columns)).toList();
    }

    /**
     * Parts of a {@code with} that end in {@code <unit>_cell}: slot, dimension, value, stratum, n and k.
     *
     * @param facts a relation of facts with what each adds: {@code n} units, {@code k} conversions, and for touches
     *     {@code k28} conversions within 28 days
     * @param slot that each fact {@code f} is counted in, in SQL
     */
    static String cells(Unit unit, String facts, String slot) {
        String fact = unit.wire() + "_fact";
        String read = "%s as materialized (select %s slot, f.n, f.%s k, %s from %s f where %s)"
                .formatted(fact, slot, unit == Unit.GAP ? "k28" : "k", columns(unit), facts, unit(unit));
        String passes =
                of(unit).stream().map(pass -> ", " + pass.grouped(unit, fact)).collect(Collectors.joining());
        String cells = of(unit).stream()
                .flatMap(pass -> pass.dimensions().stream().map(each -> each.cells(pass.named(unit))))
                .collect(Collectors.joining(" union all "));
        return read + passes + ", " + unit.wire() + "_cell as (" + cells + ")";
    }

    private String named(Unit unit) {
        return unit.wire() + '_' + name;
    }

    private String grouped(Unit unit, String fact) {
        String by = columns.stream().map(column -> '"' + column + '"').collect(Collectors.joining(", "));
        return "%s as materialized (select slot, %2$s, sum(n)::int n, sum(k)::int k from %3$s f%4$s group by slot, %2$s)"
                .formatted(named(unit), by, fact, from);
    }

    private static List<FactPass> of(Unit unit) {
        return switch (unit) {
            case LEAD -> OF_LEADS;
            case TOUCH -> OF_TOUCHES;
            case GAP -> OF_GAPS;
            case MEETING -> throw notKept();
        };
    }

    private static String columns(Unit unit) {
        return switch (unit) {
            case LEAD -> LEAD;
            case TOUCH -> TOUCH;
            case GAP -> GAP;
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
        return unit == Unit.GAP ? "f.next_gap_bucket is not null" : "true";
    }

    private static IllegalArgumentException notKept() {
        return new IllegalArgumentException("meetings are too few to be kept as facts");
    }
}
