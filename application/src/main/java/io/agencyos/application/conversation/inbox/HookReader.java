package io.agencyos.application.conversation.inbox;

import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/**
 * One vendor's way of signing and wording what it pushes. Calls nobody; {@link #read} may look up what its adapter
 * remembers (its own entries on the vendor's opt-out list come back as events), so it is never called inside a unit of
 * work. Source: api 10.1, vendor catalogue 5.
 */
@SecondaryPort
public interface HookReader {

    /** The vendor's name in the hook's address. */
    String vendor();

    /**
     * A raw delivery: header names in lower case, the exact bytes.
     *
     * @param ref the one-time word in the address, for vendors that can prove themselves by nothing else
     */
    record Delivery(Map<String, List<String>> headers, Optional<String> ref, byte[] body) {

        public Delivery(Map<String, List<String>> headers, byte[] body) {
            this(headers, Optional.empty(), body);
        }
    }

    /** Whether anybody waits for it at this client's hook; what nobody waits for is answered as an unknown hook is. */
    default boolean expects(ClientId client, Delivery delivery, Instant now) {
        return true;
    }

    /** Why a delivery is not believed; answered 401, its body is not kept. */
    enum Forgery {
        SIGNATURE_MISSING,
        SIGNATURE_WRONG,
        TOO_OLD
    }

    /** Verifies the exact bytes with any of the hook's secrets; answers the vendor's event key. */
    Result<String, Forgery> verify(Delivery delivery, List<String> secrets, Instant now);

    /**
     * What the delivery says.
     *
     * @return an empty list for types we do not know
     * @throws IllegalArgumentException when the body cannot be read; the raw event is kept for a person
     */
    List<? extends InboundEvent> read(ClientId client, String eventKey, byte[] body);

    /** What the vendor waits for in this delivery, for vendors that do; asked of what was verified. */
    default Optional<LiveQuestion> question(byte[] body) {
        return Optional.empty();
    }

    /** An answer to such a question in the vendor's words, as JSON. */
    default Map<String, Object> answer(ClientId client, LiveAnswer answer) {
        return Map.of();
    }
}
