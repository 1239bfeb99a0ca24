package io.agencyos.application.outreach;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.outreach.approval.DecideApproval;
import io.agencyos.application.outreach.post.PostPieces;
import io.agencyos.application.outreach.stop.TakeBackLettersService;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.campaign.enrolment.StopReason;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.outreach.ApprovalItem;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.outreach.touch.TouchState;
import io.agencyos.domain.platform.EmergencyStop;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Letters that were ordered and that nobody should get any more. Source: vendors/direct-mail 4. */
public abstract class LettersTakenBack extends OutreachStories {

    /** Where letters are, in the world that was made last. */
    protected abstract PostPieces pieces();

    private static int takenBack(OutreachScenario scenario, PostPieces pieces) {
        return new TakeBackLettersService(Objects.requireNonNull(scenario.on().post()), pieces, scenario::now)
                .recall(scenario.client(), 100)
                .asked();
    }

    /** Somebody says yes to everything that is offered. */
    static void approve(OutreachScenario scenario) {
        TenantScope somebody = new TenantScope(scenario.client(), null, Role.MEMBER);
        for (ApprovalItem item : pending(scenario)) {
            DecideApproval.Outcome outcome = scenario.useCases()
                    .decideApproval()
                    .decide(somebody, item.id(), new DecideApproval.Decision.Approve());
            assertThat(outcome).isInstanceOf(DecideApproval.Outcome.Decided.class);
        }
    }

    final void offered(OutreachScenario scenario) {
        scenario.useCases().plan().run(scenario.client(), 50);
        scenario.useCases().draft().run(scenario.client(), 50);
    }

    final OutreachScenario agreed(OutreachScenario scenario) {
        offered(scenario);
        approve(scenario);
        return scenario;
    }

    @Test // direct-mail 4, 7 row 4: an opt-out within the hour cancels the piece at no cost
    void whoever_opts_out_before_it_is_printed_gets_no_letter() {
        OutreachScenario scenario = autopilot();
        Lead lead = scenario.lead();
        Lead other = scenario.lead();
        agreed(scenario);
        dispatched(scenario, lead);
        assertThat(takenBack(scenario, pieces())).as("nobody objects").isZero();
        stopped(scenario, lead);

        assertThat(takenBack(scenario, pieces())).isEqualTo(1);
        assertThat(takenBack(scenario, pieces())).as("once is enough").isZero();
        assertThat(recall(scenario, lead)).containsExactly(PostPieces.Recall.STOPPED);
        scenario.runFor(Duration.ofDays(1));
        assertThat(posted()).containsExactly(scenario.touches(other).getFirst().idempotencyKey());
    }

    @Test // direct-mail 4, 7 row 4: printing began, so that it is unstoppable and shown
    void what_is_printed_already_goes_out_and_says_so() {
        OutreachScenario scenario = autopilot();
        Lead lead = scenario.lead();
        agreed(scenario);
        dispatched(scenario, lead);
        scenario.advance(Duration.ofMinutes(61));
        stopped(scenario, lead);

        assertThat(takenBack(scenario, pieces())).isEqualTo(1);
        assertThat(recall(scenario, lead)).containsExactly(PostPieces.Recall.UNSTOPPABLE);
        assertThat(posted()).hasSize(1);
    }

    @Test // outreach 4.6 row 13, 4.5 LETTER: found by its key; never posted again, a person decides
    void after_a_restore_a_letter_that_was_ordered_is_found_and_one_that_was_not_waits_for_a_person() {
        OutreachScenario scenario = autopilot();
        Lead told = scenario.lead();
        Lead untold = scenario.lead();
        Instant backup = scenario.now();
        agreed(scenario);
        due(scenario, told);
        scenario.useCases().commit().run(scenario.client(), 1);
        Lead first = scenario.touches(told).getFirst().state() == TouchState.QUEUED ? told : untold;
        Touch before = scenario.touches(first).getFirst();
        failNext(Fault.ANSWER_LOST);
        scenario.useCases().dispatch().run(scenario.client(), 10);
        assertThat(delivered()).hasSize(1);
        restore(scenario, first, before);
        EmergencyStop restored = stopped(scenario, EmergencyStop.Scope.RESTORED, backup.toString());

        scenario.runFor(Duration.ofDays(4));
        Lead second = first == told ? untold : told;
        assertThat(scenario.touches(first)).extracting(Touch::state).containsExactly(TouchState.SENT);
        assertThat(scenario.touches(second)).extracting(Touch::state).containsExactly(TouchState.ABANDONED);
        assertThat(delivered()).containsExactly(before.idempotencyKey());
        assertThat(scenario.conservation().closes()).isTrue();
        released(scenario, restored);
    }

    /** Keys of the letters that are printed, or past that. */
    protected abstract List<String> posted();

    private static List<PostPieces.@Nullable Recall> recall(OutreachScenario scenario, PostPieces pieces, Lead lead) {
        return scenario.in(() -> pieces.list(scenario.client(), lead.id(), null, 10)).stream()
                .<PostPieces.@Nullable Recall>map(PostPieces.Piece::recall)
                .toList();
    }

    private List<PostPieces.@Nullable Recall> recall(OutreachScenario scenario, Lead lead) {
        return recall(scenario, pieces(), lead);
    }

    /** Runs until the lead's letter was taken. */
    private static void dispatched(OutreachScenario scenario, Lead lead) {
        for (int i = 0; i < 500 && scenario.touches(lead).getFirst().state() != TouchState.SENT; i++) {
            scenario.runFor(Duration.ofMinutes(5));
        }
    }

    static void stopped(OutreachScenario scenario, Lead lead) {
        scenario.in(() ->
                scenario.useCases().stopOutreach().stop(scenario.client(), lead.id(), StopReason.Plain.UNSUBSCRIBED));
    }
}
