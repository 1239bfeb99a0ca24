package io.agencyos.adapters.in.rest.conversion;

import static java.util.Comparator.comparing;

import io.agencyos.adapters.in.rest.conversion.FigureViews.ChannelView;
import io.agencyos.adapters.in.rest.conversion.FigureViews.TotalsView;
import io.agencyos.application.conversion.FunnelCounts;
import io.agencyos.application.conversion.report.Figures;
import io.agencyos.application.conversion.report.ReadReports;
import io.agencyos.domain.shared.Channel;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One campaign in all of it, as the API writes it. Source: api 9.4. */
final class MetricsViews {

    private MetricsViews() {}

    /**
     * One step of the sequence, on one channel.
     *
     * @param channel the channel whose touches are counted
     * @param sent messages that left
     * @param opened of these, those that were opened; null on a channel that does not tell
     * @param replied messages that were replied to
     * @param refused times that the step was given up in these days, so that nothing of it is sent any more
     */
    record StepView(
            int stepNumber,
            Channel channel,
            int sent,
            @Nullable Integer opened,
            int replied,
            int refused) {

        private record Place(int stepNumber, Channel channel) {}

        /** A line for each step and channel of which anything was sent or refused, in their order. */
        static List<StepView> of(ReadReports.Metrics report) {
            Map<Place, StepView> lines =
                    new TreeMap<>(comparing(Place::stepNumber).thenComparing(Place::channel));
            Stream.concat(
                            report.steps().stream().map(StepView::sent),
                            report.refused().stream().map(StepView::refused))
                    .forEach(line -> lines.merge(new Place(line.stepNumber, line.channel), line, StepView::plus));
            return List.copyOf(lines.values());
        }

        private static StepView sent(Figures.Sent line) {
            return new StepView(
                    Integer.parseInt(line.key()),
                    line.channel(),
                    line.sent(),
                    line.channel() == Channel.EMAIL ? line.opened() : null,
                    line.replied(),
                    0);
        }

        private static StepView refused(Figures.Refused line) {
            return new StepView(
                    line.stepNo(), line.channel(), 0, line.channel() == Channel.EMAIL ? 0 : null, 0, line.count());
        }

        private StepView plus(StepView other) {
            return new StepView(
                    stepNumber,
                    channel,
                    sent + other.sent,
                    opened == null || other.opened == null ? null : opened + other.opened,
                    replied + other.replied,
                    refused + other.refused);
        }
    }

    /**
     * One campaign in all of it.
     *
     * @param channels the same for each channel
     * @param funnel how far the leads came that were enrolled in these days
     * @param steps the steps of the sequence, by number and channel
     */
    record MetricsView(
            LocalDate from,
            LocalDate to,
            TotalsView totals,
            List<ChannelView> channels,
            List<ReportRoutes.StepView> funnel,
            List<StepView> steps) {

        static final MetricsView EXAMPLE = new MetricsView(
                FigureViews.FIRST,
                FigureViews.LAST,
                TotalsView.EXAMPLE,
                List.of(ChannelView.EXAMPLE),
                ReportRoutes.FunnelView.EXAMPLE.steps(),
                List.of(new StepView(1, Channel.EMAIL, 100, 38, 7, 3)));

        static MetricsView of(ReadReports.Metrics report, FunnelCounts.Report funnel) {
            return new MetricsView(
                    report.summary().days().from(),
                    report.summary().days().to(),
                    TotalsView.of(report.summary().totals()),
                    ChannelView.of(report.summary().channels()),
                    ReportRoutes.steps(funnel),
                    StepView.of(report));
        }
    }
}
