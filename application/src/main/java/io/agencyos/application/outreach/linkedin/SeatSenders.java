package io.agencyos.application.outreach.linkedin;

import io.agencyos.application.outreach.channel.LinkedInLines;
import io.agencyos.application.outreach.engine.SenderBounds;
import io.agencyos.application.outreach.engine.SenderDesk;
import io.agencyos.application.outreach.engine.Setting;
import io.agencyos.application.outreach.engine.TouchCase;
import io.agencyos.application.outreach.store.OutreachStores;
import io.agencyos.application.outreach.store.Quotas;
import io.agencyos.application.outreach.store.Touches;
import io.agencyos.application.resource.seat.SeatUsage;
import io.agencyos.domain.campaign.enrolment.Enrolment;
import io.agencyos.domain.outreach.gate.GateFacts;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.resource.QuotaMetric;
import io.agencyos.domain.resource.SenderBinding;
import io.agencyos.domain.resource.seat.ConnectionState;
import io.agencyos.domain.resource.seat.Seat;
import io.agencyos.domain.resource.seat.SeatAccount;
import io.agencyos.domain.resource.seat.SeatConnection;
import io.agencyos.domain.resource.seat.SeatRhythm;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.TouchKind;
import io.agencyos.domain.shared.id.EnrolmentId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.ResourceId;
import io.agencyos.domain.shared.id.SeatId;
import io.agencyos.domain.shared.id.TouchId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A client's seats as they act today. A lead keeps the seat that looked at it first; a seat acts at its owner's pace, one
 * act at a time. Source: outreach 11.2 to 11.4, scoring TIME-5, RES-8.
 */
final class SeatSenders implements SenderDesk {

    private static final Duration REMEMBERED = Duration.ofHours(24);
    private static final Duration ANOTHER_IN_FLIGHT = Duration.ofSeconds(60);
    private static final List<GateFacts.Sender.Standing> ORDER = List.of(
            GateFacts.Sender.Standing.HEALTHY,
            GateFacts.Sender.Standing.SEAT_DISCONNECTED,
            GateFacts.Sender.Standing.SEAT_RESTRICTED);
    private static final Set<TouchKind> KINDS = Set.of(TouchKind.LI_INVITE, TouchKind.LI_MESSAGE, TouchKind.LI_VIEW);

    private final OutreachStores stores;
    private final LinkedInPorts ports;
    private final Setting setting;
    private final Collection<Enrolment> enrolments;
    private @Nullable Map<LeadId, SeatConnection> connections;
    private @Nullable Map<EnrolmentId, ResourceId> last;
    private @Nullable Map<SeatId, SeatUsage.Used> used;
    private @Nullable Map<ResourceId, Instant> acted;
    private final Set<ResourceId> busy = new HashSet<>();
    private final Map<ResourceId, Instant> planned = new HashMap<>();
    private final Map<ResourceId, Integer> promised = new HashMap<>();

    SeatSenders(OutreachStores stores, LinkedInPorts ports, Setting setting, Collection<Enrolment> enrolments) {
        this.stores = stores;
        this.ports = ports;
        this.setting = setting;
        this.enrolments = enrolments;
    }

    private List<Seat> seats() {
        return setting.seats(ports.seats());
    }

    /** Those that were ever linked. */
    private Stream<Seat> linked() {
        return seats().stream().filter(seat -> seat.link().account() != null && seat.takesASeat());
    }

    private Optional<Seat> seat(ResourceId id) {
        return seats().stream()
                .filter(seat -> seat.id().value().equals(id.value()))
                .findFirst();
    }

    static ResourceId named(SeatId seat) {
        return new ResourceId(seat.value());
    }

    private Map<LeadId, SeatConnection> connections() {
        if (connections == null) {
            connections = ports.connections()
                    .ofLeads(
                            setting.id(),
                            enrolments.stream()
                                    .map(Enrolment::leadId)
                                    .distinct()
                                    .toList());
        }
        return connections;
    }

    @Override
    public boolean any() {
        return linked().findAny().isPresent() && ports.lines().of(setting.id()).isPresent();
    }

    @Override
    public List<Quotas.Counter> counters() {
        return linked().flatMap(seat -> KINDS.stream().flatMap(kind -> bounds(seat, kind).stream()))
                .map(Quotas.Bound::counter)
                .distinct()
                .toList();
    }

    @Override
    public Optional<ResourceId> kept(Enrolment enrolment) {
        SeatConnection connection = connections().get(enrolment.leadId());
        if (connection != null) {
            ResourceId by = named(connection.seatId());
            // who was only looked at can be invited by another seat; who was invited knows this one, while it lives
            boolean another = connection.state() == ConnectionState.VIEWED
                    ? !waitsFor(by)
                    : connection.state().isConnected() && isLost(connection, seats(), setting.now());
            return another ? Optional.empty() : Optional.of(by);
        }
        return Optional.ofNullable(lastSenders().get(enrolment.id())).filter(this::waitsFor);
    }

    private Map<EnrolmentId, ResourceId> lastSenders() {
        if (last == null) {
            last = stores.touches()
                    .lastSenders(
                            setting.id(),
                            Set.of(Channel.LINKEDIN),
                            enrolments.stream().map(Enrolment::id).distinct().toList());
        }
        return last;
    }

    private boolean waitsFor(ResourceId id) {
        return seat(id).filter(seat ->
                        SenderBinding.followUp(seat.forBound(true), setting.now()) != SenderBinding.Decision.REBIND)
                .isPresent();
    }

    /**
     * Whether the seat that the lead knows has been dead for more than five days while another one of the client acts,
     * which has to invite the lead anew. Source: outreach 7, 11.1 {@code disconnected}.
     */
    static boolean isLost(SeatConnection connection, List<Seat> seats, Instant now) {
        boolean waited = seats.stream()
                .filter(seat -> seat.id().equals(connection.seatId()))
                .anyMatch(seat -> SenderBinding.followUp(seat.forBound(true), now) != SenderBinding.Decision.REBIND);
        return !waited && seats.stream().anyMatch(seat -> seat.state().mayAct());
    }

    /** Of those that have room, whoever has promised the fewest: nobody waits behind one seat while another stands idle. */
    @Override
    public Optional<ResourceId> pick(Taken taken, Predicate<ResourceId> among) {
        List<Seat> acting = linked().filter(seat -> seat.state().mayAct() && among.test(named(seat.id())))
                .toList();
        OptionalInt fewest = acting.stream()
                .filter(seat -> unpromised(seat, taken) > 0)
                .mapToInt(this::promised)
                .min();
        return SenderBinding.first(acting.stream()
                        .filter(seat ->
                                fewest.isEmpty() || unpromised(seat, taken) > 0 && promised(seat) == fewest.getAsInt())
                        .map(seat -> new SenderBinding.Sender(
                                named(seat.id()), unpromised(seat, taken), acted().get(named(seat.id()))))
                        .toList())
                .map(SenderBinding.Sender::id);
    }

    private int unpromised(Seat seat, Taken taken) {
        return left(seat, TouchKind.LI_INVITE, taken) - promised(seat);
    }

    private int promised(Seat seat) {
        return promised.getOrDefault(named(seat.id()), 0);
    }

    /** What the day leaves; the hour only makes an act wait. */
    private int left(Seat seat, TouchKind kind, Taken taken) {
        return bounds(seat, kind).stream()
                .filter(bound -> bound.counter().metric() != QuotaMetric.ACTIONS_HOUR)
                .mapToInt(bound -> bound.limit() - taken.of(bound.counter()))
                .min()
                .orElse(0);
    }

    @Override
    public Optional<String> vendor(ResourceId sender) {
        return ports.lines().of(setting.id()).map(LinkedInLines.Line::vendor);
    }

    /** What LinkedIn does not answer one seat says nothing of the others. Source: unipile 1. */
    @Override
    public Optional<String> member(ResourceId sender) {
        return seat(sender).map(seat -> seat.link().account()).map(SeatAccount::ref);
    }

    @Override
    public GateFacts.Sender standing(Optional<ResourceId> sender) {
        boolean there = sender.map(id -> seat(id).isPresent()).orElse(any());
        GateFacts.Sender.Standing standing = sender.map(id -> seat(id).map(SeatSenders::standing))
                .orElseGet(this::standingOfAll)
                .orElse(GateFacts.Sender.Standing.HEALTHY);
        return new GateFacts.Sender(there, standing, true, false);
    }

    /** Where nobody has a seat yet: what keeps all of them from acting, first what their owners can mend. */
    private Optional<GateFacts.Sender.Standing> standingOfAll() {
        return linked().map(SeatSenders::standing).min(Comparator.comparing(ORDER::indexOf));
    }

    private static GateFacts.Sender.Standing standing(Seat seat) {
        return switch (seat.state()) {
            case WARMUP, ACTIVE -> GateFacts.Sender.Standing.HEALTHY;
            case RESTRICTED -> GateFacts.Sender.Standing.SEAT_RESTRICTED;
            case PENDING, AWAITING_2FA, CREDENTIALS_REQUIRED, DISCONNECTED ->
                GateFacts.Sender.Standing.SEAT_DISCONNECTED;
        };
    }

    @Override
    public Room room(Touch touch, ResourceId sender, Taken taken) {
        return Room.of(
                seat(sender).filter(seat -> left(seat, touch.kind(), taken) > 0).isPresent());
    }

    @Override
    public List<Quotas.Bound> bounds(Touch touch, ResourceId sender) {
        return seat(sender).map(seat -> bounds(seat, touch.kind())).orElse(List.of());
    }

    private List<Quotas.Bound> bounds(Seat seat, TouchKind kind) {
        SeatUsage.Used counted = used().getOrDefault(seat.id(), SeatUsage.Used.NOTHING);
        LocalDate today = LocalDate.ofInstant(setting.now(), seat.zone());
        boolean holiday = setting.client()
                .map(client -> setting.holidays().closedNationally(client.country(), today))
                .orElse(false);
        return SenderBounds.of(
                seat,
                kind,
                new SenderBounds.SeatBook(
                        seat.standing().byHand().on(today), counted.week() - counted.today(), holiday),
                setting.now());
    }

    private Map<SeatId, SeatUsage.Used> used() {
        if (used == null) {
            used = ports.usage().invitations(setting.id(), seats(), setting.now());
        }
        return used;
    }

    @Override
    public boolean current(Quotas.Counter counter, Instant today) {
        return seats().stream()
                .filter(seat -> seat.id().value().equals(counter.target()))
                .allMatch(seat -> counter.periodStart()
                        .equals(
                                counter.metric() == QuotaMetric.ACTIONS_HOUR
                                        ? hour(seat)
                                        : LocalDate.ofInstant(setting.now(), seat.zone())
                                                .atStartOfDay(seat.zone())
                                                .toInstant()));
    }

    private Instant hour(Seat seat) {
        return setting.now().atZone(seat.zone()).truncatedTo(ChronoUnit.HOURS).toInstant();
    }

    /** When each seat last connected or wrote; those that are just doing it are busy. */
    private Map<ResourceId, Instant> acted() {
        if (acted == null) {
            acted = new HashMap<>();
            for (Touches.Act act : stores.touches()
                    .acts(setting.id(), Channel.LINKEDIN, setting.now().minus(REMEMBERED))) {
                acted.merge(act.sender(), act.at(), (a, b) -> a.isAfter(b) ? a : b);
                if (act.inFlight()) {
                    busy.add(act.sender());
                }
            }
        }
        return acted;
    }

    @Override
    public Optional<Wait> turn(TouchCase one, ResourceId sender, Taken taken) {
        Seat seat = seat(sender).orElseThrow();
        Instant now = setting.now();
        Map<ResourceId, Instant> acts = acted();
        Touch touch = one.touch();
        if (busy.contains(sender)) {
            return Optional.of(inLine(touch, seat, now.plus(ANOTHER_IN_FLIGHT)));
        }
        if (touch.kind() == TouchKind.LI_INVITE && wantsLook(touch)) {
            return look(one, seat, taken);
        }
        Instant slot = SeatRhythm.turn(seat.id(), seat.zone(), now, acts.get(sender), touch.idempotencyKey());
        Instant viewed = viewed(one, touch);
        Instant at = viewed == null || !viewed.isAfter(slot) ? slot : viewed;
        acts.put(sender, at);
        if (at.isAfter(now)) {
            return Optional.of(new Wait(at, null));
        }
        Optional<Wait> hourFull =
                roomThisHour(seat, 1, taken) ? Optional.empty() : Optional.of(inLine(touch, seat, nextHour(seat)));
        if (hourFull.isEmpty()) {
            busy.add(sender);
        }
        return hourFull;
    }

    /**
     * Behind everybody who was told to wait before, the seat's gap apart: a queue that came back all at once would be asked
     * about whole at each act.
     */
    private Wait inLine(Touch touch, Seat seat, Instant notBefore) {
        Instant slot = afterThoseBefore(seat, touch);
        Instant at = slot.isAfter(notBefore) ? slot : notBefore;
        planned.put(named(seat.id()), at);
        return new Wait(at, null);
    }

    private Instant afterThoseBefore(Seat seat, Touch touch) {
        ResourceId sender = named(seat.id());
        Instant before = Stream.of(acted().get(sender), planned.get(sender))
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
        return SeatRhythm.turn(seat.id(), seat.zone(), setting.now(), before, touch.idempotencyKey());
    }

    private Instant nextHour(Seat seat) {
        return hour(seat).plus(Duration.ofHours(1));
    }

    /** An invitation follows a look at the profile after 10 to 30 minutes. */
    private @Nullable Instant viewed(TouchCase one, Touch touch) {
        SeatConnection connection = connections().get(one.touch().leadId());
        return touch.kind() != TouchKind.LI_INVITE || connection == null || connection.viewedAt() == null
                ? null
                : connection.viewedAt().plus(SeatRhythm.viewLead(touch.idempotencyKey()));
    }

    private boolean wantsLook(Touch touch) {
        if (setting.testMode().on()) {
            // the lead is left alone, and whoever gets the invitation instead expects it
            return false;
        }
        SeatConnection connection = connections().get(touch.leadId());
        return connection == null || connection.wantsLook();
    }

    /**
     * Looks in time for the invitation, which takes its turn behind those for whom somebody has looked. It is promised from here on, so that
     * the next one without a seat goes to another seat rather than behind this one.
     */
    private Optional<Wait> look(TouchCase one, Seat seat, Taken taken) {
        promised.merge(named(seat.id()), 1, Integer::sum);
        Optional<Wait> wait = look(one, seat, afterThoseBefore(seat, one.touch()), taken);
        wait.ifPresent(until -> planned.put(named(seat.id()), until.until()));
        return wait;
    }

    private Optional<Wait> look(TouchCase one, Seat seat, Instant slot, Taken taken) {
        SeatConnection connection = connections().get(one.touch().leadId());
        Duration lead = SeatRhythm.viewLead(one.touch().idempotencyKey());
        Instant now = setting.now();
        Instant from = slot.minus(lead);
        if (from.isAfter(now)) {
            return Optional.of(new Wait(from, null));
        }
        if (!roomThisHour(seat, 2, taken)) {
            return Optional.of(inLine(one.touch(), seat, nextHour(seat)));
        }
        Instant invited = now.plus(lead);
        Quotas.Claim claim = new Quotas.Claim(viewOf(one.touch()), bounds(seat, TouchKind.LI_VIEW));
        return ports.lines()
                .of(setting.id())
                .map(line -> new Wait(
                        invited.isAfter(slot) ? invited : slot,
                        new ProfileLook(ports, line, one, seat, connection, claim, now)));
    }

    private boolean roomThisHour(Seat seat, int acts, Taken taken) {
        return bounds(seat, TouchKind.LI_VIEW).stream()
                .filter(bound -> bound.counter().metric() == QuotaMetric.ACTIONS_HOUR)
                .allMatch(bound -> taken.of(bound.counter()) + acts <= bound.limit());
    }

    /** A look holds what it uses under a name of its own. */
    private static TouchId viewOf(Touch touch) {
        return new TouchId(UUID.nameUUIDFromBytes((touch.id().text() + "|view").getBytes(StandardCharsets.UTF_8)));
    }
}
