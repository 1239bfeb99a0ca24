package io.agencyos.application.platform.flow;

import io.agencyos.application.platform.flow.run.Block;
import io.agencyos.application.platform.flow.run.Run;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.shared.Digests;
import io.agencyos.domain.shared.id.RunId;
import java.util.Map;
import java.util.TreeMap;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/** Starts a flow for a client because a person or a program wants it. Source: flows 1.9, api 4. */
@PrimaryPort
public interface StartRun {

    /**
     * @param key the caller's own name for this order, 1–200 characters; the same one again starts nothing
     * @param subject what the run is about: of one flow at most one unfinished run of a client is about the same; empty for a
     *     flow that is about the client itself
     */
    record Request(String flow, Map<String, String> params, String key, String subject) {

        public Request(String flow, Map<String, String> params, String key) {
            this(flow, params, key, "");
        }

        /** An order that is about itself: it waits for no other one, and is refused while the very same is unfinished. */
        public static Request ofItself(String flow, Map<String, String> params, String key) {
            return new Request(
                    flow,
                    params,
                    key,
                    Digests.sha256Hex(new TreeMap<>(params).toString()).substring(0, SUBJECT));
        }

        private static final int SUBJECT = 24;
    }

    /** What came of it. */
    sealed interface Outcome {

        record Started(Run run) implements Outcome {}

        /** The same order was given before. */
        record Repeated(Run run) implements Outcome {}

        record AlreadyRunning(RunId active) implements Outcome {}

        record Blocked(Block by) implements Outcome {}

        /** The flow is switched off. */
        record SwitchedOff(String reason) implements Outcome {}

        record Invalid(String message) implements Outcome {}

        record RoleRequired(Role least) implements Outcome {}

        /** No such flow, or nobody may start it. */
        record NotFound() implements Outcome {}
    }

    Outcome start(TenantScope scope, Request request);
}
