package io.agencyos.adapters.in.rest.conversation;

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
import io.agencyos.adapters.in.rest.card.Moments;
import io.agencyos.adapters.in.rest.card.Params;
import io.agencyos.application.conversation.store.Timeline;
import io.agencyos.application.conversion.InboxReadings;
import io.agencyos.application.conversion.ReadTimeline;
import io.agencyos.application.lead.store.Cards;
import io.agencyos.application.shared.Stamps.Kind;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.conversation.Intent;
import io.agencyos.domain.lead.Activity;
import io.agencyos.domain.lead.ActivityAction;
import io.agencyos.domain.lead.ActivityActor;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.TouchKind;
import io.agencyos.domain.shared.id.ActivityId;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.TouchId;
import io.agencyos.domain.shared.id.UuidV7;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happened with leads: the feed of the client and each lead's timeline. Source: api 9.6, 9.9. */
public final class TimelineRoutes implements RouteGroup {

    private static final String TAG = "Activities";

    /** Characters of a message that a line shows. */
    private static final int PREVIEW = 200;

    private final ReadTimeline timeline;
    private final Moments moments;

    public TimelineRoutes(InboxReadings readings, Moments moments) {
        timeline = readings.timeline();
        this.moments = moments;
    }

    /**
     * One line. Source: api 8 Activity.
     *
     * @param channel the channel that it happened on; null for what happened on none
     * @param action what happened
     * @param at when it happened
     * @param touchNumber the how manieth message or call to the lead it is about, 1 for the first; null where none left or the call did not get through
     * @param subject the subject of the message that left; null where it has none or the line is about none
     * @param contentPreview how the message that left begins; null on lines about what the lead said
     * @param intent what the reply means that the line tells of; null on other lines and while nobody has read it
     * @param intentConfidence how sure that reading is, 0 to 1; null where there is none
     * @param detail what else is to be said of it; null where nothing is
     * @param actor whether the product, a colleague, the lead or a vendor did it
     * @param createdAt when the line was written, which may be a while after it happened
     * @param updatedAt when what it shows was last changed: a line about a reply follows its reading, others stay as written
     * @param version counts the changes of the reply that the line tells of; 0 on other lines
     */
    public record ActivityView(
            UUID id,
            UUID clientId,
            @Nullable LeadCard lead,
            @Nullable CampaignCard campaign,
            @Nullable Channel channel,
            @Nullable TouchKind touchKind,
            ActivityAction action,
            Instant at,
            @Nullable Integer sequenceStep,
            @Nullable UUID touchId,
            @Nullable Integer touchNumber,
            @Nullable String subject,
            @Nullable String contentPreview,
            @Nullable Intent intent,
            @Nullable BigDecimal intentConfidence,
            @Nullable String detail,
            ActivityActor actor,
            Instant createdAt,
            Instant updatedAt,
            int version) {

        static final ActivityView EXAMPLE = new ActivityView(
                UUID.fromString("019baaaa-0000-7000-8000-0000000000a1"),
                UUID.fromString("019baaaa-0000-7000-8000-000000000001"),
                LeadCard.EXAMPLE,
                CampaignCard.EXAMPLE,
                Channel.EMAIL,
                TouchKind.EMAIL,
                ActivityAction.SENT,
                Instant.parse("2026-03-02T01:00:00Z"),
                1,
                UUID.fromString("019baaaa-0000-7000-8000-000000000051"),
                1,
                "Growth at Harbour Lane",
                "Hi Priya, I noticed that Harbour Lane is hiring",
                null,
                null,
                null,
                ActivityActor.SYSTEM,
                Instant.parse("2026-03-02T01:00:00Z"),
                Instant.parse("2026-03-02T01:00:00Z"),
                0);

        static ActivityView of(Activity line, ReadTimeline.Page page, Moments.Known ofReplies) {
            Cards cards = page.cards();
            Touch.TouchContent said = said(line, page.touches());
            var told = page.replies().get(line.id());
            var read = told == null ? null : told.reading();
            Instant written = UuidV7.instantOf(line.id().value());
            return new ActivityView(
                    line.id().value(),
                    line.clientId().value(),
                    LeadCard.of(cards.lead(line.leadId())),
                    CampaignCard.of(line.campaignId(), cards),
                    line.channel(),
                    line.touchKind(),
                    line.action(),
                    line.occurredAt(),
                    line.stepNo(),
                    line.touchId() == null ? null : line.touchId().value(),
                    line.touchId() == null ? null : page.numbers().get(line.touchId()),
                    said == null ? null : said.subject(),
                    said == null ? null : beginning(said.body()),
                    told == null ? null : told.intent(),
                    read == null ? null : read.confidence(),
                    line.detail(),
                    line.actor(),
                    written,
                    told == null
                            ? written
                            : later(written, ofReplies.of(told.id()).updatedAt()),
                    told == null ? 0 : told.version());
        }

        private static Instant later(Instant one, Instant other) {
            return one.isAfter(other) ? one : other;
        }

        /** Nothing of a message that never left, and nothing of ours beside what the lead said or a person noted. */
        private static Touch.@Nullable TouchContent said(Activity line, Map<TouchId, Touch> touches) {
            TouchId id = line.touchId();
            Touch touch = id == null ? null : touches.get(id);
            boolean another = line.action() == ActivityAction.REPLIED || line.action() == ActivityAction.NOTE;
            return touch == null || another || touch.sentAt() == null ? null : touch.content();
        }
    }

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(
                Route.get(Route.C + "/activities", "What happened with leads, newest first")
                        .tag(TAG)
                        .role(Role.VIEWER)
                        .params(
                                Param.words("channel", Channel.class),
                                Param.words("action", ActivityAction.class),
                                Params.oneId("campaign_id"),
                                Params.oneId("lead_id"),
                                Param.instant("at_from", "From this moment on."),
                                Param.instant("at_to", "Before this moment."))
                        .lists(ActivityView.class, Sorting.of("-at"), ActivityView.EXAMPLE)
                        .handledBy(this::feed),
                Route.get(Route.C + "/leads/{id}/activities", "A lead's timeline, newest first")
                        .tag(TAG)
                        .role(Role.VIEWER)
                        .lists(ActivityView.class, Sorting.of("-at"), ActivityView.EXAMPLE)
                        .handledBy(this::ofLead));
    }

    private Reply<Page<ActivityView>> feed(Call<None> call) {
        Timeline.Filter filter = new Timeline.Filter(
                Params.id(call.query(), "lead_id", LeadId::new),
                Params.id(call.query(), "campaign_id", CampaignId::new),
                Params.words(call.query(), "channel", Channel.class),
                Params.words(call.query(), "action", ActivityAction.class),
                Params.instant(call.query(), "at_from"),
                Params.instant(call.query(), "at_to"));
        return page(
                call,
                timeline.list(call.scope(), filter, after(call), call.paging().limit()),
                moments);
    }

    private Reply<Page<ActivityView>> ofLead(Call<None> call) {
        return timeline.ofLead(
                        call.scope(),
                        call.id("id", LeadId::new),
                        after(call),
                        call.paging().limit())
                .map(page -> page(call, page, moments))
                .orElseGet(Reply::notFound);
    }

    static String beginning(String text) {
        return text.codePointCount(0, text.length()) <= PREVIEW
                ? text
                : text.substring(0, text.offsetByCodePoints(0, PREVIEW));
    }

    static Timeline.@Nullable After after(Call<None> call) {
        return call.paging()
                .after()
                .map(after -> new Timeline.After(Params.instant(after), new ActivityId(after.id())))
                .orElse(null);
    }

    static Reply<Page<ActivityView>> page(Call<?> call, ReadTimeline.Page page, Moments moments) {
        Moments.Known ofReplies = moments.ofAll(
                call.scope(),
                Kind.REPLY,
                page.replies().values().stream()
                        .map(io.agencyos.domain.conversation.Reply::id)
                        .toList());
        List<ActivityView> views = page.lines().stream()
                .map(line -> ActivityView.of(line, page, ofReplies))
                .toList();
        return Reply.ok(new Page<>(
                views,
                page.more()
                        ? Optional.of(
                                Params.at(views.getLast().at(), views.getLast().id()))
                        : Optional.empty()));
    }
}
