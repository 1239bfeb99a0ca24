package io.agencyos.application.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.agencyos.application.conversation.inbox.MailEvent;
import io.agencyos.application.conversation.inbox.WebhookInbox;
import io.agencyos.application.testing.Leadbook;
import io.agencyos.domain.conversation.ConversationThread;
import io.agencyos.domain.conversation.Intent;
import io.agencyos.domain.lead.ContactPoints;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.platform.Alert;
import io.agencyos.domain.scoring.EmailStatus;
import io.agencyos.domain.shared.contact.EmailAddress;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What came in and who deals with it, the net beneath push, and what happens while answers cannot be read. Source: outreach 15. */
public abstract class FeedStories extends ConversationStories {

    private static final EmailAddress STRANGER = Leadbook.email("somebody@elsewhere.example");
    private static final String PRIYAS = "+61491570006";

    /** Fingerprints of what staff is told of this world's client, without ids. */
    private static List<String> alerts(ConversationScenario scenario) {
        return scenario
                .outreach()
                .on()
                .units()
                .onPlatform(() -> scenario.ground().alerts().open(100))
                .stream()
                .filter(alert -> scenario.outreach().client().equals(alert.clientId()))
                .map(Alert::fingerprint)
                .map(print -> print.substring(0, print.indexOf(':')))
                .toList();
    }

    @Test // outreach 8.7: kept for seven days and matched again
    void what_a_stranger_wrote_is_the_lead_s_as_soon_as_it_is_known_to_be_one() {
        ConversationScenario scenario = scenario();
        Lead lead = scenario.contacted();
        scenario.arrives(new MailEvent.Received(scenario.mail(STRANGER, null, "Sounds great, tell me more.")));
        scenario.process();
        assertThat(scenario.events(WebhookInbox.State.UNMATCHED)).hasSize(1);

        scenario.outreach().advance(Duration.ofDays(3));
        Lead known = Leadbook.with(
                scenario.outreach().reread(lead),
                new ContactPoints(STRANGER, EmailStatus.VERIFIED, null, null),
                null,
                null);
        scenario.outreach()
                .in(() -> scenario.outreach().on().world().leads().leads().update(known));
        scenario.process();
        assertThat(scenario.events(WebhookInbox.State.UNMATCHED)).isEmpty();
        assertThat(scenario.replies(lead))
                .singleElement()
                .satisfies(reply -> assertThat(reply.intent()).isEqualTo(Intent.INTERESTED));
    }

    @Test // outreach 15: recovery > 12 h behind → SEQUENCE touches DEFER reply_feed_stale
    void nobody_is_written_to_while_answers_cannot_be_read() {
        ConversationScenario scenario = scenario();
        scenario.poll();
        scenario.mailIsDown(true);
        scenario.outreach().advance(Duration.ofHours(24));
        Lead lead = scenario.enrolled();
        PollReplies.Round round = scenario.poll();
        scenario.outreach().runFor(Duration.ofHours(3));

        assertThat(round.failures()).hasSize(1);
        assertThat(scenario.sent(lead)).isZero();
        assertThat(scenario.outreach().reread(lead).block())
                .satisfies(block -> assertThat(block)
                        .isNotNull()
                        .satisfies(why -> assertThat(why.code()).isEqualTo("reply_feed_stale")));
        assertThat(alerts(scenario)).containsExactly("reply_feed_stale");

        scenario.mailIsDown(false);
        for (int i = 0; i < 4; i++) {
            scenario.poll();
            scenario.outreach().runFor(Duration.ofHours(6));
        }
        assertThat(scenario.sent(lead)).isPositive();
        assertThat(alerts(scenario)).isEmpty();
    }

    @Test // outreach 15: of that channel only
    void a_feed_of_texts_that_is_behind_holds_no_e_mail_up() {
        ConversationScenario scenario = scenario();
        scenario.poll();
        scenario.outreach().advance(Duration.ofHours(24));
        Lead lead = scenario.enrolled();
        scenario.disconnectsTexts();
        scenario.poll();
        scenario.outreach().runFor(Duration.ofHours(4));

        assertThat(scenario.sent(lead)).isEqualTo(1);
        assertThat(alerts(scenario)).as("nobody reads what has no account").isEmpty();
    }

    @Test // outreach 15: every 6 h
    void a_vendor_that_pushes_is_asked_every_six_hours() {
        ConversationScenario scenario = scenario();
        ChannelTalk talk = new ChannelTalk(scenario);
        talk.contacted(PRIYAS);
        scenario.poll();
        scenario.shows(talk.texted(PRIYAS, "What does it cost per month?"));

        assertThat(scenario.poll().fresh()).isZero();
        scenario.outreach().advance(Duration.ofHours(6));
        assertThat(scenario.poll().fresh()).isEqualTo(1);
    }

    @Test // outreach 15: webhook_gap, polled every 10 min
    void what_was_not_pushed_for_two_hours_is_a_gap_and_is_asked_for_every_ten_minutes() {
        ConversationScenario scenario = scenario();
        ChannelTalk talk = new ChannelTalk(scenario);
        Lead lead = talk.contacted(PRIYAS);
        scenario.poll();
        scenario.shows(talk.texted(PRIYAS, "What does it cost per month?"));
        scenario.outreach().advance(Duration.ofHours(6));
        scenario.poll();
        assertThat(alerts(scenario)).containsExactly("webhook_gap");

        scenario.outreach().advance(Duration.ofMinutes(10));
        scenario.shows(talk.texted(PRIYAS, "Hello?"));
        assertThat(scenario.poll().fresh()).isEqualTo(1);
        scenario.process();
        assertThat(scenario.replies(lead)).hasSize(2);

        scenario.outreach().advance(Duration.ofHours(7));
        scenario.poll();
        assertThat(alerts(scenario))
                .as("nothing was held back for a whole round")
                .isEmpty();
    }

    @Test // api 10.1 step 6: replies of different people wait for nobody, a person's own keep their order
    void what_different_people_wrote_may_be_dealt_with_side_by_side() {
        ConversationScenario scenario = scenario();
        Lead asking = scenario.contacted();
        Lead leaving = scenario.contacted();
        scenario.arrives(new MailEvent.Received(scenario.answer(asking, "What does it cost per month?")));
        scenario.arrives(new MailEvent.Received(scenario.answer(leaving, "Please unsubscribe me from this list.")));
        scenario.arrives(new MailEvent.Received(scenario.answer(asking, "And how long does it take?")));
        OneThreadEach crew = new OneThreadEach();

        assertThat(scenario.process(crew)).isEqualTo(new ProcessInbox.Batch(3, 0));
        assertThat(crew.seen()).containsOnly(entry(address(asking), 2), entry(address(leaving), 1));
        assertThat(scenario.threads(asking))
                .singleElement()
                .extracting(ConversationThread::theirs)
                .isEqualTo(2);
        assertThat(scenario.outreach().enrolment(leaving).stopReason()).isEqualTo("unsubscribed");
    }

    private static String address(Lead lead) {
        return Objects.requireNonNull(lead.contact().email()).key().value();
    }
}
