package io.agencyos.domain.client;

import java.util.List;

/** What a person may set in an ideal customer profile, checked by {@link IcpRules}. Source: data model 5.3. */
public record IcpTarget(
        List<String> industries,
        List<String> titles,
        List<String> companySizes,
        List<String> locations,
        List<String> seniorities,
        List<String> keywords,
        List<String> exclusions,
        List<String> painPoints) {

    public static final IcpTarget EMPTY =
            new IcpTarget(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    public IcpTarget {
        industries = stripped(industries);
        titles = stripped(titles);
        companySizes = stripped(companySizes);
        locations = stripped(locations);
        seniorities = stripped(seniorities);
        keywords = stripped(keywords);
        exclusions = stripped(exclusions);
        painPoints = stripped(painPoints);
    }

    private static List<String> stripped(List<String> values) {
        return values.stream().map(String::strip).toList();
    }
}
