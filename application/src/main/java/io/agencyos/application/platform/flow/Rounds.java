package io.agencyos.application.platform.flow;

import io.agencyos.application.platform.flow.run.Outcome;
import io.agencyos.application.shared.StorageUnavailable;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.platform.flow.Counts;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.EntityId;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * The platform's step that serves the clients that are due one after the other, a page per chunk, each in units of work of
 * its own. One that fails is counted and stays due; the others go on. Source: flows 1.4, 1.8.
 */
final class Rounds {

    private static final int PAGE = 50;

    /** The name of what went wrong last, among the words of a run. */
    private static final String ERROR = "error";

    private final DueClients due;
    private final UnitOfWork units;
    private final BiFunction<StepContext<?>, ClientId, StepResult.Done> call;

    Rounds(DueClients due, UnitOfWork units, BiFunction<StepContext<?>, ClientId, StepResult.Done> call) {
        this.due = due;
        this.units = units;
        this.call = call;
    }

    FlowStep<Object> step(String name) {
        return new FlowStep.Calling<>(name, 1, this::page);
    }

    private StepResult page(StepContext<Object> context) {
        String cursor = context.cursor();
        ClientId after =
                cursor == null ? null : EntityId.parse(cursor, ClientId::new).orElseThrow();
        List<ClientId> clients = units.onPlatform(() -> due.page(context.now(), after, PAGE));
        Counts counts = context.counts();
        Outcome outcome = Outcome.count("clients", clients.size());
        for (ClientId client : clients) {
            StepResult.Done came = served(context, client);
            counts = counts.plus(came.counts());
            outcome = outcome.plus(came.outcome());
        }
        return clients.size() < PAGE
                ? new StepResult.Done(counts, outcome)
                : new StepResult.More(clients.getLast().text(), counts, outcome);
    }

    private StepResult.Done served(StepContext<Object> context, ClientId client) {
        try {
            return call.apply(context, client);
        } catch (StorageUnavailable | LeaseLost notTheClients) {
            throw notTheClients;
        } catch (RuntimeException defect) {
            return new StepResult.Done(
                    new Counts(1, 0, 1, 0, 0),
                    new Outcome(Map.of("failed", 1L), Map.of(ERROR, Fingerprint.of(defect))));
        }
    }
}
