package io.agencyos.application.conversion.experiment;

import io.agencyos.domain.conversion.experiment.Experiment;
import java.time.Instant;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/** Is told of each experiment that declared a winner, in the unit of work that declares it. */
@SecondaryPort
@FunctionalInterface
public interface WinnerDeclared {

    void declared(Experiment experiment, Instant now);
}
