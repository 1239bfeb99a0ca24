package io.agencyos.application.content;

import io.agencyos.domain.content.budget.AiCost;
import io.agencyos.domain.content.budget.AiTask;
import io.agencyos.domain.shared.id.ClientId;
import java.util.UUID;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/**
 * Asks for money before a model is called, and tells afterwards what it was. A refusal never fails the work: the caller
 * goes on with the standard model, then with templates and rules. A day that is used up opens the breaker
 * {@code ai_budget}, for which work that can wait does so. Source: scoring TIER-4, content 3.10, flows 1.7.
 */
@PrimaryPort
public interface SpendOnModels {

    /** What came of it. */
    sealed interface Outcome {

        /** @param call to be settled or released */
        record Granted(UUID call) implements Outcome {}

        /** Nothing may be spent on this now; {@code ai_spend_limit_reached}. */
        record Refused(Limit limit, AiCost spent, AiCost cap) implements Outcome {}

        /** There is no such client. */
        record NotFound() implements Outcome {}
    }

    /** Which limit is reached. */
    enum Limit {
        PLATFORM,
        CLIENT,
        ITEM
    }

    /**
     * Sets money aside for a call.
     *
     * @param item what the task's own cap is counted for
     * @param model which one is to be called, as its vendor names it
     */
    Outcome reserve(ClientId client, AiTask task, String item, String model, AiCost estimate);

    /** Books what it was. */
    void settle(UUID call, AiCost actual, SpendLedger.Note note);

    /** Nothing is paid for it. */
    void release(UUID call, SpendLedger.Note note);

    /** Settles what nobody has told the end of for 15 minutes, and closes breakers of days that are over or were given more. */
    int settleStale();
}
