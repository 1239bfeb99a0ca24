package io.agencyos.application.outreach.store;

import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.ResourceId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/** Numbers whose texts carriers filter or do not deliver, and until when they rest. Needs an open unit of work of the tenant, as worker. */
@SecondaryPort
public interface NumberRests {

    /** Filtered texts of a day that rest a number. Source: clicksend 4.4. */
    int ENOUGH = 3;

    /** How long it rests. Source: clicksend, number health. */
    Duration REST = Duration.ofDays(7);

    /** One more text of the number was filtered; answers how many on this day. */
    int filtered(ClientId client, ResourceId number, LocalDate day);

    /** Sends no texts until then. */
    void rest(ClientId client, ResourceId number, LocalDate day, Instant until);

    Set<ResourceId> resting(ClientId client, Instant now);

    /** Of an installation in which nobody counts. */
    NumberRests NONE = new NumberRests() {
        @Override
        public int filtered(ClientId client, ResourceId number, LocalDate day) {
            return 0;
        }

        @Override
        public void rest(ClientId client, ResourceId number, LocalDate day, Instant until) {
            // nobody counts
        }

        @Override
        public Set<ResourceId> resting(ClientId client, Instant now) {
            return Set.of();
        }
    };
}
