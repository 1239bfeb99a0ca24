package io.agencyos.application.conversion.report;

import io.agencyos.application.conversion.FunnelCounts;
import io.agencyos.application.conversion.ReadTimeline;
import io.agencyos.application.conversion.Reports;
import io.agencyos.application.conversion.report.ReadReports.Span;
import io.agencyos.application.conversion.report.ReportExport.Wanted;
import io.agencyos.application.platform.ReadAudit;
import io.agencyos.application.platform.export.Cell;
import io.agencyos.application.platform.export.Sheet;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.deal.AttributionModel;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reports as tables: what the routes of the same names tell, counts instead of rates. Source: api 9.9. */
public final class ReportSheets {

    private static final List<String> SUMMARY = List.of("figure", "value");
    private static final List<String> DAILY = List.of("day", "sent", "delivered", "replies", "meetings_booked");
    private static final List<String> CHANNELS = List.of(
            "channel", "sent", "delivered", "opened", "clicked", "replied", "bounced", "unsubscribed", "converted");
    private static final List<String> FUNNEL =
            List.of("enrolled", "contacted", "delivered", "opened", "replied", "meetings", "showed");
    private static final List<String> ATTRIBUTION = List.of("model", "channel", "deals", "value_cents");
    private static final List<String> REPLIES = List.of("channel", "intent", "objection", "replies");
    private static final List<String> DEALS = List.of("figure", "reason", "stage", "deals", "value_cents");

    private final ReadReports reports;
    private final FunnelCounts funnels;
    private final RecordSheets records;

    public ReportSheets(ReadReports reports, FunnelCounts funnels, ReadTimeline timeline, ReadAudit audit) {
        this.reports = reports;
        this.funnels = funnels;
        this.records = new RecordSheets(reports, timeline, audit);
    }

    Sheet of(Wanted wanted) {
        Span span = new Span(wanted.from(), wanted.to(), wanted.campaign());
        return switch (wanted.report()) {
            case SUMMARY -> whole("summary", SUMMARY, scope -> summary(scope, span));
            case CAMPAIGNS -> whole("campaigns", campaignColumns(), scope -> campaigns(scope, span));
            case DAILY -> whole("daily", DAILY, scope -> daily(scope, span));
            case CHANNELS -> whole("channels", CHANNELS, scope -> channels(scope, span));
            case FUNNEL -> whole("funnel", FUNNEL, scope -> funnel(scope, span));
            case ATTRIBUTION -> whole("attribution", ATTRIBUTION, scope -> attribution(scope, span));
            case REPLIES -> whole("replies", REPLIES, scope -> replies(scope, span));
            case DEALS -> whole("deals", DEALS, scope -> deals(scope, span));
            case ACTIVITIES -> records.activities(wanted);
            case AUDIT -> records.audit(wanted);
        };
    }

    /** A report that is read at once. */
    @FunctionalInterface
    private interface Whole {

        List<List<Cell>> rows(TenantScope scope);
    }

    private static Sheet whole(String name, List<String> columns, Whole report) {
        return new Sheet(name, columns, (scope, place, ordered) -> Sheet.Part.last(report.rows(scope)));
    }

    private List<List<Cell>> summary(TenantScope scope, Span span) {
        ReadReports.Totals totals =
                reports.summary(scope, span, false).orElseThrow().totals();
        Figures.Result result = totals.result();
        return List.of(
                figure("sent", totals.sent()),
                figure("replies", totals.replies()),
                figure("contacted", result.contacted()),
                figure("replied", result.replied()),
                figure("converted", result.converted()),
                figure("meetings_booked", result.booked()),
                figure("showed", result.showed()),
                figure("no_shows", result.missed()),
                figure("attendance_unknown", result.unknown()),
                figure("deals_created", result.dealsMade()),
                figure("deals_won", result.dealsWon()),
                figure("won_value_cents", result.wonCents()));
    }

    private static List<Cell> figure(String name, long value) {
        return List.of(Cell.of(name), Cell.of(value));
    }

    private List<List<Cell>> daily(TenantScope scope, Span span) {
        return reports.daily(scope, span).orElseThrow().lines().stream()
                .map(day -> List.of(
                        Cell.told(day.day()),
                        Cell.of(day.sent()),
                        Cell.of(day.delivered()),
                        Cell.of(day.replies()),
                        Cell.of(day.meetingsBooked())))
                .toList();
    }

    private List<List<Cell>> channels(TenantScope scope, Span span) {
        return reports.channels(scope, span).orElseThrow().lines().stream()
                .map(line -> List.of(
                        Cell.of(line.sent().channel()),
                        Cell.of(line.sent().sent()),
                        Cell.of(line.sent().delivered()),
                        Cell.of(line.sent().opened()),
                        Cell.of(line.sent().clicked()),
                        Cell.of(line.sent().replied()),
                        Cell.of(line.sent().bounced()),
                        Cell.of(line.unsubscribed()),
                        Cell.of(line.converted())))
                .toList();
    }

    private FunnelCounts.Report counted(TenantScope scope, Span span) {
        return funnels.count(scope, new FunnelCounts.Span(span.from(), span.to(), span.campaign()))
                .orElseThrow();
    }

    private List<List<Cell>> funnel(TenantScope scope, Span span) {
        return counted(scope, span).total().map(ReportSheets::stages).stream().toList();
    }

    private static List<Cell> stages(Reports.Funnel funnel) {
        return List.of(
                Cell.of(funnel.enrolled()),
                Cell.of(funnel.contacted()),
                Cell.of(funnel.delivered()),
                Cell.of(funnel.opened()),
                Cell.of(funnel.replies()),
                Cell.of(funnel.meetings()),
                Cell.of(funnel.showed()));
    }

    private static List<String> campaignColumns() {
        return Stream.concat(Stream.of("campaign_id", "campaign"), FUNNEL.stream())
                .toList();
    }

    private List<List<Cell>> campaigns(TenantScope scope, Span span) {
        FunnelCounts.Report report = counted(scope, span);
        return report.funnels().stream()
                .map(funnel -> Stream.concat(
                                Stream.of(
                                        Cell.of(funnel.campaign().text()),
                                        Cell.of(report.campaigns().get(funnel.campaign()))),
                                stages(funnel).stream())
                        .toList())
                .toList();
    }

    private List<List<Cell>> attribution(TenantScope scope, Span span) {
        List<List<Cell>> rows = new ArrayList<>();
        for (AttributionModel model : AttributionModel.values()) {
            reports.revenue(scope, span, model)
                    .orElseThrow()
                    .lines()
                    .forEach(line -> rows.add(List.of(
                            Cell.of(model), Cell.of(line.channel()), Cell.of(line.deals()), Cell.of(line.cents()))));
        }
        return rows;
    }

    private List<List<Cell>> replies(TenantScope scope, Span span) {
        return reports.replies(scope, span).orElseThrow().counted().stream()
                .map(line -> List.of(
                        Cell.of(line.channel()),
                        Cell.of(line.intent()),
                        Cell.of(line.objection()),
                        Cell.of(line.replies())))
                .toList();
    }

    private List<List<Cell>> deals(TenantScope scope, Span span) {
        ReadReports.Deals deals = reports.deals(scope, span).orElseThrow();
        SaleFigures.Totals totals = deals.totals();
        List<List<Cell>> rows = new ArrayList<>();
        rows.add(sale("created", totals.made(), new Cell.Empty()));
        rows.add(sale("won", totals.won(), Cell.of(totals.wonCents())));
        rows.add(sale("lost", totals.lost(), new Cell.Empty()));
        rows.add(sale("pipeline", null, Cell.of(totals.pipelineCents())));
        deals.lost()
                .forEach(line -> rows.add(List.of(
                        Cell.of("lost_for"),
                        Cell.of(line.reason()),
                        Cell.of(line.stage()),
                        Cell.of(line.deals()),
                        Cell.of(line.cents()))));
        return rows;
    }

    private static List<Cell> sale(String figure, @Nullable Integer deals, Cell cents) {
        return List.of(Cell.of(figure), new Cell.Empty(), new Cell.Empty(), Cell.of(deals), cents);
    }
}
