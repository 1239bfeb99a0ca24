package io.agencyos.application.platform;

import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.platform.EmergencyStop;
import io.agencyos.domain.shared.id.EmergencyStopId;
import io.agencyos.domain.shared.id.UserId;
import java.util.List;
import org.jmolecules.architecture.hexagonal.PrimaryPort;
import org.jspecify.annotations.Nullable;

/**
 * Staff stops all sends of the platform, of a channel or of a vendor, and lets them go again. Nothing is lost by it: what
 * is due waits, and is dated anew afterwards. Source: outreach 1.5, api 9.17.
 */
@PrimaryPort
public interface PullEmergencyStop {

    /** What is to be stopped; {@code value} names the channel or the vendor. */
    record Order(EmergencyStop.Scope scope, @Nullable String value, String reason) {}

    /** What came of it. */
    sealed interface Outcome {

        /** It is on, from now on or since before. */
        record On(EmergencyStop stop) implements Outcome {}

        /** One admin asked for its end; another one has to agree. */
        record Waits(EmergencyStop stop) implements Outcome {}

        /** It is off. */
        record Off(EmergencyStop stop) implements Outcome {}

        /** Which fields cannot be. */
        record Invalid(boolean value, boolean reason) implements Outcome {}

        record NotFound() implements Outcome {}
    }

    Outcome stop(UserId admin, Order order, Origin origin);

    Outcome release(UserId admin, EmergencyStopId id, Origin origin);

    /** The newest first. */
    List<EmergencyStop> list();
}
