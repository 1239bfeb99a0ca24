package io.agencyos.application.shared;

import java.util.UUID;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/**
 * Makes the ids of rows before they are written: UUID version 7, increasing within one process even inside one
 * millisecond. Source: data model 1.
 */
@SecondaryPort
public interface IdSource {

    UUID next();
}
