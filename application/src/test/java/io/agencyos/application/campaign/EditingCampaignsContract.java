package io.agencyos.application.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.agencyos.application.lead.store.Leads;
import io.agencyos.application.shared.ConcurrentUpdate;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.testing.Outreachbook;
import io.agencyos.domain.campaign.Campaign;
import io.agencyos.domain.campaign.CampaignOrigin;
import io.agencyos.domain.campaign.CampaignSettings;
import io.agencyos.domain.campaign.ChannelMix;
import io.agencyos.domain.campaign.WorkHours;
import io.agencyos.domain.campaign.enrolment.Enrolment;
import io.agencyos.domain.campaign.enrolment.EnrolmentState;
import io.agencyos.domain.campaign.enrolment.EnrolmentStep;
import io.agencyos.domain.campaign.sequence.SequenceRules;
import io.agencyos.domain.campaign.sequence.SequenceStep;
import io.agencyos.domain.campaign.sequence.SequenceTemplate;
import io.agencyos.domain.campaign.sequence.StepPurpose;
import io.agencyos.domain.client.PermissionMode;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.FieldProblem;
import io.agencyos.domain.shared.TouchKind;
import io.agencyos.domain.shared.id.SupportSessionId;
import io.agencyos.domain.shared.id.UserId;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Changing settings and steps, on stores of any kind. */
public abstract class EditingCampaignsContract extends CampaignStories {

    protected abstract Leads leads();

    @Test // api 1.6
    void an_edit_with_an_old_version_changes_nothing() {
        Campaign draft = drafted("Growth leads");
        CampaignSettings renamed = draft.settings().renamed("Spring");
        edit(Role.MEMBER, draft, renamed);

        assertThatThrownBy(() -> edit(Role.MEMBER, draft, draft.settings().renamed("Autumn")))
                .isInstanceOf(ConcurrentUpdate.class);
        assertThat(stored(draft).name()).isEqualTo("Spring");
        assertThat(stored(draft).version()).isEqualTo(1);
    }

    @Test // outreach 1.1, 18
    void an_edit_that_breaks_a_rule_is_refused() {
        Campaign draft = drafted("Growth leads");

        EditCampaign.Outcome outcome = edit(
                Role.MEMBER,
                draft,
                draft.settings()
                        .mixed(new ChannelMix(60, 0, 30, 0, 0))
                        .working(new WorkHours(
                                LocalTime.of(13, 0),
                                LocalTime.of(17, 0),
                                draft.settings().workHours().days())));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        EditCampaign.Outcome.Invalid.class,
                        invalid -> assertThat(invalid.problems())
                                .extracting(FieldProblem::code, FieldProblem::params)
                                .containsExactly(
                                        tuple("mix_sum", Map.of("sum", "90")),
                                        tuple("empty_send_window", Map.of("channel", "email"))));
        assertThat(stored(draft)).isEqualTo(draft);
    }

    @Test // api 3: autopilot is the switch that lets messages leave without review
    void only_an_admin_switches_to_autopilot_and_a_member_changes_the_rest() {
        Campaign draft = drafted("Growth leads");
        CampaignSettings autopilot = draft.settings().permitted(PermissionMode.AUTOPILOT);

        assertThat(edit(Role.MEMBER, draft, autopilot)).isEqualTo(new EditCampaign.Outcome.RoleRequired(Role.ADMIN));
        assertThat(edit(Role.ADMIN, draft, autopilot)).isInstanceOf(EditCampaign.Outcome.Edited.class);
        assertThat(edit(Role.MEMBER, stored(draft), autopilot.renamed("Spring")))
                .isInstanceOf(EditCampaign.Outcome.Edited.class);
    }

    @Test // api 3: messages to leads cannot be sent in a support session, nor be let go by a switch
    void staff_in_a_support_session_puts_nothing_on_autopilot() {
        Campaign draft = drafted("Growth leads");
        CampaignSettings autopilot = draft.settings().permitted(PermissionMode.AUTOPILOT);
        TenantScope staff = TenantScope.ofSupport(
                client().id(), new UserId(UUID.randomUUID()), Role.ADMIN, new SupportSessionId(UUID.randomUUID()));

        assertThat(use().editCampaign().edit(staff, draft.id(), draft.version(), autopilot, Origin.NONE))
                .isEqualTo(new EditCampaign.Outcome.RoleRequired(Role.OWNER));
        assertThat(use().createCampaign()
                        .create(
                                staff,
                                new CreateCampaign.Request(CampaignOrigin.CUSTOM, autopilot.renamed("Other"), false),
                                Origin.NONE))
                .isEqualTo(new CreateCampaign.Outcome.RoleRequired(Role.OWNER));
        assertThat(use().editCampaign()
                        .edit(
                                staff,
                                draft.id(),
                                draft.version(),
                                draft.settings().renamed("Spring"),
                                Origin.NONE))
                .isInstanceOf(EditCampaign.Outcome.Edited.class);
    }

    @Test // data model 5.4, outreach 1.2
    void a_name_that_is_taken_and_a_campaign_that_is_over_refuse_an_edit() {
        drafted("Taken");
        Campaign over = started("Over");
        use().completeCampaign().complete(as(Role.MEMBER), over.id(), Origin.NONE);
        Campaign draft = drafted("Draft");

        assertThat(edit(Role.MEMBER, draft, draft.settings().renamed("TAKEN")))
                .isEqualTo(new EditCampaign.Outcome.NameTaken());
        assertThat(edit(Role.MEMBER, stored(over), over.settings().renamed("Again")))
                .isEqualTo(new EditCampaign.Outcome.Terminal());
    }

    @Test // outreach 2.7, api 9.4: editing creates n+1; inserting shifts, deleting closes the gap
    void every_edit_of_the_steps_is_a_version_of_its_own() {
        Campaign draft = drafted("Growth leads");

        EditSequence.Outcome inserted = steps(draft, 1, new EditSequence.Change.Insert(email(2, 4)));
        assertThat(days(inserted)).containsExactly(0, 4, 12, 17);
        assertThat(stored(draft).sequence().version()).isEqualTo(2);
        assertThat(stored(draft).sequence().isDefault()).isFalse();

        EditSequence.Outcome ordered = steps(draft, 2, new EditSequence.Change.Order(List.of(1, 3, 2, 4)));
        assertThat(days(ordered)).containsExactly(0, 4, 12, 17);
        assertThat(((EditSequence.Outcome.Edited) ordered).sequence().step(2).purpose())
                .isEqualTo(StepPurpose.VALUE_ADD);

        assertThat(days(steps(draft, 3, new EditSequence.Change.Delete(2)))).containsExactly(0, 8, 13);
        assertThat(days(steps(draft, 4, new EditSequence.Change.Replace(email(3, 20)))))
                .containsExactly(0, 8, 20);
        assertThat(days(steps(draft, 5, new EditSequence.Change.Reset(SequenceTemplate.DEFAULT))))
                .containsExactly(0, 8, 13);
        // outreach 2.3: the denser one takes its gaps with it
        assertThat(days(steps(draft, 6, new EditSequence.Change.Reset(SequenceTemplate.GROWTH_AGGRESSIVE))))
                .containsExactly(0, 3, 7);
        assertThat(stored(draft).pace().gapDays()).isEqualTo(1);
        assertThat(stored(draft).pace().channelCooldownDays()).isEqualTo(3);
        assertThat(stored(draft).sequence().isDefault()).isTrue();
        assertThat(read(() -> ports().campaigns().sequence(client().id(), draft.id(), 2)))
                .as("versions stay as they were")
                .hasValueSatisfying(second -> assertThat(second.steps()).hasSize(4));
    }

    @Test // outreach 2.1
    void steps_that_break_a_rule_are_refused_with_the_path_of_their_field() {
        Campaign draft = drafted("Growth leads");

        assertThat(steps(draft, 1, new EditSequence.Change.Replace(email(2, -1))))
                .isInstanceOfSatisfying(
                        EditSequence.Outcome.Invalid.class,
                        invalid -> assertThat(invalid.problems())
                                .extracting(SequenceRules.Problem::path)
                                .containsExactly("steps[1].day_offset"));
        assertThat(steps(draft, 1, new EditSequence.Change.Order(List.of(1, 1, 2))))
                .isInstanceOf(EditSequence.Outcome.Invalid.class);
        assertThat(steps(draft, 1, new EditSequence.Change.Delete(4))).isEqualTo(new EditSequence.Outcome.NotFound());
        assertThatThrownBy(() -> steps(draft, 2, new EditSequence.Change.Delete(1)))
                .isInstanceOf(ConcurrentUpdate.class);
        assertThat(stored(draft)).isEqualTo(draft);
    }

    @Test // outreach 2.7: pending enrolments move to the newest version, active ones stay pinned
    void waiting_enrolments_move_to_the_new_version_with_its_steps_and_running_ones_stay() {
        Campaign active = started("Growth leads");
        Enrolment waiting = enrolled(active, EnrolmentState.PENDING);
        Enrolment running = enrolled(active, EnrolmentState.ACTIVE);

        EditSequence.Outcome shorter = steps(active, 1, new EditSequence.Change.Delete(3));

        assertThat(((EditSequence.Outcome.Edited) shorter).moved()).isEqualTo(1);
        assertThat(enrolment(waiting).sequenceVersion()).isEqualTo(2);
        assertThat(enrolment(running).sequenceVersion()).isEqualTo(1);
        assertThat(stepNumbers(waiting)).containsExactly(1, 2);
        assertThat(stepNumbers(running)).containsExactly(1, 2, 3);

        steps(active, 2, new EditSequence.Change.Insert(email(2, 4)));
        assertThat(stepNumbers(waiting)).containsExactly(1, 2, 3);
        assertThat(read(() -> ports().enrolments()
                        .conservation(client().id(), active.id())
                        .closes()))
                .isTrue();
    }

    @Test // api 9.4
    void enrolments_are_counted_by_campaign_and_state() {
        Campaign first = started("First");
        Campaign second = started("Second");
        enrolled(first, EnrolmentState.PENDING);
        enrolled(first, EnrolmentState.PENDING);
        enrolled(first, EnrolmentState.ACTIVE);

        assertThat(read(() -> ports().enrolments().states(client().id())))
                .isEqualTo(Map.of(first.id(), Map.of(EnrolmentState.PENDING, 2, EnrolmentState.ACTIVE, 1)));
        assertThat(use().showCampaign().of(as(Role.VIEWER), first.id()))
                .hasValueSatisfying(view -> assertThat(view.enrolled()).isEqualTo(3));
        assertThat(use().showCampaign().of(as(Role.VIEWER), second.id()))
                .hasValueSatisfying(view -> assertThat(view.enrolled()).isZero());
    }

    private Enrolment enrolled(Campaign campaign, EnrolmentState state) {
        Lead lead = Outreachbook.lead(client().id(), 60);
        Enrolment enrolment = Outreachbook.enrolment(lead.id(), campaign, state, NOW);
        run(() -> {
            leads().insertAll(List.of(lead));
            ports().enrolments().insertAll(List.of(enrolment), Outreachbook.steps(enrolment, 3));
        });
        return enrolment;
    }

    private Enrolment enrolment(Enrolment enrolment) {
        return read(() -> ports().enrolments()
                .findAll(client().id(), List.of(enrolment.id()))
                .getFirst());
    }

    private List<Integer> stepNumbers(Enrolment enrolment) {
        return read(() -> ports().enrolments().steps(client().id(), List.of(enrolment.id())).stream()
                .map(EnrolmentStep::stepNo)
                .toList());
    }

    private EditCampaign.Outcome edit(Role role, Campaign seen, CampaignSettings settings) {
        return use().editCampaign().edit(as(role), seen.id(), seen.version(), settings, Origin.NONE);
    }

    private EditSequence.Outcome steps(Campaign campaign, int version, EditSequence.Change change) {
        return use().editSequence().edit(as(Role.MEMBER), campaign.id(), version, change, Origin.NONE);
    }

    private static List<Integer> days(EditSequence.Outcome outcome) {
        if (outcome instanceof EditSequence.Outcome.Edited edited) {
            assertThat(edited.sequence().steps())
                    .extracting(SequenceStep::stepNo)
                    .isSorted()
                    .startsWith(1);
            return edited.sequence().steps().stream()
                    .map(SequenceStep::dayOffset)
                    .toList();
        }
        throw new AssertionError(outcome);
    }

    private static SequenceStep email(int no, int day) {
        return new SequenceStep(
                no,
                Channel.EMAIL,
                TouchKind.EMAIL,
                day,
                null,
                null,
                null,
                null,
                null,
                false,
                true,
                true,
                "Hello {{first_name}}",
                "A line of our own.");
    }
}
