package io.agencyos.adapters.in.rest.conversation;

import io.agencyos.adapters.in.http.route.Call;
import io.agencyos.adapters.in.http.route.None;
import io.agencyos.adapters.in.http.route.Page;
import io.agencyos.adapters.in.http.route.Param;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.adapters.in.http.route.Sorting;
import io.agencyos.adapters.in.rest.card.Moments;
import io.agencyos.adapters.in.rest.card.Params;
import io.agencyos.adapters.in.rest.conversation.TimelineRoutes.ActivityView;
import io.agencyos.application.campaign.ShowCampaign;
import io.agencyos.application.conversation.store.Timeline;
import io.agencyos.application.conversion.InboxReadings;
import io.agencyos.application.conversion.ReadTimeline;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.lead.ActivityAction;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.id.CampaignId;
import java.util.List;

/** What happened with the leads of one campaign. Source: api 9.4. */
public final class CampaignFeedRoutes implements RouteGroup {

    private final ReadTimeline timeline;
    private final ShowCampaign campaigns;
    private final Moments moments;

    public CampaignFeedRoutes(InboxReadings readings, ShowCampaign campaigns, Moments moments) {
        this.moments = moments;
        this.timeline = readings.timeline();
        this.campaigns = campaigns;
    }

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(Route.get(Route.C + "/campaigns/{id}/activities", "What happened in a campaign, newest first")
                .tag("Activities")
                .role(Role.VIEWER)
                .params(Param.words("channel", Channel.class), Param.words("action", ActivityAction.class))
                .lists(ActivityView.class, Sorting.of("-at"), ActivityView.EXAMPLE)
                .handledBy(this::feed));
    }

    private Reply<Page<ActivityView>> feed(Call<None> call) {
        CampaignId campaign = call.id("id", CampaignId::new);
        if (campaigns.of(call.scope(), campaign).isEmpty()) {
            return Reply.notFound();
        }
        Timeline.Filter filter = new Timeline.Filter(
                null,
                campaign,
                Params.words(call.query(), "channel", Channel.class),
                Params.words(call.query(), "action", ActivityAction.class),
                null,
                null);
        return TimelineRoutes.page(
                call,
                timeline.list(
                        call.scope(),
                        filter,
                        TimelineRoutes.after(call),
                        call.paging().limit()),
                moments);
    }
}
