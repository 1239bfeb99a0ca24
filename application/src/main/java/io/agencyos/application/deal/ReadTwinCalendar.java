package io.agencyos.application.deal;

import io.agencyos.domain.shared.id.ClientId;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/** Takes over what people booked with a twin. Reading again books nothing twice. Source: api 4.1. */
@PrimaryPort
public interface ReadTwinCalendar {

    /** How many meetings are new. */
    int read(ClientId twin);
}
