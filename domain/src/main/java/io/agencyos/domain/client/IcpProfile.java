package io.agencyos.domain.client;

import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.IcpId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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

    /** The industry that the client works for, in lower case: the only one of its confirmed profile, else none. */
    public Optional<String> soleIndustry() {
        return status == IcpStatus.CONFIRMED && industries.size() == 1
                ? Optional.of(industries.getFirst().strip().toLowerCase(Locale.ROOT))
                : Optional.empty();
    }

    /** How often the client's profile has changed, over all its versions. */
    public int revision() {
        return version + rowVersion;
    }

    /** What a person may set. */
    public IcpTarget target() {
        return new IcpTarget(
                industries, titles, companySizes, locations, seniorities, keywords, exclusions, painPoints);
    }

    /** The first draft. */
    public static IcpProfile draft(IcpId id, ClientId clientId, IcpTarget target) {
        return new IcpProfile(
                id,
                clientId,
                1,
                IcpStatus.DRAFT,
                IcpOrigin.MANUAL,
                target.industries(),
                target.titles(),
                target.companySizes(),
                target.locations(),
                target.seniorities(),
                target.keywords(),
                target.exclusions(),
                target.painPoints(),
                null,
                0);
    }

    /** The same draft with another content. */
    public IcpProfile redrafted(IcpTarget target) {
        return changed(id, version, status, target, confirmedAt, rowVersion + 1);
    }

    /** The next version of a confirmed profile, confirmed by being written. */
    public IcpProfile next(IcpId nextId, IcpTarget target, Instant now) {
        return changed(nextId, version + 1, IcpStatus.CONFIRMED, target, now, rowVersion);
    }

    public IcpProfile confirmed(Instant now) {
        return new IcpProfile(
                id,
                clientId,
                version,
                IcpStatus.CONFIRMED,
                origin,
                industries,
                titles,
                companySizes,
                locations,
                seniorities,
                keywords,
                exclusions,
                painPoints,
                now,
                rowVersion + 1);
    }

    /** As it stays on file when a later version took its place. */
    public IcpProfile superseded() {
        return new IcpProfile(
                id,
                clientId,
                version,
                IcpStatus.SUPERSEDED,
                origin,
                industries,
                titles,
                companySizes,
                locations,
                seniorities,
                keywords,
                exclusions,
                painPoints,
                confirmedAt,
                rowVersion);
    }

    private IcpProfile changed(
            IcpId itsId,
            int itsVersion,
            IcpStatus itsStatus,
            IcpTarget target,
            @Nullable Instant confirmed,
            int itsRowVersion) {
        return new IcpProfile(
                itsId,
                clientId,
                itsVersion,
                itsStatus,
                IcpOrigin.MANUAL,
                target.industries(),
                target.titles(),
                target.companySizes(),
                target.locations(),
                target.seniorities(),
                target.keywords(),
                target.exclusions(),
                target.painPoints(),
                confirmed,
                itsRowVersion);
    }
}
