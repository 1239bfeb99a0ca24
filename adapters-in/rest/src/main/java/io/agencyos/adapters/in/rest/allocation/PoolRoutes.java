package io.agencyos.adapters.in.rest.allocation;

import io.agencyos.adapters.in.http.route.Call;
import io.agencyos.adapters.in.http.route.None;
import io.agencyos.adapters.in.http.route.Page;
import io.agencyos.adapters.in.http.route.Param;
import io.agencyos.adapters.in.http.route.Query;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.RouteBuilder;
import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.adapters.in.http.route.Sorting;
import io.agencyos.adapters.in.rest.allocation.PoolViews.HoldView;
import io.agencyos.adapters.in.rest.allocation.PoolViews.PersonView;
import io.agencyos.adapters.in.rest.card.Params;
import io.agencyos.application.allocation.ReadPool;
import io.agencyos.application.allocation.store.PoolBook;
import io.agencyos.domain.lead.ClaimStatus;
import io.agencyos.domain.lead.PoolStatus;
import io.agencyos.domain.scoring.EmailStatus;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.PoolPersonId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The pool, for staff of the platform to read. Source: api 9.17 {@code P/pool}. */
public final class PoolRoutes implements RouteGroup {

    private static final String TAG = "Platform";
    private static final String POOL = Route.P + "/pool";

    private final ReadPool pool;

    public PoolRoutes(ReadPool pool) {
        this.pool = pool;
    }

    private static RouteBuilder<None, None> get(String path, String summary) {
        return Route.get(POOL + path, summary).tag(TAG).platformAdmin();
    }

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(
                get("/stats", "How large the pool is, by status, address and industry")
                        .answers(PoolViews.Stats.class, PoolViews.STATS)
                        .handledBy(call -> Reply.ok(PoolViews.Stats.of(pool.stats()))),
                get("/utilization", "Who holds how many people of the pool")
                        .answers(PoolViews.Utilization.class, PoolViews.UTILIZATION)
                        .handledBy(call ->
                                Reply.ok(PoolViews.Utilization.of(pool.stats().people(), pool.uses()))),
                get("/leads", "People of the pool, the newest first")
                        .params(
                                Param.words("status", PoolStatus.class),
                                Param.words("email_status", EmailStatus.class),
                                Param.text("industry", "The industry, exactly as it is written."),
                                Param.text("country", "The country, by its two letters."),
                                Param.id("client_id"))
                        .lists(PersonView.class, Sorting.of("-created_at"), PoolViews.PERSON)
                        .handledBy(this::people),
                get("/leads/{id}", "A person with the history of who held it")
                        .answers(PoolViews.WithHistory.class, PoolViews.WITH_HISTORY)
                        .handledBy(call -> pool.find(call.id("id", PoolPersonId::new))
                                .map(PoolViews.WithHistory::of)
                                .<Reply<PoolViews.WithHistory>>map(Reply::ok)
                                .orElseGet(Reply::notFound)),
                get("/assignments", "Whom clients hold, the newest first")
                        .params(Param.words("status", ClaimStatus.class), Param.id("client_id"))
                        .lists(HoldView.class, Sorting.of("-assigned_at"), PoolViews.HOLD)
                        .handledBy(this::holds));
    }

    private Reply<Page<PersonView>> people(Call<None> call) {
        Query query = call.query();
        PoolBook.Filter filter = new PoolBook.Filter(
                query.words("status", PoolStatus.class),
                query.words("email_status", EmailStatus.class),
                query.text("industry").orElse(null),
                query.text("country").orElse(null),
                query.ids("client_id", ClientId::new));
        return Reply.ok(Page.of(
                pool.people(filter, after(call), call.paging().limit() + 1),
                call.paging(),
                PersonView::of,
                person -> Params.at(person.createdAt(), person.id().value())));
    }

    private Reply<Page<HoldView>> holds(Call<None> call) {
        return Reply.ok(Page.of(
                pool.holds(
                        call.query().ids("client_id", ClientId::new),
                        call.query().words("status", ClaimStatus.class),
                        after(call),
                        call.paging().limit() + 1),
                call.paging(),
                HoldView::of,
                hold -> Params.at(hold.at(), hold.person().value())));
    }

    private static PoolBook.@Nullable After after(Call<None> call) {
        return call.paging()
                .after()
                .map(place -> new PoolBook.After(Params.instant(place), new PoolPersonId(place.id())))
                .orElse(null);
    }
}
