package io.agencyos.application.conversion.learning;

import io.agencyos.domain.shared.id.ClientId;
import java.util.List;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/**
 * Learns across the clients that agreed to it, anew from nothing: who no longer agrees is no longer in it. Source:
 * conversion intelligence 12.2.
 */
@PrimaryPort
public interface LearnTogether {

    /** Names the alert of a client whose counts cannot be, and which was left out for that. */
    String DATA_ERROR = "cis_data_error_platform";

    /**
     * @param consenting clients that agreed
     * @param published segments that no single client can be read from; 0 below the threshold at which it starts
     * @param weights means of the clients' own weights that help those who did not make them: of all, and of industries
     * @param rejected who agreed and was left out, as its counts cannot be
     */
    record Outcome(int consenting, int published, int weights, List<ClientId> rejected) {

        public Outcome {
            rejected = List.copyOf(rejected);
        }
    }

    Outcome learn();
}
