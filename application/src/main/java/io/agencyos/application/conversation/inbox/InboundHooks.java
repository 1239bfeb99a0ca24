package io.agencyos.application.conversation.inbox;

import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/** The addresses to which vendors push, and by what their deliveries are verified. Source: api 10.1. */
@SecondaryPort
@FunctionalInterface
public interface InboundHooks {

    /**
     * A hook of a client.
     *
     * @param reader verifies and reads what this vendor pushes
     * @param secrets at most two while the secret is being changed, never none
     */
    record Hook(ClientId client, HookReader reader, List<String> secrets) {

        public Hook {
            secrets = List.copyOf(secrets);
            if (secrets.isEmpty()) {
                throw new IllegalArgumentException("a hook without a secret would believe anybody");
            }
        }

        /** Whether a hook read later believes the same deliveries for the same client. */
        public boolean isStill(Hook later) {
            return client.equals(later.client)
                    && reader.vendor().equals(later.reader.vendor())
                    && secrets.equals(later.secrets);
        }

        @Override
        public String toString() {
            return "Hook[" + client + "]";
        }
    }

    /** The active hook of this id. */
    Optional<Hook> find(String hookId);

    /** The active hooks of these ids, by their ids. */
    default Map<String, Hook> findAll(Set<String> hookIds) {
        Map<String, Hook> found = new HashMap<>();
        hookIds.forEach(id -> find(id).ifPresent(hook -> found.put(id, hook)));
        return found;
    }

    /** These brought something. Where people do not look at hooks, nothing needs to be kept of it. */
    default void heard(Set<String> hookIds, Instant at) {}
}
