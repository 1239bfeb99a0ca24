package io.agencyos.adapters.out.sandbox.world;

import io.agencyos.adapters.out.sandbox.population.Recipient;

/** Another channel by which somebody may answer an e-mail. */
@FunctionalInterface
public interface Elsewhere {

    /** Nobody has another channel. */
    Elsewhere NOWHERE = (who, words) -> false;

    /** Says it there; false where this person cannot. */
    boolean says(Recipient who, String words);
}
