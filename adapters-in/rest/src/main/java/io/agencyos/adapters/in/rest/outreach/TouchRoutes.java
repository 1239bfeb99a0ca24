package io.agencyos.adapters.in.rest.outreach;

import io.agencyos.adapters.in.http.route.Call;
import io.agencyos.adapters.in.http.route.None;
import io.agencyos.adapters.in.http.route.Page;
import io.agencyos.adapters.in.http.route.Param;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.adapters.in.http.route.Sorting;
import io.agencyos.adapters.in.rest.card.CampaignCard;
import io.agencyos.adapters.in.rest.card.LeadCard;
import io.agencyos.adapters.in.rest.card.Params;
import io.agencyos.application.conversion.InboxReadings;
import io.agencyos.application.conversion.ReadTimeline;
import io.agencyos.application.lead.store.Cards;
import io.agencyos.application.outreach.store.Touches;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.outreach.touch.TouchOrigin;
import io.agencyos.domain.outreach.touch.TouchState;
import io.agencyos.domain.shared.TouchKind;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.TouchId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Every touch of the client from plan to end, so that a campaign or a lead can be followed touch by touch. */
public final class TouchRoutes implements RouteGroup {

    private static final String TAG = "Touches";

    private final ReadTimeline timeline;

    public TouchRoutes(InboxReadings readings) {
        timeline = readings.timeline();
    }

    /**
     * A touch as its members may see it; what a vendor calls it stays inside.
     *
     * @param origin how the message came to be: by the sequence, as another try, as a person's own message or answer
     * @param sequenceStep the step of the sequence, from 1; 0 outside of one
     * @param attempt the how manieth try it is
     * @param state how far the touch has come; {@code unknown} means that nobody knows whether it arrived, and it is not
     *     sent again
     * @param sentAt when it left; null while it has not
     * @param subject the subject; null on channels without one and for answers in a thread
     * @param body what the message says; null where it has no text
     * @param code why it did not leave, or waits; null where neither is so
     */
    public record TouchView(
            UUID id,
            @Nullable LeadCard lead,
            @Nullable CampaignCard campaign,
            TouchKind touchKind,
            TouchOrigin origin,
            int sequenceStep,
            int attempt,
            TouchState state,
            Instant scheduledAt,
            @Nullable Instant sentAt,
            @Nullable String subject,
            @Nullable String body,
            @Nullable String code) {

        static final TouchView EXAMPLE = new TouchView(
                UUID.fromString("019baaaa-0000-7000-8000-000000000051"),
                LeadCard.EXAMPLE,
                CampaignCard.EXAMPLE,
                TouchKind.EMAIL,
                TouchOrigin.SEQUENCE,
                1,
                1,
                TouchState.SENT,
                Instant.parse("2026-03-02T00:30:00Z"),
                Instant.parse("2026-03-02T01:00:00Z"),
                "Quick idea",
                "Hi Priya, a short note.",
                null);

        static TouchView of(Touch touch, Cards cards) {
            Touch.TouchContent content = touch.content();
            return new TouchView(
                    touch.id().value(),
                    LeadCard.of(cards.lead(touch.leadId())),
                    CampaignCard.of(touch.campaignId(), cards),
                    touch.kind(),
                    touch.origin(),
                    touch.stepNo(),
                    touch.attemptNo(),
                    touch.state(),
                    touch.scheduledAt(),
                    touch.sentAt(),
                    content == null ? null : content.subject(),
                    content == null ? null : content.body(),
                    touch.code());
        }
    }

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(Route.get(Route.C + "/touches", "Touches planned, sent and given up, latest scheduled first")
                .tag(TAG)
                .role(Role.VIEWER)
                .params(Param.words("state", TouchState.class), Params.oneId("lead_id"), Params.oneId("campaign_id"))
                .lists(TouchView.class, Sorting.of("-scheduled_at"), TouchView.EXAMPLE)
                .handledBy(this::list));
    }

    private Reply<Page<TouchView>> list(Call<None> call) {
        ReadTimeline.TouchPage page = timeline.touches(
                call.scope(),
                new Touches.Filter(
                        Params.id(call.query(), "lead_id", LeadId::new),
                        Params.id(call.query(), "campaign_id", CampaignId::new),
                        Params.words(call.query(), "state", TouchState.class)),
                call.paging()
                        .after()
                        .map(after -> new Touches.After(Params.instant(after), new TouchId(after.id())))
                        .orElse(null),
                call.paging().limit());
        List<TouchView> views = page.touches().stream()
                .map(touch -> TouchView.of(touch, page.cards()))
                .toList();
        return Reply.ok(new Page<>(
                views,
                page.more()
                        ? Optional.of(Params.at(
                                views.getLast().scheduledAt(), views.getLast().id()))
                        : Optional.empty()));
    }
}
