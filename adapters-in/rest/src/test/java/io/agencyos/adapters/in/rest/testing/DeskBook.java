package io.agencyos.adapters.in.rest.testing;

import io.agencyos.application.conversation.store.TaskBoard;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.testing.Outreachbook;
import io.agencyos.domain.campaign.Campaign;
import io.agencyos.domain.campaign.enrolment.Enrolment;
import io.agencyos.domain.conversation.ConversationThread;
import io.agencyos.domain.conversation.Intent;
import io.agencyos.domain.conversation.Message;
import io.agencyos.domain.conversation.Reply;
import io.agencyos.domain.conversation.Sentiment;
import io.agencyos.domain.conversation.ThreadOutcome;
import io.agencyos.domain.conversation.ThreadStatus;
import io.agencyos.domain.lead.Activity;
import io.agencyos.domain.lead.ActivityAction;
import io.agencyos.domain.lead.ActivityActor;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.TouchKind;
import io.agencyos.domain.shared.id.ActivityId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.MessageId;
import io.agencyos.domain.shared.id.ReplyId;
import io.agencyos.domain.shared.id.TaskId;
import io.agencyos.domain.shared.id.ThreadId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Rows of one client for tests of the desk's routes. */
public final class DeskBook {

    private final DeskWorld desk;
    private final ClientId client;
    public final Campaign campaign;

    public DeskBook(DeskWorld desk, ClientId client) {
        this.desk = desk;
        this.client = client;
        campaign = Outreachbook.campaign(client);
        in(() -> desk.world.campaigns.insert(campaign, Outreachbook.sequence(campaign, 3, false)));
    }

    private void in(Runnable work) {
        desk.world.units.inTenant(TenantScope.worker(client), work);
    }

    private Instant now() {
        return desk.world.clock.now();
    }

    /** A lead with an enrolment, a planned touch and a line of its timeline. */
    public Lead lead() {
        Lead lead = Outreachbook.lead(client, 70);
        Enrolment enrolment = Outreachbook.enrolment(lead.id(), campaign);
        in(() -> {
            desk.leads.insertAll(List.of(lead));
            desk.enrolments.insertAll(List.of(enrolment), Outreachbook.steps(enrolment, 3));
            desk.touches.insertNew(
                    List.of(Outreachbook.touch(enrolment).withText().make()));
            desk.activities.append(new Activity(
                    new ActivityId(desk.world.ids.next()),
                    client,
                    lead.id(),
                    campaign.id(),
                    ActivityAction.SENT,
                    Channel.EMAIL,
                    TouchKind.EMAIL,
                    null,
                    1,
                    now(),
                    null,
                    null,
                    ActivityActor.SYSTEM));
        });
        return lead;
    }

    /** What the lead answered, in a thread of its own. */
    public Reply reply(Lead lead, Intent intent, String text) {
        ConversationThread thread = new ConversationThread(
                new ThreadId(desk.world.ids.next()),
                client,
                lead.id(),
                campaign.id(),
                Channel.EMAIL,
                ThreadStatus.ACTIVE,
                ThreadOutcome.ONGOING,
                null,
                0,
                1,
                now(),
                null,
                now(),
                0);
        Message message = new Message(
                new MessageId(desk.world.ids.next()),
                client,
                thread.id(),
                lead.id(),
                Message.Direction.IN,
                Channel.EMAIL,
                "Re: Quick idea",
                text,
                1,
                now());
        Reply reply = new Reply(
                new ReplyId(desk.world.ids.next()),
                client,
                thread.id(),
                lead.id(),
                message.id(),
                Channel.EMAIL,
                "fake",
                message.id().text(),
                null,
                now(),
                false,
                new Reply.Reading(
                        intent,
                        new BigDecimal("0.90"),
                        new Sentiment(Sentiment.Label.NEUTRAL, new BigDecimal("0.0")),
                        null,
                        null,
                        List.of(),
                        Set.of(),
                        "rules-1",
                        now()),
                null,
                Reply.Handling.NEEDS_HUMAN,
                null,
                null,
                false,
                0);
        in(() -> {
            desk.threads.insert(thread);
            desk.threads.append(message);
            desk.replies.insert(reply);
        });
        return reply;
    }

    public TaskBoard.Task task(Lead lead, String kind) {
        TaskBoard.Task task = new TaskBoard.Task(
                new TaskId(desk.world.ids.next()),
                client,
                kind,
                lead.id(),
                null,
                null,
                "Answer the question.",
                now(),
                TaskBoard.Status.OPEN,
                kind + ":" + lead.id().text(),
                null,
                null,
                now());
        in(() -> desk.board.open(List.of(task)));
        return task;
    }
}
