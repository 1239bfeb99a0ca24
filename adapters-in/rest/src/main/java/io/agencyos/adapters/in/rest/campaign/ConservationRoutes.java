package io.agencyos.adapters.in.rest.campaign;

import io.agencyos.adapters.in.http.route.Call;
import io.agencyos.adapters.in.http.route.None;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.application.campaign.CampaignUseCases;
import io.agencyos.application.campaign.store.Conservation;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.shared.id.CampaignId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Whether the sum closes: what became of every step that leads were enrolled with. Source: api 9.19. */
public final class ConservationRoutes implements RouteGroup {

    private final CampaignUseCases use;

    public ConservationRoutes(CampaignUseCases use) {
        this.use = use;
    }

    /**
     * In steps of sequences.
     *
     * @param enrolled steps of the sequences that leads were enrolled into, whatever became of them
     * @param sent steps of which a touch left
     * @param refused steps that were refused, by code
     * @param failed steps that failed, by code
     * @param pending steps that are still to come, by state
     * @param balanced whether the figures add up; if not, that is a defect of the product
     */
    public record ConservationShown(
            long enrolled,
            long sent,
            Map<String, Long> refused,
            Map<String, Long> failed,
            Map<String, Long> pending,
            boolean balanced) {

        public static final ConservationShown EXAMPLE = of(new Conservation(
                500,
                212,
                Map.of("channel_tier", 94L, "replied_not_interested", 60L, "linkedin_url_missing", 36L),
                Map.of("recipient_rejected", 2L, "send_outcome_unknown", 1L),
                95));

        public static ConservationShown of(Conservation steps) {
            return new ConservationShown(
                    steps.enrolled(),
                    steps.sent(),
                    new TreeMap<>(steps.refused()),
                    new TreeMap<>(steps.failed()),
                    steps.pending() == 0 ? Map.of() : Map.of("pending", steps.pending()),
                    steps.closes());
        }
    }

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(
                Route.get(CampaignRoutes.CAMPAIGN + "/conservation", "What became of every step of the campaign")
                        .tag(CampaignRoutes.TAG)
                        .role(Role.VIEWER)
                        .answers(ConservationShown.class, ConservationShown.EXAMPLE)
                        .handledBy(this::ofCampaign),
                Route.get(Route.C + "/outreach/conservation", "What became of every step of all campaigns")
                        .tag(CampaignRoutes.TAG)
                        .role(Role.VIEWER)
                        .answers(ConservationShown.class, ConservationShown.EXAMPLE)
                        .handledBy(call -> Reply.ok(
                                ConservationShown.of(use.showConservation().ofAll(call.scope())))));
    }

    private Reply<ConservationShown> ofCampaign(Call<None> call) {
        return use.showConservation()
                .of(call.scope(), call.id("id", CampaignId::new))
                .<Reply<ConservationShown>>map(steps -> Reply.ok(ConservationShown.of(steps)))
                .orElseGet(Reply::notFound);
    }
}
