package io.agencyos.adapters.out.postgres.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.out.memory.outreach.FakeEmailSender;
import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import io.agencyos.application.conversation.ConversationScenario;
import io.agencyos.application.conversation.ConversationStories;
import io.agencyos.application.conversation.ProcessInbox;
import io.agencyos.application.conversation.inbox.InboundMail;
import io.agencyos.application.conversation.inbox.MailEvent;
import io.agencyos.application.conversation.inbox.WebhookInbox;
import io.agencyos.domain.campaign.enrolment.EnrolmentState;
import io.agencyos.domain.conversation.ConversationThread;
import io.agencyos.domain.conversation.Message;
import io.agencyos.domain.conversation.ThreadStatus;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.LeadStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What several workers do to the same leads at once. Source: content 7, outreach 2.6 last paragraph. */
class ReplyRacesTest extends ConversationStories {

    private static final int LEADS = 8;

    @RegisterExtension
    static final FreshDatabase database = new FreshDatabase();

    @Override
    protected Ground ground(AtomicReference<Instant> time) {
        return ConversationOnPostgres.ground(database, time::get, new FakeEmailSender(time::get));
    }

    @Override
    protected void loseNextAnswer() {
        throw new UnsupportedOperationException("no race here loses an answer");
    }

    @Test // content 7: two replies of one lead at once, opt-out wins whatever the order
    void of_two_answers_at_once_the_opt_out_wins_and_none_is_lost() throws Exception {
        ConversationScenario scenario = scenario();
        List<Lead> leads =
                IntStream.range(0, LEADS).mapToObj(no -> scenario.enrolled()).toList();
        for (Lead lead : leads) {
            scenario.arrives(
                    received(scenario.mail(lead, null, "Sounds great, tell me more please.")),
                    received(scenario.mail(lead, null, "Please unsubscribe me from this list.")));
        }
        atOnce(() -> drain(scenario), () -> drain(scenario), () -> drain(scenario), () -> drain(scenario));
        again(scenario);

        assertThat(scenario.events(WebhookInbox.State.DONE)).hasSize(2 * LEADS);
        for (Lead lead : leads) {
            assertThat(scenario.outreach().reread(lead).status()).isEqualTo(LeadStatus.UNSUBSCRIBED);
            assertThat(scenario.state(lead)).isEqualTo(EnrolmentState.STOPPED);
            assertThat(scenario.replies(lead)).hasSize(2);
            ConversationThread thread = scenario.threads(lead).getFirst();
            assertThat(scenario.threads(lead)).hasSize(1);
            assertThat(thread.status()).isEqualTo(ThreadStatus.DEAD);
            assertThat(scenario.outreach().in(() -> scenario.stores().threads().messages(lead.clientId(), thread.id())))
                    .extracting(Message::position)
                    .containsExactly(1, 2);
        }
    }

    @Test // outreach 2.6: a reply and a dispatch of the same lead are totally ordered
    void what_is_sent_while_an_answer_comes_in_is_sent_before_it_or_never() throws Exception {
        ConversationScenario scenario = scenario();
        List<Lead> leads =
                IntStream.range(0, LEADS).mapToObj(no -> scenario.enrolled()).toList();
        for (Lead lead : leads) {
            scenario.arrives(received(scenario.mail(lead, null, "What does it cost per month?")));
        }
        atOnce(
                () -> {
                    for (int i = 0; i < 6; i++) {
                        scenario.outreach().pass();
                    }
                    return null;
                },
                () -> drain(scenario),
                () -> drain(scenario));
        again(scenario);
        long sent = leads.stream().mapToLong(scenario::sent).sum();

        assertThat(leads).allSatisfy(lead -> {
            assertThat(scenario.state(lead)).isEqualTo(EnrolmentState.AWAITING_OUTCOME);
            assertThat(scenario.outreach().touches(lead))
                    .allMatch(touch -> touch.state().isTerminal());
        });
        scenario.outreach().runFor(Duration.ofDays(3));
        assertThat(leads.stream().mapToLong(scenario::sent).sum()).isEqualTo(sent);
    }

    @Test // content 7: the same webhook twice or together with polling
    void the_same_answer_from_two_sides_at_once_is_one_reply() throws Exception {
        ConversationScenario scenario = scenario();
        Lead lead = scenario.enrolled();
        MailEvent mail = received(scenario.mail(lead, null, "What does it cost per month?"));
        scenario.shows(mail);
        Callable<Object> push = () -> {
            scenario.arrives(mail);
            return drain(scenario);
        };
        Callable<Object> poll = () -> {
            scenario.useCases().pollReplies().poll(lead.clientId());
            return drain(scenario);
        };
        atOnce(push, poll, push, poll);
        again(scenario);

        assertThat(scenario.replies(lead)).hasSize(1);
        assertThat(scenario.tasks(lead)).hasSize(1);
        assertThat(scenario.threads(lead).getFirst().theirs()).isEqualTo(1);
    }

    private static MailEvent received(InboundMail mail) {
        return new MailEvent.Received(mail);
    }

    private static Object drain(ConversationScenario scenario) {
        ProcessInbox.Batch batch = scenario.useCases().processInbox().run(2);
        while (batch.taken() > 0) {
            batch = scenario.useCases().processInbox().run(2);
        }
        return batch;
    }

    /** What lost a race is tried again by the schedule. */
    private static void again(ConversationScenario scenario) {
        for (int i = 0; i < 3; i++) {
            scenario.outreach().advance(Duration.ofMinutes(5));
            scenario.process();
        }
    }

    @SafeVarargs
    private static void atOnce(Callable<Object>... works) throws Exception {
        try (ExecutorService workers = Executors.newFixedThreadPool(works.length)) {
            List<Future<Object>> running = new ArrayList<>();
            for (Callable<Object> work : works) {
                running.add(workers.submit(work));
            }
            for (Future<Object> one : running) {
                one.get();
            }
        }
    }
}
