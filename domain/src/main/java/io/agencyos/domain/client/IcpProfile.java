package io.agencyos.domain.client;

import io.agencyos.domain.shared.ClientId;
import io.agencyos.domain.shared.IcpId;
import java.time.Instant;
import java.util.List;
import org.jmolecules.ddd.annotation.AggregateRoot;
import org.jmolecules.ddd.annotation.Identity;
import org.jspecify.annotations.Nullable;

/**
 * Whom a client wants to reach, as one version of its ideal customer profile. A dimension that is left empty does not
 * filter. Sizes are {@code n-m} or {@code n+}. Source: data model 5.3, scoring POOL-7.
 */
@AggregateRoot
public record IcpProfile(
        @Identity IcpId id,
        ClientId clientId,
        int version,
        IcpStatus status,
        IcpOrigin origin,
        List<String> industries,
        List<String> titles,
        List<String> companySizes,
        List<String> locations,
        List<String> seniorities,
        List<String> keywords,
        List<String> exclusions,
        List<String> painPoints,
        @Nullable Instant confirmedAt,
        int rowVersion) {

    public IcpProfile {
        industries = List.copyOf(industries);
        titles = List.copyOf(titles);
        companySizes = List.copyOf(companySizes);
        locations = List.copyOf(locations);
        seniorities = List.copyOf(seniorities);
        keywords = List.copyOf(keywords);
        exclusions = List.copyOf(exclusions);
        painPoints = List.copyOf(painPoints);
    }

    /** POOL-6 check 5: a profile without any of these would hand out random people. */
    public boolean selective() {
        return !industries.isEmpty() || !titles.isEmpty() || !locations.isEmpty();
    }
}
