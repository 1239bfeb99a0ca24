package io.agencyos.application.outreach.sandbox;

import io.agencyos.application.client.Clients;
import io.agencyos.application.lead.store.Leads;
import io.agencyos.application.outreach.store.Touches;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.client.ClientMode;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.outreach.SimulatedKind;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.shared.FieldProblem;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.TouchId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds whom and which message is meant, then tells the world; nothing of ours is written here. */
public final class SimulateEventService implements SimulateEvent {

    static final int LONGEST_TEXT = 5_000;
    private static final Duration FARTHEST = Duration.ofDays(30);
    private static final Duration USUAL_MEETING = Duration.ofDays(2);

    private final Clients clients;
    private final Leads leads;
    private final Touches touches;
    private final OutsideWorld world;
    private final Consumer<ClientId> calendar;
    private final UnitOfWork units;
    private final ClockPort clock;
    private final IdSource ids;

    /** @param calendar looks into the calendar of a twin with whom somebody booked, since no calendar calls */
    public SimulateEventService(
            Clients clients,
            Leads leads,
            Touches touches,
            OutsideWorld world,
            Consumer<ClientId> calendar,
            UnitOfWork units,
            ClockPort clock,
            IdSource ids) {
        this.clients = clients;
        this.leads = leads;
        this.touches = touches;
        this.world = world;
        this.calendar = calendar;
        this.units = units;
        this.clock = clock;
        this.ids = ids;
    }

    /** What the world is to be told, or why it is not. */
    private sealed interface Finding {

        record Tell(Function<ClientId, OutsideWorld.Answer> world) implements Finding {}

        record No(Outcome why) implements Finding {}
    }

    @Override
    public Outcome simulate(TenantScope scope, Order order) {
        UUID event = ids.next();
        return switch (units.reading(scope.asWorker(), () -> found(scope.clientId(), order, event))) {
            case Finding.No(Outcome why) -> why;
            case Finding.Tell(Function<ClientId, OutsideWorld.Answer> told) ->
                switch (told.apply(scope.clientId())) {
                    case OutsideWorld.Answer.Taken() -> new Outcome.Ordered(event);
                    case OutsideWorld.Answer.NotReached(String reason) -> new Outcome.Impossible(reason);
                    case OutsideWorld.Answer.Impossible(String reason) -> new Outcome.Impossible(reason);
                    case OutsideWorld.Answer.Away(String reason) -> new Outcome.Away(reason);
                };
        };
    }

    private Finding found(ClientId client, Order order, UUID event) {
        if (clients.find(client)
                .filter(found -> found.mode() == ClientMode.TEST)
                .isEmpty()) {
            return new Finding.No(new Outcome.NotATwin());
        }
        List<FieldProblem> problems = problems(order);
        if (!problems.isEmpty()) {
            return new Finding.No(new Outcome.Invalid(problems));
        }
        Optional<Touch> named = Optional.ofNullable(order.touch()).flatMap(id -> touch(client, id));
        LeadId who = named.map(Touch::leadId).orElse(order.lead());
        Optional<Lead> lead = Optional.ofNullable(who).flatMap(id -> leads.find(client, id));
        if (lead.isEmpty()) {
            return new Finding.No(new Outcome.NotFound());
        }
        return order.kind() == SimulatedKind.BOOKED
                ? booking(lead.get(), order.at(), event)
                : act(order, named.or(() -> last(client, lead.get().id(), order.kind())), event);
    }

    private List<FieldProblem> problems(Order order) {
        List<FieldProblem> problems = new ArrayList<>();
        if ((order.lead() == null) == (order.touch() == null)) {
            problems.add(FieldProblem.of("lead_id", "invalid", "either lead_id or touch_id says who is meant"));
        }
        if (order.text() != null && order.text().length() > LONGEST_TEXT) {
            problems.add(FieldProblem.of("text", "too_long", "at most 5,000 characters"));
        }
        Instant now = clock.now();
        Instant at = order.at();
        if (at != null && (at.isBefore(now.minusSeconds(60)) || at.isAfter(now.plus(FARTHEST)))) {
            problems.add(FieldProblem.of("at", "out_of_range", "from now to thirty days ahead"));
        }
        return problems;
    }

    private Optional<Touch> touch(ClientId client, TouchId id) {
        return touches.findAll(client, List.of(id)).stream().findFirst();
    }

    /** The message of the lead that went out last on a channel where such a thing happens. */
    private Optional<Touch> last(ClientId client, LeadId lead, SimulatedKind kind) {
        return touches.ofLead(client, lead).stream()
                .filter(touch ->
                        touch.sentAt() != null && kind.happensOn(touch.kind().channel()))
                .max(Comparator.comparing(Touch::sentAt));
    }

    private Finding act(Order order, Optional<Touch> meant, UUID event) {
        if (meant.isEmpty()) {
            return impossible("Nothing was sent to this lead yet to which this could happen.");
        }
        Touch touch = meant.get();
        @Nullable String to = touch.recipient();
        if (touch.sentAt() == null || to == null) {
            return impossible("This has not been sent yet.");
        }
        if (!order.kind().happensOn(touch.kind().channel())) {
            return impossible("Nothing like this happens on the channel of this message.");
        }
        OutsideWorld.Act act = new OutsideWorld.Act(
                event,
                order.kind(),
                touch.kind().channel(),
                touch.idempotencyKey(),
                to,
                order.text(),
                order.outcome(),
                order.at());
        return new Finding.Tell(client -> world.act(client, act));
    }

    private Finding booking(Lead lead, @Nullable Instant at, UUID event) {
        if (lead.contact().email() == null) {
            return impossible("A lead without an e-mail address is known by nothing that a calendar tells.");
        }
        Instant usual = clock.now().plus(USUAL_MEETING).truncatedTo(ChronoUnit.HOURS);
        OutsideWorld.Booking booking = new OutsideWorld.Booking(
                event, lead.contact().email(), lead.person().fullName(), at == null ? usual : at);
        return new Finding.Tell(client -> booked(client, booking));
    }

    private OutsideWorld.Answer booked(ClientId client, OutsideWorld.Booking booking) {
        OutsideWorld.Answer answer = world.book(client, booking);
        if (answer instanceof OutsideWorld.Answer.Taken) {
            calendar.accept(client);
        }
        return answer;
    }

    private static Finding impossible(String reason) {
        return new Finding.No(new Outcome.Impossible(reason));
    }
}
