package io.agencyos.application.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.conversation.inbox.MailEvent;
import io.agencyos.application.conversation.store.TaskBoard;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.campaign.enrolment.EnrolmentState;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.conversation.Intent;
import io.agencyos.domain.conversation.Reply;
import io.agencyos.domain.conversation.ThreadStatus;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.LeadStatus;
import io.agencyos.domain.lead.PoolStatus;
import io.agencyos.domain.lead.Suppression;
import io.agencyos.domain.lead.SuppressionReason;
import io.agencyos.domain.platform.AuditEntry;
import io.agencyos.domain.platform.AuditEntry.Change;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.TouchKind;
import io.agencyos.domain.shared.id.ReplyId;
import io.agencyos.domain.shared.id.UserId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What follows when a person says what a reply means. Source: content 4.6, api 9.11, outreach 6.2. */
public abstract class CorrectionStories extends ConversationStories {

    private static final String SHARED = "+61491570006";
    private static final UserId SAM = new UserId(UUID.fromString("019baaaa-0000-7000-8000-0000000000aa"));

    private final List<AuditEntry> audited = new ArrayList<>();

    private CorrectReply.Outcome says(ConversationScenario scenario, Reply reply, Intent intent) {
        return says(scenario, reply, intent, Role.MEMBER);
    }

    private CorrectReply.Outcome says(ConversationScenario scenario, Reply reply, Intent intent, Role role) {
        return scenario.useCases()
                .correctReply(audited::add)
                .correct(
                        new TenantScope(reply.clientId(), SAM, role), reply.id(), reply.version(), intent, Origin.NONE);
    }

    private static Reply only(ConversationScenario scenario, Lead lead) {
        assertThat(scenario.replies(lead)).hasSize(1);
        return scenario.replies(lead).getFirst();
    }

    private static Reply corrected(CorrectReply.Outcome outcome) {
        assertThat(outcome).isInstanceOf(CorrectReply.Outcome.Corrected.class);
        return ((CorrectReply.Outcome.Corrected) outcome).reply();
    }

    @Test // content 4.6: a correction re-runs the action for the new intent; outreach 6.2 row 1
    void a_stop_that_was_not_seen_stops_at_once() {
        ConversationScenario scenario = scenario();
        Lead lead = scenario.contacted();
        scenario.writes(lead, "What does it cost per month?");
        Reply reply = corrected(says(scenario, only(scenario, lead), Intent.UNSUBSCRIBE));
        scenario.outreach().runFor(Duration.ofDays(30));

        assertThat(reply.intent()).isEqualTo(Intent.UNSUBSCRIBE);
        assertThat(scenario.outreach().enrolment(lead).stopReason()).isEqualTo("unsubscribed");
        assertThat(scenario.outreach().reread(lead).status()).isEqualTo(LeadStatus.UNSUBSCRIBED);
        assertThat(scenario.person(lead).status()).isEqualTo(PoolStatus.UNSUBSCRIBED);
        assertThat(scenario.suppressions())
                .isNotEmpty()
                .allSatisfy(entry -> assertThat(entry.reason()).isEqualTo(SuppressionReason.UNSUBSCRIBED));
        assertThat(scenario.tasks(lead)).as("nobody has to answer any more").isEmpty();
        assertThat(scenario.sent(lead)).isEqualTo(1);
    }

    @Test // outreach 6.2, data model 5.11: as where the reading sees it, whoever wrote it is closed too
    void a_stop_of_a_colleague_that_was_not_seen_stops_them_as_well() {
        ConversationScenario scenario = scenario();
        Lead lead = scenario.contacted();
        Lead colleague = scenario.contacted();
        scenario.arrives(new MailEvent.Received(scenario.mail(
                ConversationScenario.email(colleague), scenario.messageId(lead), "What does it cost per month?")));
        scenario.process();
        long before = scenario.sent(colleague);

        corrected(says(scenario, only(scenario, lead), Intent.UNSUBSCRIBE));

        assertThat(scenario.outreach().enrolment(lead).stopReason()).isEqualTo("unsubscribed");
        assertThat(scenario.outreach().enrolment(colleague).stopReason()).isEqualTo("unsubscribed");
        assertThat(scenario.person(colleague).unsubscribed()).isTrue();
        scenario.outreach().runFor(Duration.ofDays(30));
        assertThat(scenario.sent(colleague)).isEqualTo(before);
    }

    @Test // outreach 6.2: with the number that a text came from, the wish is about the number
    void a_stop_by_text_that_was_not_seen_stops_everybody_with_the_number() {
        ConversationScenario scenario = scenario();
        ChannelTalk talk = new ChannelTalk(scenario);
        Lead first = talk.contacted(SHARED);
        Lead second = talk.contacted(SHARED);
        talk.sent(first, TouchKind.SMS, talk.ref("text_1"));
        talk.tells(ChannelTalk.TEXTS, talk.texted(SHARED, "What does it cost?"));

        corrected(says(scenario, only(scenario, first), Intent.UNSUBSCRIBE));

        assertThat(scenario.outreach().reread(first).status()).isEqualTo(LeadStatus.UNSUBSCRIBED);
        assertThat(scenario.outreach().reread(second).status()).isEqualTo(LeadStatus.UNSUBSCRIBED);
    }

    @Test // data model 14: a deletion takes no wish back
    void a_stop_that_was_not_seen_closes_somebody_whose_lead_was_deleted() {
        ConversationScenario scenario = scenario();
        Lead lead = scenario.contacted();
        scenario.writes(lead, "What does it cost per month?");
        Reply reply = only(scenario, lead);
        scenario.outreach()
                .in(() -> scenario.outreach()
                        .on()
                        .world()
                        .leads()
                        .leads()
                        .deleteAll(
                                lead.clientId(),
                                List.of(lead.id()),
                                scenario.outreach().now()));

        assertThat(corrected(says(scenario, reply, Intent.UNSUBSCRIBE)).intent())
                .isEqualTo(Intent.UNSUBSCRIBE);

        assertThat(scenario.blocked(lead)).map(Suppression::reason).contains(SuppressionReason.UNSUBSCRIBED);
    }

    @Test // outreach 6.2: unsubscribed cannot be removed, only superseded by later express consent
    void a_stop_that_was_read_wrongly_lifts_nothing_by_itself() {
        ConversationScenario scenario = scenario();
        Lead lead = scenario.contacted();
        scenario.writes(lead, "Please unsubscribe me from this list.");
        List<Suppression> before = scenario.suppressions();
        Reply reply = corrected(says(scenario, only(scenario, lead), Intent.INTERESTED));

        assertThat(reply.intent()).isEqualTo(Intent.INTERESTED);
        assertThat(scenario.suppressions()).isNotEmpty().isEqualTo(before);
        assertThat(scenario.outreach().reread(lead).status()).isEqualTo(LeadStatus.UNSUBSCRIBED);
        assertThat(scenario.state(lead)).isEqualTo(EnrolmentState.STOPPED);
        assertThat(scenario.threads(lead).getFirst().status()).isEqualTo(ThreadStatus.DEAD);
        assertThat(scenario.tasks(lead)).isEmpty();
    }

    @Test // content 4.6: the suppression is removed only if this reply created it
    void a_no_that_was_none_gives_lead_and_claim_back() {
        ConversationScenario scenario = scenario();
        Lead lead = scenario.contacted();
        scenario.writes(lead, "Thanks, but we are not interested.");
        assertThat(scenario.blocked(lead)).isPresent();
        Reply reply = corrected(says(scenario, only(scenario, lead), Intent.INTERESTED));

        assertThat(scenario.suppressions()).isEmpty();
        assertThat(scenario.blocked(lead)).isEmpty();
        assertThat(scenario.isClaimed(lead)).isTrue();
        assertThat(scenario.outreach().reread(lead).status()).isEqualTo(LeadStatus.REPLIED);
        assertThat(scenario.tasks(lead)).extracting(TaskBoard.Task::kind).containsExactly("follow_up");
        assertThat(reply.handling()).isEqualTo(Reply.Handling.NEEDS_HUMAN);
        assertThat(scenario.state(lead)).as("what ended does not begin again").isEqualTo(EnrolmentState.STOPPED);
    }

    @Test // content 4.6: only what this reply created; outreach 6.2: wrong_person is taken away by staff alone
    void what_a_later_reply_made_of_the_entry_stays() {
        ConversationScenario scenario = scenario();
        Lead lead = scenario.contacted();
        scenario.writes(lead, "Thanks, but we are not interested.");
        Reply no = only(scenario, lead);
        scenario.writes(lead, "I no longer work there, I am the wrong person for this.");
        assertThat(scenario.suppressions())
                .isNotEmpty()
                .allSatisfy(entry -> assertThat(entry.reason()).isEqualTo(SuppressionReason.WRONG_PERSON));

        corrected(says(scenario, no, Intent.INTERESTED));

        assertThat(scenario.blocked(lead)).map(Suppression::reason).contains(SuppressionReason.WRONG_PERSON);
    }

    @Test // content 4.6: the suppression is removed only if this reply created it
    void an_entry_that_another_reply_made_stays() {
        ConversationScenario scenario = scenario();
        Lead lead = scenario.contacted();
        scenario.writes(lead, "Thanks, but we are not interested.");
        scenario.writes(lead, "As I said, no thanks, not interested.");
        Reply later = scenario.replies(lead).getFirst();
        corrected(says(scenario, later, Intent.QUESTION));

        assertThat(scenario.blocked(lead)).isPresent();
    }

    @Test // content 4.6 auto_reply: any human reply cancels what is unsent
    void what_was_taken_for_a_machine_stops_when_a_person_wrote_it() {
        ConversationScenario scenario = scenario();
        Lead lead = scenario.contacted();
        scenario.writes(lead, "This is an automated response. Do not reply to this message.");
        assertThat(scenario.state(lead)).isEqualTo(EnrolmentState.ACTIVE);
        corrected(says(scenario, only(scenario, lead), Intent.QUESTION));
        scenario.outreach().runFor(Duration.ofDays(30));

        assertThat(scenario.state(lead)).isEqualTo(EnrolmentState.AWAITING_OUTCOME);
        assertThat(scenario.outreach().reread(lead).status()).isEqualTo(LeadStatus.REPLIED);
        assertThat(scenario.tasks(lead)).extracting(TaskBoard.Task::kind).containsExactly("answer");
        assertThat(scenario.sent(lead)).isEqualTo(1);
    }

    @Test // content 4.6 auto_reply: previous state, cancelled touch re-planned
    void what_was_taken_for_an_answer_goes_on_when_a_machine_wrote_it() {
        ConversationScenario scenario = scenario();
        Lead lead = scenario.contacted();
        scenario.writes(lead, "What does it cost per month?");
        corrected(says(scenario, only(scenario, lead), Intent.AUTO_REPLY));
        assertThat(scenario.state(lead)).isEqualTo(EnrolmentState.ACTIVE);
        assertThat(scenario.outreach().reread(lead).status()).isEqualTo(LeadStatus.IN_SEQUENCE);
        assertThat(scenario.tasks(lead)).isEmpty();
        scenario.outreach().runFor(Duration.ofDays(30));

        assertThat(scenario.sent(lead)).isGreaterThan(1);
    }

    @Test // content 4.6: below 0.70 a person reviews; their word acts
    void a_doubtful_reading_acts_once_a_person_confirms_it() {
        ConversationScenario scenario = scenario();
        Lead lead = scenario.contacted();
        scenario.writes(lead, "Hmm.");
        Reply doubtful = only(scenario, lead);
        assertThat(doubtful.reviewRequired()).isTrue();
        Intent read = doubtful.intent();
        Reply confirmed = corrected(says(scenario, doubtful, Intent.NOT_INTERESTED));

        assertThat(confirmed.reviewRequired()).isFalse();
        assertThat(scenario.outreach().enrolment(lead).stopReason()).isEqualTo("replied_not_interested");
        assertThat(scenario.tasks(lead)).isEmpty();
        assertThat(confirmed.reading())
                .as("kept, to learn from")
                .extracting(Reply.Reading::intent)
                .isEqualTo(read);
    }

    @Test // api 1: If-Match; api 9.11: role member; audited
    void a_correction_is_made_by_a_member_on_what_they_read_and_is_audited() {
        ConversationScenario scenario = scenario();
        Lead lead = scenario.contacted();
        scenario.writes(lead, "What does it cost per month?");
        Reply reply = only(scenario, lead);

        assertThat(says(scenario, reply, Intent.INTERESTED, Role.VIEWER))
                .isEqualTo(new CorrectReply.Outcome.Forbidden());
        Reply now = corrected(says(scenario, reply, Intent.INTERESTED));
        assertThat(says(scenario, reply, Intent.REFERRAL))
                .isEqualTo(new CorrectReply.Outcome.VersionConflict(now.version()));
        assertThat(corrected(says(scenario, now, Intent.INTERESTED)))
                .as("nothing to correct")
                .isEqualTo(now);
        assertThat(audited)
                .singleElement()
                .satisfies(entry ->
                        assertThat(entry.changes()).containsEntry("intent", new Change("question", "interested")));
        assertThat(scenario.useCases()
                        .correctReply(audited::add)
                        .correct(
                                new TenantScope(reply.clientId(), SAM, Role.MEMBER),
                                new ReplyId(UUID.randomUUID()),
                                0,
                                Intent.QUESTION,
                                Origin.NONE))
                .isEqualTo(new CorrectReply.Outcome.NotFound());
    }
}
