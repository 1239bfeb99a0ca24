package io.agencyos.adapters.out.memory.outreach;

import static java.util.Comparator.comparing;
import static java.util.Comparator.reverseOrder;

import io.agencyos.adapters.out.memory.campaign.MemoryEnrolments;
import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.adapters.out.memory.lead.MemoryLeads;
import io.agencyos.application.campaign.store.Campaigns;
import io.agencyos.application.outreach.wash.PhoneWashes;
import io.agencyos.domain.campaign.enrolment.Enrolment;
import io.agencyos.domain.campaign.enrolment.EnrolmentState;
import io.agencyos.domain.campaign.sequence.Sequence;
import io.agencyos.domain.campaign.sequence.SequenceStep;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.outreach.DoNotCallStanding;
import io.agencyos.domain.outreach.PhoneWash;
import io.agencyos.domain.outreach.Wash;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.contact.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Numbers and washes of all clients, and who needs them by the enrolments that stand beside. */
public final class MemoryPhoneWashes implements PhoneWashes {

    private static final Set<EnrolmentState> RUNNING =
            EnumSet.of(EnrolmentState.PENDING, EnrolmentState.ACTIVE, EnrolmentState.SNOOZED);

    private final MemoryTable<PhoneNumber, PhoneWash> numbers;
    private final MemoryTable<String, Wash> washes;
    private final MemoryEnrolments enrolments;
    private final Campaigns campaigns;
    private final MemoryLeads leads;

    public MemoryPhoneWashes(
            MemoryUnitOfWork units, MemoryEnrolments enrolments, Campaigns campaigns, MemoryLeads leads) {
        this.numbers = MemoryTable.ofPlatform("phone_wash", units, PhoneWash::number);
        this.washes = MemoryTable.ofPlatform("phone_wash_batch", units, Wash::id);
        this.enrolments = enrolments;
        this.campaigns = campaigns;
        this.leads = leads;
    }

    /** What is known of a number, to whoever may look at a lead that has it. */
    public Optional<PhoneWash> shown(PhoneNumber number) {
        return numbers.asThePlatform()
                .filter(known -> known.number().equals(number))
                .findFirst();
    }

    /** When a wash was answered, to the same. */
    public Optional<Instant> answeredAt(String wash) {
        return washes.asThePlatform()
                .filter(known -> known.id().equals(wash))
                .findFirst()
                .flatMap(known -> Optional.ofNullable(known.washedAt()));
    }

    @Override
    public Map<PhoneNumber, PhoneWash> of(Collection<PhoneNumber> asked) {
        Map<PhoneNumber, PhoneWash> known = new HashMap<>();
        asked.forEach(number -> known.put(number, one(number)));
        return known;
    }

    private PhoneWash one(PhoneNumber number) {
        return numbers.find(number).orElseGet(() -> PhoneWash.never(number));
    }

    @Override
    public void need(Collection<PhoneNumber> asked, Instant at) {
        asked.forEach(number -> numbers.put(one(number).needed(at)));
    }

    @Override
    public int needSoon(LocalDate today, Instant until) {
        Map<PhoneNumber, Instant> soonest = new HashMap<>();
        enrolments
                .unfinished()
                .filter(enrolment -> RUNNING.contains(enrolment.state()) && enrolment.nextStep() != null)
                .forEach(enrolment -> needs(enrolment)
                        .filter(at -> !at.isAfter(until))
                        .forEach(at -> phone(enrolment)
                                .filter(number -> isOld(one(number), today))
                                .ifPresent(number -> soonest.merge(number, at, (a, b) -> a.isBefore(b) ? a : b))));
        return needed(soonest);
    }

    private Stream<Instant> needs(Enrolment enrolment) {
        Sequence sequence = campaigns
                .sequence(enrolment.clientId(), enrolment.campaignId(), enrolment.sequenceVersion())
                .orElseThrow();
        SequenceStep next = sequence.step(enrolment.nextStep());
        return sequence.steps().stream()
                .filter(step -> step.stepNo() >= next.stepNo())
                .filter(step -> step.channel() == Channel.VOICE || step.channel() == Channel.SMS)
                .map(step -> enrolment.nextDueAt().plus(Duration.ofDays(step.dayOffset() - next.dayOffset())));
    }

    private Optional<PhoneNumber> phone(Enrolment enrolment) {
        return leads.find(enrolment.clientId(), enrolment.leadId())
                .map(lead -> lead.contact().phone())
                .filter(PhoneWash::isWashable);
    }

    private static boolean isOld(PhoneWash one, LocalDate today) {
        return switch (one.standing()) {
            case DoNotCallStanding.Unknown unknown -> true;
            case DoNotCallStanding.Clean clean -> isOld(clean.washedOn(), today);
            case DoNotCallStanding.Listed listed -> isOld(listed.washedOn(), today);
        };
    }

    private static boolean isOld(LocalDate washedOn, LocalDate today) {
        return !washedOn.isAfter(today.minusDays(PhoneWash.AGAIN_DAYS));
    }

    @Override
    public int needAll(Instant at) {
        Map<PhoneNumber, Instant> all = new HashMap<>();
        leads.everybody().map(Lead::contact).forEach(contact -> {
            PhoneNumber phone = contact.phone();
            if (phone != null && PhoneWash.isWashable(phone)) {
                all.put(phone, at);
            }
        });
        return needed(all);
    }

    private int needed(Map<PhoneNumber, Instant> soonest) {
        int fresh = 0;
        for (Map.Entry<PhoneNumber, Instant> entry : soonest.entrySet()) {
            PhoneWash before = one(entry.getKey());
            fresh += before.neededAt() == null ? 1 : 0;
            numbers.put(before.needed(entry.getValue()));
        }
        return fresh;
    }

    @Override
    public List<PhoneWash> due(LocalDate today, int limit) {
        return numbers.rows()
                .filter(one -> one.isDue(today))
                .sorted(comparing(PhoneWash::neededAt)
                        .thenComparing(one -> one.number().e164()))
                .limit(limit)
                .toList();
    }

    @Override
    public void send(Wash wash, Collection<PhoneNumber> sent) {
        washes.insert(wash);
        sent.forEach(number -> numbers.put(one(number).out(wash.id())));
    }

    @Override
    public Optional<Wash> wash(String id) {
        return washes.find(id);
    }

    @Override
    public List<PhoneWash> carriedBy(String washId) {
        return numbers.rows()
                .filter(one -> washId.equals(one.outIn()))
                .sorted(comparing(one -> one.number().e164()))
                .toList();
    }

    @Override
    public void settle(Wash wash, Collection<PhoneWash> settled) {
        washes.put(wash);
        settled.forEach(numbers::put);
    }

    @Override
    public List<Wash> lostSince(Instant sentBefore) {
        return washes.rows()
                .filter(wash ->
                        wash.state() == Wash.State.SUBMITTED && wash.sentAt().isBefore(sentBefore))
                .sorted(comparing(Wash::sentAt))
                .toList();
    }

    @Override
    public int missed(Instant neededBefore) {
        List<PhoneWash> waiting = numbers.rows()
                .filter(one -> one.neededAt() != null && one.neededAt().isBefore(neededBefore))
                .filter(one -> one.failures() < PhoneWash.MOST_FAILURES)
                .toList();
        waiting.forEach(one -> numbers.put(one.missed()));
        return waiting.size();
    }

    @Override
    public Waiting waiting(LocalDate today, Instant now) {
        List<PhoneWash> needed = numbers.rows()
                .filter(one -> one.isDue(today) || one.neededAt() != null && one.outIn() != null)
                .toList();
        int out = (int) needed.stream().filter(one -> one.outIn() != null).count();
        int overdue = (int)
                needed.stream().filter(one -> !one.neededAt().isAfter(now)).count();
        return new Waiting(needed.size() - out, overdue, out);
    }

    @Override
    public List<Wash> newest(int limit) {
        return washes.rows()
                .sorted(comparing(Wash::sentAt, reverseOrder()).thenComparing(Wash::id, reverseOrder()))
                .limit(limit)
                .toList();
    }
}
