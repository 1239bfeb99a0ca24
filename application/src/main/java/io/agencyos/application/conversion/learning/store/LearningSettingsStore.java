package io.agencyos.application.conversion.learning.store;

import io.agencyos.domain.conversion.LearningSettings;
import io.agencyos.domain.shared.id.ClientId;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/** A client's settings of learning. Needs an open unit of work of the tenant; an admin or the worker writes. */
@SecondaryPort
public interface LearningSettingsStore {

    /** The settings; the product's own where the client has set none. */
    LearningSettings of(ClientId client);

    void save(ClientId client, LearningSettings settings);
}
