package io.agencyos.adapters.in.rest.scoring;

import io.agencyos.adapters.in.http.route.Call;
import io.agencyos.adapters.in.http.route.None;
import io.agencyos.adapters.in.http.route.Page;
import io.agencyos.adapters.in.http.route.Paging;
import io.agencyos.adapters.in.http.route.Problem;
import io.agencyos.adapters.in.http.route.ProblemCode;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.adapters.in.http.route.Sorting;
import io.agencyos.application.scoring.ExplainScore;
import io.agencyos.application.scoring.ScoreLeadNow;
import io.agencyos.application.scoring.ScoringUseCases;
import io.agencyos.application.scoring.store.LeadScores;
import io.agencyos.application.scoring.store.ListScores;
import io.agencyos.domain.client.identity.KeyScope;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.shared.Vocabulary;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.LeadScoreId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Scores of a lead: in force, explained, earlier, and made anew. Source: api 9.6. */
public final class ScoreRoutes implements RouteGroup {

    private static final String TAG = "Leads";
    private static final String LEAD = Route.C + "/leads/{id}";

    private final ScoringUseCases scoring;

    public ScoreRoutes(ScoringUseCases scoring) {
        this.scoring = scoring;
    }

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(
                Route.post(LEAD + "/score", "Score a lead from what is known")
                        .tag(TAG)
                        .role(Role.MEMBER)
                        .key(KeyScope.LEADS_WRITE)
                        .answers(ScoreViews.Als.class, ScoreViews.ALS)
                        .problems(ProblemCode.NOT_ELIGIBLE)
                        .handledBy(this::score),
                Route.get(LEAD + "/score-explanation", "Why the score is what it is")
                        .tag(TAG)
                        .role(Role.VIEWER)
                        .answers(ScoreViews.Explained.class, ScoreViews.EXPLAINED)
                        .problems(ProblemCode.NOT_ELIGIBLE)
                        .handledBy(this::explain),
                Route.get(LEAD + "/scores", "The scores of a lead, the newest first")
                        .tag(TAG)
                        .role(Role.VIEWER)
                        .lists(ScoreViews.Scored.class, Sorting.of("-scored_at"), ScoreViews.SCORED)
                        .handledBy(this::scores));
    }

    private Reply<ScoreViews.Als> score(Call<None> call) {
        return switch (scoring.scoreLeadNow().score(call.scope(), call.id("id", LeadId::new))) {
            case ScoreLeadNow.Outcome.Scored(ExplainScore.Explanation score) -> Reply.ok(ScoreViews.Als.of(score));
            case ScoreLeadNow.Outcome.RoleRequired() -> role(call);
            case ScoreLeadNow.Outcome.LeadNotFound() -> Reply.notFound();
            case ScoreLeadNow.Outcome.NotScorable() ->
                Reply.refused(ProblemCode.NOT_ELIGIBLE, "What has ended is not scored any more.");
        };
    }

    private Reply<ScoreViews.Explained> explain(Call<None> call) {
        return switch (scoring.explainScore().explain(call.scope(), call.id("id", LeadId::new))) {
            case ExplainScore.Outcome.Explained(ExplainScore.Explanation score) ->
                Reply.ok(ScoreViews.Explained.of(score));
            case ExplainScore.Outcome.LeadNotFound() -> Reply.notFound();
            case ExplainScore.Outcome.NotScored() ->
                Reply.refused(ProblemCode.NOT_ELIGIBLE, "The lead has no score yet.");
        };
    }

    private Reply<Page<ScoreViews.Scored>> scores(Call<None> call) {
        Paging paging = call.paging();
        ListScores.After after = paging.after()
                .map(position ->
                        new ListScores.After(Instant.parse(position.keys().getFirst()), new LeadScoreId(position.id())))
                .orElse(null);
        Optional<List<LeadScores.Entry>> found =
                scoring.listScores().list(call.scope(), call.id("id", LeadId::new), after, paging.limit() + 1);
        return found.<Reply<Page<ScoreViews.Scored>>>map(rows -> Reply.ok(Page.of(
                        rows,
                        paging,
                        ScoreViews.Scored::of,
                        // to the microsecond, as it is stored: milliseconds would repeat or skip rows
                        entry -> new Paging.Position(
                                List.of(entry.scoredAt().toString()), entry.id().value()))))
                .orElseGet(Reply::notFound);
    }

    private static <R> Reply<R> role(Call<?> call) {
        Vocabulary actual = call.scope().role();
        return Reply.refused(Problem.roleRequired(Role.MEMBER.wire(), actual.wire()));
    }
}
