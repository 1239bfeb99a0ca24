package io.agencyos.adapters.out.memory.outreach;

import static java.util.Comparator.comparing;

import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.outreach.recording.CallBook;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.outreach.call.CallHealth;
import io.agencyos.domain.outreach.call.CallHolds;
import io.agencyos.domain.outreach.call.CallResult;
import io.agencyos.domain.outreach.call.CallTerms;
import io.agencyos.domain.outreach.call.CallTrouble;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.outreach.touch.TouchOrigin;
import io.agencyos.domain.outreach.touch.TouchState;
import io.agencyos.domain.shared.TouchKind;
import io.agencyos.domain.shared.contact.PhoneNumber;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.EnrolmentId;
import io.agencyos.domain.shared.id.TouchId;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Calls that ended. */
public final class MemoryCallBook implements CallBook {

    private static final Set<TouchState> UNDER_WAY =
            EnumSet.of(TouchState.QUEUED, TouchState.DISPATCHING, TouchState.UNKNOWN);

    private record Trouble(ClientId client, UUID call, CallTrouble why) {}

    private final MemoryTable<UUID, Call> calls;
    private final MemoryTable<UUID, Trouble> troubles;
    private final MemoryTouches touches;

    public MemoryCallBook(MemoryUnitOfWork units, MemoryTouches touches) {
        calls = MemoryTable.<UUID, Call>ofTenants("voice_call", units, Call::clientId, Call::id)
                .writtenBy(Role.WORKER);
        troubles = MemoryTable.<UUID, Trouble>ofTenants("voice_call", units, Trouble::client, Trouble::call)
                .writtenBy(Role.WORKER);
        this.touches = touches;
    }

    private Stream<Call> of(ClientId client) {
        return calls.rows().filter(call -> call.clientId().equals(client));
    }

    @Override
    public boolean add(Call call) {
        if (byRef(call.clientId(), call.vendor(), call.ref()).isPresent()) {
            return false;
        }
        calls.insert(call);
        return true;
    }

    @Override
    public Optional<Call> find(ClientId client, UUID id) {
        return calls.find(id).filter(call -> call.clientId().equals(client));
    }

    @Override
    public Optional<Call> byRef(ClientId client, String vendor, String ref) {
        return of(client)
                .filter(call -> call.vendor().equals(vendor) && call.ref().equals(ref))
                .findFirst();
    }

    @Override
    public void update(Call call) {
        calls.put(call);
    }

    @Override
    public List<Call> ofNumber(ClientId client, PhoneNumber number, Instant since, @Nullable After after, int limit) {
        Comparator<Call> oldest = comparing(Call::startedAt).thenComparing(Call::id);
        return of(client)
                .filter(call -> call.to().equals(number) || number.equals(call.from()))
                .filter(call -> !call.startedAt().isBefore(since))
                .filter(call -> after == null
                        || call.startedAt().isBefore(after.startedAt())
                        || call.startedAt().equals(after.startedAt())
                                && call.id().compareTo(after.id()) < 0)
                .sorted(oldest.reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public List<CallResult> dials(ClientId client, EnrolmentId enrolment, int stepNo) {
        return of(client)
                .filter(call -> call.enrolmentId().equals(enrolment) && call.stepNo() == stepNo)
                .sorted(comparing(Call::endedAt).thenComparing(Call::id))
                .map(Call::result)
                .toList();
    }

    @Override
    public Map<EnrolmentId, Wish> wishes(ClientId client, Collection<EnrolmentId> runs) {
        return runs.stream()
                .distinct()
                .flatMap(run -> of(client)
                        .filter(call -> call.enrolmentId().equals(run))
                        .max(comparing(Call::endedAt).thenComparing(Call::id))
                        .filter(call -> call.result() == CallResult.CALLBACK_REQUESTED)
                        .map(this::wish)
                        .stream())
                .collect(Collectors.toMap(Wish::run, Function.identity()));
    }

    private Wish wish(Call call) {
        Optional<Touch> dialled = touches.findAll(call.clientId(), List.of(call.touchId())).stream()
                .findFirst();
        int attempt = dialled.map(Touch::attemptNo).orElse(0);
        return new Wish(
                call.enrolmentId(),
                call.stepNo(),
                dialled.map(Touch::resourceId).orElse(null),
                touches.all(call.clientId())
                        .filter(touch -> call.enrolmentId().equals(touch.enrolmentId()))
                        .filter(touch -> touch.kind() == TouchKind.VOICE && touch.stepNo() == call.stepNo())
                        .anyMatch(touch -> touch.attemptNo() > attempt && mayHaveRung(touch)));
    }

    /** Or is about to. */
    private static boolean mayHaveRung(Touch touch) {
        return touch.state() != TouchState.CANCELLED || touch.requeueCount() > 0 || touch.vendorRef() != null;
    }

    @Override
    public void failed(ClientId client, UUID call, CallTrouble why) {
        troubles.put(new Trouble(client, call, why));
    }

    @Override
    public List<CallHolds.Failed> failedSince(ClientId client, Instant since) {
        return troubles.rows()
                .filter(one -> one.client().equals(client))
                .flatMap(one -> find(client, one.call())
                        .filter(call -> !call.endedAt().isBefore(since))
                        .map(call -> new CallHolds.Failed(call.campaignId(), call.from(), one.why(), call.endedAt()))
                        .stream())
                .toList();
    }

    @Override
    public CallTerms.Lately lately(ClientId client, int most) {
        return of(client)
                .sorted(comparing(Call::endedAt).thenComparing(Call::id).reversed())
                .limit(most)
                .map(call -> new CallTerms.Lately(1, CallTerms.minutes(call.seconds()), call.costUsd()))
                .reduce(CallTerms.Lately.NONE, CallTerms.Lately::and);
    }

    @Override
    public List<CallHealth.Ended> newest(ClientId client, int most) {
        return of(client)
                .sorted(comparing(Call::endedAt).thenComparing(Call::id).reversed())
                .limit(most)
                .map(call -> new CallHealth.Ended(call.result(), call.endedAt()))
                .toList();
    }

    @Override
    public List<CallHealth.Answered> answered(ClientId client, Instant since) {
        Map<PhoneNumber, List<Call>> byNumber = of(client)
                .filter(call -> call.from() != null && call.result().rang())
                .collect(Collectors.groupingBy(call -> Objects.requireNonNull(call.from())));
        return byNumber.entrySet().stream()
                .map(number -> answered(number.getKey(), number.getValue()))
                .filter(number -> !number.newest().isBefore(since))
                .toList();
    }

    private static CallHealth.Answered answered(PhoneNumber number, List<Call> calls) {
        Instant newest =
                calls.stream().map(Call::endedAt).max(Instant::compareTo).orElseThrow();
        List<Call> counted = calls.stream()
                .filter(call -> call.endedAt().isAfter(newest.minus(CallHealth.COUNTED)))
                .toList();
        int taken = (int) counted.stream().filter(call -> call.result().spoke()).count();
        return new CallHealth.Answered(number, counted.size(), taken, newest);
    }

    @Override
    public List<Silent> silent(ClientId client, Instant since, Instant before, int limit) {
        return touches.all(client)
                .filter(touch -> touch.kind() == TouchKind.VOICE && touch.vendor() != null && touch.vendorRef() != null)
                .filter(touch -> !sentAt(touch).isBefore(since) && sentAt(touch).isBefore(before))
                .filter(touch -> touch.state() == TouchState.SENT && !isTold(touch))
                .sorted(comparing(MemoryCallBook::sentAt)
                        .thenComparing(touch -> touch.id().text()))
                .limit(limit)
                .map(touch -> new Silent(
                        Objects.requireNonNull(touch.vendor()),
                        Objects.requireNonNull(touch.vendorRef()),
                        touch.idempotencyKey(),
                        sentAt(touch)))
                .toList();
    }

    private static Instant sentAt(Touch touch) {
        return touch.sentAt() == null ? Instant.MAX : touch.sentAt();
    }

    @Override
    public int running(ClientId client, Instant acceptedSince) {
        return (int) touches.all(client)
                .filter(touch -> touch.kind() == TouchKind.VOICE)
                .filter(touch -> UNDER_WAY.contains(touch.state()) || isUntold(touch, acceptedSince))
                .count();
    }

    private boolean isUntold(Touch touch, Instant acceptedSince) {
        return touch.state() == TouchState.SENT
                && touch.sentAt() != null
                && touch.sentAt().isAfter(acceptedSince)
                && !isTold(touch);
    }

    /** Whether this touch was a call that does not count among those of its lead. */
    public boolean isFruitless(TouchId touch) {
        return calls.rows()
                .filter(call -> call.touchId().equals(touch))
                .anyMatch(call -> !call.result()
                        .isTouch(touches.findAll(call.clientId(), List.of(touch)).stream()
                                .anyMatch(dialled -> dialled.origin() == TouchOrigin.RETRY)));
    }

    /** Whether this call ended, as far as is known. */
    boolean isTold(Touch touch) {
        return of(touch.clientId()).anyMatch(call -> call.touchId().equals(touch.id()));
    }
}
