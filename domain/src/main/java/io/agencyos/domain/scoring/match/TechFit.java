package io.agencyos.domain.scoring.match;

import java.util.Collection;
import java.util.List;

/** How much of the technology that a client looks for a company uses. Source: scoring ALS-8. */
public final class TechFit {

    private final WordIndex wanted;

    public TechFit(Collection<String> icpTechnologies) {
        wanted = new WordIndex(icpTechnologies.stream()
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList());
    }

    public boolean isAsked() {
        return wanted.size() > 0;
    }

    public int wanted() {
        return wanted.size();
    }

    /** How many of the wanted technologies are among these. */
    public int matched(List<String> technologies) {
        if (!isAsked() || technologies.isEmpty()) {
            return 0;
        }
        boolean[] seen = new boolean[wanted.size()];
        int count = 0;
        for (int i = 0; i < technologies.size(); i++) {
            int id = wanted.idOf(technologies.get(i).strip());
            if (id >= 0 && !seen[id]) {
                seen[id] = true;
                count++;
            }
        }
        return count;
    }

    /** 5 from four fifths on, 3 from a half on, 1 for any, else 0. */
    public int boost(List<String> technologies) {
        int matched = matched(technologies);
        if (matched == 0) {
            return 0;
        }
        if (5 * matched >= 4 * wanted.size()) {
            return 5;
        }
        return 2 * matched >= wanted.size() ? 3 : 1;
    }

    /** Whether more than four fifths match, which opens deep enrichment (TIER-3). */
    public boolean exceedsFourFifths(List<String> technologies) {
        return isAsked() && 5 * matched(technologies) > 4 * wanted.size();
    }
}
