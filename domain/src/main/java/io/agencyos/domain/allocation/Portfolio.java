package io.agencyos.domain.allocation;

import io.agencyos.domain.scoring.match.IndustryMatcher;
import io.agencyos.domain.shared.contact.DomainName;
import java.util.List;
import java.util.Set;
import org.jmolecules.ddd.annotation.ValueObject;

/**
 * The companies that a client has served, as far as they tell where to look for more of their kind. Source: scoring POOL-12.2.
 *
 * @param industries of those companies, the most frequent first, each once
 * @param domains whom nobody writes to, whatever is looked for
 */
@ValueObject
public record Portfolio(List<String> industries, Set<DomainName> domains) {

    /** Of a client that told of nobody. */
    public static final Portfolio EMPTY = new Portfolio(List.of(), Set.of());

    /** More of them are no likeness any more. */
    private static final int MOST = 5;

    public Portfolio {
        industries = List.copyOf(industries);
        domains = Set.copyOf(domains);
    }

    /**
     * The industries in which lookalikes are bought: at most five, and of them only what the profile asks for too, because the
     * allocator refuses whoever works elsewhere (POOL-7) and nobody is paid for in vain.
     *
     * @param wanted the profile's industries, empty for any
     */
    public List<String> lookalikes(List<String> wanted) {
        List<String> targets = IndustryMatcher.filtering(wanted);
        IndustryMatcher matcher = new IndustryMatcher(targets);
        return industries.stream()
                .filter(industry -> targets.isEmpty() || matcher.matches(industry))
                .limit(MOST)
                .toList();
    }
}
