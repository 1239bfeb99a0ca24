package io.agencyos.adapters.in.rest.campaign;

import io.agencyos.adapters.in.http.route.Call;
import io.agencyos.adapters.in.http.route.None;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.adapters.in.rest.campaign.CampaignJson.CampaignShown;
import io.agencyos.application.campaign.CampaignUseCases;
import io.agencyos.application.campaign.CloneCampaign;
import io.agencyos.domain.campaign.Campaign;
import io.agencyos.domain.client.identity.KeyScope;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.shared.id.CampaignId;
import java.util.List;

/** A campaign as a pattern for another. Source: api 9.4. */
public final class CampaignCopyRoutes implements RouteGroup {

    private static final int CREATED = 201;

    private final CampaignUseCases use;

    public CampaignCopyRoutes(CampaignUseCases use) {
        this.use = use;
    }

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(Route.post(
                        CampaignRoutes.CAMPAIGN + "/clone",
                        "Makes a draft with the same settings and steps, without leads")
                .tag(CampaignRoutes.TAG)
                .role(Role.MEMBER)
                .key(KeyScope.CAMPAIGNS_WRITE)
                .idempotent()
                .answers(CREATED, CampaignShown.class, CampaignShown.EXAMPLE)
                .handledBy(this::copy));
    }

    private Reply<CampaignShown> copy(Call<None> call) {
        return switch (use.cloneCampaign().copy(call.scope(), call.id("id", CampaignId::new), call.origin())) {
            case CloneCampaign.Outcome.Cloned(Campaign copy) ->
                use.showCampaign()
                        .of(call.scope(), copy.id())
                        .<Reply<CampaignShown>>map(view -> Reply.created(
                                        Route.C.replace(
                                                        "{client_id}",
                                                        copy.clientId().text()) + "/campaigns/"
                                                + copy.id().text(),
                                        CampaignShown.of(view))
                                .version(copy.version()))
                        .orElseGet(Reply::notFound);
            case CloneCampaign.Outcome.NotFound() -> Reply.notFound();
            case CloneCampaign.Outcome.RoleRequired(Role required) -> Campaigning.roleRequired(call, required);
        };
    }
}
