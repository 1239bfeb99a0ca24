package io.agencyos.application.resource.lending;

import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.platform.Alert;
import io.agencyos.domain.platform.DomainEvent;
import io.agencyos.domain.platform.EventName;
import io.agencyos.domain.resource.LentResource;
import io.agencyos.domain.resource.ResourceBuffer;
import io.agencyos.domain.resource.ResourceBuffer.Level;
import io.agencyos.domain.resource.ResourceKind;
import io.agencyos.domain.resource.ResourceStatus;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One platform unit; a resource that somebody is lending meanwhile waits for the next day. */
final class KeepStockService implements KeepStock {

    private static final String KIND = "resource_buffer_low";

    private final LendingPorts ports;
    private final LendingNews news;
    private final UnitOfWork units;
    private final ClockPort clock;
    private final IdSource ids;

    KeepStockService(LendingPorts ports, LendingNews news, UnitOfWork units, ClockPort clock, IdSource ids) {
        this.ports = ports;
        this.news = news;
        this.units = units;
        this.clock = clock;
        this.ids = ids;
    }

    @Override
    public Round keep() {
        return units.onPlatform(this::look);
    }

    private Round look() {
        Instant now = clock.now();
        int rested = 0;
        int warm = 0;
        for (LentResource before : ports.resources().waiting(now)) {
            LentResource after = before.by(now);
            if (!after.equals(before)) {
                ports.resources().update(after);
                rested += before.status() == ResourceStatus.HELD && after.status() != ResourceStatus.HELD ? 1 : 0;
                if (!before.isWarm() && after.isWarm()) {
                    news.warm(after);
                    warm++;
                }
            }
        }
        Map<ResourceKind, ResourceBuffer> buffers = ports.resources().buffers();
        tell(buffers, now);
        return new Round(rested, warm, buffers);
    }

    private void tell(Map<ResourceKind, ResourceBuffer> buffers, Instant now) {
        List<String> open = new ArrayList<>();
        buffers.forEach((kind, buffer) -> {
            if (buffer.level() != Level.OK) {
                String fingerprint = KIND + ":" + kind.wire();
                open.add(fingerprint);
                Map<String, String> detail = Map.of(
                        "kind", kind.wire(),
                        "ready", String.valueOf(buffer.ready()),
                        "allocated", String.valueOf(buffer.allocated()),
                        "ready_percent", tenths(buffer.perMille()),
                        "required", String.valueOf(buffer.required()),
                        "shortfall", String.valueOf(buffer.shortfall()));
                ports.alerts()
                        .raise(Alert.of(
                                fingerprint,
                                buffer.level() == Level.CRITICAL ? Alert.Severity.CRITICAL : Alert.Severity.WARNING,
                                KIND,
                                null,
                                "Few senders are ready for new clients.",
                                detail,
                                now));
                ports.events()
                        .append(new DomainEvent(
                                ids.next(),
                                null,
                                EventName.BUFFER_LOW,
                                UUID.nameUUIDFromBytes(fingerprint.getBytes(StandardCharsets.UTF_8)),
                                now,
                                detail));
            }
        });
        ports.alerts().resolveOthers(KIND, open, now);
    }

    private static String tenths(int perMille) {
        return perMille / 10 + "." + perMille % 10;
    }
}
