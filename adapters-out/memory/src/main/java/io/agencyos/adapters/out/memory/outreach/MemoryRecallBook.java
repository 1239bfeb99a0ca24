package io.agencyos.adapters.out.memory.outreach;

import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.campaign.store.Enrolments;
import io.agencyos.application.lead.store.Leads;
import io.agencyos.application.outreach.store.RecallBook;
import io.agencyos.domain.campaign.enrolment.Enrolment;
import io.agencyos.domain.campaign.enrolment.EnrolmentState;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.lead.LeadStatus;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.outreach.touch.TouchOrigin;
import io.agencyos.domain.outreach.touch.TouchState;
import io.agencyos.domain.shared.TouchKind;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.EnrolmentId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.TouchId;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was asked back from vendors. */
public final class MemoryRecallBook implements RecallBook {

    private static final Comparator<Touch> OLDEST_FIRST = Comparator.comparing(MemoryRecallBook::sentAt)
            .thenComparing(touch -> touch.id().text());

    private record Row(ClientId client, TouchId touch, State state, Instant dueAt) {}

    private final MemoryTable<TouchId, Row> table;
    private final MemoryTouches touches;
    private final Enrolments enrolments;
    private final MemoryCallBook calls;
    private final Leads leads;

    public MemoryRecallBook(
            MemoryUnitOfWork units, MemoryTouches touches, Enrolments enrolments, MemoryCallBook calls, Leads leads) {
        table = MemoryTable.<TouchId, Row>ofTenants("touch_recall", units, Row::client, Row::touch)
                .writtenBy(Role.WORKER);
        this.touches = touches;
        this.enrolments = enrolments;
        this.calls = calls;
        this.leads = leads;
    }

    @Override
    public List<TouchId> due(ClientId client, Since since, Instant now, int limit) {
        List<Touch> mails = sent(client, TouchKind.EMAIL).toList();
        Map<EnrolmentId, Enrolment> runs = enrolments
                .findAll(
                        client,
                        mails.stream()
                                .map(Touch::enrolmentId)
                                .filter(Objects::nonNull)
                                .distinct()
                                .toList())
                .stream()
                .collect(Collectors.toMap(Enrolment::id, Function.identity()));
        Stream<Touch> stopped = mails.stream()
                .filter(touch -> runs.containsKey(touch.enrolmentId()))
                .filter(touch -> isStopped(runs.get(touch.enrolmentId()), since.mails()))
                .collect(Collectors.toMap(
                        touch -> Objects.requireNonNull(touch.enrolmentId()),
                        Function.identity(),
                        BinaryOperator.maxBy(OLDEST_FIRST)))
                .values()
                .stream();
        Stream<Touch> answered = mails.stream()
                .filter(touch -> runs.containsKey(touch.enrolmentId()))
                .filter(touch -> hasAnswered(runs.get(touch.enrolmentId())))
                .filter(touch -> touch.origin() != TouchOrigin.REPLY && touch.origin() != TouchOrigin.MANUAL)
                .filter(touch -> !sentAt(touch).isBefore(since.mails()));
        Stream<Touch> talks = sent(client, TouchKind.VOICE)
                .filter(touch -> !sentAt(touch).isBefore(since.calls()))
                .filter(touch -> !calls.isTold(touch));
        return Stream.of(stopped, answered, talks)
                .flatMap(found -> found)
                .filter(touch -> isOpen(touch, now))
                .sorted(OLDEST_FIRST)
                .map(Touch::id)
                .limit(limit)
                .toList();
    }

    private Stream<Touch> sent(ClientId client, TouchKind kind) {
        return touches.all(client)
                .filter(touch -> touch.kind() == kind && touch.state() == TouchState.SENT && touch.sentAt() != null);
    }

    private boolean isStopped(Enrolment run, Instant since) {
        boolean over = run.state() == EnrolmentState.STOPPED
                || run.state() == EnrolmentState.COMPLETED && isLeftAlone(run.clientId(), run.leadId());
        return over && run.endedAt() != null && !run.endedAt().isBefore(since);
    }

    private boolean isLeftAlone(ClientId client, LeadId id) {
        return leads.find(client, id)
                .filter(lead -> lead.status() == LeadStatus.UNSUBSCRIBED)
                .isPresent();
    }

    private static boolean hasAnswered(Enrolment run) {
        return run.state() == EnrolmentState.AWAITING_OUTCOME || run.state() == EnrolmentState.CONVERTED;
    }

    private static Instant sentAt(Touch touch) {
        return Objects.requireNonNull(touch.sentAt());
    }

    private boolean isOpen(Touch touch, Instant now) {
        return table.find(touch.id())
                .filter(row -> row.state() == State.SETTLED || row.dueAt().isAfter(now))
                .isEmpty();
    }

    @Override
    public void put(ClientId client, Collection<TouchId> asked, State state, Instant dueAt) {
        asked.forEach(touch -> table.put(new Row(client, touch, state, dueAt)));
    }
}
