package io.agencyos.application.conversion.suggest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agencyos.application.campaign.CampaignUseCases;
import io.agencyos.application.campaign.SharePriorities;
import io.agencyos.application.client.ConfirmIcp;
import io.agencyos.application.platform.flow.StartRun;
import io.agencyos.application.platform.flow.StepResult;
import io.agencyos.application.platform.flow.StepsByHand;
import io.agencyos.application.platform.flow.run.Outcome;
import io.agencyos.application.shared.ConcurrentUpdate;
import io.agencyos.application.testing.Campaignbook;
import io.agencyos.domain.campaign.Campaign;
import io.agencyos.domain.campaign.CampaignStatus;
import io.agencyos.domain.campaign.CampaignTarget;
import io.agencyos.domain.campaign.activation.ActivationProblem;
import io.agencyos.domain.client.IcpProfile;
import io.agencyos.domain.client.OnboardingStatus;
import io.agencyos.domain.client.PermissionMode;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.conversion.LearningSettings;
import io.agencyos.domain.conversion.PatternType;
import io.agencyos.domain.conversion.evolve.CampaignHealth;
import io.agencyos.domain.conversion.evolve.MeasuredEffect;
import io.agencyos.domain.conversion.evolve.Reached;
import io.agencyos.domain.conversion.evolve.SuggestionStatus;
import io.agencyos.domain.conversion.evolve.SuggestionType;
import io.agencyos.domain.conversion.pattern.Node;
import io.agencyos.domain.deal.Meeting;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.scoring.weight.WeightsInForce;
import io.agencyos.domain.scoring.weight.WeightsSource;
import io.agencyos.domain.scoring.weight.WeightsStatus;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.id.CampaignId;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Suggestions from patterns and results to their acceptance, on whatever stores. */
public abstract class SuggestionsContract extends SuggestionsDesk {

    @Test // CIS 17.1, 17.2: distinct segments of the profile are stored; what was shown is what is created, as a draft
    void a_client_of_which_nothing_is_learned_is_shown_first_campaigns_by_its_profile() {
        profiled(List.of("Dental", "Legal", "SaaS", "Retail"), List.of("Owner"));
        assertThat(suggesting().possible(as(ANN, Role.MEMBER))).isTrue();
        assertThat(suggesting().suggest(client())).isEqualTo(new SuggestCampaigns.Outcome.Suggested(3, 0, 0));
        assertThat(suggesting().suggest(client())).isEqualTo(new SuggestCampaigns.Outcome.Suggested(0, 3, 0));
        List<Suggestion> shown = in(() -> ports().suggestions().list(client(), Suggestions.Filter.ALL, 10));
        assertThat(shown)
                .extracting(Suggestion::title)
                .containsExactlyInAnyOrder(
                        "A first campaign for Dental", "A first campaign for Legal", "A first campaign for Retail");
        Suggestion dental = shown.stream()
                .filter(each -> each.title().endsWith("Dental"))
                .findFirst()
                .orElseThrow();
        assertThat(accepted(dental).status()).isEqualTo(SuggestionStatus.APPLIED);
        assertThat(in(() -> ports().campaigns().all(client())))
                .filteredOn(campaign -> campaign.status() == CampaignStatus.DRAFT)
                .singleElement()
                .satisfies(draft -> {
                    assertThat(draft.name()).isEqualTo("Dental");
                    assertThat(draft.target().industries()).containsExactly("Dental");
                    assertThat(draft.target().titles()).containsExactly("Owner");
                    assertThat(draft.target().locations()).containsExactly("Australia");
                });
        assertThat(suggesting().suggest(client()))
                .as("two of three places are free; the fourth industry was left for later")
                .isEqualTo(new SuggestCampaigns.Outcome.Suggested(0, 2, 0));
    }

    private StepsByHand postOnboarding() {
        return new StepsByHand(
                PostOnboarding.flow(new PostOnboarding.Tools(
                        ports(),
                        suggesting(),
                        deciding(),
                        new CampaignUseCases(campaignPorts(), desk().world().units(), clock()::get, ids())
                                .createCampaign(),
                        learning().weights(),
                        desk().world().units(),
                        clock()::get)),
                desk().world().units(),
                List.of());
    }

    private OnboardingStatus onboarding() {
        return in(() -> ports().clients().onboarding(client()));
    }

    private List<Campaign> drafts() {
        return in(() -> ports().campaigns().all(client())).stream()
                .filter(campaign -> campaign.status() == CampaignStatus.DRAFT)
                .toList();
    }

    @Test // flows 2.2, CIS 17.1–17.3: drafts by the profile, weights proposed and not used; a second run makes nothing
    // twice
    void a_confirmed_profile_becomes_drafts_and_proposed_weights() {
        profiled(List.of("Dental", "Legal"), List.of("Owner"));
        List<StepResult> steps = postOnboarding().of(client(), Map.of(), now());
        assertThat(steps).hasSize(5).allSatisfy(step -> assertThat(step).isInstanceOf(StepResult.Done.class));
        assertThat(drafts()).extracting(Campaign::name).containsExactlyInAnyOrder("Dental", "Legal");
        assertThat(onboarding()).isEqualTo(OnboardingStatus.COMPLETED);
        assertThat(in(() -> learning().weights().of(client()))).singleElement().satisfies(set -> {
            assertThat(set.source()).isEqualTo(WeightsSource.CLIENT_CUSTOM);
            assertThat(set.status()).isEqualTo(WeightsStatus.CANDIDATE);
            assertThat(WeightsInForce.of(List.of(set), false).source())
                    .as("shown, not used")
                    .isEqualTo(WeightsSource.DEFAULT);
        });
        postOnboarding().of(client(), Map.of(), now());
        assertThat(drafts()).hasSize(2);
        assertThat(in(() -> learning().weights().of(client()))).hasSize(1);
    }

    @Test // flows 2.2: nothing suggested → one default campaign, so the client is never left empty
    void where_the_plan_has_no_room_for_suggestions_one_campaign_takes_everybody() {
        profiled(List.of("Dental"), List.of("Owner"));
        StepResult drafted = postOnboarding().first("draft", client(), Map.of(), Outcome.NONE, now());
        assertThat(drafted).isInstanceOf(StepResult.Done.class);
        assertThat(drafts()).singleElement().satisfies(draft -> {
            assertThat(draft.name()).endsWith(" \u2013 core ICP");
            assertThat(draft.target()).isEqualTo(CampaignTarget.INHERITED);
        });
    }

    @Test // flows 2.2: icp_incomplete
    void a_profile_that_names_nobody_is_not_set_up() {
        profiled(List.of(), List.of());
        assertThat(postOnboarding().of(client(), Map.of(), now()))
                .singleElement()
                .satisfies(step ->
                        assertThat(((StepResult.Failed) step).failure().code()).isEqualTo("icp_incomplete"));
        assertThat(drafts()).isEmpty();
    }

    @Test // api 9.3, flows 2.2: confirming starts it once for each version; somebody else's run does not undo the
    // confirmation
    void whoever_confirms_a_profile_is_set_up() {
        profiled(List.of("Dental"), List.of("Owner"));
        List<StartRun.Request> asked = new ArrayList<>();
        IcpProfile confirmed = in(() -> ports().clients().icp(client()).orElseThrow());
        new SetUpAfterConfirming((scope, origin) -> new ConfirmIcp.Outcome.Confirmed(confirmed), (scope, request) -> {
                    asked.add(request);
                    return new StartRun.Outcome.NotFound();
                })
                .confirm(as(ANN, Role.ADMIN), Origin.NONE);
        new SetUpAfterConfirming((scope, origin) -> new ConfirmIcp.Outcome.AlreadyConfirmed(confirmed), (_, _) -> {
                    throw new AssertionError("confirmed before");
                })
                .confirm(as(ANN, Role.ADMIN), Origin.NONE);
        assertThat(asked)
                .containsExactly(new StartRun.Request(
                        PostOnboarding.FLOW, Map.of(), "evt:" + confirmed.id().text()));
    }

    @Test // CIS 17.1: needs industries or titles, else insufficient_data
    void a_profile_that_names_nobody_says_nothing() {
        profiled(List.of(), List.of());
        assertThat(suggesting().possible(as(ANN, Role.MEMBER))).isFalse();
        assertThat(suggesting().suggest(client())).isInstanceOf(SuggestCampaigns.Outcome.Skipped.class);
    }

    @Test // CIS 16: what is missing is told
    void too_early_nothing_is_suggested_and_the_reasons_are_told() {
        assertThat(suggesting().suggest(client()))
                .isEqualTo(new SuggestCampaigns.Outcome.Skipped(List.of(
                        "account_too_young",
                        "too_few_conversions",
                        "no_sure_pattern_who",
                        "no_sure_pattern_what",
                        "no_sure_pattern_how")));
    }

    @Test // CIS 16.1, 16.2: a pending twin is refreshed; what is no longer found expires
    void suggestions_are_made_once_refreshed_and_ended_when_their_reason_is_gone() {
        known(segment("title", "CEO", 1.73));
        assertThat(suggesting().suggest(client())).isEqualTo(new SuggestCampaigns.Outcome.Suggested(2, 0, 0));
        assertThat(made(SuggestionType.CREATE_CAMPAIGN).confidence()).isEqualTo(new BigDecimal("0.89"));
        scenario().advance(Duration.ofDays(7));
        assertThat(suggesting().suggest(client())).isEqualTo(new SuggestCampaigns.Outcome.Suggested(0, 2, 0));
        assertThat(made(SuggestionType.CREATE_CAMPAIGN).expiresAt()).isEqualTo(now().plus(Suggestion.OPEN));
        learned(PatternType.WHO);
        assertThat(suggesting().suggest(client())).isEqualTo(new SuggestCampaigns.Outcome.Suggested(0, 1, 1));
        Suggestion gone = made(SuggestionType.CREATE_CAMPAIGN);
        assertThat(gone.status()).isEqualTo(SuggestionStatus.EXPIRED);
        assertThat(in(() -> ports().suggestions().history(client(), gone.id())))
                .extracting(Suggestions.Step::after)
                .containsExactly(SuggestionStatus.PENDING, SuggestionStatus.EXPIRED);
    }

    @Test // CIS 16.2: rejected within 60 days is not shown again
    void what_was_rejected_is_not_suggested_again_for_two_months() {
        known(segment("title", "CEO", 1.73));
        suggesting().suggest(client());
        Suggestion made = made(SuggestionType.CREATE_CAMPAIGN);
        assertThat(deciding().reject(as(ANN, Role.MEMBER), made.id(), "not now"))
                .isInstanceOf(DecideSuggestion.Outcome.Decided.class);
        assertThat(suggesting().suggest(client())).isEqualTo(new SuggestCampaigns.Outcome.Suggested(0, 1, 0));
        assertThat(made(SuggestionType.CREATE_CAMPAIGN).rejectionReason()).isEqualTo("not now");
        assertThat(made(SuggestionType.CREATE_CAMPAIGN).reviewedBy()).isEqualTo(ANN);
    }

    @Test // CIS 16: nothing without acceptance; 16.2: accepting applies it, two clicks once
    void accepting_makes_the_draft_that_was_shown_and_only_once() {
        known(segment("title", "CEO", 1.73));
        suggesting().suggest(client());
        assertThat(in(() -> ports().campaigns().all(client()))).hasSize(1);
        Suggestion made = made(SuggestionType.CREATE_CAMPAIGN);
        assertThat(accepted(made).status()).isEqualTo(SuggestionStatus.APPLIED);
        assertThat(accepted(made).status()).isEqualTo(SuggestionStatus.APPLIED);
        assertThat(in(() -> ports().campaigns().all(client())))
                .filteredOn(campaign -> campaign.status() == CampaignStatus.DRAFT)
                .singleElement()
                .satisfies(draft -> assertThat(draft.target().titles()).containsExactly("CEO"));
    }

    @Test // api 9.5: activate needs everything that starting a campaign needs; else it is made and stays a draft
    void what_is_made_is_started_where_that_is_asked_and_every_check_passes() {
        profiled(List.of("Dental", "Legal"), List.of("Owner"));
        suggesting().suggest(client());
        List<Suggestion> made = all();

        assertThat(deciding().accept(as(ANN, Role.MEMBER), made.getFirst().id(), true, Origin.NONE))
                .isInstanceOfSatisfying(DecideSuggestion.Outcome.StaysDraft.class, draft -> {
                    assertThat(draft.suggestion().status()).isEqualTo(SuggestionStatus.APPLIED);
                    assertThat(draft.why().problems()).contains(ActivationProblem.CONSENT_DECLARATION_MISSING);
                    assertThat(status(draft.campaign())).isEqualTo(CampaignStatus.DRAFT);
                });
        assertThat(deciding(signed())
                        .accept(as(ANN, Role.MEMBER), made.getLast().id(), true, Origin.NONE))
                .isInstanceOfSatisfying(DecideSuggestion.Outcome.Started.class, started -> {
                    assertThat(started.suggestion().status()).isEqualTo(SuggestionStatus.APPLIED);
                    assertThat(status(started.campaign().id())).isEqualTo(CampaignStatus.ACTIVE);
                });
    }

    private CampaignStatus status(CampaignId campaign) {
        return in(() -> ports().campaigns().find(client(), campaign).orElseThrow())
                .status();
    }

    @Test // CIS 16.1: pause
    void accepting_a_pause_pauses_the_campaign() {
        Campaign campaign = scenario().campaign();
        Suggestion pause = one(
                campaign.id(),
                SuggestionType.PAUSE_CAMPAIGN,
                Node.members().with("pause", true).done());
        assertThat(accepted(pause).appliedAt()).isEqualTo(now());
        assertThat(in(() -> ports().campaigns().find(client(), campaign.id()).orElseThrow())
                        .status())
                .isEqualTo(CampaignStatus.PAUSED);
    }

    @Test // CIS 16.2: before is kept at acceptance, after is measured 30 days later, with interval, not called causal
    void what_came_of_a_suggestion_stands_beside_what_was_before() {
        List<Lead> before = contacted(4);
        scenario().advance(Duration.ofHours(1));
        booked(before.getFirst());
        scenario().advance(Duration.ofDays(2));
        Suggestion texts =
                accepted(one(null, SuggestionType.UPDATE_CONTENT, Node.members().done()));
        assertThat(texts.metrics().current())
                .satisfies(then -> assertThat(Reached.read(then)).isEqualTo(new Reached(4, 0, 1)));
        scenario().advance(Duration.ofDays(5).minusHours(7)); // Monday morning again
        List<Lead> after = contacted(5);
        scenario().advance(Duration.ofHours(1));
        after.stream().limit(2).forEach(this::booked);
        Meeting off = booked(after.getLast());
        calledOff(off);
        scenario().advance(Duration.ofDays(24));
        assertThat(suggesting().measureApplied(client())).as("29 days").isZero();
        scenario().advance(Duration.ofDays(1));
        booked(after.get(2));
        mature();
        useCases().takeOverFacts().takeOver(client());
        assertThat(suggesting().measureApplied(client())).isEqualTo(1);
        assertThat(suggesting().measureApplied(client())).as("once").isZero();
        Node.Members effect = deciding()
                .show(as(ANN, Role.VIEWER), texts.id())
                .orElseThrow()
                .metrics()
                .measured();
        assertThat(effect).isEqualTo(MeasuredEffect.of(new Reached(4, 0, 1), new Reached(5, 0, 2)));
    }

    @Test // CIS 16.1: what was planned for the leads of the year that matured, to tell what a booking costs
    void leads_are_counted_by_what_was_planned_for_them() {
        List<Lead> leads = contacted(4);
        scenario().advance(Duration.ofHours(1));
        booked(leads.getFirst());
        scenario().advance(Duration.ofDays(29));
        mature();
        assertThat(in(() -> ports().results().mixes(client(), ports().matured(client(), now()))))
                .as("nobody's time is over")
                .isEmpty();
        scenario().advance(Duration.ofDays(2));
        mature();
        assertThat(in(() -> ports().results().mixes(client(), ports().matured(client(), now()))))
                .singleElement()
                .satisfies(mix -> {
                    assertThat(mix.leads()).isEqualTo(4);
                    assertThat(mix.booked()).isEqualTo(1);
                    assertThat(mix.plan()).isNotEmpty().containsOnly(Channel.EMAIL);
                });
        assertThat(in(() -> ports().results().conversions(client(), ports().matured(client(), now()))))
                .isEqualTo(1);
        assertThat(in(() -> ports().results().conversions(client(), now().minus(Duration.ofDays(32)))))
                .isZero();
    }

    @Test // CIS 16.2: two clicks apply once, also where the process died between applying and noting it
    void shares_that_were_moved_are_not_moved_again() {
        Campaign from = scenario().campaign();
        Campaign to = Campaignbook.active(client(), PermissionMode.AUTOPILOT, "Second", now());
        SharePriorities shares =
                new CampaignUseCases(campaignPorts(), desk().world().units(), clock()::get, ids()).sharePriorities();
        in(() -> {
            ports().campaigns().insert(to, Campaignbook.emails(to));
            return to;
        });
        assertThat(shares.set(
                        as(ANN, Role.ADMIN),
                        Map.of(from.id(), 50, to.id(), 50),
                        shares.show(as(ANN, Role.ADMIN)).version(),
                        Origin.NONE))
                .isInstanceOf(SharePriorities.Outcome.Set.class);
        Suggestion move = one(
                from.id(),
                SuggestionType.ADJUST_ALLOCATION,
                Node.members().with("to", to.id().text()).with("points", 10).done());
        int share = share(from);
        Suggestion applied = accepted(move);
        assertThat(applied.status()).isEqualTo(SuggestionStatus.APPLIED);
        assertThat(share(from)).isEqualTo(share - 10);
        in(() -> ports().suggestions()
                .update(applied.moved(
                        SuggestionStatus.APPROVED, new Suggestion.Decision(ANN, now(), null, "version_conflict"))));
        assertThat(accepted(move).status()).isEqualTo(SuggestionStatus.APPLIED);
        assertThat(share(from)).as("as before").isEqualTo(share - 10);
    }

    @Test // CIS 16.1: the health score is told by each run and by the report
    void the_health_of_the_active_campaigns_is_known() {
        assertThat(suggesting().health(as(ANN, Role.VIEWER))).isEqualTo(new CampaignHealth(1, List.of()));
    }

    @Test // CIS 16.2: failing application leaves it approved with what kept it; the user tries again
    void what_cannot_be_applied_stays_approved_and_says_why() {
        Suggestion move = one(
                scenario().campaign().id(),
                SuggestionType.ADJUST_ALLOCATION,
                Node.members()
                        .with("to", UUID.randomUUID().toString())
                        .with("points", 10)
                        .done());
        Suggestion stuck = accepted(move);
        assertThat(stuck.status()).isEqualTo(SuggestionStatus.APPROVED);
        assertThat(stuck.applyError()).isEqualTo("campaign_not_active");
        assertThat(accepted(move).applyError()).isEqualTo("campaign_not_active");
    }

    @Test // CIS 14.1, 16.2: texts, times and order act through their consumers
    void accepting_a_change_of_texts_lets_what_was_learned_of_them_act() {
        in(() -> {
            settings()
                    .save(
                            client(),
                            LearningSettings.DEFAULT.with(new LearningSettings.Uses(false, false, false, false)));
            return null;
        });
        accepted(one(null, SuggestionType.UPDATE_CONTENT, Node.members().done()));
        assertThat(in(() -> settings().of(client())).uses())
                .isEqualTo(new LearningSettings.Uses(true, false, false, false));
    }

    @Test // CIS 16.2: expired → 409 invalid_transition; hourly expiry
    void a_suggestion_that_ran_out_is_not_accepted() {
        Suggestion pause = one(
                scenario().campaign().id(),
                SuggestionType.PAUSE_CAMPAIGN,
                Node.members().with("pause", true).done());
        scenario().advance(Suggestion.OPEN);
        assertThat(deciding().accept(as(ANN, Role.MEMBER), pause.id(), Origin.NONE))
                .isInstanceOf(DecideSuggestion.Outcome.InvalidTransition.class);
        assertThat(suggesting().expireOverdue(client())).isEqualTo(1);
        assertThat(suggesting().expireOverdue(client())).isZero();
        assertThat(deciding()
                        .show(as(ANN, Role.VIEWER), pause.id())
                        .orElseThrow()
                        .status())
                .isEqualTo(SuggestionStatus.EXPIRED);
        assertThat(deciding().accept(as(ANN, Role.MEMBER), UUID.randomUUID(), Origin.NONE))
                .isInstanceOf(DecideSuggestion.Outcome.NotFound.class);
    }

    @Test // CIS 16.2: compare-and-set
    void of_two_changes_at_once_the_second_is_told() {
        Suggestion pause = one(
                scenario().campaign().id(),
                SuggestionType.PAUSE_CAMPAIGN,
                Node.members().with("pause", true).done());
        Suggestion.Decision byAnn = new Suggestion.Decision(ANN, now(), null, null);
        in(() -> ports().suggestions().update(pause.moved(SuggestionStatus.APPROVED, byAnn)));
        assertThatThrownBy(() -> in(() -> ports().suggestions().update(pause.moved(SuggestionStatus.REJECTED, byAnn))))
                .isInstanceOf(ConcurrentUpdate.class);
        assertThat(in(() -> ports().suggestions()
                        .list(
                                client(),
                                new Suggestions.Filter(
                                        Set.of(SuggestionType.PAUSE_CAMPAIGN),
                                        Set.of(SuggestionStatus.APPROVED),
                                        scenario().campaign().id()),
                                10)))
                .hasSize(1);
    }
}
