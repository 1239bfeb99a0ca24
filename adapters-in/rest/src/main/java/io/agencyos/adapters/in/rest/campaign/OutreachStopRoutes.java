package io.agencyos.adapters.in.rest.campaign;

import io.agencyos.adapters.in.http.route.Call;
import io.agencyos.adapters.in.http.route.FieldError;
import io.agencyos.adapters.in.http.route.ProblemCode;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.adapters.in.http.route.Text;
import io.agencyos.application.campaign.CampaignUseCases;
import io.agencyos.application.campaign.lifecycle.PauseOutreach;
import io.agencyos.application.campaign.lifecycle.ResumeOutreach;
import io.agencyos.domain.campaign.activation.ActivationProblem;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.identity.KeyScope;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.shared.id.CampaignId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Stop everything, and go on. Source: api 9.2, outreach 1.5. */
public final class OutreachStopRoutes implements RouteGroup {

    private static final String TAG = "Clients";
    private static final UUID CAMPAIGN = UUID.fromString("019baaaa-0000-7000-8000-000000000010");

    private final CampaignUseCases use;

    public OutreachStopRoutes(CampaignUseCases use) {
        this.use = use;
    }

    /**
     * Why everything stops.
     *
     * @param reason why, in your own words; colleagues see it
     * @param hangup whether calls that go on are ended within moments, instead of coming to their own end; may be added to
     *     a stop that is in force
     */
    public record Stop(
            @Text(min = 0, max = 500) @Nullable String reason,
            @Nullable Boolean hangup) {}

    /**
     * The stop in force.
     *
     * @param paused whether outreach is stopped
     * @param inFlight touches whose call to a vendor had begun; these leave all the same
     */
    public record Stopped(boolean paused, @Nullable Instant pausedAt, int campaignsAffected, int inFlight) {}

    /** Whether campaigns that the stop had paused go on. */
    public record GoOn(@Nullable Boolean reactivate) {}

    /**
     * A campaign that stays paused, and why.
     *
     * @param reasons what keeps the campaign from sending
     */
    public record StillPaused(UUID campaignId, List<ActivationProblem> reasons) {}

    /**
     * What goes on.
     *
     * @param paused whether outreach is stopped
     */
    public record Resumed(boolean paused, List<UUID> campaignsReactivated, List<StillPaused> campaignsBlocked) {}

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(
                Route.post(Route.C + "/pause", "Stop everything of the client at once")
                        .tag(TAG)
                        .role(Role.MEMBER)
                        .key(KeyScope.OUTREACH_PAUSE)
                        .body(Stop.class, new Stop("wrong price in the mails", false))
                        .answers(Stopped.class, new Stopped(true, Instant.parse("2026-03-02T00:00:00Z"), 3, 0))
                        .handledBy(this::pause),
                Route.post(Route.C + "/resume", "Lift the stop")
                        .tag(TAG)
                        .role(Role.ADMIN)
                        .body(GoOn.class, new GoOn(true))
                        .answers(
                                Resumed.class,
                                new Resumed(
                                        false,
                                        List.of(CAMPAIGN),
                                        List.of(new StillPaused(
                                                CAMPAIGN, List.of(ActivationProblem.NO_RESOURCE_EMAIL)))))
                        .problems(ProblemCode.NOT_ELIGIBLE)
                        .handledBy(this::resume));
    }

    private Reply<Stopped> pause(Call<Stop> call) {
        String reason = call.body().reason();
        boolean hangUp = Boolean.TRUE.equals(call.body().hangup());
        return switch (use.pauseOutreach().pause(call.scope(), reason == null ? "" : reason, hangUp, call.origin())) {
            case PauseOutreach.Outcome.Paused(Client client, int affected, int inFlight) -> {
                Client.Pause pause = client.pause();
                yield Reply.ok(new Stopped(client.paused(), pause == null ? null : pause.at(), affected, inFlight));
            }
            case PauseOutreach.Outcome.InvalidReason invalid ->
                Reply.invalid(List.of(FieldError.of("/reason", "too_long", "At most 500 characters.")));
            case PauseOutreach.Outcome.NotFound gone -> Reply.notFound();
            case PauseOutreach.Outcome.RoleRequired(Role required) -> Campaigning.roleRequired(call, required);
        };
    }

    private Reply<Resumed> resume(Call<GoOn> call) {
        boolean reactivate = Boolean.TRUE.equals(call.body().reactivate());
        return switch (use.resumeOutreach().resume(call.scope(), reactivate, call.origin())) {
            case ResumeOutreach.Outcome.Resumed(
                    Client client,
                    List<CampaignId> reactivated,
                    Map<CampaignId, List<ActivationProblem>> blocked) ->
                Reply.ok(new Resumed(
                        client.paused(),
                        reactivated.stream().map(CampaignId::value).toList(),
                        blocked.entrySet().stream()
                                .map(entry -> new StillPaused(entry.getKey().value(), entry.getValue()))
                                .toList()));
            case ResumeOutreach.Outcome.NotFound gone -> Reply.notFound();
            case ResumeOutreach.Outcome.Leaving leaving ->
                Reply.refused(ProblemCode.NOT_ELIGIBLE, "The client is to be removed; an owner restores it first.");
            case ResumeOutreach.Outcome.RoleRequired(Role required) -> Campaigning.roleRequired(call, required);
        };
    }
}
