package io.agencyos.application.client.identity.store;

import io.agencyos.domain.client.identity.Profile;
import io.agencyos.domain.shared.id.UserId;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/** What people say of themselves. Needs an open platform unit of work. Source: data model 5.1. */
@SecondaryPort
public interface Profiles {

    /** {@link Profile#PLAIN} for who has said nothing yet. */
    Profile find(UserId user);

    /** Of a person that there is; whoever writes has changed the person's version in this unit ({@link Users#update}). */
    void save(UserId user, Profile profile);
}
