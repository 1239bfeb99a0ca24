package io.agencyos.adapters.in.rest.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.in.rest.card.Moments;
import io.agencyos.adapters.in.rest.conversation.TimelineRoutes.ActivityView;
import io.agencyos.application.conversion.ReadTimeline;
import io.agencyos.application.lead.store.Cards;
import io.agencyos.application.shared.Stamp;
import io.agencyos.application.testing.Campaignbook;
import io.agencyos.application.testing.Leadbook;
import io.agencyos.application.testing.Outreachbook;
import io.agencyos.application.testing.TouchMaker;
import io.agencyos.domain.campaign.Campaign;
import io.agencyos.domain.client.PermissionMode;
import io.agencyos.domain.conversation.Reply;
import io.agencyos.domain.lead.Activity;
import io.agencyos.domain.lead.ActivityAction;
import io.agencyos.domain.lead.ActivityActor;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.outreach.touch.TouchState;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.TouchKind;
import io.agencyos.domain.shared.id.ActivityId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.MessageId;
import io.agencyos.domain.shared.id.ReplyId;
import io.agencyos.domain.shared.id.ThreadId;
import io.agencyos.domain.shared.id.TouchId;
import io.agencyos.domain.shared.id.UuidV7;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a line of the timeline says of the message that it is about. Source: api 8 Activity. */
class ActivityViewTest {

    private final Campaign campaign =
            Campaignbook.active(new ClientId(UUID.randomUUID()), PermissionMode.AUTOPILOT, Leadbook.MONDAY);
    private final LeadId lead = new LeadId(UUID.randomUUID());

    private TouchMaker touch() {
        return Outreachbook.touch(Outreachbook.enrolment(lead, campaign)).withText();
    }

    private Touch sent() {
        return touch().state(TouchState.SENT).sent(Leadbook.MONDAY, "ref-1").make();
    }

    private ActivityView view(ActivityAction action, Touch touch) {
        Activity line = line(new ActivityId(UUID.randomUUID()), action, touch.id());
        return ActivityView.of(
                line,
                new ReadTimeline.Page(
                        List.of(line),
                        new Cards(Map.of(), Map.of()),
                        Map.of(touch.id(), touch),
                        Map.of(touch.id(), 3),
                        Map.of(),
                        false),
                new Moments.Known(Map.of()));
    }

    private Activity line(ActivityId id, ActivityAction action, @Nullable TouchId touch) {
        return new Activity(
                id,
                campaign.clientId(),
                lead,
                campaign.id(),
                action,
                Channel.EMAIL,
                TouchKind.EMAIL,
                touch,
                1,
                Leadbook.MONDAY,
                null,
                null,
                ActivityActor.SYSTEM);
    }

    @Test
    void what_left_is_shown_beside_whatever_became_of_it() {
        Touch touch = sent();

        assertThat(view(ActivityAction.SENT, touch))
                .extracting(ActivityView::subject, ActivityView::contentPreview)
                .containsExactly("Quick idea", "Hi Asha, a short note.");
        assertThat(view(ActivityAction.OPENED, touch).touchNumber()).isEqualTo(3);
        assertThat(view(ActivityAction.OPENED, touch).subject()).isEqualTo("Quick idea");
    }

    @Test
    void what_the_lead_said_and_what_never_left_has_nothing_of_ours_beside_it() {
        assertThat(view(ActivityAction.REPLIED, sent()).contentPreview()).isNull();
        assertThat(view(ActivityAction.SKIPPED, touch().make()))
                .extracting(ActivityView::subject, ActivityView::contentPreview)
                .containsExactly(null, null);
    }

    @Test // api 8: a line about a reply shows its intent, which a person may correct
    void a_line_changes_with_the_reply_that_it_tells_of() {
        Instant written = Instant.parse("2026-03-05T01:00:00Z");
        Instant corrected = Instant.parse("2026-03-06T02:00:00Z");
        Activity line = line(new ActivityId(UuidV7.of(written, 1, 2)), ActivityAction.REPLIED, null);
        Reply reply = new Reply(
                new ReplyId(UUID.randomUUID()),
                campaign.clientId(),
                new ThreadId(UUID.randomUUID()),
                lead,
                new MessageId(UUID.randomUUID()),
                Channel.EMAIL,
                "fake",
                "<7@harbourlane.example>",
                null,
                written,
                false,
                null,
                null,
                Reply.Handling.NEEDS_HUMAN,
                null,
                null,
                false,
                3);
        ReadTimeline.Page page = new ReadTimeline.Page(
                List.of(line), new Cards(Map.of(), Map.of()), Map.of(), Map.of(), Map.of(line.id(), reply), false);

        ActivityView view = ActivityView.of(
                line, page, new Moments.Known(Map.of(reply.id().value(), new Stamp(written, corrected))));

        assertThat(view)
                .extracting(ActivityView::createdAt, ActivityView::updatedAt, ActivityView::version)
                .containsExactly(written, corrected, 3);
    }

    @Test // 200 characters, none of them torn
    void a_long_message_is_shown_by_its_beginning() {
        assertThat(TimelineRoutes.beginning("a".repeat(200))).hasSize(200);
        assertThat(TimelineRoutes.beginning("🙂".repeat(201))).isEqualTo("🙂".repeat(200));
    }
}
