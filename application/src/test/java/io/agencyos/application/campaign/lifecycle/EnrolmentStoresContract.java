package io.agencyos.application.campaign.lifecycle;

import static io.agencyos.application.testing.Leadbook.MONDAY;
import static io.agencyos.application.testing.Outreachbook.enrolment;
import static io.agencyos.application.testing.Outreachbook.step;
import static io.agencyos.application.testing.Outreachbook.touch;
import static io.agencyos.domain.campaign.enrolment.EnrolmentStep.Outcome.FAILED;
import static io.agencyos.domain.campaign.enrolment.EnrolmentStep.Outcome.PENDING;
import static io.agencyos.domain.campaign.enrolment.EnrolmentStep.Outcome.REFUSED;
import static io.agencyos.domain.campaign.enrolment.EnrolmentStep.Outcome.SENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agencyos.application.campaign.store.Conservation;
import io.agencyos.application.shared.ConcurrentUpdate;
import io.agencyos.application.shared.UniqueViolation;
import io.agencyos.application.testing.EnrolmentMaker;
import io.agencyos.application.testing.StoresUnderTest;
import io.agencyos.domain.campaign.Campaign;
import io.agencyos.domain.campaign.CampaignStatus;
import io.agencyos.domain.campaign.enrolment.Enrolment;
import io.agencyos.domain.campaign.enrolment.EnrolmentState;
import io.agencyos.domain.campaign.enrolment.EnrolmentStep;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.outreach.touch.TouchState;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.id.EnrolmentId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.ResourceId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What every store of enrolments and their steps keeps. Each test uses tenants, campaigns and leads of its own. */
public abstract class EnrolmentStoresContract extends StoresUnderTest {

    private static final Instant LATER = MONDAY.plus(Duration.ofHours(1));

    @Test // scoring PLAN-6: resume shifts due dates by the pause length
    void a_pause_moves_every_date_of_a_running_sequence_by_its_length() {
        Enrolment active = enrolled(EnrolmentState.ACTIVE, MONDAY.plus(Duration.ofDays(1)), 60);
        Enrolment pending = enrolled();
        Enrolment over = enrolled(EnrolmentState.STOPPED, MONDAY, 60);

        int moved =
                read(() -> new PauseShift(enrolments()).shift(a(), campaign().id(), 3));

        assertThat(moved).isEqualTo(2);
        Map<EnrolmentId, Enrolment> now =
                read(() -> enrolments().findAll(a(), List.of(active.id(), pending.id(), over.id()))).stream()
                        .collect(Collectors.toMap(Enrolment::id, Function.identity()));
        assertThat(now.get(active.id()))
                .usingRecursiveComparison()
                .ignoringFields("version")
                .isEqualTo(active.delayed(3));
        assertThat(now.get(active.id()).nextDueAt()).isEqualTo(MONDAY.plus(Duration.ofDays(4)));
        assertThat(now.get(over.id())).isEqualTo(over);
        assertThat(read(() -> new PauseShift(enrolments()).shift(a(), campaign().id(), 0)))
                .isZero();
    }

    @Test
    void an_enrolment_is_read_back_as_it_was_written() {
        Enrolment full = EnrolmentMaker.of(enrolment(lead(60).id(), campaign(), EnrolmentState.ACTIVE, LATER))
                .anchor(LocalDate.of(2026, 3, 2))
                .done(1, LocalDate.of(2026, 3, 3))
                .next(2, LATER)
                .sender(new ResourceId(UUID.randomUUID()))
                .make();
        Enrolment held = EnrolmentMaker.of(enrolment(lead(60).id(), campaign()))
                .held("stale_enrolment", LATER)
                .make();
        stored(full);
        stored(held);

        assertThat(read(() -> enrolments().findAll(a(), List.of(full.id(), held.id()))))
                .containsExactlyInAnyOrder(full, held);
        assertThat(read(() -> enrolments().steps(a(), List.of(full.id()))))
                .containsExactly(
                        step(full, 1, PENDING, null), step(full, 2, PENDING, null), step(full, 3, PENDING, null));
        assertThat(read(b(), () -> enrolments().findAll(a(), List.of(full.id()))))
                .as("seen by another tenant")
                .isEmpty();
        assertThat(read(b(), () -> enrolments().steps(a(), List.of(full.id())))).isEmpty();
    }

    @Test // outreach 2.6, 18 the same person in two campaigns: at most one that is not terminal
    void a_lead_has_one_live_enrolment_and_may_have_another_after_its_end() {
        Enrolment first = enrolled();
        Enrolment second = enrolment(first.leadId(), campaign());

        assertThatThrownBy(() -> stored(second))
                .isInstanceOfSatisfying(
                        UniqueViolation.class,
                        violation -> assertThat(violation.constraint()).isEqualTo("uq_enrolment_live"));
        run(() -> enrolments().updateAll(List.of(ended(first))));
        stored(EnrolmentMaker.of(second).createdAt(LATER).make());

        assertThat(read(() -> enrolments().newest(a(), List.of(first.leadId()))))
                .containsOnlyKeys(first.leadId())
                .hasEntrySatisfying(
                        first.leadId(), newest -> assertThat(newest.id()).isEqualTo(second.id()));
    }

    @Test
    void live_leads_and_their_enrolments_are_found() {
        Enrolment live = enrolled();
        Enrolment over = enrolled(EnrolmentState.STOPPED, MONDAY, 60);
        LeadId never = lead(60).id();
        List<LeadId> all = List.of(live.leadId(), over.leadId(), never);

        assertThat(read(() -> enrolments().enrolled(a(), all))).containsExactly(live.leadId());
        assertThat(read(() -> enrolments().lockLive(a(), all))).containsExactly(live);
        assertThat(read(() -> enrolments().newest(a(), all))).containsOnlyKeys(live.leadId(), over.leadId());
        assertThat(read(b(), () -> enrolments().enrolled(a(), all))).isEmpty();
    }

    @Test // outreach 4.3: ascending id
    void several_are_locked_by_ascending_id_and_those_that_are_gone_are_left_out() {
        List<EnrolmentId> ids =
                List.of(enrolled().id(), enrolled().id(), enrolled().id());
        List<EnrolmentId> asked = new ArrayList<>(ids);
        asked.add(new EnrolmentId(UUID.randomUUID()));

        assertThat(read(() -> enrolments().lockAll(a(), asked)))
                .extracting(Enrolment::id)
                .containsExactlyElementsOf(ids.stream()
                        .sorted(Comparator.comparing(EnrolmentId::text))
                        .toList());
    }

    @Test // api 1.6
    void an_enrolment_that_was_changed_meanwhile_refuses_all_of_them() {
        Enrolment one = enrolled();
        Enrolment other = enrolled();
        run(() -> enrolments().updateAll(List.of(one)));

        assertThatThrownBy(() -> run(() -> enrolments().updateAll(List.of(ended(other), ended(one)))))
                .isInstanceOf(ConcurrentUpdate.class);

        assertThat(read(() -> enrolments().findAll(a(), List.of(one.id(), other.id()))))
                .allSatisfy(stored -> assertThat(stored.state()).isEqualTo(EnrolmentState.PENDING))
                .extracting(Enrolment::version)
                .containsExactlyInAnyOrder(0, 1);
    }

    @Test // outreach 3.2
    void due_enrolments_come_earliest_first_then_by_score_then_by_id() {
        Enrolment late = enrolled(EnrolmentState.ACTIVE, LATER, 99);
        Enrolment unscored = enrolled(EnrolmentState.PENDING, MONDAY, null);
        Enrolment cool = enrolled(EnrolmentState.ACTIVE, MONDAY, 40);
        Enrolment hot = enrolled(EnrolmentState.PENDING, MONDAY, 90);
        List<EnrolmentId> twins = List.of(
                        enrolled(EnrolmentState.ACTIVE, MONDAY, 50).id(),
                        enrolled(EnrolmentState.ACTIVE, MONDAY, 50).id())
                .stream()
                .sorted(Comparator.comparing(EnrolmentId::text))
                .toList();

        assertThat(read(() -> enrolments().lockDue(a(), LATER, LATER, 10)))
                .extracting(Enrolment::id)
                .containsExactly(hot.id(), twins.getFirst(), twins.getLast(), cool.id(), unscored.id(), late.id());
        assertThat(read(() -> enrolments().lockDue(a(), LATER, LATER, 2)))
                .extracting(Enrolment::id)
                .containsExactly(hot.id(), twins.getFirst());
        assertThat(read(() -> enrolments().lockDue(a(), LATER.minusMillis(1), LATER.minusMillis(1), 10)))
                .doesNotContain(late);
        assertThat(read(b(), () -> enrolments().lockDue(a(), LATER, LATER, 10))).isEmpty();
    }

    @Test // outreach 3.2, check 16
    void an_enrolment_is_not_due_while_it_waits_or_a_touch_is_under_way_or_its_campaign_rests() {
        Enrolment due = enrolled();
        Enrolment answered = enrolled(EnrolmentState.AWAITING_OUTCOME, MONDAY, 60);
        Enrolment over = enrolled(EnrolmentState.COMPLETED, MONDAY, 60);
        Enrolment paused = stored(enrolment(lead(60).id(), campaign(CampaignStatus.PAUSED, false)));
        Enrolment planned = enrolled();
        Enrolment unknown = enrolled();
        Enrolment sent = enrolled();
        stored(touch(planned));
        stored(touch(unknown).unknown(LATER));
        stored(touch(sent).sent(MONDAY, "ref-1"));

        assertThat(read(() -> enrolments().lockDue(a(), LATER, LATER, 10)))
                .contains(due, sent)
                .doesNotContain(answered, over, paused, planned, unknown);
    }

    @Test // scoring PACE-4: the day is full
    void every_start_of_a_campaign_is_put_off_at_once() {
        Campaign campaign = campaign(CampaignStatus.ACTIVE, false);
        Enrolment waiting = stored(enrolment(lead(60).id(), campaign, EnrolmentState.PENDING, MONDAY));
        Enrolment active = stored(enrolment(lead(50).id(), campaign, EnrolmentState.ACTIVE, MONDAY));
        Enrolment later = stored(enrolment(lead(40).id(), campaign, EnrolmentState.PENDING, LATER.plusMillis(1)));
        Enrolment planned = stored(enrolment(lead(30).id(), campaign, EnrolmentState.PENDING, MONDAY));
        stored(touch(planned));
        followUp(campaign, 2, MONDAY, new ResourceId(UUID.randomUUID()));
        Enrolment elsewhere = enrolled();
        Instant next = LATER.plusSeconds(60);

        assertThat(read(() -> enrolments().putOffStarts(a(), campaign.id(), LATER, LATER, next)))
                .containsExactlyInAnyOrder(waiting.leadId(), active.leadId());
        assertThat(read(() -> enrolments().findAll(a(), List.of(waiting.id(), active.id()))))
                .extracting(Enrolment::nextDueAt)
                .containsOnly(next);
        assertThat(read(() -> enrolments().findAll(a(), List.of(later.id(), planned.id(), elsewhere.id()))))
                .extracting(Enrolment::nextDueAt)
                .doesNotContain(next);
        assertThat(read(b(), () -> enrolments().putOffStarts(a(), campaign.id(), LATER, LATER, next)))
                .isEmpty();
    }

    @Test // scoring PACE-3, PACE-5
    void follow_ups_are_counted_by_the_sender_that_they_keep() {
        ResourceId mailbox = new ResourceId(UUID.randomUUID());
        Campaign spare = campaign(CampaignStatus.ACTIVE, true);
        followUp(campaign(), 2, MONDAY, mailbox);
        followUp(campaign(), 3, MONDAY, mailbox);
        followUp(campaign(), 2, LATER, mailbox);
        followUp(spare, 3, MONDAY, mailbox);
        stored(EnrolmentMaker.of(enrolment(lead(60).id(), campaign(), EnrolmentState.ACTIVE, MONDAY))
                .next(2, MONDAY)
                .make());
        enrolled(EnrolmentState.ACTIVE, MONDAY, 60);

        assertThat(read(() -> enrolments().followUpsDue(a(), LATER)))
                .containsExactlyInAnyOrderEntriesOf(Map.of(Optional.of(mailbox), 2, Optional.empty(), 1));
    }

    @Test // outreach 3.4: looked at again when the reason for waiting is over
    void a_lead_that_is_blocked_until_later_is_not_due() {
        Enrolment free = enrolled();
        Enrolment blocked = enrolled();
        Enrolment blockedForEver = enrolled();
        Enrolment over = enrolled();
        read(() -> {
            leads().setBlocks(
                            a(),
                            Map.of(
                                    blocked.leadId(),
                                    Optional.of(new Lead.Block("rate_limit_new_leads", LATER)),
                                    blockedForEver.leadId(),
                                    Optional.of(new Lead.Block("no_resource_email", null)),
                                    over.leadId(),
                                    Optional.of(new Lead.Block("too_recent", MONDAY))));
            return true;
        });

        assertThat(read(() -> enrolments().lockDue(a(), MONDAY, LATER, 10)))
                .extracting(Enrolment::id)
                .containsExactlyInAnyOrder(free.id(), blockedForEver.id(), over.id());
        assertThat(read(() -> enrolments().lockDue(a(), LATER, LATER, 10))).hasSize(4);
    }

    @Test // PACE-3: leads ready
    void what_could_start_is_counted_in_active_campaigns_only() {
        enrolled(EnrolmentState.PENDING, MONDAY, 60);
        enrolled(EnrolmentState.ACTIVE, MONDAY, 60);
        enrolled(EnrolmentState.PENDING, LATER, 60);
        followUp(campaign(), 2, MONDAY, new ResourceId(UUID.randomUUID()));
        Campaign paused = campaign(CampaignStatus.PAUSED, false);
        stored(enrolment(lead(60).id(), paused, EnrolmentState.PENDING, MONDAY));
        followUp(paused, 2, MONDAY, new ResourceId(UUID.randomUUID()));

        assertThat(read(() -> enrolments().startsDue(a(), LATER))).isEqualTo(2);
        assertThat(read(() -> enrolments().followUpsDue(a(), LATER))).hasSize(1);
    }

    @Test // scoring ALLOC-1
    void steps_that_are_due_are_counted_by_their_channel() {
        Campaign one = campaign(CampaignStatus.ACTIVE, true);
        ResourceId mailbox = new ResourceId(UUID.randomUUID());
        followUp(one, 2, MONDAY, mailbox);
        followUp(one, 2, LATER, mailbox);
        stored(enrolment(lead(60).id(), one, EnrolmentState.PENDING, MONDAY));
        followUp(campaign(), 2, MONDAY, mailbox);

        assertThat(read(() -> enrolments().stepsDue(a(), one.id(), LATER))).isEqualTo(Map.of(Channel.EMAIL, 2));
        assertThat(read(b(), () -> enrolments().stepsDue(a(), one.id(), LATER))).isEmpty();
    }

    private void followUp(Campaign campaign, int step, Instant dueAt, ResourceId sender) {
        stored(EnrolmentMaker.of(enrolment(lead(60).id(), campaign, EnrolmentState.ACTIVE, dueAt))
                .next(step, dueAt)
                .sender(sender)
                .make());
    }

    @Test
    void what_was_put_off_wakes_at_its_instant() {
        Enrolment snoozed = stored(EnrolmentMaker.of(enrolment(lead(60).id(), campaign()))
                .snoozed(MONDAY)
                .make());
        Enrolment held = stored(EnrolmentMaker.of(enrolment(lead(60).id(), campaign()))
                .held("seat_disconnected", LATER)
                .make());
        Enrolment forAPerson = stored(EnrolmentMaker.of(enrolment(lead(60).id(), campaign()))
                .held("approval_expired", null)
                .make());
        enrolled();

        assertThat(read(() -> enrolments().lockWaking(a(), MONDAY, 10))).containsExactly(snoozed);
        assertThat(read(() -> enrolments().lockWaking(a(), LATER, 10)))
                .containsExactlyInAnyOrder(snoozed, held)
                .doesNotContain(forAPerson);
        assertThat(read(() -> enrolments().lockWaking(a(), LATER, 1))).hasSize(1);
        assertThat(read(() -> enrolments().lockWaking(a(), MONDAY.minusMillis(1), 10)))
                .isEmpty();
    }

    @Test
    void held_ones_are_found_by_their_code_oldest_first() {
        Enrolment young = stored(EnrolmentMaker.of(enrolment(lead(60).id(), campaign()))
                .held("content_qa_failed", null)
                .createdAt(LATER)
                .make());
        Enrolment old = stored(EnrolmentMaker.of(enrolment(lead(60).id(), campaign()))
                .held("content_qa_failed", null)
                .make());
        stored(EnrolmentMaker.of(enrolment(lead(60).id(), campaign()))
                .held("stale_enrolment", null)
                .make());

        assertThat(read(() -> enrolments().lockHeld(a(), "content_qa_failed", 10)))
                .containsExactly(old, young);
        assertThat(read(() -> enrolments().lockHeld(a(), "content_qa_failed", 1)))
                .containsExactly(old);
    }

    @Test // outreach 3.4: exactly one outcome, for ever
    void a_step_once_decided_never_changes() {
        Enrolment enrolment = enrolled();
        run(() -> enrolments().settle(List.of(step(enrolment, 1, SENT, null), step(enrolment, 2, FAILED, "x"))));

        run(() -> enrolments()
                .settle(List.of(step(enrolment, 1, REFUSED, "unsubscribed"), step(enrolment, 3, REFUSED, "y"))));

        assertThat(read(() -> enrolments().steps(a(), List.of(enrolment.id()))))
                .containsExactly(
                        step(enrolment, 1, SENT, null),
                        step(enrolment, 2, FAILED, "x"),
                        step(enrolment, 3, REFUSED, "y"));
    }

    @Test // outreach 4.3 T7: dispatching and unknown ones keep their step pending
    void a_stop_refuses_what_is_left_except_what_may_be_on_its_way() {
        Enrolment calling = enrolled();
        Enrolment quiet = enrolled();
        run(() -> enrolments().settle(List.of(step(calling, 1, SENT, null))));
        stored(touch(calling).step(2).dispatching(LATER));
        stored(touch(quiet).step(1).state(TouchState.CANCELLED));

        run(() ->
                enrolments().refuseRest(a(), Map.of(calling.id(), "unsubscribed", quiet.id(), "not_assigned"), MONDAY));

        assertThat(read(() -> enrolments().steps(a(), List.of(calling.id()))))
                .containsExactly(
                        step(calling, 1, SENT, null),
                        step(calling, 2, PENDING, null),
                        step(calling, 3, REFUSED, "unsubscribed"));
        assertThat(read(() -> enrolments().steps(a(), List.of(quiet.id()))))
                .extracting(EnrolmentStep::outcome, EnrolmentStep::code)
                .containsOnly(org.assertj.core.api.Assertions.tuple(REFUSED, "not_assigned"));
    }

    @Test // outreach 3.4, I9
    void what_was_enrolled_is_sent_refused_failed_or_pending() {
        Enrolment one = enrolled();
        Enrolment two = enrolled();
        Campaign other = campaign(CampaignStatus.PAUSED, false);
        stored(enrolment(lead(60).id(), other));
        run(() -> enrolments()
                .settle(List.of(
                        step(one, 1, SENT, null),
                        step(one, 2, REFUSED, "touch_gap"),
                        step(one, 3, REFUSED, "unsubscribed"),
                        step(two, 1, REFUSED, "unsubscribed"),
                        step(two, 2, FAILED, "send_outcome_unknown"))));

        Conservation ofOne =
                read(() -> enrolments().conservation(a(), campaign().id()));
        assertThat(ofOne)
                .isEqualTo(new Conservation(
                        6, 1, Map.of("touch_gap", 1L, "unsubscribed", 2L), Map.of("send_outcome_unknown", 1L), 1));
        assertThat(ofOne.closes()).isTrue();
        Conservation ofAll = read(() -> enrolments().conservation(a(), null));
        assertThat(ofAll.enrolled()).isEqualTo(9);
        assertThat(ofAll.pending()).isEqualTo(4);
        assertThat(ofAll.closes()).isTrue();
        assertThat(read(b(), () -> enrolments().conservation(b(), null)))
                .isEqualTo(new Conservation(0, 0, Map.of(), Map.of(), 0));
    }

    @Test // outreach 3.4: counted from the sequences, so that a lost row is noticed
    void a_step_without_a_row_leaves_the_balance_open() {
        Enrolment enrolment = enrolment(lead(60).id(), campaign());
        run(() -> enrolments().insertAll(List.of(enrolment), List.of(step(enrolment, 1, PENDING, null))));

        Conservation conservation =
                read(() -> enrolments().conservation(a(), campaign().id()));

        assertThat(conservation.enrolled()).isEqualTo(3);
        assertThat(conservation.closes()).isFalse();
    }

    @Test
    void the_live_enrolments_of_a_campaign_are_paged_by_id() {
        List<EnrolmentId> ids = List.of(
                        enrolled().id(), enrolled().id(), enrolled().id())
                .stream()
                .sorted(Comparator.comparing(EnrolmentId::text))
                .toList();
        enrolled(EnrolmentState.CONVERTED, MONDAY, 60);
        stored(enrolment(lead(60).id(), campaign(CampaignStatus.ACTIVE, false)));

        assertThat(read(() -> enrolments().live(a(), campaign().id(), null, 2)))
                .containsExactlyElementsOf(ids.subList(0, 2));
        assertThat(read(() -> enrolments().live(a(), campaign().id(), ids.get(1), 2)))
                .containsExactly(ids.getLast());
    }

    private static Enrolment ended(Enrolment enrolment) {
        return EnrolmentMaker.of(enrolment).stopped("not_assigned").make();
    }
}
