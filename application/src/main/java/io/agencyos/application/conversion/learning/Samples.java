package io.agencyos.application.conversion.learning;

import io.agencyos.domain.conversion.detect.Dimension;
import io.agencyos.domain.conversion.detect.How;
import io.agencyos.domain.conversion.detect.Sample;
import io.agencyos.domain.conversion.detect.Timing;
import io.agencyos.domain.conversion.detect.What;
import io.agencyos.domain.conversion.detect.When;
import io.agencyos.domain.conversion.detect.Who;
import io.agencyos.domain.conversion.kernel.Bars;
import io.agencyos.domain.conversion.kernel.CampaignStrata;
import io.agencyos.domain.conversion.kernel.Cell;
import io.agencyos.domain.shared.ClientId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The counts of one cut-off, as the detectors take them. */
record Samples(
        Windows.Window leads,
        LearningFacts.Totals leadTotals,
        Map<String, List<Cell>> leadCells,
        Windows.Window touches,
        LearningFacts.Totals touchTotals,
        Map<String, List<Cell>> touchCells) {

    /** Not a dimension that is compared: touches per touch number, and bookings per channel. */
    static final String TOUCH_NO = "touch_no";

    static final String BOOKED_BY = "booked_channel";

    private static final List<String> WHO =
            List.of(Who.TITLE, Who.SENIORITY, Who.INDUSTRY, Who.SIZE, Who.STATE, Who.SOURCE, Who.EMAIL_STATUS);

    static Samples of(LearningFacts facts, ClientId client, Instant cutOff) {
        Windows.Window leads = Windows.of(facts, client, LearningFacts.Unit.LEAD, cutOff);
        Windows.Window touches = Windows.of(facts, client, LearningFacts.Unit.TOUCH, cutOff);
        return new Samples(
                leads,
                facts.totals(client, LearningFacts.Unit.LEAD, leads.span()),
                cells(facts.counts(client, LearningFacts.Unit.LEAD, leads.span())),
                touches,
                facts.totals(client, LearningFacts.Unit.TOUCH, touches.span()),
                cells(facts.counts(client, LearningFacts.Unit.TOUCH, touches.span())));
    }

    private static Map<String, List<Cell>> cells(List<LearningFacts.Counted> counts) {
        Map<String, List<Cell>> cells = new TreeMap<>();
        counts.forEach(each ->
                cells.computeIfAbsent(each.dimension(), _ -> new ArrayList<>()).add(each.cell()));
        return cells;
    }

    Sample who() {
        return leadSample(name -> WHO.contains(name) || Who.SIGNALS.contains(name), false);
    }

    Sample how() {
        return leadSample(
                name -> List.of(How.FIRST, How.SEQUENCE, How.CHANNELS).contains(name)
                        || name.startsWith(How.CHANNEL + ":")
                        || name.startsWith(How.TIER_FIRST + ":"),
                true);
    }

    Sample what() {
        return touchSample(
                name -> List.of(What.TEMPLATE, What.MODEL, What.PROMPT).contains(name));
    }

    Sample when() {
        return touchSample(name -> List.of(When.DAY, When.HOUR, When.TIMEZONE).contains(name));
    }

    /** Conversions per channel that they are credited to. */
    Map<String, Long> bookings() {
        Map<String, Long> bookings = new HashMap<>();
        touchCells.getOrDefault(BOOKED_BY, List.of()).stream()
                .filter(cell -> cell.k() > 0)
                .forEach(cell -> bookings.merge(cell.segment(), cell.k(), Long::sum));
        return bookings;
    }

    Timing timing(Map<Integer, Long> daysToConvert) {
        Map<Integer, long[]> perNumber = new TreeMap<>();
        touchCells.getOrDefault(TOUCH_NO, List.of()).forEach(cell -> {
            long[] count = perNumber.computeIfAbsent(Integer.valueOf(cell.segment()), _ -> new long[2]);
            count[0] += cell.n();
            count[1] += cell.k();
        });
        return new Timing(
                perNumber.entrySet().stream()
                        .map(each -> new Timing.Hazard(each.getKey(), each.getValue()[0], each.getValue()[1]))
                        .toList(),
                daysToConvert);
    }

    private Sample leadSample(Predicate<String> names, boolean byCampaign) {
        return new Sample(
                leadTotals.units(),
                leadTotals.conversions(),
                leads.days(),
                dimensions(leadCells, names, byCampaign, leadTotals.units(), Bars.LEADS));
    }

    private Sample touchSample(Predicate<String> names) {
        return new Sample(
                touchTotals.units(),
                touchTotals.conversions(),
                touches.days(),
                dimensions(touchCells, names, false, touchTotals.units(), Bars.TOUCHES));
    }

    private static List<Dimension> dimensions(
            Map<String, List<Cell>> cells, Predicate<String> names, boolean byCampaign, long all, Bars bars) {
        return cells.entrySet().stream()
                .filter(each -> names.test(each.getKey()))
                .map(each -> new Dimension(
                        each.getKey(),
                        byCampaign ? CampaignStrata.pooled(each.getValue()) : each.getValue(),
                        each.getValue().stream().mapToLong(Cell::n).sum(),
                        all,
                        bars))
                .toList();
    }
}
