package io.agencyos.application.content;

import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.billing.BillingPeriod;
import io.agencyos.domain.client.billing.Plan;
import io.agencyos.domain.client.billing.Subscription;
import io.agencyos.domain.content.budget.AiBudget;
import io.agencyos.domain.content.budget.AiCost;
import io.agencyos.domain.platform.Alert;
import io.agencyos.domain.platform.Alert.Severity;
import io.agencyos.domain.platform.flow.Breaker;
import io.agencyos.domain.platform.flow.BreakerScope;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Tells staff when four fifths of a day's money are gone, and opens the breaker {@code ai_budget} when nothing is left but
 * what is kept for answers: of one client, or under the platform's id of everybody. It closes with the day, or when the
 * limit is raised. In the caller's platform unit. Source: flows 1.7, content 3.10.
 */
final class BudgetWatch {

    private static final ClientId EVERYBODY = new ClientId(new UUID(0, 0));
    private static final String SOURCE = "ai_budget";

    private final SpendingPorts on;

    BudgetWatch(SpendingPorts on) {
        this.on = on;
    }

    /** A day's budget, whose it is and when it ends. */
    private record Day(ClientId whose, LocalDate date, ZoneId zone, AiBudget budget) {

        boolean isPlatforms() {
            return whose.equals(EVERYBODY);
        }

        Instant end() {
            return date.plusDays(1).atStartOfDay(zone).toInstant();
        }

        String fingerprint() {
            return SOURCE + ":" + (isPlatforms() ? "platform" : whose.value()) + ":" + date;
        }
    }

    /** Looks at both days of a call that was just answered. */
    void look(Client client, SpendLedger.Call call, SpendLedger.Answer answer) {
        on.ledger()
                .clientDay(client.id(), call.clientDay())
                .map(budget -> new Day(client.id(), call.clientDay(), client.timezone(), budget))
                .ifPresent(day -> look(day, call, answer instanceof SpendLedger.Answer.ClientExhausted));
        on.ledger()
                .platformDay(call.platformDay())
                .map(budget -> new Day(EVERYBODY, call.platformDay(), BillingPeriod.ZONE, budget))
                .ifPresent(day -> look(day, call, answer instanceof SpendLedger.Answer.PlatformExhausted));
    }

    private void look(Day day, SpendLedger.Call call, boolean refused) {
        if (refused || day.budget().isReached()) {
            open(day, call.at());
        } else if (day.budget().isNearlyReached()) {
            raise(day, Severity.WARNING, "Four fifths of the day's AI budget are used", call.at());
        }
    }

    private void open(Day day, Instant now) {
        Breaker breaker = on.breakers()
                .find(day.whose(), BreakerScope.AI_BUDGET, "")
                .orElseGet(() -> Breaker.closed(day.whose(), BreakerScope.AI_BUDGET, ""));
        if (breaker.state() == Breaker.State.OPEN && breaker.stops(now)) {
            return;
        }
        on.breakers().save(breaker.open(SOURCE, message(day.budget().cap()), Breaker.SYSTEM, now, day.end()));
        raise(
                day,
                day.isPlatforms() ? Severity.CRITICAL : Severity.WARNING,
                "The day's AI budget is used; templates and rules until midnight",
                now);
    }

    private void raise(Day day, Severity severity, String title, Instant now) {
        on.alerts()
                .raise(Alert.of(
                        day.fingerprint(),
                        severity,
                        SOURCE,
                        day.isPlatforms() ? null : day.whose(),
                        title,
                        Map.of(
                                "cap_aud", dollars(day.budget().cap()),
                                "used_aud", dollars(day.budget().committed())),
                        now));
    }

    /** Closes what the product opened and need not stand any longer, and the alerts of days that are over. */
    void closeWhatIsOver(Instant now) {
        List<Breaker> open = on.breakers().notClosed().stream()
                .filter(breaker -> breaker.scope() == BreakerScope.AI_BUDGET
                        && breaker.openedBy().equals(Breaker.SYSTEM))
                .toList();
        List<Breaker> over =
                open.stream().filter(breaker -> isOver(breaker, now)).toList();
        over.forEach(breaker -> on.breakers().save(breaker.close(now)));
        on.alerts()
                .resolveOthers(
                        SOURCE,
                        open.stream()
                                .filter(breaker -> !over.contains(breaker))
                                .flatMap(breaker -> today(breaker.client(), now).stream())
                                .map(Day::fingerprint)
                                .toList(),
                        now);
    }

    private boolean isOver(Breaker breaker, Instant now) {
        return !breaker.stops(now)
                || today(breaker.client(), now)
                        .map(day ->
                                !breaker.message().equals(message(day.budget().cap()))
                                        && !day.budget().isReached())
                        .orElse(true);
    }

    /** The day of now with the limit of now; empty where the client is gone. */
    private Optional<Day> today(ClientId whose, Instant now) {
        if (whose.equals(EVERYBODY)) {
            LocalDate date = BillingPeriod.dayOf(now);
            return Optional.of(new Day(
                    EVERYBODY,
                    date,
                    BillingPeriod.ZONE,
                    on.ledger()
                            .platformDay(date)
                            .orElse(AiBudget.UNUSED)
                            .within(on.ledger().platformCap())));
        }
        return on.clients().find(whose).map(client -> {
            LocalDate date = LocalDate.ofInstant(now, client.timezone());
            return new Day(
                    whose,
                    date,
                    client.timezone(),
                    on.ledger().clientDay(whose, date).orElse(AiBudget.UNUSED).within(capOf(whose)));
        });
    }

    /** What a client may spend on a day, by its plan and its own lower limit. */
    AiCost capOf(ClientId client) {
        Plan plan = on.clients().subscription(client).map(Subscription::plan).orElse(Plan.IGNITION);
        return AiCost.of(on.clients().settings(client).aiPerDay(plan));
    }

    private static String message(AiCost cap) {
        return "AI budget of AUD " + dollars(cap) + " used; templates until 00:00.";
    }

    private static String dollars(AiCost cost) {
        return cost.toDollars().stripTrailingZeros().toPlainString();
    }
}
