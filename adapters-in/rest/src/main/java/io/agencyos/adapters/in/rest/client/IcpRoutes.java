package io.agencyos.adapters.in.rest.client;

import io.agencyos.adapters.in.http.route.Call;
import io.agencyos.adapters.in.http.route.Change;
import io.agencyos.adapters.in.http.route.FieldError;
import io.agencyos.adapters.in.http.route.FieldErrors;
import io.agencyos.adapters.in.http.route.None;
import io.agencyos.adapters.in.http.route.Problem;
import io.agencyos.adapters.in.http.route.ProblemCode;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.adapters.in.http.route.Text;
import io.agencyos.adapters.in.rest.card.Moments;
import io.agencyos.adapters.in.rest.scoring.ScoringBodies.ChoicePatch;
import io.agencyos.adapters.in.rest.scoring.ScoringBodies.SubWeightsBody;
import io.agencyos.adapters.in.rest.scoring.ScoringBodies.WeightsBody;
import io.agencyos.application.client.ClientSetUpUseCases;
import io.agencyos.application.client.ConfirmIcp;
import io.agencyos.application.client.EditIcp;
import io.agencyos.application.client.ProfileRider;
import io.agencyos.application.client.ShowClient;
import io.agencyos.application.scoring.ChangeScoring;
import io.agencyos.application.shared.Stamp;
import io.agencyos.application.shared.Stamps.Kind;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.ClientProfile;
import io.agencyos.domain.client.IcpOrigin;
import io.agencyos.domain.client.IcpProfile;
import io.agencyos.domain.client.IcpTarget;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.scoring.ScoringSetup;
import io.agencyos.domain.scoring.weight.SubWeights;
import io.agencyos.domain.scoring.weight.Weights;
import io.agencyos.domain.shared.FieldProblem;
import io.agencyos.domain.shared.id.BacktestId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whom the client wants; before the first draft it is empty, with the entity tag {@code "v0"}. Source: api 8, 9.3. */
public final class IcpRoutes implements RouteGroup {

    private static final String PATH = Route.C + "/icp";

    private final ClientSetUpUseCases use;
    private final ConfirmIcp confirm;
    private final ChangeScoring scoring;
    private final Moments moments;

    public IcpRoutes(ClientSetUpUseCases use, ChangeScoring scoring, Moments moments) {
        this(use, use.confirmIcp(), scoring, moments);
    }

    /** With a confirmation that sets the client up as well. */
    public IcpRoutes(ClientSetUpUseCases use, ConfirmIcp confirm, ChangeScoring scoring, Moments moments) {
        this.use = use;
        this.confirm = confirm;
        this.scoring = scoring;
        this.moments = moments;
    }

    /**
     * The profile: the confirmed one, else the draft; and what is set for scoring beside it.
     *
     * @param websiteUrl the client's own, as the three behind it: changed where the client is; null where nobody said
     * @param companyDescription what the client's business does, in its own words; null where nobody said
     * @param servicesOffered what the client offers, the best first
     * @param valueProposition what it helps with, as it follows those words in messages; null where nobody said
     * @param id the profile's own, another for each version; null before the first draft
     * @param alsWeights the client's own, null where those of another source are in force
     * @param source who said so: the website as a model read it, a person, or the product's defaults
     * @param confirmedAt when somebody confirmed the profile; null for a draft
     * @param createdAt when this version was first written; null before the first draft
     * @param updatedAt when the profile, or what is set for scoring with it, was last written; null before the first draft
     */
    public record IcpShown(
            @Nullable UUID id,
            UUID clientId,
            @Nullable String websiteUrl,
            @Nullable String companyDescription,
            List<String> servicesOffered,
            @Nullable String valueProposition,
            List<String> industries,
            List<String> titles,
            List<String> companySizes,
            List<String> locations,
            List<String> seniorities,
            List<String> keywords,
            List<String> exclusions,
            List<String> painPoints,
            List<String> technologies,
            List<String> competitors,
            @Nullable SubWeightsBody subWeights,
            @Nullable WeightsBody alsWeights,
            boolean benchmarkWeights,
            boolean titleVeto,
            IcpOrigin source,
            @Nullable Instant confirmedAt,
            @Nullable Instant createdAt,
            @Nullable Instant updatedAt,
            int version) {

        static final IcpShown EXAMPLE = of(
                UUID.fromString("019baaaa-0000-7000-8000-000000000008"),
                UUID.fromString("019baaaa-0000-7000-8000-000000000001"),
                "https://northlight.example",
                new ClientProfile(
                        null,
                        "A marketing agency for local health businesses.",
                        List.of("local search"),
                        "winning more local patients"),
                new IcpTarget(
                        List.of("Marketing"),
                        List.of("Head of Growth"),
                        List.of("11-50"),
                        List.of("Australia"),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of()),
                ScoringSetup.Choice.NONE,
                Instant.parse("2026-03-01T23:00:00Z"),
                IcpOrigin.MANUAL,
                new Stamp(Instant.parse("2026-03-01T22:00:00Z"), Instant.parse("2026-03-01T23:00:00Z")),
                2);

        static IcpShown of(Client client, IcpProfile profile, ScoringSetup.Choice choice, Stamp stamp) {
            return of(
                    profile.id().value(),
                    profile.clientId().value(),
                    client.websiteUrl(),
                    client.profile(),
                    profile.target(),
                    choice,
                    profile.confirmedAt(),
                    profile.origin(),
                    stamp,
                    profile.revision());
        }

        private static IcpShown of(
                @Nullable UUID id,
                UUID client,
                @Nullable String website,
                ClientProfile said,
                IcpTarget target,
                ScoringSetup.Choice choice,
                @Nullable Instant confirmedAt,
                IcpOrigin source,
                @Nullable Stamp stamp,
                int revision) {
            SubWeights sub = choice.subWeights();
            Weights own = choice.weights();
            return new IcpShown(
                    id,
                    client,
                    website,
                    said.description(),
                    said.services(),
                    said.valueProposition(),
                    target.industries(),
                    target.titles(),
                    target.companySizes(),
                    target.locations(),
                    target.seniorities(),
                    target.keywords(),
                    target.exclusions(),
                    target.painPoints(),
                    choice.technologies(),
                    choice.competitors(),
                    sub == null ? null : SubWeightsBody.of(sub),
                    own == null ? null : WeightsBody.of(own),
                    choice.benchmark(),
                    choice.titleVeto(),
                    source,
                    confirmedAt,
                    stamp == null ? null : stamp.createdAt(),
                    stamp == null ? null : stamp.updatedAt(),
                    revision);
        }
    }

    /** A merge patch of the profile; the bounds of its lists are the domain's. */
    public record PatchIcp(
            @Text(min = 0, max = 1000) Change<List<String>> industries,
            @Text(min = 0, max = 1000) Change<List<String>> titles,
            @Text(min = 0, max = 1000) Change<List<String>> companySizes,
            @Text(min = 0, max = 1000) Change<List<String>> locations,
            @Text(min = 0, max = 1000) Change<List<String>> seniorities,
            @Text(min = 0, max = 1000) Change<List<String>> keywords,
            @Text(min = 0, max = 1000) Change<List<String>> exclusions,
            @Text(min = 0, max = 1000) Change<List<String>> painPoints,
            @Text(min = 0, max = 100) Change<List<String>> technologies,
            @Text(min = 0, max = 253) Change<List<String>> competitors,
            Change<@Nullable SubWeightsBody> subWeights,
            Change<@Nullable WeightsBody> alsWeights,
            Change<Boolean> benchmarkWeights,
            Change<Boolean> titleVeto,
            @Nullable UUID backtestId) {

        ScoringSetup.Choice merged(ScoringSetup.Choice before, FieldErrors errors) {
            return new ChoicePatch(technologies, competitors, subWeights, alsWeights, benchmarkWeights, titleVeto)
                    .merged(before, "", errors);
        }

        IcpTarget merged(IcpTarget before) {
            return new IcpTarget(
                    industries.orElse(before.industries()),
                    titles.orElse(before.titles()),
                    companySizes.orElse(before.companySizes()),
                    locations.orElse(before.locations()),
                    seniorities.orElse(before.seniorities()),
                    keywords.orElse(before.keywords()),
                    exclusions.orElse(before.exclusions()),
                    painPoints.orElse(before.painPoints()));
        }
    }

    @Override
    public List<Route<?, ?>> routes() {
        PatchIcp patch = new PatchIcp(
                Change.to(List.of("Marketing")),
                Change.to(List.of("Head of Growth")),
                Change.to(List.of("11-50")),
                Change.to(List.of("Australia")),
                Change.absent(),
                Change.absent(),
                Change.absent(),
                Change.absent(),
                Change.absent(),
                Change.absent(),
                Change.absent(),
                Change.to(WeightsBody.BENCHMARK),
                Change.absent(),
                Change.absent(),
                UUID.fromString("019baaaa-0000-7000-8000-0000000000b7"));
        return List.of(
                Route.get(PATH, "Whom the client wants")
                        .tag(ClientSetUpRoutes.TAG)
                        .role(Role.VIEWER)
                        .answers(IcpShown.class, IcpShown.EXAMPLE)
                        .handledBy(this::show),
                Route.patch(PATH, "Write the draft, or the profile in force")
                        .tag(ClientSetUpRoutes.TAG)
                        .role(Role.ADMIN)
                        .ifMatch()
                        .body(PatchIcp.class, patch)
                        .answers(IcpShown.class, IcpShown.EXAMPLE)
                        .problems(ProblemCode.BACKTEST_REQUIRED)
                        .handledBy(this::edit),
                Route.post(PATH + "/confirm", "Make the draft live")
                        .tag(ClientSetUpRoutes.TAG)
                        .role(Role.ADMIN)
                        .idempotent()
                        .answers(IcpShown.class, IcpShown.EXAMPLE)
                        .handledBy(this::confirm));
    }

    private Reply<IcpShown> show(Call<None> call) {
        return standing(call)
                .map(standing -> shown(call, standing.client(), Optional.ofNullable(standing.icp())))
                .orElseGet(Reply::notFound);
    }

    private Optional<ShowClient.Standing> standing(Call<?> call) {
        return use.showClient().of(call.scope());
    }

    /** As it is stored now. */
    private Reply<IcpShown> shown(Call<?> call, IcpProfile profile) {
        return standing(call)
                .map(standing -> shown(call, standing.client(), Optional.of(profile)))
                .orElseGet(Reply::notFound);
    }

    private Reply<IcpShown> shown(Call<?> call, Client client, Optional<IcpProfile> profile) {
        ScoringSetup.Choice choice = scoring.current(call.scope());
        IcpShown body = profile.map(
                        found -> IcpShown.of(client, found, choice, moments.of(call.scope(), Kind.ICP, found.id())))
                .orElseGet(() -> IcpShown.of(
                        null,
                        client.id().value(),
                        client.websiteUrl(),
                        client.profile(),
                        IcpTarget.EMPTY,
                        choice,
                        null,
                        IcpOrigin.MANUAL,
                        null,
                        0));
        return Reply.ok(body).version(body.version());
    }

    private Reply<IcpShown> edit(Call<PatchIcp> call) {
        Optional<IcpProfile> before = standing(call).map(ShowClient.Standing::icp);
        int revision = before.map(IcpProfile::revision).orElse(0);
        if (revision != call.expectedVersion()) {
            return Reply.refused(Problem.versionConflict(Optional.of(revision)));
        }
        IcpTarget target = call.body().merged(before.map(IcpProfile::target).orElse(IcpTarget.EMPTY));
        FieldErrors errors = new FieldErrors();
        ScoringSetup.Choice choice = call.body().merged(scoring.current(call.scope()), errors);
        if (!errors.isEmpty()) {
            return Reply.invalid(errors);
        }
        UUID backtest = call.body().backtestId();
        ProfileRider rider = scoring.to(choice, backtest == null ? null : new BacktestId(backtest));
        return switch (use.editIcp().edit(call.scope(), revision, target, rider, call.origin())) {
            case EditIcp.Outcome.Saved(IcpProfile profile) -> shown(call, profile);
            case EditIcp.Outcome.BacktestRequired() ->
                Reply.refused(
                        ProblemCode.BACKTEST_REQUIRED,
                        "A change of weights or targets in force needs the backtest_id of a backtest of exactly this"
                                + " change, at most 24 hours old.");
            case EditIcp.Outcome.Invalid(List<FieldProblem> problems) -> invalid(problems);
            case EditIcp.Outcome.NotFound gone -> Reply.notFound();
            case EditIcp.Outcome.RoleRequired(Role required) -> ClientSetUpRoutes.roleRequired(call, required);
        };
    }

    private Reply<IcpShown> confirm(Call<None> call) {
        return switch (confirm.confirm(call.scope(), call.origin())) {
            case ConfirmIcp.Outcome.Confirmed(IcpProfile profile) -> shown(call, profile);
            case ConfirmIcp.Outcome.AlreadyConfirmed(IcpProfile profile) -> shown(call, profile);
            case ConfirmIcp.Outcome.Incomplete(List<FieldProblem> missing) -> invalid(missing);
            case ConfirmIcp.Outcome.NotFound gone -> Reply.notFound();
            case ConfirmIcp.Outcome.RoleRequired(Role required) -> ClientSetUpRoutes.roleRequired(call, required);
        };
    }

    private static Reply<IcpShown> invalid(List<FieldProblem> problems) {
        return Reply.invalid(problems.stream().map(FieldError::of).toList());
    }
}
