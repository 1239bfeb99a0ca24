package io.agencyos.adapters.out.memory.content;

import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.content.SpendLedger;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.content.budget.AiBudget;
import io.agencyos.domain.content.budget.AiCost;
import io.agencyos.domain.content.budget.AiTask;
import io.agencyos.domain.content.model.TokenUse;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Budgets of a day and the calls that were reserved on them; the platform's day belongs to the nil client. */
public final class MemorySpendLedger implements SpendLedger {

    private static final ClientId PLATFORM = new ClientId(new UUID(0, 0));

    private record DayKey(ClientId client, LocalDate day) {}

    private record Day(DayKey key, AiBudget budget) {
        ClientId client() {
            return key.client();
        }
    }

    /** @param actual null while the call is on its way */
    private record Reservation(Call call, @Nullable AiCost actual, TokenUse use) {
        UUID id() {
            return call.id();
        }

        ClientId client() {
            return call.client();
        }

        AiCost cost() {
            return actual == null ? call.estimate() : actual;
        }
    }

    private final MemoryTable<DayKey, Day> days;
    private final MemoryTable<UUID, Reservation> reservations;
    private final Predicate<ClientId> live;
    private volatile AiCost platformCap = AiCost.dollars("500");

    /** Where nobody has a twin. */
    public MemorySpendLedger(MemoryUnitOfWork units) {
        this(units, client -> true);
    }

    /** @param live which clients are no twins */
    public MemorySpendLedger(MemoryUnitOfWork units, Predicate<ClientId> live) {
        this.live = live;
        days = MemoryTable.<DayKey, Day>ofTenants("ai_budget_day", units, Day::client, Day::key)
                .writtenBy(Role.WORKER)
                .alsoWrittenByThePlatform();
        reservations = MemoryTable.<UUID, Reservation>ofTenants(
                        "ai_reservation", units, Reservation::client, Reservation::id)
                .writtenBy(Role.WORKER)
                .alsoWrittenByThePlatform();
    }

    @Override
    public AiCost platformCap() {
        return platformCap;
    }

    /** Changes the platform's setting. */
    public void platformCap(AiCost changed) {
        platformCap = changed;
    }

    @Override
    public Answer reserve(Call call) {
        if (reservations.find(call.id()).isPresent()) {
            return new Answer.Reserved();
        }
        Day platform = day(PLATFORM, call.platformDay(), call.platformCap());
        Day client = day(call.client(), call.clientDay(), call.clientCap());
        if (!platform.budget().allows(call.task(), call.estimate())) {
            return new Answer.PlatformExhausted(platform.budget());
        }
        if (!client.budget().allows(call.task(), call.estimate())) {
            return new Answer.ClientExhausted(client.budget());
        }
        AiCost spent = spentOn(call);
        Optional<AiCost> cap = call.task().itemCap();
        if (cap.isPresent() && spent.plus(call.estimate()).compareTo(cap.get()) > 0) {
            return new Answer.ItemExhausted(spent, cap.get());
        }
        reservations.insert(new Reservation(call, null, TokenUse.NONE));
        move(platform, call.estimate().micros(), 0);
        move(client, call.estimate().micros(), 0);
        return new Answer.Reserved();
    }

    private Day day(ClientId client, LocalDate day, AiCost cap) {
        DayKey key = new DayKey(client, day);
        return days.find(key)
                .map(known -> new Day(
                        key,
                        new AiBudget(
                                cap, known.budget().reserved(), known.budget().spent())))
                .orElseGet(() -> new Day(key, new AiBudget(cap, AiCost.ZERO, AiCost.ZERO)));
    }

    private AiCost spentOn(Call call) {
        AiTask task = call.task();
        return reservations
                .rows()
                .filter(row -> row.client().equals(call.client())
                        && row.call().task() == task
                        && row.call().item().equals(call.item()))
                .map(Reservation::cost)
                .reduce(AiCost.ZERO, AiCost::plus);
    }

    private void move(Day day, long reserved, long spent) {
        AiBudget budget = day.budget();
        days.put(new Day(
                day.key(),
                new AiBudget(
                        budget.cap(),
                        new AiCost(budget.reserved().micros() + reserved),
                        new AiCost(budget.spent().micros() + spent))));
    }

    @Override
    public void settle(UUID call, AiCost actual, Note note) {
        end(call, actual, note.use());
    }

    @Override
    public void release(UUID call, Note note) {
        end(call, AiCost.ZERO, note.use());
    }

    private void end(UUID id, AiCost actual, TokenUse use) {
        Optional<Reservation> open = reservations.find(id).filter(row -> row.actual() == null);
        if (open.isEmpty()) {
            return;
        }
        Call call = open.get().call();
        reservations.put(new Reservation(call, actual, use));
        for (DayKey key :
                List.of(new DayKey(PLATFORM, call.platformDay()), new DayKey(call.client(), call.clientDay()))) {
            move(days.find(key).orElseThrow(), -call.estimate().micros(), actual.micros());
        }
    }

    @Override
    public int settleStale(Instant before) {
        List<Reservation> stale = reservations
                .rows()
                .filter(row -> row.actual() == null && row.call().at().isBefore(before))
                .toList();
        stale.forEach(row -> end(row.id(), row.call().estimate(), TokenUse.NONE));
        return stale.size();
    }

    @Override
    public Optional<AiBudget> clientDay(ClientId client, LocalDate day) {
        return days.find(new DayKey(client, day)).map(Day::budget);
    }

    @Override
    public Optional<AiBudget> platformDay(LocalDate day) {
        return clientDay(PLATFORM, day);
    }

    @Override
    public List<Line> lines(LocalDate from, LocalDate until) {
        Map<Kind, Line> lines = new TreeMap<>(Comparator.comparing(Kind::day)
                .thenComparing(kind -> kind.client().text())
                .thenComparing(kind -> kind.task().wire())
                .thenComparing(Kind::model));
        reservations
                .rows()
                .filter(row -> live.test(row.client()) && row.cost().micros() > 0)
                .filter(row -> !row.call().platformDay().isBefore(from)
                        && !row.call().platformDay().isAfter(until))
                .forEach(row -> lines.merge(Kind.of(row.call()), line(row), MemorySpendLedger::together));
        return List.copyOf(lines.values());
    }

    private record Kind(LocalDate day, ClientId client, AiTask task, String model) {
        static Kind of(Call call) {
            return new Kind(call.platformDay(), call.client(), call.task(), call.model());
        }
    }

    private static Line line(Reservation row) {
        Call call = row.call();
        return new Line(
                call.client(),
                call.platformDay(),
                call.task(),
                call.model(),
                1,
                row.cost(),
                row.actual() == null ? row.cost() : AiCost.ZERO,
                row.use());
    }

    private static Line together(Line one, Line other) {
        return new Line(
                one.client(),
                one.day(),
                one.task(),
                one.model(),
                one.calls() + other.calls(),
                one.cost().plus(other.cost()),
                one.expected().plus(other.expected()),
                one.use().plus(other.use()));
    }
}
