package io.agencyos.application.content;

import io.agencyos.domain.content.budget.AiBudget;
import io.agencyos.domain.content.budget.AiCost;
import io.agencyos.domain.content.budget.AiTask;
import io.agencyos.domain.content.model.TokenUse;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jmolecules.architecture.hexagonal.SecondaryPort;
import org.jspecify.annotations.Nullable;

/**
 * The day's budgets of model calls, of each client and of the platform, and what single items have cost. Needs a platform
 * unit. Source: scoring TIER-4, content 3.10.
 */
@SecondaryPort
public interface SpendLedger {

    /**
     * A call that wants to begin.
     *
     * @param item what the task's own cap is counted for, such as a lead's or a message's id
     * @param model which one, as its vendor names it
     * @param estimate the most that the call can be expected to cost
     * @param clientDay the day in the client's zone
     * @param platformDay the day of the platform, in Sydney
     * @param clientCap of this client on this day
     * @param platformCap of everybody on this day
     */
    record Call(
            UUID id,
            ClientId client,
            AiTask task,
            String item,
            String model,
            AiCost estimate,
            LocalDate clientDay,
            LocalDate platformDay,
            AiCost clientCap,
            AiCost platformCap,
            Instant at) {}

    /** Whether it may. */
    sealed interface Answer {

        /** The estimate is set aside; the call is settled or released afterwards. */
        record Reserved() implements Answer {}

        /** The platform's day is used up: no model call of anybody. */
        record PlatformExhausted(AiBudget budget) implements Answer {}

        /** The client's day is used up. */
        record ClientExhausted(AiBudget budget) implements Answer {}

        /** This one item has cost what it may. */
        record ItemExhausted(AiCost spent, AiCost cap) implements Answer {}
    }

    /** The platform's setting: what all clients together may cost on a day. */
    AiCost platformCap();

    /** Sets the estimate aside in both budgets, or in neither. A call that has reserved already is answered the same. */
    Answer reserve(Call call);

    /**
     * What a call was, for whoever looks after the models.
     *
     * @param promptVersion which words of ours asked
     * @param took until the answer was there, or was not
     * @param failure why there was no answer, as a code; null where there was one
     */
    record Note(
            String promptVersion,
            TokenUse use,
            Duration took,
            @Nullable String failure) {}

    /** Books what the call cost in the place of its estimate, even where it is more, and what it was; a second time changes nothing. */
    void settle(UUID call, AiCost actual, Note note);

    /** Gives the estimate back, as the call costs nothing; afterwards or a second time changes nothing. */
    void release(UUID call, Note note);

    /**
     * Settles at the estimate what was reserved before this instant and never heard of again.
     *
     * @return how many
     */
    int settleStale(Instant before);

    /** A client's day; empty where nothing was reserved on it. */
    Optional<AiBudget> clientDay(ClientId client, LocalDate day);

    /** The platform's day; empty where nothing was reserved on it. */
    Optional<AiBudget> platformDay(LocalDate day);

    /**
     * What a client's calls of one kind cost on a day of the platform.
     *
     * @param cost what is settled, and the estimate of what is not
     * @param expected the part that is not settled yet
     * @param use of those that are settled
     */
    record Line(
            ClientId client,
            LocalDate day,
            AiTask task,
            String model,
            int calls,
            AiCost cost,
            AiCost expected,
            TokenUse use) {}

    /** Of all live clients, by day, client, task and model; calls that were never made are not told. */
    List<Line> lines(LocalDate from, LocalDate until);
}
