package io.agencyos.adapters.out.memory.outreach;

import static java.util.Comparator.comparing;
import static java.util.Comparator.nullsLast;
import static java.util.Comparator.reverseOrder;

import io.agencyos.adapters.out.memory.kernel.ById;
import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.lead.store.Leads;
import io.agencyos.application.outreach.store.Touches;
import io.agencyos.application.shared.ConcurrentUpdate;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.ScoreSummary;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.outreach.touch.TouchOrigin;
import io.agencyos.domain.outreach.touch.TouchState;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.contact.DomainName;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.EnrolmentId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.ResourceId;
import io.agencyos.domain.shared.id.TouchId;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The send queue. Units of work run one after the other here, so that a lock has nothing to do. */
public final class MemoryTouches implements Touches {

    private static final Comparator<Touch> EARLIEST =
            comparing(Touch::scheduledAt).thenComparing(ById.ascending(Touch::id));

    /** What no two touches share; a second one is left out by {@link #insertNew}. */
    private enum Key {
        UQ_OUTREACH_JOB_STEP {
            @Override
            @Nullable
            Object of(Touch touch) {
                return touch.stepNo() < 1 || touch.enrolmentId() == null
                        ? null
                        : List.of(touch.enrolmentId(), touch.stepNo(), touch.kind(), touch.attemptNo());
            }
        },
        UQ_OUTREACH_JOB_REPLY {
            @Override
            @Nullable
            Object of(Touch touch) {
                return touch.origin() != TouchOrigin.REPLY || touch.replyId() == null
                        ? null
                        : List.of(touch.clientId(), touch.replyId(), touch.attemptNo());
            }
        },
        UQ_OUTREACH_JOB_COMMAND {
            @Override
            @Nullable
            Object of(Touch touch) {
                return touch.origin() != TouchOrigin.MANUAL || touch.commandId() == null
                        ? null
                        : List.of(touch.clientId(), touch.commandId(), touch.attemptNo());
            }
        },
        UQ_OUTREACH_JOB_IDEM_KEY {
            @Override
            Object of(Touch touch) {
                return List.of(touch.clientId(), touch.idempotencyKey());
            }
        },
        UQ_OUTREACH_JOB_VENDOR_REF {
            @Override
            @Nullable
            Object of(Touch touch) {
                return touch.vendor() == null || touch.vendorRef() == null
                        ? null
                        : List.of(touch.clientId(), touch.vendor(), touch.vendorRef());
            }
        };

        abstract @Nullable Object of(Touch touch);

        String index() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final MemoryTable<TouchId, Touch> table;
    private final Leads leads;

    public MemoryTouches(MemoryUnitOfWork units, Leads leads) {
        table = MemoryTable.<TouchId, Touch>ofTenants("outreach_job", units, Touch::clientId, Touch::id)
                .writtenBy(Role.WORKER);
        for (Key key : Key.values()) {
            table.unique(key.index(), key::of);
        }
        this.leads = leads;
    }

    @Override
    public Set<TouchId> insertNew(Collection<Touch> touches) {
        Set<TouchId> added = new LinkedHashSet<>();
        for (Touch touch : touches) {
            if (table.find(touch.id()).isEmpty() && Stream.of(Key.values()).noneMatch(key -> taken(key, touch))) {
                table.insert(touch);
                added.add(touch.id());
            }
        }
        return added;
    }

    private boolean taken(Key key, Touch touch) {
        Object value = key.of(touch);
        return value != null && table.findBy(key.index(), value).isPresent();
    }

    @Override
    public List<Touch> findAll(ClientId client, Collection<TouchId> ids) {
        return ids.stream()
                .distinct()
                .flatMap(id -> table.find(id).stream())
                .filter(touch -> touch.clientId().equals(client))
                .toList();
    }

    @Override
    public List<Touch> ofLead(ClientId client, LeadId lead) {
        return all(client)
                .filter(touch -> touch.leadId().equals(lead))
                .sorted(comparing(Touch::createdAt).thenComparing(ById.ascending(Touch::id)))
                .toList();
    }

    @Override
    public Set<LeadId> underWay(ClientId client, Collection<LeadId> leads) {
        Stream<Touch> calls = in(client, TouchState.DISPATCHING, TouchState.UNKNOWN);
        return calls.map(Touch::leadId).filter(leads::contains).collect(Collectors.toSet());
    }

    @Override
    public List<Touch> liveOfLead(ClientId client, LeadId lead) {
        return ofLead(client, lead).stream()
                .filter(touch -> !touch.state().isTerminal())
                .toList();
    }

    @Override
    public List<Touch> lockAll(ClientId client, Collection<TouchId> ids) {
        return findAll(client, ids).stream().sorted(ById.ascending(Touch::id)).toList();
    }

    @Override
    public List<Touch> lockLive(ClientId client, Collection<EnrolmentId> enrolments) {
        return of(client, enrolments)
                .filter(touch -> !touch.state().isTerminal())
                .sorted(ById.ascending(Touch::id))
                .toList();
    }

    @Override
    public void updateAll(Collection<Touch> touches) {
        for (Touch touch : touches) {
            table.find(touch.id())
                    .filter(stored -> stored.version() == touch.version())
                    .orElseThrow(() -> new ConcurrentUpdate("touch " + touch.id()));
        }
        touches.forEach(touch -> table.put(touch.atVersion(touch.version() + 1)));
    }

    @Override
    public List<Touch> withoutText(ClientId client, Instant now, Instant until, int limit) {
        return in(client, TouchState.PLANNED)
                .filter(touch -> touch.content() == null
                        && !touch.scheduledAt().isAfter(Touch.OFFERED_AGAIN.equals(touch.code()) ? now : until))
                .sorted(EARLIEST)
                .limit(limit)
                .toList();
    }

    @Override
    public List<Touch> due(ClientId client, Instant now, int limit) {
        List<Touch> due = in(client, TouchState.READY)
                .filter(touch -> !touch.scheduledAt().isAfter(now))
                .toList();
        Map<LeadId, Integer> scores =
                scores(client, due.stream().map(Touch::leadId).toList());
        return due.stream()
                .sorted(comparing(Touch::scheduledAt)
                        .thenComparing((Touch touch) -> scores.get(touch.leadId()), nullsLast(reverseOrder()))
                        .thenComparing(ById.ascending(Touch::id)))
                .limit(limit)
                .toList();
    }

    private Map<LeadId, Integer> scores(ClientId client, List<LeadId> ids) {
        Map<LeadId, Integer> scores = new HashMap<>();
        for (Lead lead : leads.findAll(client, ids)) {
            ScoreSummary score = lead.score();
            if (score != null) {
                scores.put(lead.id(), score.score());
            }
        }
        return scores;
    }

    @Override
    public List<Touch> lockClaimable(ClientId client, Instant now, int limit) {
        return in(client, TouchState.QUEUED)
                .filter(touch -> touch.lease() == null || !touch.lease().until().isAfter(now))
                .sorted(EARLIEST)
                .limit(limit)
                .toList();
    }

    @Override
    public List<Touch> leaseOver(ClientId client, Instant now, int limit) {
        return in(client, TouchState.DISPATCHING)
                .filter(touch -> touch.lease() == null || touch.lease().until().isBefore(now))
                .sorted(EARLIEST)
                .limit(limit)
                .toList();
    }

    @Override
    public List<Touch> toLookUp(ClientId client, Instant now, int limit) {
        return in(client, TouchState.UNKNOWN)
                .filter(touch ->
                        touch.reconcileAt() != null && !touch.reconcileAt().isAfter(now))
                .sorted(comparing(Touch::reconcileAt, nullsLast(Comparator.<Instant>naturalOrder()))
                        .thenComparing(ById.ascending(Touch::id)))
                .limit(limit)
                .toList();
    }

    @Override
    public List<Touch> notBegun(ClientId client, @Nullable CampaignId campaign, int limit) {
        return in(client, TouchState.READY, TouchState.QUEUED)
                .filter(touch -> campaign == null || campaign.equals(touch.campaignId()))
                .sorted(EARLIEST)
                .limit(limit)
                .toList();
    }

    @Override
    public int waitingStarts(ClientId client) {
        return (int) in(client, TouchState.PLANNED, TouchState.AWAITING_APPROVAL, TouchState.READY)
                .filter(touch -> touch.stepNo() == 1 && touch.origin() == TouchOrigin.SEQUENCE)
                .count();
    }

    @Override
    public int inFlight(ClientId client) {
        return (int) in(client, TouchState.DISPATCHING, TouchState.UNKNOWN).count();
    }

    @Override
    public List<Touch> inFlightOf(ClientId client, Collection<EnrolmentId> enrolments) {
        return of(client, enrolments)
                .filter(touch -> touch.state().isInFlight())
                .toList();
    }

    @Override
    public Map<LeadId, ContactHistory> history(ClientId client, Collection<LeadId> wanted, Instant since) {
        Set<LeadId> ids = new HashSet<>(wanted);
        Map<LeadId, ContactHistory> histories = new LinkedHashMap<>();
        all(client)
                .filter(touch -> ids.contains(touch.leadId())
                        && touch.state().countsAsSent()
                        && touch.kind().countsAsTouch())
                .forEach(touch -> histories.merge(touch.leadId(), one(touch, since), MemoryTouches::together));
        return histories;
    }

    private static ContactHistory one(Touch touch, Instant since) {
        Instant at = contactedAt(touch);
        EnrolmentId enrolment = touch.origin() == TouchOrigin.SEQUENCE ? touch.enrolmentId() : null;
        return new ContactHistory(
                at.isBefore(since) ? 0 : 1,
                at,
                Map.of(touch.kind().channel(), at),
                enrolment == null ? Map.of() : Map.of(enrolment, 1));
    }

    /** An abandoned touch has no time of sending: the time at which it came due stands for it. */
    private static Instant contactedAt(Touch touch) {
        Instant sent = touch.sentAt();
        return sent == null ? touch.scheduledAt() : sent;
    }

    private static ContactHistory together(ContactHistory left, ContactHistory right) {
        Map<Channel, Instant> byChannel = new EnumMap<>(Channel.class);
        byChannel.putAll(left.lastByChannel());
        right.lastByChannel().forEach((channel, at) -> byChannel.merge(channel, at, MemoryTouches::later));
        Map<EnrolmentId, Integer> byEnrolment = new HashMap<>(left.byEnrolment());
        right.byEnrolment().forEach((enrolment, count) -> byEnrolment.merge(enrolment, count, Integer::sum));
        return new ContactHistory(
                left.sinceCount() + right.sinceCount(),
                byChannel.values().stream().max(Comparator.naturalOrder()).orElse(null),
                byChannel,
                byEnrolment);
    }

    private static Instant later(Instant left, Instant right) {
        return left.isAfter(right) ? left : right;
    }

    @Override
    public Map<TouchId, Integer> earlierDispatches(ClientId client, Collection<Touch> touches) {
        Map<TouchId, Integer> counts = new LinkedHashMap<>();
        for (Touch touch : touches) {
            int begun = (int) all(client)
                    .filter(other -> !other.id().equals(touch.id())
                            && other.dispatchCount() > 0
                            && touch.goesTo().isPresent()
                            && touch.goesTo().equals(other.goesTo())
                            && touch.isRedirected() == other.isRedirected()
                            && touch.resourceId() != null
                            && touch.resourceId().equals(other.resourceId()))
                    .count();
            if (begun > 0) {
                counts.put(touch.id(), begun);
            }
        }
        return counts;
    }

    private static final Set<TouchState> SETTLED = EnumSet.of(
            TouchState.DISPATCHING, TouchState.UNKNOWN, TouchState.SENT, TouchState.FAILED, TouchState.ABANDONED);

    @Override
    public Set<StepKey> settled(ClientId client, Collection<EnrolmentId> enrolments) {
        return lines(client, enrolments, touch -> SETTLED.contains(touch.state()) || touch.requeueCount() > 0);
    }

    @Override
    public Set<StepKey> skipped(ClientId client, Collection<EnrolmentId> enrolments) {
        return lines(client, enrolments, touch -> touch.state() == TouchState.SKIPPED);
    }

    private Set<StepKey> lines(ClientId client, Collection<EnrolmentId> enrolments, Predicate<Touch> which) {
        return of(client, enrolments)
                .filter(touch -> touch.stepNo() >= 1 && which.test(touch))
                .map(touch -> new StepKey(Objects.requireNonNull(touch.enrolmentId()), touch.stepNo(), touch.kind()))
                .collect(Collectors.toSet());
    }

    @Override
    public Map<EnrolmentId, ResourceId> lastSenders(
            ClientId client, Set<Channel> channels, Collection<EnrolmentId> enrolments) {
        Map<EnrolmentId, ResourceId> senders = new LinkedHashMap<>();
        of(client, enrolments)
                .filter(touch -> channels.contains(touch.kind().channel()) && touch.dispatchCount() > 0)
                .sorted(comparing(Touch::createdAt).thenComparing(Touch::stepNo).thenComparing(Touch::attemptNo))
                .forEach(touch -> {
                    if (touch.enrolmentId() != null && touch.resourceId() != null) {
                        senders.put(touch.enrolmentId(), touch.resourceId());
                    }
                });
        return senders;
    }

    @Override
    public Map<StepKey, Integer> attempts(ClientId client, Collection<EnrolmentId> enrolments) {
        Map<StepKey, Integer> attempts = new LinkedHashMap<>();
        of(client, enrolments).filter(touch -> touch.stepNo() >= 1).forEach(touch -> {
            EnrolmentId enrolment = touch.enrolmentId();
            if (enrolment != null) {
                attempts.merge(new StepKey(enrolment, touch.stepNo(), touch.kind()), touch.attemptNo(), Math::max);
            }
        });
        return attempts;
    }

    @Override
    public List<Act> acts(ClientId client, Channel channel, Instant since) {
        return SenderActs.of(all(client), channel, since);
    }

    @Override
    public Map<DomainName, Integer> domainsReached(ClientId client, Instant since) {
        return SenderActs.reached(all(client), since);
    }

    @Override
    public Optional<Touch> byVendorRef(ClientId client, String vendor, String ref) {
        return table.findBy(Key.UQ_OUTREACH_JOB_VENDOR_REF.index(), List.of(client, vendor, ref));
    }

    /** Enrolments of which a touch is on its way from plan to end. */
    public Set<EnrolmentId> busyEnrolments(ClientId client) {
        return all(client)
                .filter(touch -> !touch.state().isTerminal())
                .map(Touch::enrolmentId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    @Override
    public List<Touch> list(ClientId client, Filter filter, @Nullable After after, int limit) {
        Comparator<Touch> latestFirst = comparing(Touch::scheduledAt)
                .thenComparing(ById.ascending(Touch::id))
                .reversed();
        return all(client)
                .filter(touch -> (filter.lead() == null || filter.lead().equals(touch.leadId()))
                        && (filter.campaign() == null || filter.campaign().equals(touch.campaignId()))
                        && (filter.states() == null || filter.states().contains(touch.state())))
                .filter(touch -> after == null || isBehind(touch, after))
                .sorted(latestFirst)
                .limit(limit)
                .toList();
    }

    private static boolean isBehind(Touch touch, After after) {
        int order = touch.scheduledAt().compareTo(after.scheduledAt());
        return order < 0 || order == 0 && touch.id().text().compareTo(after.id().text()) < 0;
    }

    /** Every touch of a tenant, for the stores of the conversation and for tests. */
    public Stream<Touch> all(ClientId client) {
        return table.rows().filter(touch -> touch.clientId().equals(client));
    }

    Stream<Touch> in(ClientId client, TouchState... states) {
        Set<TouchState> wanted = Set.of(states);
        return all(client).filter(touch -> wanted.contains(touch.state()));
    }

    private Stream<Touch> of(ClientId client, Collection<EnrolmentId> enrolments) {
        Set<EnrolmentId> ids = new HashSet<>(enrolments);
        return all(client).filter(touch -> touch.enrolmentId() != null && ids.contains(touch.enrolmentId()));
    }
}
