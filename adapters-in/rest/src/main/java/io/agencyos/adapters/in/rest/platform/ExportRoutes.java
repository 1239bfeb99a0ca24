package io.agencyos.adapters.in.rest.platform;

import io.agencyos.adapters.in.http.route.Call;
import io.agencyos.adapters.in.http.route.FileBody;
import io.agencyos.adapters.in.http.route.None;
import io.agencyos.adapters.in.http.route.Problem;
import io.agencyos.adapters.in.http.route.ProblemCode;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.application.platform.export.FetchExport;
import io.agencyos.application.platform.export.SheetFormat;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.shared.id.RunId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where files that jobs made are fetched. Source: api 9.6, 9.9: link valid for an hour. */
public final class ExportRoutes implements RouteGroup {

    static final FileBody EXAMPLE = new FileBody(
            Stream.of(SheetFormat.values()).map(SheetFormat::mediaType).collect(Collectors.joining(", ")),
            "leads.csv",
            out -> {});

    private final FetchExport exports;

    public ExportRoutes(FetchExport exports) {
        this.exports = exports;
    }

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(Route.get(Route.C + "/exports/{id}", "A file that a job made, for an hour; CSV or XLSX")
                .tag("Jobs")
                .role(Role.MEMBER)
                .answers(FileBody.class, EXAMPLE)
                .problems(ProblemCode.LINK_EXPIRED)
                .handledBy(this::fetch));
    }

    private Reply<FileBody> fetch(Call<None> call) {
        return answered(exports.fetch(call.scope(), call.id("id", RunId::new), call.origin()), call);
    }

    static Reply<FileBody> answered(FetchExport.Outcome outcome, Call<None> call) {
        return switch (outcome) {
            case FetchExport.Outcome.Found(var file, var body) ->
                Reply.ok(new FileBody(file.format().mediaType(), file.fileName(), body::to));
            case FetchExport.Outcome.NotFound() -> Reply.notFound();
            case FetchExport.Outcome.Expired() ->
                Reply.refused(ProblemCode.LINK_EXPIRED, "The hour of this file is over; order it again.");
            case FetchExport.Outcome.RoleRequired(Role least) ->
                Reply.refused(
                        Problem.roleRequired(least.wire(), call.scope().role().wire()));
        };
    }
}
