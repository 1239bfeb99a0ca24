package io.agencyos.application.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agencyos.application.campaign.lifecycle.ActivateCampaign;
import io.agencyos.application.campaign.lifecycle.CampaignTransition;
import io.agencyos.application.campaign.lifecycle.PauseOutreach;
import io.agencyos.application.campaign.lifecycle.PauseShift;
import io.agencyos.application.campaign.lifecycle.ResumeOutreach;
import io.agencyos.application.shared.ConcurrentUpdate;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.campaign.Campaign;
import io.agencyos.domain.campaign.CampaignPause;
import io.agencyos.domain.campaign.CampaignStatus;
import io.agencyos.domain.campaign.ConsentDeclaration;
import io.agencyos.domain.campaign.ConsentText;
import io.agencyos.domain.campaign.activation.ActivationProblem;
import io.agencyos.domain.campaign.enrolment.EnrolmentState;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.billing.Plan;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Pausing, ending, deleting, the emergency stop and the consent declaration, on stores of any kind. */
public abstract class StoppingCampaignsContract extends CampaignStories {

    /** The same person, who is known to the stores. */
    protected abstract TenantScope person(Role role);

    @Test // outreach 1.2: pausing what is paused is a no-op
    void a_paused_campaign_says_who_when_and_why_and_pausing_it_again_changes_nothing() {
        Campaign campaign = started("Growth leads");
        TenantScope member = as(Role.MEMBER);

        assertThat(use().pauseCampaign().pause(member, campaign.id(), "trade fair", Origin.NONE))
                .isInstanceOf(CampaignTransition.Done.class);
        Campaign paused = stored(campaign);
        assertThat(paused.status()).isEqualTo(CampaignStatus.PAUSED);
        assertThat(paused.pause())
                .isEqualTo(new CampaignPause(NOW, CampaignPause.Origin.USER, "trade fair", member.userId()));
        assertThat(use().pauseCampaign().pause(member, campaign.id(), "again", Origin.NONE))
                .isEqualTo(new CampaignTransition.AlreadySo(paused));
    }

    @Test // outreach 1.2: draft → pause is no transition; a completed campaign is terminal
    void moves_that_are_not_in_the_table_are_refused() {
        Campaign draft = drafted("Draft");
        Campaign over = started("Over");
        use().completeCampaign().complete(as(Role.MEMBER), over.id(), Origin.NONE);

        assertThat(use().pauseCampaign().pause(as(Role.MEMBER), draft.id(), null, Origin.NONE))
                .isEqualTo(new CampaignTransition.Invalid(CampaignStatus.DRAFT, CampaignStatus.PAUSED));
        assertThat(use().pauseCampaign().pause(as(Role.MEMBER), over.id(), null, Origin.NONE))
                .isEqualTo(new CampaignTransition.Terminal());
        assertThat(activate(over)).isEqualTo(new ActivateCampaign.Outcome.Terminal());
    }

    @Test // api 9.4: pausing and completing share the part out proportionally; reactivation inserts anew
    void the_share_of_a_stopped_campaign_goes_to_the_others() {
        Campaign first = started("First");
        Campaign second = started("Second");

        use().pauseCampaign().pause(as(Role.MEMBER), first.id(), null, Origin.NONE);
        assertThat(stored(second).priorityPct()).isEqualTo(100);

        assertThat(activate(first)).isInstanceOf(ActivateCampaign.Outcome.Activated.class);
        assertThat(stored(first).pause()).isNull();
        assertThat(List.of(stored(first), stored(second)))
                .extracting(Campaign::priorityPct)
                .containsExactly(50, 50);
    }

    @Test // outreach 1.2: end_date passed; 1.1: both days included, in the campaign's zone
    void a_campaign_is_completed_in_the_night_after_its_last_day() {
        Campaign endless = started("Endless");
        Campaign campaign = started("Three days");
        LocalDate first = LocalDate.ofInstant(NOW, campaign.timezone());
        use().editCampaign()
                .edit(
                        as(Role.ADMIN),
                        campaign.id(),
                        campaign.version(),
                        campaign.settings().lasting(first, first.plusDays(2)),
                        Origin.NONE);
        Instant midnight = first.plusDays(3).atStartOfDay(campaign.timezone()).toInstant();

        assertThat(endedBy(midnight.minusSeconds(1))).isEmpty();
        assertThat(stored(campaign).status()).isEqualTo(CampaignStatus.ACTIVE);
        assertThat(endedBy(midnight)).containsExactly(campaign.id());
        assertThat(stored(campaign).status()).isEqualTo(CampaignStatus.COMPLETED);
        assertThat(stored(endless).status()).isEqualTo(CampaignStatus.ACTIVE);
        assertThat(endedBy(midnight)).isEmpty();
    }

    private List<CampaignId> endedBy(Instant now) {
        return new CampaignUseCases(ports(), units(), () -> now, UUID::randomUUID)
                .completeEndedCampaigns()
                .complete(client().id());
    }

    @Test // outreach 1.2: deleting is an admin's and acts as complete
    void a_deleted_campaign_is_out_of_sight_and_its_name_is_free() {
        Campaign campaign = started("Growth leads");

        assertThat(use().deleteCampaign().delete(as(Role.MEMBER), campaign.id(), campaign.version(), Origin.NONE))
                .isEqualTo(new CampaignTransition.RoleRequired(Role.ADMIN));
        assertThatThrownBy(() -> use().deleteCampaign()
                        .delete(as(Role.ADMIN), campaign.id(), campaign.version() - 1, Origin.NONE))
                .isInstanceOf(ConcurrentUpdate.class);
        assertThat(use().deleteCampaign().delete(as(Role.ADMIN), campaign.id(), campaign.version(), Origin.NONE))
                .isInstanceOfSatisfying(CampaignTransition.Done.class, done -> {
                    assertThat(done.campaign().status()).isEqualTo(CampaignStatus.COMPLETED);
                    assertThat(done.campaign().life().deletedAt()).isEqualTo(NOW);
                });
        assertThat(use().listCampaigns().of(as(Role.VIEWER), null)).isEmpty();
        drafted("Growth leads");
        assertThat(overBy(NOW)).as("nothing of it begins again").containsExactly(campaign.id());
        assertThat(overBy(NOW.minusSeconds(1))).isEmpty();
    }

    private Set<CampaignId> overBy(Instant then) {
        return read(() -> ports().campaigns().completedBy(client().id(), then));
    }

    @Test // outreach 1.5
    void an_emergency_stop_pauses_every_active_campaign_and_repeating_it_keeps_the_first_instant() {
        Campaign active = started("Active");
        Campaign draft = drafted("Draft");
        TenantScope member = person(Role.MEMBER);

        PauseOutreach.Outcome outcome = use().pauseOutreach().pause(member, " wrong price in the mails ", Origin.NONE);

        Client.Pause pause = new Client.Pause(NOW, "wrong price in the mails", member.userId());
        assertThat(outcome).isInstanceOfSatisfying(PauseOutreach.Outcome.Paused.class, paused -> {
            assertThat(paused.client().pause()).isEqualTo(pause);
            assertThat(paused.campaignsAffected()).isEqualTo(1);
            assertThat(paused.inFlight()).isZero();
        });
        assertThat(stored(active).pause())
                .isNotNull()
                .extracting(CampaignPause::origin)
                .isEqualTo(CampaignPause.Origin.EMERGENCY);
        assertThat(stored(draft)).isEqualTo(draft);
        assertThat(use().pauseOutreach().pause(member, "again", Origin.NONE))
                .isInstanceOfSatisfying(PauseOutreach.Outcome.Paused.class, again -> {
                    assertThat(again.client().pause()).isEqualTo(pause);
                    assertThat(again.campaignsAffected()).isZero();
                });
        assertThat(use().pauseOutreach().pause(member, "and hang up", true, Origin.NONE))
                .isInstanceOfSatisfying(
                        PauseOutreach.Outcome.Paused.class,
                        again -> assertThat(again.client().pause()).isEqualTo(pause.hangingUp()));
        assertThat(use().pauseOutreach().pause(member, "again", Origin.NONE))
                .isInstanceOfSatisfying(
                        PauseOutreach.Outcome.Paused.class,
                        again -> assertThat(again.client().pause()).isEqualTo(pause.hangingUp()));
        assertThat(activate(active))
                .isEqualTo(new ActivateCampaign.Outcome.Blocked(List.of(ActivationProblem.CLIENT_PAUSED), List.of()));
    }

    @Test // outreach 1.5: only campaigns that the stop paused go on, and only where asked
    void resuming_brings_back_what_the_stop_had_paused() {
        Campaign stopped = started("Stopped");
        Campaign byHand = started("By hand");
        use().pauseCampaign().pause(as(Role.MEMBER), byHand.id(), null, Origin.NONE);
        use().pauseOutreach().pause(person(Role.MEMBER), "stop", Origin.NONE);

        assertThat(use().resumeOutreach().resume(as(Role.MEMBER), true, Origin.NONE))
                .isEqualTo(new ResumeOutreach.Outcome.RoleRequired(Role.ADMIN));
        assertThat(use().resumeOutreach().resume(as(Role.ADMIN), false, Origin.NONE))
                .isInstanceOfSatisfying(ResumeOutreach.Outcome.Resumed.class, resumed -> {
                    assertThat(resumed.client().paused()).isFalse();
                    assertThat(resumed.reactivated()).isEmpty();
                });
        assertThat(stored(stopped).status()).isEqualTo(CampaignStatus.PAUSED);

        assertThat(use().resumeOutreach().resume(as(Role.ADMIN), true, Origin.NONE))
                .isInstanceOfSatisfying(ResumeOutreach.Outcome.Resumed.class, resumed -> {
                    assertThat(resumed.reactivated()).containsExactly(stopped.id());
                    assertThat(resumed.blocked()).isEmpty();
                });
        assertThat(stored(stopped).status()).isEqualTo(CampaignStatus.ACTIVE);
        assertThat(stored(byHand).status()).isEqualTo(CampaignStatus.PAUSED);
    }

    @Test // api 3: pausing is a member's; outreach 1.5: reason at most 500 characters
    void a_viewer_stops_nothing_and_a_reason_is_short() {
        assertThat(use().pauseOutreach().pause(as(Role.VIEWER), "stop", Origin.NONE))
                .isEqualTo(new PauseOutreach.Outcome.RoleRequired(Role.MEMBER));
        assertThat(use().pauseOutreach().pause(as(Role.MEMBER), "x".repeat(501), Origin.NONE))
                .isEqualTo(new PauseOutreach.Outcome.InvalidReason());
    }

    @Test // outreach 6.4, api 9.4: stored with person, time and text hash
    void an_admin_signs_the_current_text_once() {
        Campaign campaign = drafted("Growth leads");
        TenantScope admin = as(Role.ADMIN);
        int version = ConsentText.CURRENT.version();

        assertThat(use().declareConsent().declare(as(Role.MEMBER), campaign.id(), version, Origin.NONE))
                .isEqualTo(new DeclareConsent.Outcome.RoleRequired(Role.ADMIN));
        assertThat(use().declareConsent()
                        .declare(TenantScope.worker(client().id()), campaign.id(), version, Origin.NONE))
                .isEqualTo(new DeclareConsent.Outcome.RoleRequired(Role.ADMIN));
        assertThat(use().declareConsent().declare(admin, campaign.id(), version + 1, Origin.NONE))
                .isEqualTo(new DeclareConsent.Outcome.OtherText(ConsentText.CURRENT));

        DeclareConsent.Outcome outcome = use().declareConsent().declare(admin, campaign.id(), version, Origin.NONE);

        assertThat(outcome).isInstanceOfSatisfying(DeclareConsent.Outcome.Declared.class, declared -> {
            ConsentDeclaration signed = declared.declaration();
            assertThat(signed.acceptedBy()).isEqualTo(admin.userId());
            assertThat(signed.acceptedAt()).isEqualTo(NOW);
            assertThat(signed.textHash()).isEqualTo(ConsentText.CURRENT.hash());
            assertThat(use().showConsent().of(as(Role.VIEWER), campaign.id()))
                    .contains(new ShowConsent.Standing(ConsentText.CURRENT, signed));
            assertThat(use().declareConsent().declare(as(Role.OWNER), campaign.id(), version, Origin.NONE))
                    .isEqualTo(new DeclareConsent.Outcome.AlreadyDeclared(signed));
        });
        assertThat(activate(campaign)).isInstanceOf(ActivateCampaign.Outcome.Activated.class);
    }

    @Test // scoring PLAN-6: the length of a pause, in days of the client's zone
    void a_pause_is_as_long_as_the_midnights_it_has_seen() {
        Client.Pause pause = new Client.Pause(Instant.parse("2026-03-02T12:30:00Z"), "trade fair", null);
        assertThat(PauseShift.days(client(), pause, Instant.parse("2026-03-02T12:59:59Z")))
                .isZero();
        assertThat(PauseShift.days(client(), pause, Instant.parse("2026-03-02T13:00:00Z")))
                .isEqualTo(1);
        assertThat(PauseShift.days(client(), pause, Instant.parse("2026-03-05T01:00:00Z")))
                .isEqualTo(3);
    }

    @Test // scoring PLAN-6: campaigns over the limit: lowest lead_allocation_pct first, then newest
    void a_smaller_plan_pauses_what_has_no_slot_and_shares_the_leads_among_the_rest() {
        for (int i = 1; i <= 4; i++) {
            started("Campaign " + i);
        }

        int paused = read(() -> use().pauseSurplusCampaigns().pause(client().id(), new Plan.Slots(1, 1)));
        int again = read(() -> use().pauseSurplusCampaigns().pause(client().id(), new Plan.Slots(1, 1)));

        assertThat(paused).isEqualTo(2);
        assertThat(again).isZero();
        List<Campaign> all = read(() -> ports().campaigns().all(client().id()));
        List<Integer> shares = all.stream()
                .filter(campaign -> campaign.status() == CampaignStatus.ACTIVE)
                .map(Campaign::priorityPct)
                .toList();
        assertThat(shares).hasSize(2);
        assertThat(shares.stream().mapToInt(Integer::intValue).sum()).isEqualTo(100);
        assertThat(all.stream().filter(campaign -> campaign.status() == CampaignStatus.PAUSED))
                .hasSize(2)
                .allSatisfy(campaign -> assertThat(campaign.pause())
                        .isEqualTo(new CampaignPause(
                                NOW, CampaignPause.Origin.SYSTEM, "The plan has fewer campaign slots.", null)));
    }

    @Test // api 9.4
    void campaigns_are_listed_with_their_steps_and_how_their_enrolments_stand() {
        Campaign active = started("Active");
        Campaign draft = drafted("Draft");

        List<CampaignView> all = use().listCampaigns().of(as(Role.VIEWER), null);

        assertThat(all).extracting(view -> view.campaign().id()).containsExactlyInAnyOrder(active.id(), draft.id());
        assertThat(all).allSatisfy(view -> {
            assertThat(view.sequence().steps()).hasSize(3);
            assertThat(view.enrolments()).containsOnlyKeys(Set.of(EnrolmentState.values()));
            assertThat(view.enrolled()).isZero();
        });
        assertThat(use().listCampaigns().of(as(Role.VIEWER), CampaignStatus.ACTIVE))
                .extracting(view -> view.campaign().id())
                .containsExactly(active.id());
        assertThat(use().showCampaign().of(as(Role.VIEWER), draft.id()))
                .hasValueSatisfying(view -> assertThat(view.campaign()).isEqualTo(draft));
        assertThat(use().showCampaign()
                        .of(new TenantScope(new ClientId(UUID.randomUUID()), null, Role.OWNER), draft.id()))
                .isEmpty();
    }
}
