package io.agencyos.application.lead.enrichment;

import io.agencyos.application.platform.flow.DueClients;
import io.agencyos.application.platform.flow.run.Block;
import io.agencyos.domain.platform.flow.BreakerScope;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jmolecules.architecture.hexagonal.SecondaryPort;
import org.jspecify.annotations.Nullable;

/**
 * Leads that somebody wanted completed and that wait: for a credit of their client, or for a vendor that could not be asked. Those that
 * are deleted or have ended wait for nothing. Source: content 1.1.
 */
@SecondaryPort
public interface WaitingLooks extends DueClients {

    /** A vendor that could not be asked is left alone for so long. */
    Duration AFTER_A_FAILURE = Duration.ofHours(6);

    /** The platform's day. */
    ZoneId DAYS = ZoneId.of("Australia/Sydney");

    /** One of them, since the look that came to nothing. */
    record Waiting(LeadId lead, Instant since) {}

    /**
     * Those that could be looked up at this instant, longest first, ties by id. Needs a tenant's unit of work, as worker.
     *
     * @param after the last one seen, null for the first page
     */
    List<Waiting> waiting(ClientId client, Instant now, @Nullable Waiting after, int limit);

    /** Clients with such leads that can be looked up now: one without a credit only where a vendor failed. */
    @Override
    List<ClientId> page(Instant now, @Nullable ClientId after, int limit);

    /**
     * A client that has no credit left, and leads that wait for one.
     *
     * @param reset when it is granted the next ones, null where nobody knows
     */
    record Unpaid(ClientId client, int leads, @Nullable Instant reset) {

        /** For the client's people. Source: flows 1.7. */
        public Block block() {
            String until = reset == null ? "" : " until " + LocalDate.ofInstant(reset, DAYS);
            String waiting = leads == 1 ? "1 lead waits" : leads + " leads wait";
            return new Block(
                    BreakerScope.CREDITS,
                    "No credits left" + until + ". " + waiting + " to be completed; running sequences continue.",
                    reset);
        }
    }

    /** All of them, by id; needs a unit of the platform. */
    List<Unpaid> unpaid();
}
