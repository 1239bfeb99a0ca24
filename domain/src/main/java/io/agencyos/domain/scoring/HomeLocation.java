package io.agencyos.domain.scoring;

import io.agencyos.domain.shared.contact.Country;
import org.jmolecules.ddd.annotation.ValueObject;
import org.jspecify.annotations.Nullable;

/** Where a client looks for leads: a country, or a state or city of it. Source: scoring ALS-3. */
@ValueObject
public record HomeLocation(
        Country country, @Nullable String state, @Nullable String city) {

    /** The home of a client that named none. */
    public static final HomeLocation AUSTRALIA = new HomeLocation(Country.AUSTRALIA, null, null);

    /** The whole of a country. */
    public static HomeLocation all(Country country) {
        return new HomeLocation(country, null, null);
    }

    boolean covers(@Nullable String leadState, @Nullable String leadCity) {
        return agrees(state, leadState) && agrees(city, leadCity);
    }

    private static boolean agrees(@Nullable String wanted, @Nullable String found) {
        return wanted == null
                || wanted.isBlank()
                || (found != null && wanted.strip().equalsIgnoreCase(found.strip()));
    }
}
