package io.agencyos.application.outreach.phone;

import io.agencyos.application.outreach.engine.SenderBounds;
import io.agencyos.application.outreach.engine.SenderDesk;
import io.agencyos.application.outreach.engine.Setting;
import io.agencyos.application.outreach.store.Quotas;
import io.agencyos.application.outreach.store.Touches;
import io.agencyos.domain.campaign.enrolment.Enrolment;
import io.agencyos.domain.outreach.gate.GateFacts;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.resource.QuotaMetric;
import io.agencyos.domain.resource.SenderBinding;
import io.agencyos.domain.resource.SendingNumber;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.TouchKind;
import io.agencyos.domain.shared.id.EnrolmentId;
import io.agencyos.domain.shared.id.ResourceId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A client's numbers as they text or call today. An enrolment keeps the number of its first text or call for both.
 * Source: outreach 7, scoring ALLOC-1 steps 3 and 4, RES-8.
 */
final class NumberSenders implements SenderDesk {

    private static final Set<Channel> SHARED = Set.of(Channel.VOICE, Channel.SMS);

    private final Touches touches;
    private final Setting setting;
    private final TouchKind kind;
    private final List<SendingNumber> numbers;
    private final Collection<Enrolment> enrolments;
    private final Supplier<Set<ResourceId>> rests;
    private @Nullable Map<EnrolmentId, ResourceId> kept;
    private @Nullable Set<ResourceId> resting;

    /**
     * @param numbers those that this channel can use
     * @param rests those of them that may not be used for a while; asked once, and only where a sender is chosen
     */
    NumberSenders(
            Touches touches,
            Setting setting,
            TouchKind kind,
            List<SendingNumber> numbers,
            Collection<Enrolment> enrolments,
            Supplier<Set<ResourceId>> rests) {
        this.touches = touches;
        this.setting = setting;
        this.kind = kind;
        this.numbers = numbers;
        this.enrolments = enrolments;
        this.rests = rests;
    }

    @Override
    public boolean any() {
        return !numbers.isEmpty();
    }

    @Override
    public List<Quotas.Counter> counters() {
        return numbers.stream()
                .flatMap(number -> bounds(number).stream())
                .map(Quotas.Bound::counter)
                .distinct()
                .toList();
    }

    @Override
    public Optional<ResourceId> kept(Enrolment enrolment) {
        if (kept == null) {
            kept = touches.lastSenders(
                    setting.id(),
                    SHARED,
                    enrolments.stream().map(Enrolment::id).distinct().toList());
        }
        return Optional.ofNullable(kept.get(enrolment.id()))
                .filter(id -> awake().anyMatch(number -> number.id().equals(id)));
    }

    private Stream<SendingNumber> awake() {
        if (resting == null) {
            resting = rests.get();
        }
        Set<ResourceId> asleep = resting;
        return numbers.stream().filter(number -> !asleep.contains(number.id()));
    }

    @Override
    public Optional<ResourceId> pick(Taken taken, Predicate<ResourceId> among) {
        return SenderBinding.first(awake().filter(number -> among.test(number.id()))
                        .map(number -> new SenderBinding.Sender(number.id(), left(number, taken), number.lastUsedAt()))
                        .toList())
                .map(SenderBinding.Sender::id);
    }

    private int left(SendingNumber number, Taken taken) {
        return own(number)
                .mapToInt(bound -> bound.limit() - taken.of(bound.counter()))
                .min()
                .orElse(0);
    }

    @Override
    public Optional<String> vendor(ResourceId sender) {
        return number(sender).map(SendingNumber::provider);
    }

    @Override
    public GateFacts.Sender standing(Optional<ResourceId> sender) {
        boolean there = sender.map(id -> number(id).isPresent()).orElse(any());
        boolean well = !there || sender.isPresent() || awake().findAny().isPresent();
        return new GateFacts.Sender(
                there, well ? GateFacts.Sender.Standing.HEALTHY : GateFacts.Sender.Standing.UNHEALTHY, true, false);
    }

    @Override
    public Room room(Touch touch, ResourceId sender, Taken taken) {
        Optional<SendingNumber> from = number(sender);
        boolean own = from.filter(number -> left(number, taken) > 0).isPresent();
        boolean client = from.stream()
                .flatMap(number -> bounds(number).stream())
                .filter(bound -> bound.counter().metric() == QuotaMetric.CLIENT_SMS)
                .allMatch(bound -> taken.of(bound.counter()) < bound.limit());
        return new Room(own, client, true);
    }

    @Override
    public List<Quotas.Bound> bounds(Touch touch, ResourceId sender) {
        return number(sender).map(this::bounds).orElse(List.of());
    }

    private List<Quotas.Bound> bounds(SendingNumber number) {
        return SenderBounds.of(number, kind, setting.zone(), setting.now());
    }

    /** The counters of the number itself, without the client's. */
    private Stream<Quotas.Bound> own(SendingNumber number) {
        return bounds(number).stream()
                .filter(bound -> bound.counter().target().equals(number.id().value()));
    }

    private Optional<SendingNumber> number(ResourceId id) {
        return numbers.stream().filter(number -> number.id().equals(id)).findFirst();
    }
}
