package io.agencyos.application.allocation;

import io.agencyos.application.allocation.keeping.RefundUnreached;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.domain.allocation.Cooling;
import io.agencyos.domain.allocation.RefundRule;
import io.agencyos.domain.lead.ClaimStatus;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.PoolClaim;
import io.agencyos.domain.lead.PoolEvent;
import io.agencyos.domain.lead.PoolMachine;
import io.agencyos.domain.lead.PoolPerson;
import io.agencyos.domain.lead.PoolStatus;
import io.agencyos.domain.lead.ReleaseReason;
import io.agencyos.domain.platform.DomainEvent;
import io.agencyos.domain.platform.EventName;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.PoolPersonId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One statement for all who rest equally long. */
public final class ReleaseLeadsService implements ReleaseLeads {

    private final AllocationWorld world;
    private final ClockPort clock;
    private final IdSource ids;

    public ReleaseLeadsService(AllocationWorld world, ClockPort clock, IdSource ids) {
        this.world = world;
        this.clock = clock;
        this.ids = ids;
    }

    private record Rest(PoolStatus status, Optional<Instant> until) {}

    @Override
    public int release(ClientId client, Collection<LeadId> leads, ReleaseReason reason) {
        Instant now = clock.now();
        Map<PoolPersonId, Lead> held = held(client, leads);
        Map<PoolPersonId, PoolPerson> people = world.leads().people().findAll(held.keySet()).stream()
                .collect(Collectors.toMap(PoolPerson::id, Function.identity()));
        Map<PoolPersonId, Instant> contacted = contacted(client, held, now);
        if (!contacted.isEmpty()) {
            world.leads().people().contacted(contacted);
        }
        Map<Rest, List<PoolPersonId>> groups = new LinkedHashMap<>();
        held.forEach((person, lead) -> {
            PoolPerson known = Objects.requireNonNull(people.get(person));
            groups.computeIfAbsent(rest(known, lead, contacted.get(person), reason, now), key -> new ArrayList<>())
                    .add(person);
        });
        groups.forEach((rest, those) -> world.leads()
                .people()
                .release(client, those, reason, rest.status(), rest.until().orElse(null)));
        world.credits()
                .refund(
                        client,
                        held.values().stream()
                                .filter(lead -> isRefunded(lead, reason))
                                .map(Lead::id)
                                .toList(),
                        "released " + reason.wire());
        world.events()
                .append(held.values().stream()
                        .map(lead -> new DomainEvent(
                                ids.next(),
                                client,
                                EventName.LEAD_RELEASED,
                                lead.id().value(),
                                now,
                                Map.of("reason", reason.wire())))
                        .toList());
        return held.size();
    }

    /**
     * When the pool's people were last written to, which is told with their release: until then it is their client's
     * affair. Whom a call may be reaching counts as contacted now.
     */
    private Map<PoolPersonId, Instant> contacted(ClientId client, Map<PoolPersonId, Lead> held, Instant now) {
        Set<LeadId> underWay = world.touches()
                .underWay(client, held.values().stream().map(Lead::id).toList());
        Map<PoolPersonId, Instant> contacted = new LinkedHashMap<>();
        held.forEach((person, lead) -> {
            Instant at = underWay.contains(lead.id()) ? now : lead.history().lastTouchAt();
            if (at != null) {
                contacted.put(person, at);
            }
        });
        return contacted;
    }

    private Map<PoolPersonId, Lead> held(ClientId client, Collection<LeadId> leads) {
        Map<PoolPersonId, Lead> byPerson = new LinkedHashMap<>();
        for (Lead lead : world.leads().leads().findAll(client, leads)) {
            if (lead.poolPersonId() != null) {
                byPerson.put(lead.poolPersonId(), lead);
            }
        }
        Map<PoolPersonId, PoolClaim> claims = world.leads().people().claims(byPerson.keySet());
        byPerson.keySet().removeIf(person -> {
            PoolClaim claim = claims.get(person);
            return claim == null || !claim.clientId().equals(client) || claim.status() != ClaimStatus.ACTIVE;
        });
        return byPerson;
    }

    /** Whoever opted out, bounced or is invalid stays so; the others rest, or are free at once. */
    private static Rest rest(
            PoolPerson person, Lead lead, @Nullable Instant contacted, ReleaseReason reason, Instant now) {
        Optional<Instant> until =
                Cooling.until(reason, contacted, lead.history().lastReplyAt()).filter(end -> end.isAfter(now));
        return PoolMachine.on(person.status(), new PoolEvent.LetGo(until.isPresent()))
                .toOptional()
                .map(moved -> new Rest(moved.to(), until))
                .orElseGet(() -> new Rest(person.status(), Optional.ofNullable(person.coolingUntil())));
    }

    /** PLAN-4, at once where nobody has written yet; where a touch came back, {@link RefundUnreached} finds it. */
    private static boolean isRefunded(Lead lead, ReleaseReason reason) {
        Integer score = lead.score() == null ? null : lead.score().score();
        RefundRule.Ended ended = new RefundRule.Ended(lead.status(), score, reason, null);
        return lead.history().touches() == 0 && RefundRule.cause(ended).isPresent();
    }
}
