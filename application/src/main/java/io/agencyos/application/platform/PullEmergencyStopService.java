package io.agencyos.application.platform;

import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.UniqueViolation;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.platform.AuditAction;
import io.agencyos.domain.platform.AuditEntry;
import io.agencyos.domain.platform.AuditEntry.Change;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.platform.EmergencyStop;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.Vocabulary;
import io.agencyos.domain.shared.id.EmergencyStopId;
import io.agencyos.domain.shared.id.UserId;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** One unit of the platform each; two who stop the same thing at once get the same stop. */
public final class PullEmergencyStopService implements PullEmergencyStop {

    private static final int SHOWN = 200;
    private static final int LONGEST_REASON = 500;

    private final EmergencyStops stops;
    private final Set<String> vendors;
    private final IntSupplier admins;
    private final Audit audit;
    private final UnitOfWork units;
    private final ClockPort clock;
    private final IdSource ids;

    /**
     * @param vendors those that the installation knows by name
     * @param admins how many people may release a stop; asked in a unit of the platform
     */
    public PullEmergencyStopService(
            EmergencyStops stops,
            Set<String> vendors,
            IntSupplier admins,
            Audit audit,
            UnitOfWork units,
            ClockPort clock,
            IdSource ids) {
        this.stops = stops;
        this.vendors = Set.copyOf(vendors);
        this.admins = admins;
        this.audit = audit;
        this.units = units;
        this.clock = clock;
        this.ids = ids;
    }

    @Override
    public Outcome stop(UserId admin, Order order, Origin origin) {
        String reason = order.reason().strip();
        boolean vague = reason.isEmpty() || reason.length() > LONGEST_REASON;
        if (vague || !names(order)) {
            return new Outcome.Invalid(!names(order), vague);
        }
        try {
            return units.onPlatform(() -> on(order).orElseGet(() -> set(admin, order, reason, origin)));
        } catch (UniqueViolation race) {
            return units.onPlatform(() -> on(order).orElseThrow(() -> race));
        }
    }

    private boolean names(Order order) {
        String value = order.value();
        return switch (order.scope()) {
            case PLATFORM -> value == null;
            case CHANNEL ->
                value != null && Vocabulary.parse(Channel.class, value).isPresent();
            case VENDOR -> value != null && vendors.contains(value);
            case RESTORED -> value != null && isPast(value);
        };
    }

    private boolean isPast(String value) {
        try {
            return Instant.parse(value).isBefore(clock.now());
        } catch (DateTimeParseException foreign) {
            return false;
        }
    }

    private Optional<Outcome> on(Order order) {
        return stops.on().stream()
                .filter(stop -> stop.scope() == order.scope() && Objects.equals(stop.value(), order.value()))
                .<Outcome>map(Outcome.On::new)
                .findFirst();
    }

    private Outcome set(UserId admin, Order order, String reason, Origin origin) {
        EmergencyStop stop = EmergencyStop.set(
                new EmergencyStopId(ids.next()), order.scope(), order.value(), reason, admin, clock.now());
        stops.insert(stop);
        tell(admin, AuditAction.CREATE, stop, Map.of("on", new Change(null, "true")), origin);
        return new Outcome.On(stop);
    }

    @Override
    public Outcome release(UserId admin, EmergencyStopId id, Origin origin) {
        return units.onPlatform(() -> stops.findForUpdate(id)
                .map(stop -> released(admin, stop, origin))
                .orElseGet(Outcome.NotFound::new));
    }

    private Outcome released(UserId admin, EmergencyStop before, Origin origin) {
        EmergencyStop after = before.release(admin, admins.getAsInt(), clock.now());
        if (!after.equals(before)) {
            stops.update(after);
            Map<String, Change> changes = after.isOn()
                    ? Map.of("release_requested_by", new Change(null, admin.text()))
                    : Map.of("on", new Change("true", "false"));
            tell(admin, AuditAction.UPDATE, after, changes, origin);
        }
        return after.isOn() ? new Outcome.Waits(after) : new Outcome.Off(after);
    }

    private void tell(
            UserId admin, AuditAction action, EmergencyStop stop, Map<String, Change> changes, Origin origin) {
        audit.append(new AuditEntry(
                ids.next(),
                clock.now(),
                null,
                AuditEntry.Actor.user(admin.value()),
                action,
                AuditEntry.Outcome.OK,
                "emergency_stop",
                stop.id().value(),
                changes,
                metadata(stop.value(), stop),
                origin));
    }

    private static Map<String, String> metadata(@Nullable String value, EmergencyStop stop) {
        return value == null
                ? Map.of("scope", stop.scope().wire(), "reason", stop.reason())
                : Map.of("scope", stop.scope().wire(), "value", value, "reason", stop.reason());
    }

    @Override
    public List<EmergencyStop> list() {
        return units.onPlatform(() -> stops.newest(SHOWN));
    }
}
