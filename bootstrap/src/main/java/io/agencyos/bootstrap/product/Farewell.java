package io.agencyos.bootstrap.product;

import io.agencyos.adapters.out.postgres.client.PostgresClientRemoval;
import io.agencyos.adapters.out.postgres.client.PostgresSharingConsents;
import io.agencyos.application.client.ClientPorts;
import io.agencyos.application.client.CloseClient;
import io.agencyos.application.client.CloseClientService;
import io.agencyos.application.client.RemoveClients;
import io.agencyos.application.platform.flow.Flow;
import io.agencyos.application.platform.flow.StepResult;
import io.agencyos.application.platform.flow.SystemFlows;
import io.agencyos.application.platform.flow.run.Outcome;
import io.agencyos.domain.platform.flow.Counts;

/** How clients leave, and what is removed when they have. */
public final class Farewell {

    private Farewell() {}

    /** Lets a client go, and takes it back. */
    public static CloseClient closing(Product product) {
        Stores stores = product.stores();
        return new CloseClientService(
                new ClientPorts(
                        stores.clients,
                        stores.credits,
                        new PostgresSharingConsents()::given,
                        stores.events,
                        stores.audit),
                (scope, origin) ->
                        product.campaigns().pauseOutreach().pause(scope, "The client is to be removed.", origin),
                product.basis().units(),
                product.basis().clock(),
                product.basis().ids());
    }

    /** Removes who has left, and has the sandboxes of their twins forget them. */
    public static RemoveClients removal(Product product) {
        return new RemoveClients(
                new PostgresClientRemoval(product.basis().ids()),
                client -> {
                    product.poolKeeping().releaseClient().release(client);
                    product.plans().billing().endSubscription().end(client);
                },
                TwinKeeping.of(product).twins()::forget,
                product.basis().units(),
                product.basis().clock());
    }

    static Flow<?> purge(Product product) {
        return SystemFlows.once("purge", "remove", () -> {
            RemoveClients.Round round = removal(product).run();
            return new StepResult.Done(
                    Counts.done(round.clients(), round.clients()),
                    Outcome.count("clients", round.clients())
                            .with("rows", (int) Math.min(round.rows(), Integer.MAX_VALUE)));
        });
    }
}
