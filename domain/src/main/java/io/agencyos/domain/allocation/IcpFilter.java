package io.agencyos.domain.allocation;

import io.agencyos.domain.campaign.CampaignTarget;
import io.agencyos.domain.client.IcpProfile;
import io.agencyos.domain.lead.CompanyDetails;
import io.agencyos.domain.lead.PersonDetails;
import io.agencyos.domain.scoring.match.IndustryMatcher;
import io.agencyos.domain.shared.SizeRange;
import io.agencyos.domain.shared.Vocabulary;
import io.agencyos.domain.shared.contact.Country;
import io.agencyos.domain.shared.contact.DomainName;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whether a person is one whom a campaign wants: all dimensions together, any value within one. A dimension that is
 * empty does not filter; a fact that is missing on a dimension that filters is a mismatch. Source: scoring POOL-7.
 */
public final class IcpFilter {

    /** What a profile asks about, in the order in which a person is looked at. */
    public enum Dimension implements Vocabulary {
        EXCLUSION,
        LOCATION,
        INDUSTRY,
        COMPANY_SIZE,
        SENIORITY,
        TITLE,
        TECHNOLOGY
    }

    private final List<String> industryNames;
    private final IndustryMatcher industries;
    private final List<SizeRange> sizes;
    private final List<PlaceName> places;
    private final Set<String> seniorities;
    private final List<Set<String>> titles;
    private final Set<String> technologies;
    private final List<String> exclusions;
    private final IndustryMatcher excludedIndustries;

    private IcpFilter(IcpProfile icp, CampaignTarget target, Collection<String> wantedTechnologies) {
        industryNames = IndustryMatcher.filtering(orProfile(target.industries(), icp.industries()));
        industries = new IndustryMatcher(industryNames);
        sizes = orProfile(target.companySizes(), icp.companySizes()).stream()
                .flatMap(size -> SizeRange.parse(size).toOptional().stream())
                .toList();
        places = orProfile(target.locations(), icp.locations()).stream()
                .map(PlaceName::of)
                .toList();
        seniorities = icp.seniorities().stream().map(IcpFilter::plain).collect(Collectors.toUnmodifiableSet());
        titles = orProfile(target.titles(), icp.titles()).stream()
                .map(IcpFilter::words)
                .filter(words -> !words.isEmpty())
                .toList();
        technologies = wantedTechnologies.stream().map(IcpFilter::plain).collect(Collectors.toUnmodifiableSet());
        exclusions = icp.exclusions().stream().map(IcpFilter::plain).toList();
        excludedIndustries = new IndustryMatcher(icp.exclusions());
    }

    /** What the campaign names replaces what the client's profile names, dimension by dimension. */
    public static IcpFilter of(IcpProfile icp, CampaignTarget target) {
        return of(icp, target, List.of());
    }

    /** The same; the company uses at least one of these technologies, unless none is asked for. */
    public static IcpFilter of(IcpProfile icp, CampaignTarget target, Collection<String> technologies) {
        return new IcpFilter(icp, target, technologies);
    }

    /** The first dimension on which this person is not whom the campaign wants; empty when they are. */
    public Optional<Dimension> mismatch(PersonDetails person, CompanyDetails company) {
        if (excluded(company)) {
            return Optional.of(Dimension.EXCLUSION);
        }
        if (!places.isEmpty() && places.stream().noneMatch(place -> place.holds(person, company))) {
            return Optional.of(Dimension.LOCATION);
        }
        if (!industryNames.isEmpty() && !industries.matches(company.industry())) {
            return Optional.of(Dimension.INDUSTRY);
        }
        if (!sizes.isEmpty() && !fits(company.employeeCount())) {
            return Optional.of(Dimension.COMPANY_SIZE);
        }
        if (!seniorities.isEmpty() && !seniorities.contains(person.seniority().wire())) {
            return Optional.of(Dimension.SENIORITY);
        }
        if (!titles.isEmpty() && !namesOneOf(person.title())) {
            return Optional.of(Dimension.TITLE);
        }
        if (!technologies.isEmpty()
                && company.technologies().stream().map(IcpFilter::plain).noneMatch(technologies::contains)) {
            return Optional.of(Dimension.TECHNOLOGY);
        }
        return Optional.empty();
    }

    /** The countries outside of which nobody can match; empty when there is no such limit. */
    public Set<Country> countries() {
        return places.stream().allMatch(place -> place.country() != null)
                ? places.stream()
                        .map(PlaceName::country)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }

    private boolean fits(@Nullable Integer employees) {
        return employees != null && sizes.stream().anyMatch(size -> size.includes(employees));
    }

    /** Whether somebody of this title may be wanted, as far as the title tells; nobody without one where titles are asked for. */
    public boolean wantsTitle(@Nullable String title) {
        return titles.isEmpty() || namesOneOf(title);
    }

    private boolean namesOneOf(@Nullable String title) {
        Set<String> has = title == null ? Set.of() : words(title);
        return titles.stream().anyMatch(has::containsAll);
    }

    private boolean excluded(CompanyDetails company) {
        if (exclusions.isEmpty()) {
            return false;
        }
        DomainName domain = company.domain();
        boolean byDomain = domain != null
                && exclusions.stream()
                        .anyMatch(exclusion -> domain.value().equals(exclusion)
                                || domain.value().endsWith("." + exclusion));
        return byDomain
                || excludedIndustries.matches(company.industry())
                || company.keywords().stream().map(IcpFilter::plain).anyMatch(exclusions::contains);
    }

    private static List<String> orProfile(List<String> campaign, List<String> profile) {
        return campaign.isEmpty() ? profile : campaign;
    }

    static String plain(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    /** The words of a title; their order and what stands between them do not matter. */
    private static Set<String> words(String text) {
        Set<String> words = new TreeSet<>(List.of(plain(text).split("[^\\p{L}\\p{N}]+")));
        words.remove("");
        return words;
    }
}
