package io.agencyos.application.outreach;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.outreach.approval.DecideApproval;
import io.agencyos.application.outreach.approval.DecideApproval.Decision;
import io.agencyos.application.outreach.approval.DecideApproval.Outcome;
import io.agencyos.application.outreach.stop.StopOutreach;
import io.agencyos.application.outreach.store.DueWork;
import io.agencyos.application.outreach.store.LoopStage;
import io.agencyos.application.platform.flow.run.RunFigures;
import io.agencyos.application.platform.flow.store.SendBacklog;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.campaign.enrolment.EnrolmentState;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.PermissionMode;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.outreach.ApprovalItem;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.outreach.touch.TouchState;
import io.agencyos.domain.platform.AuditAction;
import io.agencyos.domain.platform.AuditEntry;
import io.agencyos.domain.platform.EmergencyStop;
import io.agencyos.domain.platform.flow.WorkClass;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.id.ApprovalId;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is asked or decided once for many: who has work, and what a person says to a page of drafts. */
public abstract class BatchStories extends VendorTroubleStories {

    private static final int BATCH = 200;

    /** Asks the stores of this world. */
    protected abstract DueWork dueWork(OutreachScenario.World world);

    /** The same stores' word on what is due. */
    protected abstract SendBacklog backlog(OutreachScenario.World world);

    private RunFigures.Backlog backlog(OutreachScenario scenario) {
        return scenario.on().units().onPlatform(() -> backlog(scenario.on()).everywhere(scenario.now()));
    }

    @Test // flows 1.10: oldest due send; whoever looks at one sends it or gives it another date
    void what_is_due_waits_until_somebody_looks_at_it() {
        OutreachScenario scenario = autopilot();
        Lead lead = scenario.lead();
        scenario.useCases().plan().run(scenario.client(), BATCH);
        scenario.useCases().draft().run(scenario.client(), BATCH);
        Instant due = scenario.touches(lead).getFirst().scheduledAt();
        clock.set(due.minusSeconds(1));
        assertThat(backlog(scenario)).isEqualTo(new RunFigures.Backlog(WorkClass.SEND, 0, null, 0));

        clock.set(due.plus(Duration.ofMinutes(20)));
        assertThat(backlog(scenario)).isEqualTo(new RunFigures.Backlog(WorkClass.SEND, 1, due, 0));
        RunFigures.Backlog own = scenario.in(() -> backlog(scenario.on()).of(scenario.client(), scenario.now()));
        assertThat(own).isEqualTo(backlog(scenario));
        RunFigures.Backlog others = scenario.on()
                .units()
                .onPlatform(() -> backlog(scenario.on()).of(new ClientId(UUID.randomUUID()), scenario.now()));
        assertThat(others.due()).isZero();

        scenario.useCases().commit().run(scenario.client(), BATCH);
        assertThat(backlog(scenario)).as("queued").isEqualTo(new RunFigures.Backlog(WorkClass.SEND, 1, due, 0));
        scenario.useCases().dispatch().run(scenario.client(), BATCH);
        assertThat(backlog(scenario).due()).isZero();
    }

    private Set<LoopStage> named(OutreachScenario scenario, Set<LoopStage> asked) {
        return DueStages.over(dueWork(scenario.on()), scenario.on().units(), scenario::now)
                .of(asked)
                .getOrDefault(scenario.client(), Set.of());
    }

    private Set<LoopStage> named(OutreachScenario scenario) {
        return named(scenario, EnumSet.allOf(LoopStage.class));
    }

    @Test // outreach 3.1: whom the question does not name, no stage finds anything for
    void every_stage_that_finds_something_was_named_before() {
        OutreachScenario scenario = new OutreachScenario(world(clock), clock, PermissionMode.CO_PILOT);
        scenario.leads(3);
        failNext(Fault.ANSWER_LOST);
        Set<LoopStage> worked = EnumSet.noneOf(LoopStage.class);
        for (int hour = 0; hour < 60; hour++) {
            for (LoopStage stage : LoopStage.values()) {
                boolean named = named(scenario, Set.of(stage)).contains(stage);
                int found = scenario.useCases().stage(stage).run(scenario.client(), BATCH);
                assertThat(found > 0 && !named)
                        .as("%s found %d unasked in hour %d", stage, found, hour)
                        .isFalse();
                if (found > 0) {
                    worked.add(stage);
                }
            }
            // of three drafts two are approved, the third runs out
            pending(scenario).stream().limit(hour < 2 ? 1 : 0).forEach(item -> approve(scenario, item));
            scenario.advance(Duration.ofHours(1));
        }
        assertThat(worked)
                .contains(
                        LoopStage.EXPIRE_APPROVALS,
                        LoopStage.RECONCILE,
                        LoopStage.PLAN,
                        LoopStage.DRAFT,
                        LoopStage.COMMIT,
                        LoopStage.DISPATCH);
    }

    private static void approve(OutreachScenario scenario, ApprovalItem item) {
        scenario.useCases().decideApproval().decide(member(scenario, Role.MEMBER), item.id(), new Decision.Approve());
    }

    @Test // outreach 3.1
    void a_client_with_nothing_to_do_is_not_named_at_all() {
        OutreachScenario scenario = autopilot();
        assertThat(named(scenario)).isEmpty();

        Lead lead = scenario.lead();
        assertThat(named(scenario)).containsExactly(LoopStage.PLAN);
        scenario.useCases().plan().run(scenario.client(), BATCH);
        assertThat(named(scenario)).containsExactly(LoopStage.DRAFT);
        scenario.useCases().draft().run(scenario.client(), BATCH);
        due(scenario, lead);
        assertThat(named(scenario)).containsExactly(LoopStage.COMMIT);
        scenario.useCases().commit().run(scenario.client(), BATCH);
        assertThat(named(scenario)).containsExactly(LoopStage.DISPATCH);
        scenario.useCases().dispatch().run(scenario.client(), BATCH);
        assertThat(named(scenario)).isEmpty();
    }

    @Test // outreach 1.5: nothing is planned for a client that is paused
    void a_paused_client_is_not_named_for_planning() {
        OutreachScenario scenario = autopilot();
        scenario.lead();
        pause(scenario, new Client.Pause(scenario.now(), "a pause", null));
        assertThat(named(scenario)).isEmpty();
        pause(scenario, null);
        assertThat(named(scenario)).containsExactly(LoopStage.PLAN);
    }

    @Test // outreach 2.6: what sleeps is named when it wakes
    void an_enrolment_that_slept_is_named_when_it_wakes() {
        OutreachScenario scenario = autopilot();
        Lead lead = scenario.lead();
        Instant until = scenario.now().plus(Duration.ofDays(3));
        StopOutreach stop = scenario.useCases().stopOutreach();
        scenario.in(() -> {
            stop.humanReply(scenario.client(), lead.id());
            stop.snooze(scenario.client(), lead.id(), until);
        });
        assertThat(named(scenario)).isEmpty();
        scenario.advance(Duration.ofDays(4));
        assertThat(named(scenario)).contains(LoopStage.WAKE);
    }

    @Test // outreach 1.4: several at once, each told apart
    void a_page_of_drafts_is_decided_at_once_and_one_that_cannot_be_keeps_nobody_waiting() {
        OutreachScenario scenario = new OutreachScenario(world(clock), clock, PermissionMode.CO_PILOT);
        List<Lead> leads = scenario.leads(4);
        scenario.runFor(Duration.ofHours(4));
        Map<Lead, ApprovalItem> items = new LinkedHashMap<>();
        leads.forEach(lead -> items.put(
                lead,
                pending(scenario).stream()
                        .filter(item -> item.leadId().equals(lead.id()))
                        .findFirst()
                        .orElseThrow()));
        List<ApprovalId> ids = items.values().stream().map(ApprovalItem::id).toList();
        ApprovalId nobodys = new ApprovalId(UUID.randomUUID());
        Map<ApprovalId, Decision> decisions = new LinkedHashMap<>();
        decisions.put(ids.get(0), new Decision.Approve());
        decisions.put(ids.get(1), new Decision.Reject(ApprovalItem.RejectionAction.STOP_LEAD, "not them"));
        decisions.put(ids.get(2), new Decision.EditAndApprove("Hi", "{{first_name}} too short"));
        decisions.put(nobodys, new Decision.Approve());
        decisions.put(ids.get(3), new Decision.Reject(ApprovalItem.RejectionAction.SKIP_STEP, null));
        DecideApproval decide = scenario.useCases().decideApproval();

        assertThat(decide.decideAll(member(scenario, Role.VIEWER), decisions).values())
                .hasSize(5)
                .allSatisfy(outcome -> assertThat(outcome).isInstanceOf(Outcome.Forbidden.class));
        List<AuditEntry> written = new ArrayList<>();
        Map<ApprovalId, Outcome> outcomes =
                scenario.useCases().decideApproval(written::add).decideAll(member(scenario, Role.MEMBER), decisions);

        assertThat(outcomes.keySet()).containsExactlyElementsOf(decisions.keySet());
        assertThat(written)
                .as("api 6: approval.approve|reject, of those that were decided")
                .extracting(AuditEntry::action)
                .containsExactly(
                        AuditAction.APPROVAL_APPROVE, AuditAction.APPROVAL_REJECT, AuditAction.APPROVAL_REJECT);
        assertThat(outcomes.values())
                .extracting(outcome -> outcome.getClass().getSimpleName())
                .containsExactly("Decided", "Decided", "QualityFailed", "NotFound", "Decided");
        assertThat(scenario.touches(leads.get(0)).getFirst().state()).isEqualTo(TouchState.READY);
        assertThat(scenario.enrolment(leads.get(1)).state()).isEqualTo(EnrolmentState.STOPPED);
        assertThat(scenario.touches(leads.get(2)).getFirst().state()).isEqualTo(TouchState.AWAITING_APPROVAL);
        assertThat(scenario.touches(leads.get(3)).getFirst().code()).isEqualTo("approval_rejected");
        assertThat(decide.decideAll(member(scenario, Role.MEMBER), Map.of(ids.get(0), new Decision.Approve())))
                .containsOnlyKeys(ids.get(0))
                .allSatisfy((id, outcome) -> assertThat(outcome).isInstanceOf(Outcome.NotPending.class));
        assertThat(scenario.conservation().closes()).isTrue();
    }

    private static TenantScope member(OutreachScenario scenario, Role role) {
        return new TenantScope(scenario.client(), null, role);
    }

    @Test // outreach 1.5, 3.3 check 1: held, nothing lost
    void what_the_platform_stops_is_held_and_leaves_when_it_is_released() {
        OutreachScenario scenario = autopilot();
        Lead lead = scenario.lead();
        EmergencyStop stop = stopped(scenario, EmergencyStop.Scope.PLATFORM, null);

        scenario.runFor(Duration.ofDays(1));

        assertThat(delivered()).isEmpty();
        assertThat(scenario.reread(lead).block())
                .isNotNull()
                .satisfies(block -> assertThat(block.code()).isEqualTo("platform_stopped"));
        released(scenario, stop);
        scenario.runFor(Duration.ofDays(3));
        assertThat(delivered()).hasSize(1);
        assertThat(scenario.conservation().closes()).isTrue();
    }

    @Test // outreach 3.3 check 1: another channel or vendor stops nobody here
    void a_stop_reaches_its_own_channel_and_vendor_only() {
        OutreachScenario scenario = autopilot();
        scenario.lead();
        stopped(scenario, EmergencyStop.Scope.CHANNEL, "mail");
        stopped(scenario, EmergencyStop.Scope.VENDOR, "another-vendor");
        scenario.runFor(Duration.ofDays(1));
        assertThat(delivered()).hasSize(1);

        EmergencyStop channel =
                stopped(scenario, EmergencyStop.Scope.CHANNEL, channel().wire());
        Lead second = scenario.lead();
        scenario.runFor(Duration.ofDays(1));
        assertThat(delivered()).hasSize(1);
        assertThat(scenario.reread(second).block())
                .isNotNull()
                .satisfies(block -> assertThat(block.code()).isEqualTo("channel_stopped"));
        released(scenario, channel);

        EmergencyStop vendor =
                stopped(scenario, EmergencyStop.Scope.VENDOR, scenario.mailbox().vendor());
        scenario.runFor(Duration.ofDays(2));
        assertThat(delivered()).as("committed, and not called").hasSize(1);
        released(scenario, vendor);
        scenario.runFor(Duration.ofDays(3));
        assertThat(delivered()).hasSize(2).doesNotHaveDuplicates();
    }

    private Channel channel() {
        return course() == Course.TEXT ? Channel.SMS : Channel.EMAIL;
    }

    @Test // outreach 4.6 row 13: every touch of the lost interval is looked up before it may leave
    void what_was_sent_before_a_backup_was_restored_is_found_and_not_sent_again() {
        OutreachScenario lived = autopilot();
        Lead lead = lived.lead();
        Instant backup = lived.now();
        queued(lived, lead);
        Touch before = lived.touches(lead).getFirst();
        failNext(Fault.ANSWER_LOST);
        lived.useCases().dispatch().run(lived.client(), 10);
        assertThat(delivered()).hasSize(1);
        // the backup comes back: the touch stands in the queue as if nobody had called
        Touch sent = lived.touches(lead).getFirst();
        lived.in(() -> {
            lived.on().stores().touches().updateAll(List.of(before.atVersion(sent.version())));
        });
        lived.advance(Duration.ofMinutes(20));
        EmergencyStop restored = stopped(lived, EmergencyStop.Scope.RESTORED, backup.toString());
        lived.runFor(aDay());

        assertThat(delivered()).as("it was there").hasSize(1);
        assertThat(lived.touches(lead)).extracting(Touch::state).containsExactly(TouchState.SENT);
        assertThat(lived.touches(lead).getFirst().dispatchCount()).isEqualTo(1);
        Lead fresh = lived.lead();
        lived.runFor(Duration.ofDays(1));
        assertThat(lived.touches(fresh).getFirst().state())
                .as("who came since is written to as ever")
                .isEqualTo(TouchState.SENT);
        released(lived, restored);
    }

    @Test // outreach 4.5, 4.6 row 13: a Message-ID that was made anew finds nothing, so its absence proves nothing
    void what_a_restored_database_cannot_prove_is_given_up_and_left_to_a_person() {
        OutreachScenario lived = autopilot();
        Lead first = lived.lead();
        queued(lived, first);
        Instant backup = lived.now();
        EmergencyStop restored = stopped(
                lived, EmergencyStop.Scope.RESTORED, backup.minusSeconds(1).toString());
        lived.runFor(aDay());
        assertThat(delivered()).isEmpty();
        assertThat(lived.touches(first).getFirst().state()).isEqualTo(TouchState.ABANDONED);
        assertThat(lived.steps(first).getFirst().code()).isEqualTo("send_outcome_unknown");

        lived.runFor(Duration.ofDays(9));
        assertThat(delivered()).as("nor its second step").isEmpty();
        assertThat(lived.touches(first)).extracting(Touch::state).containsOnly(TouchState.ABANDONED);
        assertThat(lived.conservation().closes()).isTrue();
        released(lived, restored);
    }
}
