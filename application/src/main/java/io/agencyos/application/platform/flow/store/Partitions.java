package io.agencyos.application.platform.flow.store;

import java.time.LocalDate;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/** The tables that grow by the day or month. Platform unit. Source: data model 7. */
@SecondaryPort
public interface Partitions {

    /** Makes what is missing for the period of this day and the three after it; tells how many. */
    int createAhead(LocalDate today);
}
