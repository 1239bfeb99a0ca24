package io.agencyos.application.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.campaign.lifecycle.ActivateCampaign;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.campaign.Campaign;
import io.agencyos.domain.campaign.CampaignOrigin;
import io.agencyos.domain.campaign.CampaignSettings;
import io.agencyos.domain.campaign.CampaignStatus;
import io.agencyos.domain.campaign.ChannelMix;
import io.agencyos.domain.campaign.activation.ActivationProblem;
import io.agencyos.domain.campaign.sequence.DefaultSequence;
import io.agencyos.domain.campaign.sequence.GrowthSequence;
import io.agencyos.domain.campaign.sequence.LearnedSequence;
import io.agencyos.domain.campaign.sequence.SequenceStep;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.PermissionMode;
import io.agencyos.domain.client.billing.CreditEntryKind;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.AuditAction;
import io.agencyos.domain.platform.AuditEntry;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.FieldProblem;
import io.agencyos.domain.shared.id.CampaignId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Making and starting campaigns, on stores of any kind. */
public abstract class StartingCampaignsContract extends CampaignStories {

    @Test // outreach 1.1, 2.2: mix and steps for the channels the client has senders on
    void a_draft_begins_with_the_default_sequence_for_the_senders_there_are() {
        Campaign draft = drafted("Growth leads");

        assertThat(draft.status()).isEqualTo(CampaignStatus.DRAFT);
        assertThat(draft.channelMix()).isEqualTo(new ChannelMix(100, 0, 0, 0, 0));
        assertThat(draft.sequence().isDefault()).isTrue();
        assertThat(stored(draft)).isEqualTo(draft);
        assertThat(read(() -> ports().campaigns().sequence(client().id(), draft.id(), 1)))
                .hasValueSatisfying(sequence ->
                        assertThat(sequence.steps()).isEqualTo(DefaultSequence.steps(Set.of(Channel.EMAIL))));
        assertThat(audited()).contains(AuditAction.CREATE);
    }

    @Test // outreach 2.3: a suggested campaign begins with the denser steps and the gaps that they need
    void a_suggested_campaign_begins_with_the_growth_sequence() {
        Campaign suggested = drafted("Suggested leads", CampaignOrigin.AI_SUGGESTED);
        assertThat(read(() -> ports().campaigns().sequence(client().id(), suggested.id(), 1)))
                .hasValueSatisfying(sequence -> assertThat(sequence.steps())
                        .isEqualTo(GrowthSequence.steps(GrowthSequence.Pace.STANDARD, Set.of(Channel.EMAIL))));
        assertThat(suggested.pace().channelCooldownDays()).isEqualTo(4);
        assertThat(suggested.pace().gapDays()).isEqualTo(2);
    }

    @Test // outreach 18: a mix of 99 is refused with the actual sum, nothing is saved
    void settings_that_break_a_rule_are_refused_and_nothing_is_saved() {
        CampaignSettings wrong =
                CampaignSettings.named(" ", client().timezone()).mixed(new ChannelMix(99, 0, 0, 0, 0));

        CreateCampaign.Outcome outcome = create(Role.MEMBER, wrong, true);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        CreateCampaign.Outcome.Invalid.class,
                        invalid -> assertThat(invalid.problems())
                                .extracting(FieldProblem::code)
                                .containsExactly("blank", "mix_sum"));
        assertThat(read(() -> ports().campaigns().all(client().id()))).isEmpty();
    }

    @Test // data model 5.4
    void a_name_is_taken_in_whatever_case() {
        drafted("Growth leads");

        assertThat(create(Role.MEMBER, CampaignSettings.named(" GROWTH leads ", client().timezone()), false))
                .isEqualTo(new CreateCampaign.Outcome.NameTaken());
    }

    @Test // api 3: writing is a member's, autopilot an admin's
    void a_viewer_makes_no_campaign_and_a_member_none_on_autopilot() {
        CampaignSettings plain = CampaignSettings.named("Growth leads", client().timezone());

        assertThat(create(Role.VIEWER, plain, false)).isEqualTo(new CreateCampaign.Outcome.RoleRequired(Role.MEMBER));
        assertThat(create(Role.MEMBER, plain.permitted(PermissionMode.AUTOPILOT), false))
                .isEqualTo(new CreateCampaign.Outcome.RoleRequired(Role.ADMIN));
        assertThat(create(Role.ADMIN, plain.permitted(PermissionMode.AUTOPILOT), false))
                .isInstanceOf(CreateCampaign.Outcome.Created.class);
    }

    @Test // outreach 1.2, 1.3
    void a_campaign_starts_where_every_check_passes_and_starting_it_twice_changes_nothing() {
        Campaign ready = ready("Growth leads");

        assertThat(activate(ready)).isInstanceOf(ActivateCampaign.Outcome.Activated.class);
        Campaign active = stored(ready);
        assertThat(active.status()).isEqualTo(CampaignStatus.ACTIVE);
        assertThat(active.life().activatedAt()).isEqualTo(NOW);
        assertThat(active.priorityPct()).isEqualTo(100);
        assertThat(audited()).contains(AuditAction.CAMPAIGN_ACTIVATE);

        assertThat(activate(ready)).isEqualTo(new ActivateCampaign.Outcome.AlreadyActive(active));
        assertThat(stored(ready)).isEqualTo(active);
    }

    @Test // outreach 18: activate twice concurrently: one starts it, the other finds it started
    void two_who_start_a_campaign_at_once_start_it_once() throws Exception {
        Campaign ready = ready("Growth leads");
        List<ActivateCampaign.Outcome> outcomes = new ArrayList<>();
        try (ExecutorService people = Executors.newFixedThreadPool(2)) {
            Callable<ActivateCampaign.Outcome> start = () -> activate(ready);
            for (Future<ActivateCampaign.Outcome> one : people.invokeAll(List.of(start, start))) {
                outcomes.add(one.get());
            }
        }

        assertThat(outcomes).hasAtLeastOneElementOfType(ActivateCampaign.Outcome.Activated.class);
        assertThat(outcomes).hasAtLeastOneElementOfType(ActivateCampaign.Outcome.AlreadyActive.class);
        assertThat(Collections.frequency(audited(), AuditAction.CAMPAIGN_ACTIVATE))
                .isEqualTo(1);
    }

    @Test // CIS 14.1: defaults of new sequences; running ones keep theirs
    void a_new_campaign_takes_over_the_gaps_that_were_found_to_work() {
        CampaignUseCases learned = new CampaignUseCases(
                ports().with(client -> new LearnedSequence(List.of(), Map.of(1, 10))),
                units(),
                () -> NOW,
                UUID::randomUUID);
        CreateCampaign.Outcome made = learned.createCampaign()
                .create(
                        as(Role.MEMBER),
                        new CreateCampaign.Request(
                                CampaignOrigin.CUSTOM, CampaignSettings.named("Learned", client().timezone()), false),
                        Origin.NONE);
        assertThat(((CreateCampaign.Outcome.Created) made).sequence().steps())
                .extracting(SequenceStep::dayOffset)
                .containsExactly(0, 10, 15);
    }

    @Test // outreach 1.3: all reported together, not first-only; api 9.4
    void everything_that_keeps_a_campaign_from_starting_is_told_at_once() {
        Client bare = open();
        CampaignUseCases use = new CampaignUseCases(ports(), units(), () -> NOW, UUID::randomUUID);
        TenantScope scope = TenantScope.worker(bare.id());
        CampaignSettings settings = CampaignSettings.named("Growth leads", bare.timezone());
        CreateCampaign.Outcome made = use.createCampaign()
                .create(scope, new CreateCampaign.Request(CampaignOrigin.CUSTOM, settings, false), Origin.NONE);
        CampaignId campaign = ((CreateCampaign.Outcome.Created) made).campaign().id();
        units().inTenant(scope, () -> {
            ports().clients().update(bare.pausedBy(new Client.Pause(NOW, "holiday", null)));
            int balance = ports().credits().balance(bare.id());
            ports().credits().book(bare.id(), CreditEntryKind.ADJUST, -balance, null, "test");
        });

        assertThat(use.activateCampaign().activate(scope, campaign, Origin.NONE))
                .isEqualTo(new ActivateCampaign.Outcome.Blocked(
                        List.of(
                                ActivationProblem.NO_RESOURCE_EMAIL,
                                ActivationProblem.SENDER_IDENTITY_INCOMPLETE,
                                ActivationProblem.CONSENT_DECLARATION_MISSING,
                                ActivationProblem.CLIENT_PAUSED,
                                ActivationProblem.NO_CREDITS,
                                ActivationProblem.ICP_NOT_CONFIGURED),
                        List.of("legal_name", "contact", "website_url", "persona")));
    }

    @Test // scoring PLAN-3: Ignition has five slots in all
    void a_campaign_beyond_the_plans_slots_is_refused() {
        for (int i = 1; i <= 5; i++) {
            started("Campaign " + i);
        }
        Campaign sixth = ready("Campaign 6", CampaignOrigin.AI_SUGGESTED);

        assertThat(activate(sixth))
                .isEqualTo(new ActivateCampaign.Outcome.Blocked(
                        List.of(ActivationProblem.CAMPAIGN_SLOT_LIMIT), List.of()));
        assertThat(stored(sixth)).isEqualTo(sixth);
    }

    @Test // api 9.4: a campaign joins at ⌊100/n⌋ and the shares sum to 100
    void a_started_campaign_gets_its_share_from_the_others() {
        Campaign first = started("First");
        Campaign second = started("Second");
        Campaign third = started("Third");

        assertThat(List.of(stored(first), stored(second), stored(third)))
                .extracting(Campaign::priorityPct)
                .containsExactlyInAnyOrder(34, 33, 33);
    }

    @Test
    void another_tenants_campaign_is_not_found_and_a_viewer_starts_none() {
        Campaign ready = ready("Growth leads");

        assertThat(use().activateCampaign().activate(as(Role.MEMBER), new CampaignId(UUID.randomUUID()), Origin.NONE))
                .isEqualTo(new ActivateCampaign.Outcome.NotFound());
        assertThat(use().activateCampaign().activate(as(Role.VIEWER), ready.id(), Origin.NONE))
                .isEqualTo(new ActivateCampaign.Outcome.RoleRequired(Role.MEMBER));
    }

    private CreateCampaign.Outcome create(Role role, CampaignSettings settings, boolean mixGiven) {
        return use().createCampaign()
                .create(as(role), new CreateCampaign.Request(CampaignOrigin.CUSTOM, settings, mixGiven), Origin.NONE);
    }

    private List<AuditAction> audited() {
        return read(() -> ports().audit().newest(client().id(), 20).stream()
                .map(AuditEntry::action)
                .toList());
    }
}
