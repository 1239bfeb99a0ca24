package io.agencyos.application.outreach.engine;

import io.agencyos.application.outreach.store.GateLog;
import io.agencyos.application.outreach.store.OutreachStores;
import io.agencyos.application.outreach.store.Quotas;
import io.agencyos.application.outreach.store.SentLog;
import io.agencyos.application.platform.Tasks;
import io.agencyos.application.shared.IdSource;
import io.agencyos.domain.campaign.enrolment.Enrolment;
import io.agencyos.domain.campaign.enrolment.EnrolmentEffect;
import io.agencyos.domain.campaign.enrolment.EnrolmentEvent;
import io.agencyos.domain.campaign.enrolment.EnrolmentMachine;
import io.agencyos.domain.campaign.enrolment.EnrolmentMove;
import io.agencyos.domain.campaign.enrolment.EnrolmentStep;
import io.agencyos.domain.lead.Activity;
import io.agencyos.domain.lead.ActivityAction;
import io.agencyos.domain.lead.ActivityActor;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.outreach.ApprovalItem;
import io.agencyos.domain.outreach.gate.Gate;
import io.agencyos.domain.outreach.gate.GateAnswer;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.outreach.touch.TouchEffect;
import io.agencyos.domain.outreach.touch.TouchMove;
import io.agencyos.domain.outreach.touch.TouchState;
import io.agencyos.domain.platform.DomainEvent;
import io.agencyos.domain.platform.EventName;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.Digests;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.id.ActivityId;
import io.agencyos.domain.shared.id.ApprovalId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.EnrolmentId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.ResourceId;
import io.agencyos.domain.shared.id.TaskId;
import io.agencyos.domain.shared.id.TouchId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Everything that one unit of work is going to write, collected while it decides and written at its end: each store once,
 * in the order of the locks. Source: outreach 4.3.
 */
public final class Changes {

    private static final Set<TouchState> UNSENT =
            Set.of(TouchState.CANCELLED, TouchState.SKIPPED, TouchState.FAILED, TouchState.EXPIRED);

    private final OutreachStores stores;
    private final OutreachWorld world;
    private final Outlets outlets;
    private final IdSource ids;
    private final ClientId client;
    private final Instant now;

    private final Map<EnrolmentId, Enrolment> enrolments = new LinkedHashMap<>();
    private final Set<EnrolmentId> changedEnrolments = new LinkedHashSet<>();
    private final Map<TouchId, Touch> touches = new LinkedHashMap<>();
    private final Map<TouchId, Touch> planned = new LinkedHashMap<>();
    private final Set<TouchId> released = new LinkedHashSet<>();
    private final Set<TouchId> used = new LinkedHashSet<>();
    private final List<EnrolmentStep> steps = new ArrayList<>();
    private final Map<EnrolmentId, String> left = new LinkedHashMap<>();
    private final List<Activity> activities = new ArrayList<>();
    private final List<DomainEvent> events = new ArrayList<>();
    private final List<Tasks.NewTask> tasks = new ArrayList<>();
    private final List<GateLog.Entry> gates = new ArrayList<>();
    private final List<ApprovalItem> offered = new ArrayList<>();
    private final List<ApprovalItem> decided = new ArrayList<>();
    private final Map<LeadId, Optional<Lead.Block>> blocks = new LinkedHashMap<>();
    private final Map<LeadId, Instant> contacts = new LinkedHashMap<>();
    private final Map<LeadId, Touch> unreachable = new LinkedHashMap<>();
    private final Map<Channel, Map<ResourceId, Instant>> senders = new EnumMap<>(Channel.class);
    private final Map<LeadId, Optional<Instant>> followUps = new LinkedHashMap<>();
    private final List<Runnable> told = new ArrayList<>();
    private final List<SentLog.Sent> sent = new ArrayList<>();
    private final Map<TouchId, Supplier<Quotas.Claim>> late = new LinkedHashMap<>();

    Changes(OutreachStores stores, OutreachWorld world, Outlets outlets, IdSource ids, ClientId client, Instant now) {
        this.stores = stores;
        this.world = world;
        this.outlets = outlets;
        this.ids = ids;
        this.client = client;
        this.now = now;
    }

    public Instant now() {
        return now;
    }

    public ClientId client() {
        return client;
    }

    /** The enrolment as this unit leaves it so far. */
    public Enrolment latest(Enrolment enrolment) {
        return enrolments.getOrDefault(enrolment.id(), enrolment);
    }

    /** Lets an event change an enrolment that this unit holds. Answers its effects; none where nothing changed. */
    public List<EnrolmentEffect> on(Enrolment enrolment, EnrolmentEvent event) {
        Enrolment before = latest(enrolment);
        return switch (EnrolmentMachine.on(before, event, now)) {
            case EnrolmentMove.Unchanged unchanged -> List.of();
            case EnrolmentMove.Moved(Enrolment after, List<EnrolmentEffect> effects) -> {
                enrolments.put(after.id(), after);
                changedEnrolments.add(after.id());
                if (effects.contains(EnrolmentEffect.SETTLE_STEPS)) {
                    left.put(after.id(), after.stopReason() == null ? "max_touches_reached" : after.stopReason());
                    block(after.leadId(), null);
                }
                yield effects;
            }
        };
    }

    /** A touch that does not exist yet; one whose step somebody else planned meanwhile is left out. */
    public void plan(Touch touch) {
        planned.put(touch.id(), touch);
    }

    /**
     * Stores a transition with its effects on quota and step row; what it means for the enrolment is the caller's.
     * Answers the touch as it is then.
     */
    public Touch moved(TouchMove.Moved move) {
        Touch touch = move.touch();
        if (planned.containsKey(touch.id())) {
            planned.put(touch.id(), touch);
        } else {
            touches.put(touch.id(), touch);
        }
        for (TouchEffect effect : move.effects()) {
            switch (effect) {
                case RELEASE_QUOTA -> released.add(touch.id());
                case USE_QUOTA -> used.add(touch.id());
                case RECORD_SENT -> decide(touch, EnrolmentStep.Outcome.SENT, null);
                case STEP_REFUSED -> decide(touch, EnrolmentStep.Outcome.REFUSED, touch.code());
                case STEP_FAILED -> decide(touch, EnrolmentStep.Outcome.FAILED, touch.code());
                case TASK_OUTCOME_UNKNOWN ->
                    task(
                            "send_outcome_unknown",
                            touch,
                            "Whether this message left will never be known. Look and decide.");
                case HOLD_AND_ALERT ->
                    task("payload_invalid", touch, "The vendor refuses what we sent. Look at the error, then resume.");
                case STEP_PENDING, KEEP_EVIDENCE -> {
                    // the step row stays as it is
                }
            }
        }
        if (touch.byHand() != null && touch.code() != null && UNSENT.contains(touch.state()) && !isOwnWish(touch)) {
            task("held_touch", touch, "What somebody wrote was not sent: " + touch.code() + ".");
        }
        return touch;
    }

    /** Nobody has to be told of what they did themselves. */
    private static boolean isOwnWish(Touch touch) {
        return WrittenByHand.WITHDRAWN.equals(touch.code()) || WrittenByHand.REPLACED.equals(touch.code());
    }

    private void decide(Touch touch, EnrolmentStep.Outcome outcome, @Nullable String code) {
        if (touch.enrolmentId() != null && touch.stepNo() >= 1) {
            steps.add(new EnrolmentStep(client, touch.enrolmentId(), touch.stepNo(), outcome, code, touch.id(), now));
        }
    }

    /** Whether this unit left a step of the enrolment to be refused with the enrolment's end. */
    boolean ends(EnrolmentId enrolment) {
        return left.containsKey(enrolment);
    }

    public void task(String kind, Touch touch, String title) {
        tasks.add(new Tasks.NewTask(
                new TaskId(ids.next()),
                client,
                kind,
                touch.leadId(),
                touch.id(),
                title,
                null,
                kind + ":" + touch.id()));
    }

    /** A task that concerns no single touch; one is open at a time. */
    public void alert(String kind, String subject, String title) {
        tasks.add(
                new Tasks.NewTask(new TaskId(ids.next()), client, kind, null, null, title, null, kind + ":" + subject));
    }

    public void gate(Touch touch, Gate gate, GateAnswer answer, Object facts) {
        gates.add(new GateLog.Entry(
                ids.next(),
                client,
                touch.leadId(),
                touch.id(),
                gate,
                answer,
                Digests.sha256Hex(facts.toString()),
                now));
    }

    public void activity(Activity activity) {
        activities.add(activity);
    }

    /** The person's number is on the Do Not Call Register. */
    public void listed(Touch touch) {
        activity(new Activity(
                new ActivityId(ids.next()),
                client,
                touch.leadId(),
                touch.campaignId(),
                ActivityAction.REJECTED_DNCR,
                touch.kind().channel(),
                touch.kind(),
                touch.id(),
                touch.stepNo(),
                now,
                ActivityAction.REJECTED_DNCR.wire() + ":" + touch.id(),
                null,
                ActivityActor.SYSTEM));
    }

    public void event(EventName name, UUID subject, Map<String, String> data) {
        events.add(new DomainEvent(ids.next(), client, name, subject, now, data));
    }

    /** Asks people about a touch, unless they are being asked. */
    public void offer(Touch touch, @Nullable ApprovalItem earlier) {
        if (earlier != null && earlier.status() == ApprovalItem.Status.PENDING) {
            return;
        }
        int offerNo = earlier == null ? 1 : Math.min(2, earlier.offerNo() + 1);
        ApprovalItem item = Items.offer(new ApprovalId(ids.next()), touch, offerNo, now);
        offered.add(item);
        event(
                EventName.APPROVAL_REQUESTED,
                item.id().value(),
                Map.of("touch", touch.id().text(), "lead", touch.leadId().text()));
    }

    public void decided(ApprovalItem item) {
        decided.add(item);
    }

    public void block(LeadId lead, Lead.@Nullable Block block) {
        blocks.put(lead, Optional.ofNullable(block));
    }

    /** Nothing holds the lead any more; whoever holds its run is the one who writes what does. */
    public void unblock(Lead lead) {
        if (lead.block() != null) {
            block(lead.id(), null);
        }
    }

    /** The vendor knows that nobody reads there. Source: outreach 4.7, 6.3. */
    public void unreachable(Touch touch) {
        unreachable.put(touch.leadId(), touch);
    }

    /** The message that follows an acceptance comes up again then; null for never. */
    public void followUp(Touch touch, @Nullable Instant dueAt) {
        followUps.put(touch.leadId(), Optional.ofNullable(dueAt));
    }

    /** What a call that did not go through tells about the person. */
    public void told(Touch touch, VendorFailure failure) {
        told.add(() -> outlets.of(touch).told(touch, failure, now));
    }

    public void contacted(SentLog.Sent record, Supplier<Quotas.Claim> ifNothingIsHeld) {
        sent.add(record);
        contacts.put(record.touch().leadId(), record.at());
        if (record.touch().resourceId() != null) {
            senders.computeIfAbsent(record.touch().kind().channel(), channel -> new LinkedHashMap<>())
                    .merge(record.touch().resourceId(), record.at(), (a, b) -> a.isAfter(b) ? a : b);
        }
        late.put(record.touch().id(), ifNothingIsHeld);
    }

    /** Writes it all. Answers the planned touches that really are new. */
    public Set<TouchId> flush() {
        Set<TouchId> added = planned.isEmpty() ? Set.of() : stores.touches().insertNew(planned.values());
        steps.removeIf(step ->
                step.touchId() != null && planned.containsKey(step.touchId()) && !added.contains(step.touchId()));
        if (!touches.isEmpty()) {
            stores.touches().updateAll(touches.values());
        }
        if (!released.isEmpty()) {
            stores.quotas().release(client, released);
        }
        if (!used.isEmpty()) {
            Set<TouchId> unheld = stores.quotas().use(client, used);
            List<Quotas.Claim> owed = late.entrySet().stream()
                    .filter(claim -> unheld.contains(claim.getKey()))
                    .map(claim -> claim.getValue().get())
                    .toList();
            if (!owed.isEmpty()) {
                stores.quotas().book(client, owed);
            }
        }
        if (!steps.isEmpty()) {
            stores.enrolments().settle(steps);
        }
        if (!left.isEmpty()) {
            stores.enrolments().refuseRest(client, left, now);
        }
        if (!changedEnrolments.isEmpty()) {
            stores.enrolments()
                    .updateAll(changedEnrolments.stream().map(enrolments::get).toList());
        }
        if (!offered.isEmpty()) {
            stores.approvals().insertAll(offered);
        }
        supersedeCancelled();
        if (!decided.isEmpty()) {
            stores.approvals().updateAll(decided);
        }
        tell();
        return added;
    }

    /** Nobody is asked about a touch that will not be sent. Source: outreach 1.4 {@code superseded}. */
    private void supersedeCancelled() {
        List<TouchId> cancelled = touches.values().stream()
                .filter(touch -> touch.state() == TouchState.CANCELLED)
                .map(Touch::id)
                .toList();
        if (cancelled.isEmpty()) {
            return;
        }
        Set<ApprovalId> known = decided.stream().map(ApprovalItem::id).collect(Collectors.toSet());
        stores.approvals().newest(client, cancelled).values().stream()
                .filter(item -> item.status() == ApprovalItem.Status.PENDING && !known.contains(item.id()))
                .map(item -> Items.in(item, ApprovalItem.Status.SUPERSEDED, now))
                .forEach(decided::add);
    }

    private void tell() {
        if (!gates.isEmpty()) {
            stores.gateLog().append(gates);
        }
        if (!contacts.isEmpty()) {
            world.leads().leads().recordContacts(client, contacts);
        }
        unreachable.values().stream()
                .sorted(Comparator.comparing(touch -> touch.leadId().text()))
                .forEach(touch -> outlets.of(touch).unreachable(touch, now));
        told.forEach(Runnable::run);
        if (!followUps.isEmpty()) {
            outlets.of(Channel.LINKEDIN).putFollowUps(client, followUps);
        }
        if (!blocks.isEmpty()) {
            world.leads().leads().setBlocks(client, blocks);
        }
        if (!sent.isEmpty()) {
            stores.sentLog().record(sent);
            sent.stream()
                    .collect(Collectors.groupingBy(
                            record -> record.touch().kind().channel(), TreeMap::new, Collectors.toList()))
                    .forEach((channel, left) -> outlets.of(channel).recorded(client, left));
        }
        senders.forEach(
                (channel, used) -> outlets.of(channel).used(client, used.keySet(), Collections.max(used.values())));
        if (!activities.isEmpty()) {
            world.activities().append(activities);
        }
        if (!tasks.isEmpty()) {
            world.tasks().open(tasks);
        }
        if (!events.isEmpty()) {
            world.events().append(events);
        }
    }
}
