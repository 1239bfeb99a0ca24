package io.agencyos.domain.content.template;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A place in a template, filled by the first rank that has a fragment whose variables are all present. An optional slot
 * that no rank can fill is left out. Source: content 3.5.
 */
public record Slot(String name, boolean required, List<Rank> ranks) {

    public Slot {
        ranks = List.copyOf(ranks);
    }

    /**
     * Fragments of equal worth.
     *
     * @param onlyServedIndustry counts only when the lead's industry is among the client's ICP or proof industries
     */
    public record Rank(List<Fragment> fragments, boolean onlyServedIndustry) {

        public Rank {
            fragments = List.copyOf(fragments);
        }

        List<Fragment> eligible(Brief brief) {
            return onlyServedIndustry && !brief.industryServed()
                    ? List.of()
                    : fragments.stream()
                            .filter(fragment -> fragment.isRenderable(brief.values()))
                            .toList();
        }
    }

    /** Every variable without which its last resort cannot be rendered, of those that are absent. */
    Set<Variable> missing(Values values) {
        return ranks.stream().flatMap(rank -> rank.fragments().stream()).reduce((first, last) -> last).stream()
                .flatMap(fragment -> fragment.required().stream())
                .filter(variable -> !values.present().contains(variable))
                .collect(Collectors.toUnmodifiableSet());
    }

    static Slot required(String name, Rank... ranks) {
        return new Slot(name, true, List.of(ranks));
    }

    static Slot optional(String name, Rank... ranks) {
        return new Slot(name, false, List.of(ranks));
    }

    static Rank rank(String... fragments) {
        return new Rank(Stream.of(fragments).map(Fragment::of).toList(), false);
    }

    static Rank rankForServedIndustry(String... fragments) {
        return new Rank(Stream.of(fragments).map(Fragment::of).toList(), true);
    }
}
