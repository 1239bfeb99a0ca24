package io.agencyos.adapters.in.rest.platform;

import io.agencyos.adapters.in.http.route.Call;
import io.agencyos.adapters.in.http.route.None;
import io.agencyos.adapters.in.http.route.Page;
import io.agencyos.adapters.in.http.route.Param;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.adapters.in.http.route.Sorting;
import io.agencyos.adapters.in.rest.card.Params;
import io.agencyos.application.platform.Defects;
import io.agencyos.application.platform.KeepDefects;
import io.agencyos.domain.platform.Defect;
import java.time.Instant;
import java.util.List;

/** Where the product itself failed. Source: api 9.17 {@code P/system/errors}. */
public final class DefectRoutes implements RouteGroup {

    private static final String TAG = "Platform";
    private static final String ALL = Route.P + "/system/errors";
    private static final String ONE = ALL + "/{fingerprint}";
    private static final ErrorView EXAMPLE = new ErrorView(
            "3f2a9c01d4e5b677",
            "java.lang.IllegalStateException",
            "io.agencyos.application.lead.intake.ImportLeadsService.chunk:118",
            "POST /api/v1/clients/{client_id}/leads/imports",
            3,
            Instant.parse("2026-03-02T02:15:04.120Z"),
            Instant.parse("2026-03-02T04:15:04.120Z"),
            Defect.State.OPEN);

    private final KeepDefects defects;

    public DefectRoutes(KeepDefects defects) {
        this.defects = defects;
    }

    /**
     * An error of the product, counted over its occurrences.
     *
     * @param fingerprint what tells the error from others
     * @param kind the exception's class
     * @param place the line that it came from
     * @param seenIn the route or job that met it last
     * @param count how often it happened
     * @param state whether the error is watched; a muted one is counted on, a resolved one opens again when it is met again
     */
    record ErrorView(
            String fingerprint,
            String kind,
            String place,
            String seenIn,
            long count,
            Instant firstAt,
            Instant lastAt,
            Defect.State state) {

        static ErrorView of(Defect defect) {
            return new ErrorView(
                    defect.fingerprint(),
                    defect.kind(),
                    defect.place(),
                    defect.seenIn(),
                    defect.count(),
                    defect.firstAt(),
                    defect.lastAt(),
                    defect.state());
        }
    }

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(
                Route.get(ALL, "Where the product failed, what was met last first; the log has the rest")
                        .tag(TAG)
                        .platformAdmin()
                        .params(Param.words("state", Defect.State.class))
                        .lists(ErrorView.class, Sorting.of("-last_at"), EXAMPLE)
                        .handledBy(this::list),
                Route.post(ONE + "/resolve", "It is mended; it opens again when it is met again")
                        .tag(TAG)
                        .platformAdmin()
                        .answers(ErrorView.class, EXAMPLE)
                        .handledBy(call -> say(call, Defect.State.RESOLVED)),
                Route.post(ONE + "/mute", "It is known; it is counted on and stays silent")
                        .tag(TAG)
                        .platformAdmin()
                        .answers(ErrorView.class, EXAMPLE)
                        .handledBy(call -> say(call, Defect.State.MUTED)));
    }

    private Reply<Page<ErrorView>> list(Call<None> call) {
        Defects.After after = call.paging()
                .after()
                .map(place -> new Defects.After(Params.instant(place), place.id()))
                .orElse(null);
        return Reply.ok(Page.of(
                defects.list(
                        call.query().words("state", Defect.State.class),
                        after,
                        call.paging().limit() + 1),
                call.paging(),
                ErrorView::of,
                defect -> Params.at(defect.lastAt(), defect.id())));
    }

    private Reply<ErrorView> say(Call<None> call, Defect.State state) {
        return defects.say(call.principal().userId(), call.text("fingerprint"), state, call.origin())
                .map(ErrorView::of)
                .<Reply<ErrorView>>map(Reply::ok)
                .orElseGet(Reply::notFound);
    }
}
