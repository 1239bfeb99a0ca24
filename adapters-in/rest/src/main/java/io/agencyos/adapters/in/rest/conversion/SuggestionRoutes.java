package io.agencyos.adapters.in.rest.conversion;

import io.agencyos.adapters.in.http.route.Call;
import io.agencyos.adapters.in.http.route.None;
import io.agencyos.adapters.in.http.route.Page;
import io.agencyos.adapters.in.http.route.Pages;
import io.agencyos.adapters.in.http.route.Param;
import io.agencyos.adapters.in.http.route.ProblemCode;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.adapters.in.http.route.Sorting;
import io.agencyos.adapters.in.rest.campaign.CampaignStateRoutes;
import io.agencyos.adapters.in.rest.card.Params;
import io.agencyos.application.conversion.suggest.DecideSuggestion;
import io.agencyos.application.conversion.suggest.Suggestion;
import io.agencyos.application.conversion.suggest.Suggestions;
import io.agencyos.domain.client.identity.KeyScope;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.conversion.evolve.Candidate;
import io.agencyos.domain.conversion.evolve.Reached;
import io.agencyos.domain.conversion.evolve.SuggestionStatus;
import io.agencyos.domain.conversion.evolve.SuggestionType;
import io.agencyos.domain.conversion.pattern.Node;
import io.agencyos.domain.shared.id.CampaignId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What campaigns could do better, for a person to take up or not. Source: api 9.5, conversion intelligence 16. */
public final class SuggestionRoutes implements RouteGroup {

    private static final String TAG = "Learning";
    private static final String ALL = Route.C + "/campaign-suggestions";
    private static final String ONE = ALL + "/{id}";

    /** A run makes a handful a week: more than a client has in ten years. */
    private static final int MOST = 5_000;

    private final DecideSuggestion decide;

    public SuggestionRoutes(DecideSuggestion decide) {
        this.decide = decide;
    }

    /**
     * A suggestion with the numbers it stands on; its texts are templates filled with them.
     *
     * @param type what would be done if somebody agreed
     * @param status whether a person decided, what came of it, or that it ran out or a newer one took its place
     * @param targetCampaignId the campaign that would be changed; null where none would
     * @param title what is proposed, in a line
     * @param description what is proposed and why, in a few sentences
     * @param rationale the figures of the finding that it stands on, by name
     * @param recommendedAction what {@code accept} would do, by name: other names for each type
     * @param patternTypes the types of pattern that it stands on
     * @param patternSnapshot each pattern that it stands on with its version, how sure it was, its sample and when it was
     *     made
     * @param currentMetrics what came, in the 30 days until it was shown last (accepted: until then), of the leads first
     *     written to in them; null for a suggestion that is older than this figure
     * @param projectedImprovement how many times the conversions the finding is associated with; no promise and no cause;
     *     null where none is known
     * @param measuredEffect the same as currentMetrics for the 30 days after it was applied, beside those before, with the
     *     difference and its interval; null until these days are over
     * @param priority 1 to 100; lists show the highest first
     * @param riskNotes what could go wrong, in a sentence
     * @param appliedAt when it was done; null where it was not
     */
    public record SuggestionView(
            UUID id,
            SuggestionType type,
            SuggestionStatus status,
            @Nullable UUID targetCampaignId,
            String title,
            String description,
            Node.Members rationale,
            Node.Members recommendedAction,
            List<String> patternTypes,
            Node.Members patternSnapshot,
            Node.@Nullable Members currentMetrics,
            Node.@Nullable Members projectedImprovement,
            Node.@Nullable Members measuredEffect,
            BigDecimal confidence,
            int priority,
            Candidate.Risk riskLevel,
            String riskNotes,
            String narrative,
            Instant createdAt,
            Instant expiresAt,
            @Nullable Instant appliedAt,
            @Nullable String applyError,
            @Nullable String rejectionReason) {

        static final SuggestionView EXAMPLE = new SuggestionView(
                UUID.fromString("0198c0de-0000-7000-8000-000000000001"),
                SuggestionType.CREATE_CAMPAIGN,
                SuggestionStatus.PENDING,
                null,
                "A campaign for title CEO",
                "title CEO is associated with 1.73 times the conversions, over 200 of them.",
                Node.members().with("effect", Node.rounded(1.73, 2)).done(),
                Node.members().with("dimension", "title").with("value", "CEO").done(),
                List.of("who"),
                Node.members()
                        .with(
                                "who",
                                Node.members()
                                        .with("version", 3)
                                        .with("confidence", Node.rounded(.9, 4))
                                        .with("sample_size", 1_000)
                                        .with("computed_at", "2026-03-28T16:00:04.120Z")
                                        .done())
                        .done(),
                Node.members()
                        .with("scope", "all_campaigns")
                        .with("days", 30)
                        .withAll(new Reached(400, 60, 12).document())
                        .done(),
                projected(Node.members().with("effect", Node.rounded(1.73, 2)).done()),
                null,
                new BigDecimal("0.89"),
                70,
                Candidate.Risk.LOW,
                Candidate.Risk.LOW.note(),
                "template",
                Instant.parse("2026-03-28T16:00:04.120Z"),
                Instant.parse("2026-04-11T16:00:04.120Z"),
                null,
                null,
                null);

        static SuggestionView of(Suggestion suggestion) {
            return new SuggestionView(
                    suggestion.id(),
                    suggestion.type(),
                    suggestion.status(),
                    suggestion.campaignId() == null
                            ? null
                            : suggestion.campaignId().value(),
                    suggestion.title(),
                    suggestion.description(),
                    suggestion.rationale(),
                    suggestion.action(),
                    List.copyOf(suggestion.patterns().byName().keySet()),
                    suggestion.patterns(),
                    suggestion.metrics().current(),
                    projected(suggestion.rationale()),
                    suggestion.metrics().measured(),
                    suggestion.confidence(),
                    suggestion.priority(),
                    suggestion.risk(),
                    suggestion.risk().note(),
                    "template",
                    suggestion.createdAt(),
                    suggestion.expiresAt(),
                    suggestion.appliedAt(),
                    suggestion.applyError(),
                    suggestion.rejectionReason());
        }
    }

    private static Node.@Nullable Members projected(Node.Members rationale) {
        return rationale
                .get("effect")
                .map(effect -> Node.members()
                        .with("conversions_times", effect)
                        .with("causal", false)
                        .done())
                .orElse(null);
    }

    /**
     * Why not.
     *
     * @param reason why, in your own words; shown with what it decides
     */
    public record Rejection(@Nullable String reason) {}

    /**
     * How it is taken up.
     *
     * @param activate whether a campaign that it makes is started at once; where that cannot be, the draft is made all the
     *     same and the answer says why it does not start
     */
    public record Acceptance(@Nullable Boolean activate) {}

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(
                Route.get(ALL, "Suggestions for campaigns, the most urgent first")
                        .tag(TAG)
                        .role(Role.VIEWER)
                        .params(
                                Param.words("type", SuggestionType.class),
                                Param.words("status", SuggestionStatus.class),
                                Params.oneId("campaign_id"))
                        .lists(
                                SuggestionView.class,
                                Sorting.of("-priority", "-created_at", "created_at"),
                                SuggestionView.EXAMPLE)
                        .handledBy(this::list),
                Route.get(ONE, "One suggestion")
                        .tag(TAG)
                        .role(Role.VIEWER)
                        .answers(SuggestionView.class, SuggestionView.EXAMPLE)
                        .handledBy(this::show),
                Route.post(ONE + "/accept", "Take a suggestion up; it is applied at once")
                        .tag(TAG)
                        .role(Role.MEMBER)
                        .key(KeyScope.CAMPAIGNS_WRITE)
                        .idempotent()
                        .body(Acceptance.class, new Acceptance(true))
                        .answers(SuggestionView.class, SuggestionView.EXAMPLE)
                        .problems(ProblemCode.INVALID_TRANSITION, ProblemCode.ACTIVATION_BLOCKED)
                        .handledBy(call -> decided(decide.accept(
                                call.scope(),
                                call.id("id", Function.identity()),
                                Boolean.TRUE.equals(call.body().activate()),
                                call.origin()))),
                Route.post(ONE + "/reject", "Leave a suggestion; it does not come again for 60 days")
                        .tag(TAG)
                        .role(Role.MEMBER)
                        .key(KeyScope.CAMPAIGNS_WRITE)
                        .body(Rejection.class, new Rejection("not now"))
                        .answers(SuggestionView.class, SuggestionView.EXAMPLE)
                        .problems(ProblemCode.INVALID_TRANSITION)
                        .handledBy(call -> decided(decide.reject(
                                call.scope(),
                                call.id("id", Function.identity()),
                                call.body().reason()))));
    }

    private Reply<Page<SuggestionView>> list(Call<None> call) {
        Suggestions.Filter filter = new Suggestions.Filter(
                call.query().words("type", SuggestionType.class),
                call.query().words("status", SuggestionStatus.class),
                Params.id(call.query(), "campaign_id", CampaignId::new));
        Function<Suggestion, String> key =
                call.paging().sort().endsWith("created_at") ? SuggestionRoutes::made : SuggestionRoutes::urgency;
        return Reply.ok(Pages.of(
                decide.list(call.scope(), filter, MOST), call.paging(), key, Suggestion::id, SuggestionView::of));
    }

    /** Among those as urgent as each other the newest is the most urgent. */
    private static String urgency(Suggestion suggestion) {
        return "%03d %s".formatted(suggestion.priority(), made(suggestion));
    }

    /** Microseconds, as many digits for each moment, so that the text sorts like it. */
    private static String made(Suggestion suggestion) {
        return "%019d".formatted(ChronoUnit.MICROS.between(Instant.EPOCH, suggestion.createdAt()));
    }

    private Reply<SuggestionView> show(Call<None> call) {
        return decide.show(call.scope(), call.id("id", Function.identity()))
                .map(SuggestionView::of)
                .<Reply<SuggestionView>>map(Reply::ok)
                .orElseGet(Reply::notFound);
    }

    private static Reply<SuggestionView> decided(DecideSuggestion.Outcome outcome) {
        return switch (outcome) {
            case DecideSuggestion.Outcome.Decided(Suggestion suggestion) -> Reply.ok(SuggestionView.of(suggestion));
            case DecideSuggestion.Outcome.Started(Suggestion suggestion, var campaign) ->
                Reply.ok(SuggestionView.of(suggestion));
            case DecideSuggestion.Outcome.StaysDraft(var suggestion, var campaign, var why) ->
                Reply.refused(CampaignStateRoutes.blocked("The draft is made and cannot start yet.", why));
            case DecideSuggestion.Outcome.NotFound gone -> Reply.notFound();
            case DecideSuggestion.Outcome.InvalidTransition(Suggestion suggestion) ->
                Reply.refused(
                        ProblemCode.INVALID_TRANSITION,
                        "The suggestion is " + suggestion.status().wire() + " and can no longer be decided.");
        };
    }
}
