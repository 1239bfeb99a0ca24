package io.agencyos.application.platform.webhook;

import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.RandomSource;
import io.agencyos.application.shared.UnitOfWork;
import java.util.List;
import java.util.function.Consumer;

/** The use cases of sending events, wired by hand; bootstrap and tests hand in the ports. */
public final class WebhookUseCases {

    private final KeepWebhookEndpoints keepEndpoints;
    private final FollowWebhooks follow;
    private final DeliverWebhooks deliver;

    /** @param together carries out requests at the same time, or one after the other */
    public WebhookUseCases(
            WebhookPorts ports,
            UnitOfWork units,
            ClockPort clock,
            IdSource ids,
            RandomSource random,
            Consumer<List<Runnable>> together) {
        Dispatch dispatch = new Dispatch(ports, units, clock, ids, random);
        keepEndpoints = new KeepWebhookEndpointsService(ports, units, clock, ids, random);
        follow = new FollowWebhooksService(ports, dispatch, units, clock, ids);
        deliver = new DeliverWebhooksService(ports, dispatch, units, clock, together);
    }

    public KeepWebhookEndpoints keepEndpoints() {
        return keepEndpoints;
    }

    public FollowWebhooks follow() {
        return follow;
    }

    public DeliverWebhooks deliver() {
        return deliver;
    }
}
