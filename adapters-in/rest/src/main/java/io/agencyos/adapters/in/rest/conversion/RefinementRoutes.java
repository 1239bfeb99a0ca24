package io.agencyos.adapters.in.rest.conversion;

import io.agencyos.adapters.in.http.route.Call;
import io.agencyos.adapters.in.http.route.None;
import io.agencyos.adapters.in.http.route.Page;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.adapters.in.http.route.Sorting;
import io.agencyos.adapters.in.rest.card.Params;
import io.agencyos.application.conversion.refine.Refinement;
import io.agencyos.application.conversion.refine.RefinementLog;
import io.agencyos.application.conversion.refine.ShowRefinements;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.conversion.LockedField;
import io.agencyos.domain.conversion.evolve.IcpRefinement;
import io.agencyos.domain.conversion.evolve.IcpRefinement.Action;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What searches for leads took up of what was learned. Source: api 9.3, conversion intelligence 15. */
public final class RefinementRoutes implements RouteGroup {

    private static final String TAG = "Learning";
    private static final String ALL = Route.C + "/icp-refinements";

    private final ShowRefinements refinements;

    public RefinementRoutes(ShowRefinements refinements) {
        this.refinements = refinements;
    }

    /** Whom a search asks for; null is no bound. */
    public record CriteriaView(
            List<String> titles,
            List<String> industries,
            @Nullable Integer employeeMin,
            @Nullable Integer employeeMax) {

        static CriteriaView of(IcpRefinement.Criteria criteria) {
            return new CriteriaView(
                    criteria.titles(), criteria.industries(), criteria.employeesFrom(), criteria.employeesTo());
        }
    }

    /**
     * What was done to one field, and why.
     *
     * @param field the part of the search that was changed
     * @param action whether values were added, put first, put in another order, or others left out
     * @param added values that the search did not have before
     * @param reason what in the patterns speaks for it
     */
    public record ChangeView(LockedField field, Action action, List<String> added, String reason) {

        static ChangeView of(IcpRefinement.Change change) {
            return new ChangeView(change.field(), change.action(), change.added(), change.reason());
        }
    }

    /**
     * A search that took something up, the first of its day with this result.
     *
     * @param base what the search would have asked for without learning
     * @param refined what the search asked for
     * @param changes what was done to the search, field by field
     * @param appliedAt when it was done; for a refinement, when a search first ran with it
     */
    public record RefinementView(
            UUID id,
            int patternVersion,
            CriteriaView base,
            CriteriaView refined,
            List<ChangeView> changes,
            BigDecimal confidence,
            Instant appliedAt) {

        static final RefinementView EXAMPLE = new RefinementView(
                UUID.fromString("0198c0de-0000-7000-8000-000000000001"),
                3,
                new CriteriaView(List.of("CMO", "Manager"), List.of("marketing"), 10, 200),
                new CriteriaView(List.of("CEO", "CMO", "Manager"), List.of("marketing"), 16, 30),
                List.of(
                        new ChangeView(
                                LockedField.TITLES, Action.BOOSTED, List.of("CEO"), "converts better than others"),
                        new ChangeView(
                                LockedField.COMPANY_SIZES,
                                Action.NARROWED,
                                List.of("16-30"),
                                "companies of this size convert best")),
                new BigDecimal("0.7500"),
                Instant.parse("2026-03-31T15:00:00.000Z"));

        static RefinementView of(Refinement refinement) {
            return new RefinementView(
                    refinement.id(),
                    refinement.pattern(),
                    CriteriaView.of(refinement.base()),
                    CriteriaView.of(refinement.refined()),
                    refinement.changes().stream().map(ChangeView::of).toList(),
                    refinement.confidence(),
                    refinement.appliedAt());
        }
    }

    /**
     * The log in short; recent are those of the last 30 days.
     *
     * @param count how many searches took something up
     * @param last30Days those of the last 30 days
     * @param meanConfidence the mean confidence of the refinements, 0 to 1; null where there are none
     * @param lastAppliedAt when a search last took something up; null where none did
     * @param fields the parts of searches that were changed
     */
    public record SummaryView(
            long count,
            long last30Days,
            @Nullable BigDecimal meanConfidence,
            @Nullable Instant lastAppliedAt,
            List<LockedField> fields) {

        static final SummaryView EXAMPLE = new SummaryView(
                12,
                4,
                new BigDecimal("0.7400"),
                Instant.parse("2026-03-31T15:00:00.000Z"),
                List.of(LockedField.TITLES, LockedField.COMPANY_SIZES));
    }

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(
                Route.get(ALL, "What searches for leads took up of what was learned, the newest first")
                        .tag(TAG)
                        .role(Role.VIEWER)
                        .lists(RefinementView.class, Sorting.of("-created_at"), RefinementView.EXAMPLE)
                        .handledBy(this::list),
                Route.get(ALL + "/summary", "The same in short")
                        .tag(TAG)
                        .role(Role.VIEWER)
                        .answers(SummaryView.class, SummaryView.EXAMPLE)
                        .handledBy(this::summary));
    }

    private Reply<Page<RefinementView>> list(Call<None> call) {
        List<Refinement> found = refinements.list(
                call.scope(),
                call.paging()
                        .after()
                        .map(after -> new RefinementLog.After(Params.instant(after), after.id()))
                        .orElse(null),
                call.paging().limit() + 1);
        return Reply.ok(
                Page.of(found, call.paging(), RefinementView::of, last -> Params.at(last.appliedAt(), last.id())));
    }

    private Reply<SummaryView> summary(Call<None> call) {
        RefinementLog.Summary summary = refinements.summary(call.scope());
        return Reply.ok(new SummaryView(
                summary.count(),
                summary.recent(),
                summary.confidence(),
                summary.last(),
                summary.fields().stream().sorted().toList()));
    }
}
