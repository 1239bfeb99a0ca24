package io.agencyos.application.platform.webhook;

import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.platform.webhook.OutboundEvents;
import io.agencyos.domain.platform.webhook.WebhookDelivery;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** What is claimed is sent together, so that one slow receiver keeps no other waiting; what came of it is written after. */
final class DeliverWebhooksService implements DeliverWebhooks {

    private static final Duration KEPT_FOR_DISABLED = Duration.ofDays(7);

    private final WebhookPorts ports;
    private final Dispatch dispatch;
    private final UnitOfWork units;
    private final ClockPort clock;
    private final Consumer<List<Runnable>> together;

    DeliverWebhooksService(
            WebhookPorts ports,
            Dispatch dispatch,
            UnitOfWork units,
            ClockPort clock,
            Consumer<List<Runnable>> together) {
        this.ports = ports;
        this.dispatch = dispatch;
        this.units = units;
        this.clock = clock;
        this.together = together;
    }

    @Override
    public Round run(int batch) {
        Instant now = clock.now();
        int events = units.onPlatform(() -> ports.deliveries().fanOut(OutboundEvents.all(), now, batch));
        units.onPlatform(() -> ports.deliveries().cancelForDisabled(now.minus(KEPT_FOR_DISABLED), now));
        List<WebhookDelivery> claimed =
                units.onPlatform(() -> ports.deliveries().claim(now, batch));
        together.accept(claimed.stream()
                .<Runnable>map(delivery -> () -> dispatch.attempt(delivery))
                .toList());
        return new Round(events, claimed.size());
    }
}
