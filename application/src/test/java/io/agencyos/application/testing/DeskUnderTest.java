package io.agencyos.application.testing;

import io.agencyos.application.outreach.OutreachScenario;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.TimeOrderedIds;
import io.agencyos.domain.client.PermissionMode;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.conversation.ConversationThread;
import io.agencyos.domain.conversation.Intent;
import io.agencyos.domain.conversation.Message;
import io.agencyos.domain.conversation.Reply;
import io.agencyos.domain.conversation.Sentiment;
import io.agencyos.domain.conversation.Topic;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.LeadStatus;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.MessageId;
import io.agencyos.domain.shared.id.ReplyId;
import io.agencyos.domain.shared.id.UserId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

/** A client whose campaign runs by itself, with everything that people do at their desks, on the stores of the test. */
public abstract class DeskUnderTest {

    protected static final UserId ANN = new UserId(UUID.fromString("00000000-0000-7000-8000-0000000000a1"));
    protected static final UserId BEN = new UserId(UUID.fromString("00000000-0000-7000-8000-0000000000b2"));

    private final AtomicReference<Instant> clock = new AtomicReference<>(OutreachScenario.MONDAY_MORNING);
    private final IdSource ids = new TimeOrderedIds(clock::get, new TestChance(System.nanoTime()));
    private @Nullable Desk stores;
    private @Nullable OutreachScenario running;

    /** The stores, on this clock. */
    protected abstract Desk desk(AtomicReference<Instant> time);

    @BeforeEach
    void open_the_client() {
        stores = desk(clock);
        running = new OutreachScenario(stores.world(), clock, PermissionMode.AUTOPILOT);
    }

    protected final Desk desk() {
        return Objects.requireNonNull(stores);
    }

    protected final OutreachScenario scenario() {
        return Objects.requireNonNull(running);
    }

    /** Another client on the same stores. */
    protected final OutreachScenario another() {
        return new OutreachScenario(desk().world(), clock, PermissionMode.AUTOPILOT);
    }

    protected final ClientId client() {
        return scenario().client();
    }

    protected final Instant now() {
        return clock.get();
    }

    protected final IdSource ids() {
        return ids;
    }

    protected final AtomicReference<Instant> clock() {
        return clock;
    }

    protected final TenantScope as(UserId user, Role role) {
        return new TenantScope(client(), user, role);
    }

    /** A lead that has got its first e-mail. */
    protected final Lead contacted() {
        return contacted(1).getFirst();
    }

    protected final List<Lead> contacted(int count) {
        List<Lead> leads = scenario().leads(count);
        scenario().runFor(Duration.ofHours(6));
        return leads;
    }

    protected final ConversationThread thread(Lead lead) {
        return scenario()
                .in(() -> desk().threads()
                        .findForUpdate(client(), lead.id(), Channel.EMAIL)
                        .orElseThrow());
    }

    /** A reply that was read as this, with its text, in the lead's thread. */
    protected final Reply replied(Lead lead, @Nullable Intent intent, String text) {
        return scenario().in(() -> {
            ConversationThread thread = desk().threads()
                    .findForUpdate(client(), lead.id(), Channel.EMAIL)
                    .orElseThrow();
            Message message = new Message(
                    new MessageId(ids.next()),
                    client(),
                    thread.id(),
                    lead.id(),
                    Message.Direction.IN,
                    Channel.EMAIL,
                    "Re: Quick idea",
                    text,
                    thread.ours() + thread.theirs() + 1,
                    now());
            desk().threads().append(message);
            desk().threads().update(theirs(thread));
            Reply reply = reply(thread, message, intent == null ? null : reading(intent));
            desk().replies().insert(reply);
            return reply;
        });
    }

    private ConversationThread theirs(ConversationThread thread) {
        return new ConversationThread(
                thread.id(),
                thread.clientId(),
                thread.leadId(),
                thread.campaignId(),
                thread.channel(),
                thread.status(),
                thread.outcome(),
                thread.externalThreadId(),
                thread.ours(),
                thread.theirs() + 1,
                thread.startedAt(),
                thread.lastOursAt(),
                now(),
                thread.version());
    }

    protected final Reply.Reading reading(Intent intent) {
        return new Reply.Reading(
                intent,
                new BigDecimal("0.90"),
                new Sentiment(Sentiment.Label.POSITIVE, new BigDecimal("0.6")),
                null,
                "What does it cost?",
                List.of(Topic.PRICING, Topic.TIMING),
                Set.of("anger"),
                "rules-1",
                now());
    }

    private Reply reply(ConversationThread thread, Message message, Reply.@Nullable Reading reading) {
        return new Reply(
                new ReplyId(ids.next()),
                client(),
                thread.id(),
                thread.leadId(),
                message.id(),
                Channel.EMAIL,
                "fake",
                "<" + message.id().text() + "@harbourlane.example>",
                "thread/7",
                message.at(),
                true,
                reading,
                null,
                Reply.Handling.NEEDS_HUMAN,
                null,
                null,
                false,
                0);
    }

    protected static Lead withStatus(Lead lead, LeadStatus status) {
        return lead.change().status(status).lead();
    }
}
