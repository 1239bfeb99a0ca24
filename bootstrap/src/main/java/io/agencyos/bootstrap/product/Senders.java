package io.agencyos.bootstrap.product;

import io.agencyos.adapters.out.postgres.resource.PostgresSeatConnections;
import io.agencyos.adapters.out.postgres.resource.PostgresSeatUsage;
import io.agencyos.adapters.out.postgres.resource.PostgresSeats;
import io.agencyos.application.platform.flow.Flow;
import io.agencyos.application.platform.flow.Outcome;
import io.agencyos.application.platform.flow.StepResult;
import io.agencyos.application.platform.flow.SystemFlows;
import io.agencyos.application.resource.seat.KeepSeats;
import io.agencyos.application.resource.seat.SeatPorts;
import io.agencyos.application.resource.seat.SeatUseCases;
import io.agencyos.domain.platform.flow.Counts;
import io.agencyos.domain.platform.flow.WorkClass;
import io.agencyos.domain.shared.ClientId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What clients send from beside their mailboxes. */
public final class Senders {

    private final SeatUseCases seats;

    Senders(Product product) {
        Basis basis = product.basis();
        Stores stores = product.stores();
        SeatPorts ports = new SeatPorts(
                new PostgresSeats(),
                new PostgresSeatConnections(),
                new PostgresSeatUsage(),
                stores.clients,
                stores.alerts,
                stores.events,
                stores.audit,
                Optional.empty(),
                product.outside().publicUrl());
        seats = new SeatUseCases(ports, basis.units(), basis.clock(), basis.ids(), basis.random());
    }

    public SeatUseCases seats() {
        return seats;
    }

    /** What looks after them every day. */
    List<Flow<?>> flows() {
        return List.of(SystemFlows.perClient("linkedin_health", WorkClass.BATCH, null, Set.of(), "keep", this::kept));
    }

    private StepResult kept(ClientId client) {
        KeepSeats.Round round = seats.keepSeats().keep(client);
        int changed = round.warm() + round.limited() + round.ignored() + round.removed();
        return new StepResult.Done(
                Counts.done(changed, changed),
                Outcome.count("warm", round.warm())
                        .with("limited", round.limited())
                        .with("ignored", round.ignored())
                        .with("removed", round.removed()));
    }
}
