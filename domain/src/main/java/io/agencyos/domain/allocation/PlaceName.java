package io.agencyos.domain.allocation;

import io.agencyos.domain.lead.CompanyDetails;
import io.agencyos.domain.lead.PersonDetails;
import io.agencyos.domain.shared.contact.Country;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A place as people write it: a country, a state or a city, or those joined by commas. */
record PlaceName(@Nullable Country country, List<String> within) {

    /** Australians write their states in full or in short. */
    private static final Map<String, String> STATES = Map.of(
            "new south wales", "nsw",
            "victoria", "vic",
            "queensland", "qld",
            "western australia", "wa",
            "south australia", "sa",
            "tasmania", "tas",
            "northern territory", "nt",
            "australian capital territory", "act");

    PlaceName {
        within = List.copyOf(within);
    }

    static PlaceName of(String text) {
        String[] parts = text.split(",");
        Country country = null;
        List<String> within = new ArrayList<>();
        for (int i = parts.length - 1; i >= 0; i--) {
            String part = shortened(parts[i]);
            // only the last part, or one that stands alone, can be the country: NSW, VIC and WA are states here
            Country named = i == parts.length - 1 && !STATES.containsValue(part)
                    ? Country.parse(parts[i].strip()).toOptional().orElse(null)
                    : null;
            if (named != null) {
                country = named;
            } else if (!part.isEmpty()) {
                within.add(part);
            }
        }
        return new PlaceName(country, within);
    }

    /** The company's place; where it has none, the person's. */
    boolean holds(PersonDetails person, CompanyDetails company) {
        Country there = company.country() != null ? company.country() : person.country();
        if (country != null && !country.equals(there)) {
            return false;
        }
        String state = company.state() != null ? company.state() : person.state();
        String city = company.city() != null ? company.city() : person.city();
        return within.stream().allMatch(part -> same(part, state) || same(part, city));
    }

    private static boolean same(String part, @Nullable String found) {
        return found != null && part.equals(shortened(found));
    }

    private static String shortened(String text) {
        String plain = IcpFilter.plain(text);
        return Objects.requireNonNullElse(STATES.get(plain), plain);
    }
}
