package io.agencyos.application.lead.source;

import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.id.ClientId;
import java.util.List;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/** Completes the records of people for money. Nobody found is an empty answer, never a failure. Source: content 1. */
@SecondaryPort
public interface PeopleEnrichment {

    /**
     * What was found and what it cost.
     *
     * @param credits in the vendor's own
     */
    record Found(Optional<PersonProfile> person, int credits) {}

    /**
     * An answer for each key, in the order of the keys: what was found stays found although a later part failed.
     *
     * @param credits in the vendor's own, all together
     */
    record Batch(List<Result<Optional<PersonProfile>, VendorFailure>> people, int credits) {

        public Batch {
            people = List.copyOf(people);
        }
    }

    Result<Found, VendorFailure> enrich(ClientId client, PersonKey key);

    Batch enrichAll(ClientId client, List<PersonKey> keys);
}
