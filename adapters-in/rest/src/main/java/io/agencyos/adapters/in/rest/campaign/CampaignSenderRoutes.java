package io.agencyos.adapters.in.rest.campaign;

import io.agencyos.adapters.in.http.route.Call;
import io.agencyos.adapters.in.http.route.Change;
import io.agencyos.adapters.in.http.route.FieldError;
import io.agencyos.adapters.in.http.route.None;
import io.agencyos.adapters.in.http.route.Page;
import io.agencyos.adapters.in.http.route.Pages;
import io.agencyos.adapters.in.http.route.Param;
import io.agencyos.adapters.in.http.route.Problem;
import io.agencyos.adapters.in.http.route.ProblemCode;
import io.agencyos.adapters.in.http.route.Range;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.adapters.in.http.route.Sorting;
import io.agencyos.adapters.in.rest.card.Moments;
import io.agencyos.application.campaign.ChooseSenders;
import io.agencyos.application.campaign.ChooseSenders.Inherited;
import io.agencyos.application.campaign.ChooseSenders.Outcome;
import io.agencyos.application.campaign.ChooseSenders.Standing;
import io.agencyos.application.campaign.ChooseSenders.Wish;
import io.agencyos.application.resource.SenderOffers.Offer;
import io.agencyos.application.shared.Stamp;
import io.agencyos.application.shared.Stamps.Kind;
import io.agencyos.domain.campaign.CampaignSender;
import io.agencyos.domain.client.identity.KeyScope;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.FieldProblem;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.ResourceId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The senders that a campaign has chosen. Source: api 8, 9.4, 9.21. */
public final class CampaignSenderRoutes implements RouteGroup {

    private static final String PATH = CampaignRoutes.CAMPAIGN + "/resources";
    private static final int MOST = 10_000;

    private final ChooseSenders choose;
    private final Moments moments;

    public CampaignSenderRoutes(ChooseSenders choose, Moments moments) {
        this.choose = choose;
        this.moments = moments;
    }

    /**
     * A sender of the campaign as it stands today.
     *
     * @param id the choice; null for a sender that serves the campaign because none was chosen on its channel
     * @param channel the channel by which the message leaves
     * @param name its address, number or account; empty for a sender that the client has no more
     * @param dailyLimit the most touches that the campaign takes of the sender in a day; null means all that the sender has
     * @param dailyUsed touches of the campaign from it since its client's midnight; null for one that was not chosen
     * @param remaining what the campaign may still take of it today; null for one that was not chosen
     * @param isChosen whether a member chose it; the others are all that the client has for a channel on which nothing was
     *     chosen
     * @param isAvailable whether a touch of the campaign could leave from it now
     * @param createdAt when it was chosen; for one that was not, when the campaign was made
     * @param updatedAt when the choice or its last use was last written; for one that was not chosen, when the campaign was made
     * @param version counts the writes to the choice; null for one that was not chosen
     */
    public record CampaignResource(
            @Nullable UUID id,
            UUID clientId,
            Channel channel,
            @Nullable UUID clientResourceId,
            @Nullable UUID seatId,
            String name,
            @Nullable Integer dailyLimit,
            @Nullable Integer dailyUsed,
            @Nullable Integer remaining,
            @Nullable Instant lastUsedAt,
            boolean isChosen,
            boolean isActive,
            boolean isWarmed,
            boolean isAvailable,
            Instant createdAt,
            Instant updatedAt,
            @Nullable Integer version) {

        static final CampaignResource EXAMPLE = new CampaignResource(
                UUID.fromString("019baaaa-0000-7000-8000-000000000025"),
                UUID.fromString("019baaaa-0000-7000-8000-000000000001"),
                Channel.EMAIL,
                UUID.fromString("019baaaa-0000-7000-8000-000000000020"),
                null,
                "sam@mail.northlight.example",
                15,
                3,
                12,
                null,
                true,
                true,
                true,
                true,
                Instant.parse("2026-03-02T00:00:00Z"),
                Instant.parse("2026-03-02T00:00:00Z"),
                0);

        static CampaignResource of(Standing standing, Stamp stamp) {
            CampaignSender sender = standing.sender();
            Offer offer = standing.offer();
            boolean seat = sender.channel() == Channel.LINKEDIN;
            UUID named = sender.sender().value();
            return new CampaignResource(
                    sender.id(),
                    sender.clientId().value(),
                    sender.channel(),
                    seat ? null : named,
                    seat ? named : null,
                    offer == null ? "" : offer.name(),
                    sender.dailyLimit(),
                    standing.usedToday(),
                    standing.remaining(),
                    sender.lastUsedAt(),
                    true,
                    sender.active(),
                    offer != null && offer.warm(),
                    standing.isAvailable(),
                    sender.createdAt(),
                    stamp.updatedAt(),
                    sender.version());
        }

        static CampaignResource of(Inherited inherited, ClientId client) {
            Offer offer = inherited.offer();
            boolean seat = inherited.channel() == Channel.LINKEDIN;
            UUID named = offer.id().value();
            return new CampaignResource(
                    null,
                    client.value(),
                    inherited.channel(),
                    seat ? null : named,
                    seat ? named : null,
                    offer.name(),
                    null,
                    null,
                    null,
                    null,
                    false,
                    true,
                    offer.warm(),
                    inherited.isAvailable(),
                    inherited.since(),
                    inherited.since(),
                    null);
        }

        /** By name, and by channel where a number texts and calls. */
        private String place() {
            return name + '\0' + channel;
        }

        private UUID sender() {
            return Objects.requireNonNull(seatId == null ? clientResourceId : seatId, "a resource or a seat");
        }
    }

    /**
     * A sender to be chosen: a mailbox or number by the id of {@code C/resources}, or a seat.
     *
     * @param channel the channel by which the message leaves
     * @param dailyLimit the most touches that the campaign takes of the sender in a day; null means all that the sender has
     */
    public record NewCampaignResource(
            Channel channel,
            @Nullable UUID clientResourceId,
            @Nullable UUID seatId,

            @Range(min = 1, max = MOST) @Nullable Integer dailyLimit) {}

    /**
     * A merge patch of a chosen sender.
     *
     * @param dailyLimit the most touches that the campaign takes of the sender in a day; null means all that the sender has
     */
    public record PatchCampaignResource(
            @Range(min = 1, max = MOST) Change<@Nullable Integer> dailyLimit, Change<Boolean> isActive) {}

    @Override
    public List<Route<?, ?>> routes() {
        NewCampaignResource wish = new NewCampaignResource(
                Channel.EMAIL, UUID.fromString("019baaaa-0000-7000-8000-000000000020"), null, 15);
        PatchCampaignResource patch = new PatchCampaignResource(Change.to(10), Change.absent());
        return List.of(
                Route.get(
                                PATH,
                                "The senders that serve the campaign: what it has chosen, and on the other channels"
                                        + " all of the client's")
                        .tag(CampaignRoutes.TAG)
                        .role(Role.VIEWER)
                        .params(Param.words("channel", Channel.class))
                        .lists(CampaignResource.class, Sorting.of("value", "-value"), CampaignResource.EXAMPLE)
                        .handledBy(this::list),
                Route.post(PATH, "Choose a sender; on its channel the campaign begins with chosen ones only")
                        .tag(CampaignRoutes.TAG)
                        .role(Role.MEMBER)
                        .key(KeyScope.CAMPAIGNS_WRITE)
                        .body(NewCampaignResource.class, wish)
                        .answers(201, CampaignResource.class, CampaignResource.EXAMPLE)
                        .problems(ProblemCode.DUPLICATE, ProblemCode.CAMPAIGN_TERMINAL)
                        .handledBy(this::add),
                Route.patch(PATH + "/{rid}", "Change how much of a chosen sender the campaign uses")
                        .tag(CampaignRoutes.TAG)
                        .role(Role.MEMBER)
                        .key(KeyScope.CAMPAIGNS_WRITE)
                        .body(PatchCampaignResource.class, patch)
                        .answers(CampaignResource.class, CampaignResource.EXAMPLE)
                        .problems(ProblemCode.CAMPAIGN_TERMINAL)
                        .handledBy(this::change),
                Route.delete(PATH + "/{rid}", "Give a chosen sender up; without any the campaign uses all of them")
                        .tag(CampaignRoutes.TAG)
                        .role(Role.MEMBER)
                        .key(KeyScope.CAMPAIGNS_WRITE)
                        .problems(ProblemCode.CAMPAIGN_TERMINAL)
                        .handledBy(this::remove));
    }

    private Reply<Page<CampaignResource>> list(Call<None> call) {
        Set<Channel> channels = call.query().words("channel", Channel.class);
        return choose.of(call.scope(), campaign(call))
                .<Reply<Page<CampaignResource>>>map(all -> Reply.ok(Pages.of(
                        Stream.concat(
                                        views(call, all.chosen()),
                                        all.inherited().stream()
                                                .map(one -> CampaignResource.of(
                                                        one, call.scope().clientId())))
                                .filter(one -> channels.isEmpty() || channels.contains(one.channel()))
                                .toList(),
                        call.paging(),
                        CampaignResource::place,
                        CampaignResource::sender,
                        one -> one)))
                .orElseGet(Reply::notFound);
    }

    private Stream<CampaignResource> views(Call<?> call, List<Standing> chosen) {
        Moments.Known stamps = moments.ofIds(
                call.scope(),
                Kind.CAMPAIGN_SENDER,
                chosen.stream().map(one -> one.sender().id()).toList());
        return chosen.stream()
                .map(one -> CampaignResource.of(one, stamps.of(one.sender().id())));
    }

    private CampaignResource view(Call<?> call, Standing standing) {
        return views(call, List.of(standing)).findFirst().orElseThrow();
    }

    private Reply<CampaignResource> add(Call<NewCampaignResource> call) {
        NewCampaignResource body = call.body();
        boolean seat = body.seatId() != null;
        UUID named = seat ? body.seatId() : body.clientResourceId();
        if (named == null || seat && body.clientResourceId() != null) {
            return Reply.invalid(List.of(
                    FieldError.of("/client_resource_id", "exactly_one", "Name either client_resource_id or seat_id.")));
        }
        Wish wish = new Wish(
                body.channel(), new ResourceId(named), seat ? "seat_id" : "client_resource_id", body.dailyLimit());
        return switch (choose.choose(call.scope(), campaign(call), wish, call.origin())) {
            case Outcome.Chosen(Standing standing) ->
                Reply.created(call.path() + "/" + standing.sender().id(), view(call, standing))
                        .version(standing.sender().version());
            case Outcome refused -> refused(call, refused);
        };
    }

    private Reply<CampaignResource> change(Call<PatchCampaignResource> call) {
        PatchCampaignResource body = call.body();
        Outcome outcome = choose.change(
                call.scope(),
                campaign(call),
                rid(call),
                before -> new ChooseSenders.Edit(
                        body.dailyLimit().orElse(before.dailyLimit()),
                        body.isActive().orElse(before.active())),
                call.origin());
        return outcome instanceof Outcome.Chosen(Standing standing)
                ? Reply.ok(view(call, standing)).version(standing.sender().version())
                : refused(call, outcome);
    }

    private Reply<None> remove(Call<None> call) {
        Outcome outcome = choose.giveUp(call.scope(), campaign(call), rid(call), call.origin());
        return outcome instanceof Outcome.Chosen ? Reply.noContent() : refused(call, outcome);
    }

    private static <R> Reply<R> refused(Call<?> call, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Chosen chosen -> throw new IllegalStateException("nothing was refused");
            case Outcome.Exists(UUID id) ->
                Reply.refused(Problem.of(ProblemCode.DUPLICATE, "The campaign has chosen this sender already.")
                        .with("existing_id", id));
            case Outcome.Invalid(List<FieldProblem> problems) -> Campaigning.invalid(problems);
            case Outcome.Terminal terminal -> Campaigning.terminal();
            case Outcome.NotFound missing -> Reply.notFound();
            case Outcome.RoleRequired(Role required) -> Campaigning.roleRequired(call, required);
        };
    }

    private static CampaignId campaign(Call<?> call) {
        return call.id("id", CampaignId::new);
    }

    private static UUID rid(Call<?> call) {
        return call.id("rid", id -> id);
    }
}
