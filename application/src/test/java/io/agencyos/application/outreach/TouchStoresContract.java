package io.agencyos.application.outreach;

import static io.agencyos.application.testing.Leadbook.MONDAY;
import static io.agencyos.application.testing.Outreachbook.enrolment;
import static io.agencyos.application.testing.Outreachbook.touch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agencyos.application.outreach.store.Touches.ContactHistory;
import io.agencyos.application.outreach.store.Touches.StepKey;
import io.agencyos.application.shared.ConcurrentUpdate;
import io.agencyos.application.testing.StoresUnderTest;
import io.agencyos.application.testing.TouchMaker;
import io.agencyos.domain.campaign.Campaign;
import io.agencyos.domain.campaign.CampaignStatus;
import io.agencyos.domain.campaign.enrolment.Enrolment;
import io.agencyos.domain.campaign.enrolment.EnrolmentState;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.outreach.touch.TouchState;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.TouchKind;
import io.agencyos.domain.shared.id.EnrolmentId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.ReplyId;
import io.agencyos.domain.shared.id.ResourceId;
import io.agencyos.domain.shared.id.TouchId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every store of touches keeps. Each test uses tenants, campaigns and leads of its own. */
public abstract class TouchStoresContract extends StoresUnderTest {

    protected static final Instant LATER = MONDAY.plus(Duration.ofHours(1));
    private static final Instant JUST_BEFORE = LATER.minusMillis(1);
    private static final String READER = "priya@harbourlane.example";

    @Test
    void a_touch_is_read_back_as_it_was_written() {
        Enrolment enrolment = enrolled();
        List<Touch> written = List.of(
                stored(touch(enrolment)),
                stored(touch(enrolment)
                        .attempt(2)
                        .from(new ResourceId(UUID.randomUUID()), READER)
                        .dispatching(LATER)),
                stored(touch(enrolment).step(2).unknown(LATER)),
                stored(touch(enrolment).step(3).sent(MONDAY, "ref-1")),
                stored(touch(enrolment).answer(new ReplyId(UUID.randomUUID()))),
                stored(touch(enrolment).manual(UUID.randomUUID())));
        List<TouchId> ids = written.stream().map(Touch::id).toList();

        assertThat(read(() -> touches().findAll(a(), ids))).containsExactlyInAnyOrderElementsOf(written);
        assertThat(read(() -> touches().ofLead(a(), enrolment.leadId()))).containsExactlyElementsOf(byId(written));
        assertThat(read(b(), () -> touches().findAll(b(), ids)))
                .as("seen by another tenant")
                .isEmpty();
        assertThat(read(b(), () -> touches().ofLead(a(), enrolment.leadId()))).isEmpty();
    }

    @Test // I1, I2: one touch per step and attempt, per answer, per command; scoring 5: same touch requested twice
    void what_somebody_planned_already_is_left_out() {
        Enrolment enrolment = enrolled();
        ReplyId reply = new ReplyId(UUID.randomUUID());
        UUID command = UUID.randomUUID();
        Touch first = stored(touch(enrolment));
        stored(touch(enrolment).answer(reply));
        stored(touch(enrolment).manual(command));
        Touch again = touch(enrolment).make();
        Touch nextAttempt = touch(enrolment).attempt(2).make();
        Touch otherKind = touch(enrolment).kind(TouchKind.LI_INVITE).make();

        assertThat(read(() -> touches()
                        .insertNew(List.of(
                                again,
                                touch(enrolment).id(first.id()).step(3).make(),
                                touch(enrolment).answer(reply).make(),
                                touch(enrolment).manual(command).make(),
                                nextAttempt,
                                otherKind))))
                .containsExactlyInAnyOrder(nextAttempt.id(), otherKind.id());
        assertThat(read(() -> touches().findAll(a(), List.of(first.id(), again.id()))))
                .containsExactly(first);
    }

    @Test // outreach 4.3: ascending id
    void touches_are_locked_by_ascending_id_and_those_that_are_over_are_not_live() {
        Enrolment enrolment = enrolled();
        Touch planned = stored(touch(enrolment).step(2));
        Touch unknown = stored(touch(enrolment).unknown(LATER));
        Touch sent = stored(touch(enrolment).step(3).sent(MONDAY, "ref-1"));
        stored(touch(enrolled()));
        List<TouchId> asked = new ArrayList<>(List.of(planned.id(), unknown.id(), sent.id()));
        asked.add(new TouchId(UUID.randomUUID()));

        assertThat(read(() -> touches().lockAll(a(), asked)))
                .containsExactlyElementsOf(byId(List.of(planned, unknown, sent)));
        assertThat(read(() -> touches().lockLive(a(), List.of(enrolment.id()))))
                .containsExactlyElementsOf(byId(List.of(planned, unknown)));
        assertThat(read(() -> touches().liveOfLead(a(), enrolment.leadId())))
                .containsExactlyInAnyOrder(planned, unknown);
        assertThat(read(b(), () -> touches().lockLive(b(), List.of(enrolment.id()))))
                .isEmpty();
        assertThat(read(b(), () -> touches().liveOfLead(b(), enrolment.leadId())))
                .isEmpty();
    }

    @Test
    void every_part_of_a_touch_that_may_change_is_written() {
        Enrolment enrolment = enrolled();
        Touch planned = stored(touch(enrolment));
        TouchMaker ready = touch(enrolment).id(planned.id()).state(TouchState.READY);
        run(() -> touches().updateAll(List.of(ready.make())));
        assertThat(found(planned)).isEqualTo(ready.version(1).make());

        TouchMaker unknown = touch(enrolment)
                .id(planned.id())
                .version(1)
                .at(LATER)
                .from(new ResourceId(UUID.randomUUID()), READER)
                .unknown(LATER);
        run(() -> touches().updateAll(List.of(unknown.make())));
        assertThat(found(planned)).isEqualTo(unknown.version(2).make());

        TouchMaker sent = touch(enrolment).id(planned.id()).version(2).sent(LATER, "ref-2");
        run(() -> touches().updateAll(List.of(sent.make())));
        assertThat(found(planned)).isEqualTo(sent.version(3).make());
    }

    @Test
    void a_touch_that_was_changed_meanwhile_refuses_all_of_them() {
        Enrolment enrolment = enrolled();
        Touch one = stored(touch(enrolment));
        Touch other = stored(touch(enrolment).step(2));
        run(() -> touches().updateAll(List.of(one)));

        Touch cancelled = touch(enrolment)
                .id(other.id())
                .step(2)
                .state(TouchState.CANCELLED)
                .make();
        assertThatThrownBy(() -> run(() -> touches().updateAll(List.of(cancelled, one))))
                .isInstanceOf(ConcurrentUpdate.class);
        assertThat(found(other)).isEqualTo(other);
    }

    @Test // outreach 3.1: T2
    void touches_without_a_text_come_earliest_first() {
        Touch later = stored(touch(enrolled()).at(LATER));
        Touch first = stored(touch(enrolled()));
        stored(touch(enrolled()).withText());
        stored(touch(enrolled()).state(TouchState.READY));

        assertThat(read(() -> touches().withoutText(a(), MONDAY, LATER, 10))).containsExactly(first, later);
        assertThat(read(() -> touches().withoutText(a(), MONDAY, LATER, 1))).containsExactly(first);
        assertThat(read(() -> touches().withoutText(a(), MONDAY, JUST_BEFORE, 10)))
                .containsExactly(first);
        assertThat(read(b(), () -> touches().withoutText(b(), MONDAY, LATER, 10)))
                .isEmpty();
    }

    @Test // outreach 3.2: earliest, then score, then id
    void touches_that_are_due_come_earliest_first_then_by_score_then_by_id() {
        Touch late = stored(ready(99, LATER));
        Touch unscored = stored(ready(null, MONDAY));
        Touch cool = stored(ready(40, MONDAY));
        Touch hot = stored(ready(90, MONDAY));
        List<Touch> twins = byId(List.of(stored(ready(50, MONDAY)), stored(ready(50, MONDAY))));
        stored(touch(enrolled()));

        assertThat(read(() -> touches().due(a(), LATER, 10)))
                .containsExactly(hot, twins.getFirst(), twins.getLast(), cool, unscored, late);
        assertThat(read(() -> touches().due(a(), LATER, 2))).containsExactly(hot, twins.getFirst());
        assertThat(read(() -> touches().due(a(), JUST_BEFORE, 10))).doesNotContain(late);
        assertThat(read(b(), () -> touches().due(b(), LATER, 10))).isEmpty();
    }

    private TouchMaker ready(@org.jspecify.annotations.Nullable Integer score, Instant at) {
        return touch(enrolled(EnrolmentState.ACTIVE, MONDAY, score))
                .state(TouchState.READY)
                .at(at);
    }

    @Test // outreach 4.3 T4: a claim lasts as long as its lease
    void a_queued_touch_may_be_claimed_when_nobody_holds_it_any_more() {
        Touch free = stored(touch(enrolled()).state(TouchState.QUEUED));
        Touch held = stored(touch(enrolled()).at(LATER).state(TouchState.QUEUED).lease(UUID.randomUUID(), LATER));
        stored(touch(enrolled()).state(TouchState.READY));

        assertThat(read(() -> touches().lockClaimable(a(), JUST_BEFORE, 10))).containsExactly(free);
        assertThat(read(() -> touches().lockClaimable(a(), LATER.plusMillis(1), 10)))
                .containsExactly(free, held);
        assertThat(read(() -> touches().lockClaimable(a(), LATER.plusMillis(1), 1)))
                .containsExactly(free);
        assertThat(read(b(), () -> touches().lockClaimable(b(), LATER.plusMillis(1), 10)))
                .isEmpty();
    }

    @Test // outreach 4.3 T6, 4.5
    void dispatching_touches_are_found_after_their_lease_and_unknown_ones_when_their_look_up_is_due() {
        Touch calling = stored(touch(enrolled()).dispatching(LATER));
        Touch unknown = stored(touch(enrolled()).unknown(LATER));

        assertThat(read(() -> touches().leaseOver(a(), LATER, 10))).isEmpty();
        assertThat(read(() -> touches().leaseOver(a(), LATER.plusMillis(1), 10)))
                .containsExactly(calling);
        assertThat(read(() -> touches().toLookUp(a(), JUST_BEFORE, 10))).isEmpty();
        assertThat(read(() -> touches().toLookUp(a(), LATER, 10))).containsExactly(unknown);
        assertThat(read(b(), () -> touches().toLookUp(b(), LATER, 10))).isEmpty();
    }

    @Test // outreach 1.5, 4.3 T7
    void what_has_not_begun_and_what_is_in_flight_are_told_apart() {
        Campaign other = campaign(CampaignStatus.ACTIVE, false);
        Touch ready = stored(touch(enrolled()).state(TouchState.READY));
        Touch queued = stored(touch(enrolled()).at(LATER).state(TouchState.QUEUED));
        Touch elsewhere =
                stored(touch(stored(enrolment(lead(60).id(), other))).at(LATER).state(TouchState.READY));
        Touch calling = stored(touch(enrolled()).dispatching(LATER));
        Touch unknown = stored(touch(enrolled()).unknown(LATER));
        stored(touch(enrolled()).sent(MONDAY, "ref-1"));

        assertThat(read(() -> touches().notBegun(a(), campaign().id(), 10))).containsExactly(ready, queued);
        assertThat(read(() -> touches().notBegun(a(), null, 10))).containsExactlyInAnyOrder(ready, queued, elsewhere);
        assertThat(read(() -> touches().notBegun(a(), null, 1))).containsExactly(ready);
        assertThat(read(() -> touches().inFlight(a()))).isEqualTo(2);
        assertThat(read(() -> touches().waitingStarts(a()))).isEqualTo(2); // PACE-3: nothing is reserved for these yet
        assertThat(read(() -> touches().inFlightOf(a(), List.of(calling.enrolmentId(), ready.enrolmentId()))))
                .containsExactly(calling);
        assertThat(read(() -> touches().inFlightOf(a(), List.of(unknown.enrolmentId()))))
                .containsExactly(unknown);
        assertThat(read(b(), () -> touches().inFlight(b()))).isZero();
    }

    @Test // outreach 4.5: abandoned counts as sent, for it may have been
    void sent_and_abandoned_touches_are_a_leads_history() {
        Enrolment enrolment = enrolled();
        LeadId lead = enrolment.leadId();
        stored(touch(enrolment).sent(MONDAY, "ref-1"));
        stored(touch(enrolment).step(2).at(LATER).abandoned());
        stored(touch(enrolment).step(3).kind(TouchKind.LI_INVITE).sent(MONDAY.minusSeconds(60), "ref-2"));
        stored(touch(enrolment).manual(UUID.randomUUID()).sent(LATER.plusSeconds(60), "ref-3"));
        stored(touch(enrolment).step(3).attempt(2).unknown(LATER));
        stored(touch(enrolment).step(3).attempt(3).state(TouchState.CANCELLED));

        assertThat(read(() -> touches().history(a(), List.of(lead), MONDAY)))
                .containsOnly(Map.entry(
                        lead,
                        new ContactHistory(
                                3,
                                LATER.plusSeconds(60),
                                Map.of(
                                        Channel.EMAIL, LATER.plusSeconds(60),
                                        Channel.LINKEDIN, MONDAY.minusSeconds(60)),
                                Map.of(enrolment.id(), 3))));
        LeadId fresh = enrolled().leadId();
        assertThat(read(() -> touches().history(a(), List.of(fresh), MONDAY))).isEmpty();
        assertThat(read(b(), () -> touches().history(b(), List.of(lead), MONDAY)))
                .isEmpty();
    }

    @Test
    void looking_at_a_profile_is_no_contact() {
        Enrolment enrolment = enrolled();
        stored(touch(enrolment).kind(TouchKind.LI_VIEW).sent(MONDAY, "ref-1"));

        assertThat(read(() -> touches().history(a(), List.of(enrolment.leadId()), MONDAY)))
                .isEmpty();
    }

    @Test // vendor slots
    void dispatches_to_one_recipient_from_one_sender_are_counted_without_the_touch_itself() {
        ResourceId mailbox = new ResourceId(UUID.randomUUID());
        Enrolment enrolment = enrolled();
        stored(touch(enrolment).from(mailbox, READER).sent(MONDAY, "ref-1"));
        stored(touch(enrolment).step(2).from(mailbox, READER).abandoned());
        stored(touch(enrolment).step(2).attempt(2).from(mailbox, READER).state(TouchState.READY));
        stored(touch(enrolment)
                .step(2)
                .attempt(3)
                .from(new ResourceId(UUID.randomUUID()), READER)
                .dispatching(LATER));
        Touch asked = stored(touch(enrolment).step(3).from(mailbox, READER).dispatching(LATER));
        Touch elsewhere = stored(touch(enrolled()).from(mailbox, "asha@harbourlane.example"));
        Touch unassigned = stored(touch(enrolled()));
        stored(touch(enrolled())
                .from(mailbox, "kim@harbourlane.example")
                .redirectedTo(READER)
                .sent(MONDAY, "ref-7"));
        Touch tested = stored(touch(enrolled())
                .from(mailbox, "lee@harbourlane.example")
                .redirectedTo(READER)
                .dispatching(LATER));

        assertThat(read(() -> touches().earlierDispatches(a(), List.of(tested))))
                .as("what went to a tester is counted for the tester")
                .containsOnly(Map.entry(tested.id(), 1));
        assertThat(read(() -> touches().earlierDispatches(a(), List.of(asked, elsewhere, unassigned))))
                .containsOnly(Map.entry(asked.id(), 2));
        assertThat(read(b(), () -> touches().earlierDispatches(b(), List.of(asked))))
                .isEmpty();
    }

    @Test // outreach 7: sender selection
    void the_sender_of_the_newest_begun_touch_on_a_channel_is_kept() {
        ResourceId first = new ResourceId(UUID.randomUUID());
        ResourceId second = new ResourceId(UUID.randomUUID());
        Enrolment enrolment = enrolled();
        Enrolment mailed = enrolled();
        stored(touch(enrolment).kind(TouchKind.SMS).from(first, READER).sent(MONDAY, "ref-1"));
        stored(touch(enrolment)
                .step(2)
                .kind(TouchKind.VOICE)
                .from(second, READER)
                .dispatching(LATER));
        stored(touch(enrolment).step(3).kind(TouchKind.SMS).from(first, READER).state(TouchState.QUEUED));
        stored(touch(mailed).from(first, READER).sent(MONDAY, "ref-2"));

        Set<Channel> number = Set.of(Channel.SMS, Channel.VOICE);
        List<EnrolmentId> asked = List.of(enrolment.id(), mailed.id());
        assertThat(read(() -> touches().lastSenders(a(), number, asked)))
                .containsOnly(Map.entry(enrolment.id(), second));
        assertThat(read(b(), () -> touches().lastSenders(b(), number, asked))).isEmpty();
    }

    @Test // outreach 2.5: a fallback takes the place of what was skipped
    void what_was_skipped_of_a_step_is_found() {
        Enrolment enrolment = enrolled();
        stored(touch(enrolment).kind(TouchKind.SMS).state(TouchState.SKIPPED));
        stored(touch(enrolment).step(2).state(TouchState.CANCELLED));

        assertThat(read(() -> touches().skipped(a(), List.of(enrolment.id()))))
                .containsExactly(new StepKey(enrolment.id(), 1, TouchKind.SMS));
        assertThat(read(b(), () -> touches().skipped(b(), List.of(enrolment.id()))))
                .isEmpty();
    }

    @Test // outreach 4.5, 2.6: what may have reached somebody is not made anew
    void what_reached_somebody_or_may_have_is_told_from_what_nobody_took() {
        Enrolment enrolment = enrolled();
        stored(touch(enrolment).state(TouchState.CANCELLED));
        stored(touch(enrolment).attempt(2).state(TouchState.QUEUED));
        stored(touch(enrolment).step(2).kind(TouchKind.LI_MESSAGE).sent(MONDAY, "ref-settled"));
        stored(touch(enrolment).step(3).state(TouchState.SKIPPED));
        stored(touch(enrolment).step(4).dispatching(LATER));
        stored(touch(enrolment).step(5).state(TouchState.ABANDONED));

        assertThat(read(() -> touches().settled(a(), List.of(enrolment.id()))))
                .containsExactlyInAnyOrder(
                        new StepKey(enrolment.id(), 2, TouchKind.LI_MESSAGE),
                        new StepKey(enrolment.id(), 4, TouchKind.EMAIL),
                        new StepKey(enrolment.id(), 5, TouchKind.EMAIL));
        assertThat(read(b(), () -> touches().settled(b(), List.of(enrolment.id()))))
                .isEmpty();
    }

    @Test // outreach 4.2: attempt numbers
    void the_highest_attempt_of_every_step_is_found() {
        Enrolment enrolment = enrolled();
        stored(touch(enrolment).state(TouchState.CANCELLED));
        stored(touch(enrolment).attempt(2));
        stored(touch(enrolment).kind(TouchKind.LI_INVITE));
        stored(touch(enrolment).step(2).attempt(3));
        stored(touch(enrolment).manual(UUID.randomUUID()));

        assertThat(read(() -> touches().attempts(a(), List.of(enrolment.id()))))
                .containsOnly(
                        Map.entry(new StepKey(enrolment.id(), 1, TouchKind.EMAIL), 2),
                        Map.entry(new StepKey(enrolment.id(), 1, TouchKind.LI_INVITE), 1),
                        Map.entry(new StepKey(enrolment.id(), 2, TouchKind.EMAIL), 3));
        assertThat(read(b(), () -> touches().attempts(b(), List.of(enrolment.id()))))
                .isEmpty();
    }

    @Test
    void a_vendors_reference_names_one_touch_of_the_tenant() {
        Touch sent = stored(touch(enrolled()).sent(MONDAY, "ref-1"));

        assertThat(read(() -> touches().byVendorRef(a(), "fake", "ref-1"))).contains(sent);
        assertThat(read(() -> touches().byVendorRef(a(), "other", "ref-1"))).isEmpty();
        assertThat(read(b(), () -> touches().byVendorRef(b(), "fake", "ref-1"))).isEmpty();
    }

    private Touch found(Touch touch) {
        return read(() -> touches().findAll(a(), List.of(touch.id()))).getFirst();
    }

    private static List<Touch> byId(List<Touch> touches) {
        return touches.stream()
                .sorted(Comparator.comparing((Touch touch) -> touch.id().text()))
                .toList();
    }
}
