package io.agencyos.adapters.in.rest.conversion;

import io.agencyos.adapters.in.http.route.Call;
import io.agencyos.adapters.in.http.route.FieldError;
import io.agencyos.adapters.in.http.route.ProblemCode;
import io.agencyos.adapters.in.http.route.RateLimit;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.adapters.in.rest.platform.JobReplies;
import io.agencyos.adapters.in.rest.platform.JobViews;
import io.agencyos.application.conversion.report.ReportExport;
import io.agencyos.application.conversion.report.ReportKind;
import io.agencyos.application.platform.export.ExportOrder;
import io.agencyos.application.platform.export.SheetFormat;
import io.agencyos.application.platform.flow.StartRun;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.shared.id.CampaignId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reports as files. Source: api 9.9 {@code reports/exports}. */
public final class ReportExportRoutes implements RouteGroup {

    private static final int ACCEPTED = 202;
    private static final String BAD_SPAN = "The first day is not after the last, and a report covers at most 366 days.";

    private final StartRun start;

    public ReportExportRoutes(StartRun start) {
        this.start = start;
    }

    /**
     * Which report becomes a file.
     *
     * @param report which report becomes a file
     * @param from the first day, on the client's clock
     * @param to the last day
     * @param campaignId all campaigns without it
     */
    record Wanted(
            ReportKind report,
            SheetFormat format,
            LocalDate from,
            LocalDate to,
            @Nullable UUID campaignId) {

        static final Wanted EXAMPLE = new Wanted(
                ReportKind.DAILY, SheetFormat.XLSX, LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 30), null);

        ReportExport.Wanted wanted() {
            return new ReportExport.Wanted(report, from, to, campaignId == null ? null : new CampaignId(campaignId));
        }

        List<FieldError> faults() {
            return wanted().hasSpan() ? List.of() : List.of(FieldError.of("/to", "invalid_date_range", BAD_SPAN));
        }
    }

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(Route.post(
                        Route.C + "/reports/exports",
                        "A report as a CSV or XLSX file: a job whose notes name the address to fetch it; activities and"
                                + " audit are for admins")
                .tag("Reports")
                .role(Role.MEMBER)
                .idempotent()
                .limited(RateLimit.TRANSFER)
                .body(Wanted.class, Wanted.EXAMPLE)
                .rules(Wanted::faults)
                .answers(ACCEPTED, JobViews.Job.class, JobViews.JOB)
                .problems(ProblemCode.ALREADY_RUNNING, ProblemCode.BLOCKED)
                .handledBy(this::order));
    }

    private Reply<JobViews.Job> order(Call<Wanted> call) {
        ReportExport.Wanted wanted = call.body().wanted();
        Map<String, String> params = new TreeMap<>(wanted.params());
        params.put(ExportOrder.FORMAT, call.body().format().wire());
        String key = call.callerId() + " " + call.orderKey().orElseThrow();
        return JobReplies.of(
                start.start(call.scope(), StartRun.Request.ofItself(ReportExport.flowOf(wanted.report()), params, key)),
                call);
    }
}
