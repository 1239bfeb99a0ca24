package io.agencyos.application.resource.lending;

import io.agencyos.domain.resource.ResourceBuffer;
import io.agencyos.domain.resource.ResourceKind;
import java.util.Map;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/**
 * Looks after the platform's stock once a day: ends rests and warm-ups that are over, and says what has to be bought. A
 * new domain takes 16 to 23 days. Source: scoring RES-6, RES-7, RES-12.
 */
@PrimaryPort
@FunctionalInterface
public interface KeepStock {

    /**
     * What was found.
     *
     * @param rested resources whose rest is over
     * @param warm resources whose warm-up is over
     */
    record Round(int rested, int warm, Map<ResourceKind, ResourceBuffer> buffers) {
        public Round {
            buffers = Map.copyOf(buffers);
        }
    }

    Round keep();
}
