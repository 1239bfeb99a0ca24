package io.agencyos.bootstrap.simulate;

import io.agencyos.adapters.out.sandbox.ledger.LedgerRow;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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

    /** How often the vendors did what to people, such as {@code 31 email, 4 sms, 7 call}. */
    String contacts() {
        return Arrays.stream(LedgerRow.Kind.values())
                .filter(LedgerRow.Kind::reaches)
                .map(kind -> times(kind) + " " + kind.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    /** How often the vendors did this. */
    long times(LedgerRow.Kind kind) {
        return story.stream().filter(line -> line.contains(" " + kind + " ")).count();
    }
}
