package io.agencyos.adapters.in.rest.platform;

import io.agencyos.adapters.in.http.route.Call;
import io.agencyos.adapters.in.http.route.FieldError;
import io.agencyos.adapters.in.http.route.FileBody;
import io.agencyos.adapters.in.http.route.None;
import io.agencyos.adapters.in.http.route.Problem;
import io.agencyos.adapters.in.http.route.ProblemCode;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.adapters.in.rest.platform.JobViews.Job;
import io.agencyos.application.client.staff.StaffExport;
import io.agencyos.application.client.staff.StaffList;
import io.agencyos.application.platform.export.ExportOrder;
import io.agencyos.application.platform.export.FetchExport;
import io.agencyos.application.platform.export.SheetFormat;
import io.agencyos.application.platform.flow.RunPlatform;
import io.agencyos.application.platform.flow.run.Run;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.RunId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lists of the platform's staff as files. Source: api 9.17 {@code P/exports}. */
public final class StaffExportRoutes implements RouteGroup {

    private static final String TAG = "Platform";
    private static final String ALL = Route.P + "/exports";
    private static final int ACCEPTED = 202;

    private final RunPlatform runs;
    private final FetchExport exports;

    public StaffExportRoutes(RunPlatform runs, FetchExport exports) {
        this.runs = runs;
        this.exports = exports;
    }

    /**
     * Of whom a list is exported.
     *
     * @param clientId all clients without it
     */
    record Filter(@Nullable UUID clientId) {}

    /**
     * Which list becomes a file.
     *
     * @param list which list becomes a file
     * @param filter whose entries; not for the waiting list, on which nobody has a client yet
     */
    record Wanted(
            StaffList list, SheetFormat format, @Nullable Filter filter) {

        static final Wanted EXAMPLE = new Wanted(StaffList.CLIENTS, SheetFormat.CSV, null);

        StaffExport.Wanted wanted() {
            UUID client = filter == null ? null : filter.clientId();
            return new StaffExport.Wanted(list, client == null ? null : new ClientId(client));
        }

        List<FieldError> faults() {
            return wanted().makesSense()
                    ? List.of()
                    : List.of(FieldError.of("/filter/client_id", "invalid", "This list is of all clients together."));
        }
    }

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(
                Route.post(ALL, "A list as a CSV or XLSX file: a job; Location is where the file will be for an hour")
                        .tag(TAG)
                        .platformAdmin()
                        .idempotent()
                        .body(Wanted.class, Wanted.EXAMPLE)
                        .rules(Wanted::faults)
                        .answers(ACCEPTED, Job.class, JobViews.JOB)
                        .problems(ProblemCode.ALREADY_RUNNING, ProblemCode.BLOCKED)
                        .handledBy(this::order),
                Route.get(ALL + "/{id}", "A file that a job of staff made, for an hour; CSV or XLSX")
                        .tag(TAG)
                        .platformAdmin()
                        .answers(FileBody.class, ExportRoutes.EXAMPLE)
                        .problems(ProblemCode.LINK_EXPIRED)
                        .handledBy(this::fetch));
    }

    private Reply<Job> order(Call<Wanted> call) {
        Map<String, String> params = new TreeMap<>(call.body().wanted().params());
        params.put(ExportOrder.FORMAT, call.body().format().wire());
        String key = call.callerId() + " " + call.orderKey().orElseThrow();
        return switch (runs.order(call.principal().userId(), StaffExport.FLOW, params, key, call.origin())) {
            case RunPlatform.Started.Now(Run run) ->
                Reply.accepted(Job.of(run)).at(ALL + "/" + run.id().text());
            case RunPlatform.Started.Before(Run run) ->
                Reply.refused(Problem.of(ProblemCode.ALREADY_RUNNING, "This order is being carried out.")
                        .with("job_id", run.id().text()));
            case RunPlatform.Started.Refused(String reason) -> Reply.refused(Problem.blocked(reason, "flow", null));
            case RunPlatform.Started.NotFound() -> Reply.notFound();
        };
    }

    private Reply<FileBody> fetch(Call<None> call) {
        return ExportRoutes.answered(
                exports.fetchOfStaff(call.principal().userId(), call.id("id", RunId::new), call.origin()), call);
    }
}
