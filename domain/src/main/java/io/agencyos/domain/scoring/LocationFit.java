package io.agencyos.domain.scoring;

import io.agencyos.domain.shared.contact.Country;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How near a company is to where a client works. Source: scoring ALS-3 (f_loc). */
final class LocationFit {

    private static final Set<String> NEAR = Set.of("AU", "NZ", "US", "GB");

    private final List<HomeLocation> homes;

    LocationFit(List<HomeLocation> homes) {
        this.homes = homes;
    }

    /** In sevenths: 7 at home, 4 in the home country or a country that is as good, else 0. */
    int sevenths(@Nullable String country, @Nullable String state, @Nullable String city) {
        String code = code(country);
        if (code == null) {
            return 0;
        }
        boolean homeCountry = false;
        for (int i = 0; i < homes.size(); i++) {
            HomeLocation home = homes.get(i);
            if (home.country().alpha2().equals(code)) {
                if (home.covers(state, city)) {
                    return 7;
                }
                homeCountry = true;
            }
        }
        return homeCountry || NEAR.contains(code) ? 4 : 0;
    }

    /** The alpha-2 code of a code or synonym; null when it names no country. */
    static @Nullable String code(@Nullable String country) {
        if (country == null) {
            return null;
        }
        boolean looksLikeCode = country.length() == 2 && isCapital(country.charAt(0)) && isCapital(country.charAt(1));
        if (looksLikeCode && !country.equals("UK")) {
            return country;
        }
        String word = country.strip();
        if (word.toUpperCase(Locale.ROOT).equals("UK")) {
            return "GB";
        }
        return Country.parse(word).map(Country::alpha2).toOptional().orElse(null);
    }

    private static boolean isCapital(char c) {
        return c >= 'A' && c <= 'Z';
    }
}
