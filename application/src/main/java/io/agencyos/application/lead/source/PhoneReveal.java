package io.agencyos.application.lead.source;

import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.contact.PhoneNumber;
import io.agencyos.domain.shared.id.ClientId;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/**
 * Buys telephone numbers of people, which takes the vendor minutes. A question is never repeated on its own: its handle may
 * still bring the answer. Source: apollo 7, 8.1.
 */
@SecondaryPort
public interface PhoneReveal {

    /**
     * A question that was taken.
     *
     * @param id by which its answer is asked for
     * @param credits that were paid at once
     */
    record Handle(String id, int credits) {}

    /** What has become of a question. */
    sealed interface Answer {

        /** Not yet; to be asked again after a while. */
        record Pending(Duration retryAfter) implements Answer {}

        /**
         * Numbers of people by the vendor's reference, the best first; whoever has none is left out.
         *
         * @param credits what it cost altogether; to be booked once for each handle
         */
        record Revealed(Map<String, List<PhoneNumber>> numbers, int credits) implements Answer {

            public Revealed {
                numbers = Map.copyOf(numbers);
            }
        }
    }

    /**
     * Asks for the numbers of at most ten people.
     *
     * @param tellAt where the vendor may say that there is an answer; what it says there proves nothing
     */
    Result<Handle, VendorFailure> request(ClientId client, List<PersonKey> people, URI tellAt);

    /** {@code NotFound} for a handle that nobody knows any more. */
    Result<Answer, VendorFailure> result(ClientId client, String handle);
}
