package io.agencyos.application.conversion.learning;

import io.agencyos.application.conversion.learning.store.LearningFacts;
import io.agencyos.application.conversion.learning.store.Windows;
import io.agencyos.domain.conversion.detect.Dimension;
import io.agencyos.domain.conversion.detect.How;
import io.agencyos.domain.conversion.detect.Sample;
import io.agencyos.domain.conversion.detect.Steered;
import io.agencyos.domain.conversion.detect.Timing;
import io.agencyos.domain.conversion.detect.What;
import io.agencyos.domain.conversion.detect.When;
import io.agencyos.domain.conversion.detect.Who;
import io.agencyos.domain.conversion.kernel.Bars;
import io.agencyos.domain.conversion.kernel.CampaignStrata;
import io.agencyos.domain.conversion.kernel.Cell;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The counts of one cut-off, as the detectors take them. */
record Samples(Counts leads, Counts touches, Counts gaps, Counts meetings) {

    /** Everything that is counted of one unit, cells by dimension. */
    record Counts(Windows.Window window, LearningFacts.Totals totals, Map<String, List<Cell>> cells) {

        private static Counts of(LearningFacts facts, ClientId client, LearningFacts.Unit unit, Windows.Window window) {
            Map<String, List<Cell>> cells = new TreeMap<>();
            facts.counts(client, unit, window.span())
                    .forEach(each -> cells.computeIfAbsent(each.dimension(), _ -> new ArrayList<>())
                            .add(each.cell()));
            return new Counts(window, facts.totals(client, unit, window.span()), cells);
        }

        private Sample sample(List<Dimension> dimensions) {
            return new Sample(totals.units(), totals.conversions(), window.days(), dimensions);
        }

        private List<Dimension> dimensions(Predicate<String> names, boolean byCampaign, Bars bars) {
            return cells.entrySet().stream()
                    .filter(each -> names.test(each.getKey()))
                    .map(each -> new Dimension(
                            each.getKey(),
                            byCampaign ? CampaignStrata.pooled(each.getValue()) : each.getValue(),
                            each.getValue().stream().mapToLong(Cell::n).sum(),
                            totals.units(),
                            bars))
                    .toList();
        }
    }

    /** Not a dimension that is compared: touches per touch number, and bookings per channel. */
    static final String TOUCH_NO = "touch_no";

    static final String BOOKED_BY = "booked_channel";
    private static final String TIMING_BASIS = "timing_basis";
    private static final String CHANNEL_BASIS = "channel_basis";

    private static final List<String> WHO =
            List.of(Who.TITLE, Who.SENIORITY, Who.INDUSTRY, Who.SIZE, Who.STATE, Who.SOURCE, Who.EMAIL_STATUS);

    private static final Set<String> WHAT =
            Set.of(What.TEMPLATE, What.MODEL, What.PROMPT, What.CTA, What.CTA_TYPE, What.LINKS, What.LINK_COUNT);
    private static final Set<String> WHAT_GROUPS =
            Set.of(What.SUBJECT, What.PAIN_POINT, What.ANGLE, What.PERSONALIZATION, What.LENGTH);
    private static final Set<String> WHEN = Set.of(When.DAY, When.HOUR, When.TIMEZONE);
    private static final Set<String> HOW = Set.of(How.FIRST, How.SEQUENCE, How.CHANNELS, How.LANDMARK);
    private static final Set<String> HOW_GROUPS = Set.of(How.CHANNEL, How.TIER_FIRST);

    static Samples of(LearningFacts facts, ClientId client, Windows windows, Instant cutOff) {
        return new Samples(
                adaptive(facts, client, windows, LearningFacts.Unit.LEAD, cutOff),
                adaptive(facts, client, windows, LearningFacts.Unit.TOUCH, cutOff),
                adaptive(facts, client, windows, LearningFacts.Unit.GAP, cutOff),
                Counts.of(
                        facts,
                        client,
                        LearningFacts.Unit.MEETING,
                        windows.window(LearningFacts.Unit.MEETING, cutOff, Windows.OF_MEETINGS)));
    }

    private static Counts adaptive(
            LearningFacts facts, ClientId client, Windows windows, LearningFacts.Unit unit, Instant cutOff) {
        return Counts.of(facts, client, unit, windows.of(facts, client, unit, cutOff));
    }

    private static String group(String dimension) {
        int colon = dimension.indexOf(':');
        return colon < 0 ? "" : dimension.substring(0, colon);
    }

    Sample who() {
        return leads.sample(
                leads.dimensions(name -> WHO.contains(name) || Who.SIGNALS.contains(name), false, Bars.LEADS));
    }

    Sample how() {
        List<Dimension> dimensions = new ArrayList<>(
                leads.dimensions(name -> HOW.contains(name) || HOW_GROUPS.contains(group(name)), true, Bars.LEADS));
        dimensions.addAll(touches.dimensions(How.TRANSITION::equals, true, Bars.TOUCHES));
        return leads.sample(dimensions);
    }

    Sample what() {
        return touches.sample(touches.dimensions(
                name -> WHAT.contains(name) || WHAT_GROUPS.contains(group(name)), false, Bars.TOUCHES));
    }

    Sample when() {
        List<Dimension> dimensions = new ArrayList<>(touches.dimensions(WHEN::contains, false, Bars.TOUCHES));
        dimensions.addAll(gaps.dimensions(name -> group(name).equals(When.GAP), false, Bars.TOUCHES));
        return touches.sample(dimensions);
    }

    /** Whether meetings are held. */
    Sample showRate() {
        return meetings.sample(meetings.dimensions(_ -> true, false, Bars.FUNNEL));
    }

    /** Conversions per channel that they are credited to. */
    Map<String, Long> bookings() {
        Map<String, Long> bookings = new HashMap<>();
        touches.cells().getOrDefault(BOOKED_BY, List.of()).stream()
                .filter(cell -> cell.k() > 0)
                .forEach(cell -> bookings.merge(cell.segment(), cell.k(), Long::sum));
        return bookings;
    }

    Timing timing(Map<Integer, Long> daysToConvert) {
        Map<Integer, long[]> perNumber = new TreeMap<>();
        touches.cells().getOrDefault(TOUCH_NO, List.of()).forEach(cell -> {
            long[] count = perNumber.computeIfAbsent(Integer.valueOf(cell.segment()), _ -> new long[2]);
            count[0] += cell.n();
            count[1] += cell.k();
        });
        return new Timing(
                perNumber.entrySet().stream()
                        .map(each -> new Timing.Hazard(each.getKey(), each.getValue()[0], each.getValue()[1]))
                        .toList(),
                daysToConvert,
                steered(touches, TIMING_BASIS));
    }

    /** Leads by what their channels were ordered by. */
    List<Steered> orders() {
        return steered(leads, CHANNEL_BASIS);
    }

    private static List<Steered> steered(Counts counts, String dimension) {
        return counts.cells().getOrDefault(dimension, List.of()).stream()
                .map(cell -> new Steered(cell.segment(), cell.n(), cell.k()))
                .toList();
    }
}
