package io.agencyos.bootstrap.simulate;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What became of one world.
 *
 * @param broken the first promise that did not hold, with what showed it
 * @param story every contact and every touch in words, the same for the same seed whatever the stores are
 */
record WorldHistory(Set<Fate.Trouble> troubles, Optional<String> broken, List<String> story) {

    WorldHistory {
        troubles = Set.copyOf(troubles);
        story = List.copyOf(story);
    }
}
