package io.agencyos.application.lead.enrichment;

import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.PrimaryPort;
import org.jspecify.annotations.Nullable;

/**
 * Buys the telephone numbers of Hot and Warm leads that have none, for clients that text or call. The question is written down
 * before it leaves and is about one lead, so that a lost receipt costs no second question; only the vendor's answer to our own
 * call counts. Opens its own units of work. Source: apollo 4.1, 7, 8.1.
 */
@PrimaryPort
public interface RevealPhones {

    /** Questions of one call at the most. */
    int MOST = 25;

    /**
     * What became of leads without a number.
     *
     * @param asked questions that the vendor took
     * @param unclear questions of which nobody knows whether they arrived
     * @param unwanted leads that may not be called or texted, or are too little known
     * @param credits what it cost at once
     * @param more whether there may be others
     * @param failure why the vendor could not be asked
     */
    record Asked(
            boolean possible,
            int asked,
            int unclear,
            int unwanted,
            int credits,
            boolean more,
            Optional<VendorFailure> failure) {}

    Asked ask(ClientId client);

    /**
     * What became of questions whose answer was due.
     *
     * @param found leads that have a number now
     * @param missing leads without one, for good
     * @param waiting answers that are not there yet, or could not be looked for
     * @param failure why the vendor could not be asked
     */
    record Looked(int found, int missing, int waiting, int credits, Optional<VendorFailure> failure) {}

    Looked look(ClientId client);

    /** Whether a vendor that knows this word speaks of a question of this client's that counts. */
    boolean isExpected(ClientId client, String refHash, Instant now);

    /**
     * The vendor says that there is an answer.
     *
     * @param request the vendor's name of the question, as it is told
     * @return whether the question was open
     */
    boolean told(ClientId client, String refHash, @Nullable String request);
}
