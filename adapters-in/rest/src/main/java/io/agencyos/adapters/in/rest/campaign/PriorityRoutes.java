package io.agencyos.adapters.in.rest.campaign;

import io.agencyos.adapters.in.http.route.Call;
import io.agencyos.adapters.in.http.route.FieldError;
import io.agencyos.adapters.in.http.route.Items;
import io.agencyos.adapters.in.http.route.None;
import io.agencyos.adapters.in.http.route.Problem;
import io.agencyos.adapters.in.http.route.ProblemCode;
import io.agencyos.adapters.in.http.route.Range;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.application.campaign.SharePriorities;
import io.agencyos.domain.campaign.Campaign;
import io.agencyos.domain.client.identity.KeyScope;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.shared.id.CampaignId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How a client's leads are shared between its active campaigns. Source: api 9.4 (priority balancing). */
public final class PriorityRoutes implements RouteGroup {

    private static final String ALL = Route.C + "/campaign-priorities";
    private static final UUID SOME = UUID.fromString("019baaaa-0000-7000-8000-000000000003");

    private final SharePriorities use;

    public PriorityRoutes(SharePriorities use) {
        this.use = use;
    }

    /** One campaign's share, percent. */
    public record Share(
            UUID campaignId, @Range(min = 0, max = 100) int priorityPct) {}

    /**
     * All shares at once.
     *
     * @param items every active campaign with its share; together they make 100
     */
    public record NewShares(@Items(min = 1, max = 50) List<Share> items) {}

    /** A share as it would be set. */
    public record Wanted(
            UUID campaignId, @Range(min = 0, max = 100) int priorityPct) {}

    /**
     * One campaign with its share.
     *
     * @param name what colleagues call the campaign
     */
    public record Shown(UUID campaignId, String name, int priorityPct) {}

    /**
     * The shares; {@code job_id} is the sourcing that a change began, null where none was.
     *
     * @param items every active campaign with its share; together they make 100
     * @param jobId the sourcing that the change began; null where it began none
     */
    public record Shares(List<Shown> items, @Nullable UUID jobId) {}

    /**
     * What the shares would be.
     *
     * @param items each active campaign with the share that it would have
     */
    public record Balanced(List<Share> items) {}

    @Override
    public List<Route<?, ?>> routes() {
        Share all = new Share(SOME, 100);
        Shares shown = new Shares(List.of(new Shown(SOME, "Growth leads", 100)), null);
        return List.of(
                Route.get(ALL, "How the leads are shared between the active campaigns")
                        .tag(CampaignRoutes.TAG)
                        .role(Role.VIEWER)
                        .answers(Shares.class, shown)
                        .handledBy(this::show),
                Route.put(ALL, "Set the shares of all active campaigns at once")
                        .tag(CampaignRoutes.TAG)
                        .role(Role.MEMBER)
                        .key(KeyScope.CAMPAIGNS_WRITE)
                        .ifMatch()
                        .body(NewShares.class, new NewShares(List.of(all)))
                        .answers(Shares.class, shown)
                        .problems(ProblemCode.CAMPAIGN_SET_MISMATCH)
                        .handledBy(this::set),
                Route.post(ALL + "/preview", "What the shares would be; changes nothing")
                        .tag(CampaignRoutes.TAG)
                        .role(Role.VIEWER)
                        .body(Wanted.class, new Wanted(SOME, 60))
                        .answers(Balanced.class, new Balanced(List.of(all)))
                        .handledBy(this::preview));
    }

    private Reply<Shares> show(Call<None> call) {
        return shown(use.show(call.scope()));
    }

    private static Reply<Shares> shown(SharePriorities.Shares shares) {
        return Reply.ok(new Shares(
                        shares.active().stream().map(PriorityRoutes::one).toList(), null))
                .version(shares.version());
    }

    private static Shown one(Campaign campaign) {
        return new Shown(campaign.id().value(), campaign.name(), campaign.priorityPct());
    }

    private Reply<Shares> set(Call<NewShares> call) {
        Map<CampaignId, Integer> wanted = new LinkedHashMap<>();
        List<Share> items = call.body().items();
        for (int i = 0; i < items.size(); i++) {
            Share share = items.get(i);
            if (wanted.put(new CampaignId(share.campaignId()), share.priorityPct()) != null) {
                return Reply.invalid(
                        List.of(FieldError.of("/items/" + i + "/campaign_id", "duplicate", "Named twice.")));
            }
        }
        return switch (use.set(call.scope(), wanted, call.expectedVersion(), call.origin())) {
            case SharePriorities.Outcome.Set(SharePriorities.Shares shares) -> shown(shares);
            case SharePriorities.Outcome.SetMismatch(Set<CampaignId> missing, Set<CampaignId> extra) ->
                Reply.refused(
                        Problem.of(ProblemCode.CAMPAIGN_SET_MISMATCH, "Name every active campaign once, and no other.")
                                .with("missing", texts(missing))
                                .with("extra", texts(extra)));
            case SharePriorities.Outcome.SumIsNot100(int sum) ->
                Reply.invalid(List.of(
                        new FieldError("/items", "allocation_sum", "The shares sum to 100.", Map.of("sum", sum))));
            case SharePriorities.Outcome.OutOfRange(Set<CampaignId> campaigns, int low, int high) ->
                Reply.invalid(items.stream()
                        .filter(share -> campaigns.contains(new CampaignId(share.campaignId())))
                        .map(share -> new FieldError(
                                "/items/" + items.indexOf(share) + "/priority_pct",
                                "allocation_range",
                                "Each share is from " + low + " to " + high + ".",
                                Map.of("min", low, "max", high)))
                        .toList());
            case SharePriorities.Outcome.VersionConflict(int version) ->
                Reply.refused(Problem.versionConflict(Optional.of(version)));
            case SharePriorities.Outcome.RoleRequired() ->
                Reply.refused(Problem.roleRequired(
                        Role.MEMBER.wire(), call.scope().role().wire()));
        };
    }

    private static List<String> texts(Set<CampaignId> ids) {
        return ids.stream().map(CampaignId::text).sorted().toList();
    }

    private Reply<Balanced> preview(Call<Wanted> call) {
        Map<CampaignId, Integer> balanced = use.preview(
                call.scope(),
                new CampaignId(call.body().campaignId()),
                call.body().priorityPct());
        return balanced.isEmpty()
                ? Reply.invalid(List.of(
                        FieldError.of("/campaign_id", "campaign_not_found", "There is no such active campaign.")))
                : Reply.ok(new Balanced(balanced.entrySet().stream()
                        .map(share -> new Share(share.getKey().value(), share.getValue()))
                        .toList()));
    }
}
