package io.agencyos.application.lead.store;

import io.agencyos.domain.lead.Activity;
import java.util.Collection;
import java.util.List;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/** The append-only timeline. Needs an open unit of work of the tenant, as worker. */
@SecondaryPort
public interface Activities {

    /** Appends those whose de-duplication key is new; answers how many that were. */
    int append(Collection<Activity> activities);

    default boolean append(Activity activity) {
        return append(List.of(activity)) == 1;
    }
}
