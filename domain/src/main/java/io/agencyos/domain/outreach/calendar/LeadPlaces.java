package io.agencyos.domain.outreach.calendar;

import io.agencyos.domain.shared.contact.Country;
import io.agencyos.domain.shared.contact.PhoneNumber;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds a lead's time zone; what is not understood is passed over, never fatal. Source: outreach 5.1, TIME-1. */
public final class LeadPlaces {

    /** The last resort. */
    public static final ZoneId SYDNEY = ZoneId.of("Australia/Sydney");

    /** Every zone a mobile number of unknown state may be in. */
    public static final List<ZoneId> AUSTRALIAN_ZONES = Stream.of(
                    "Sydney", "Melbourne", "Hobart", "Brisbane", "Adelaide", "Darwin", "Perth")
            .map(city -> ZoneId.of("Australia/" + city))
            .toList();

    private static final Map<String, String> AU_NAMES = Map.of(
            "NEW SOUTH WALES",
            "NSW",
            "AUSTRALIAN CAPITAL TERRITORY",
            "ACT",
            "VICTORIA",
            "VIC",
            "TASMANIA",
            "TAS",
            "QUEENSLAND",
            "QLD",
            "SOUTH AUSTRALIA",
            "SA",
            "NORTHERN TERRITORY",
            "NT",
            "WESTERN AUSTRALIA",
            "WA");
    private static final Map<String, String> AU_ZONES = Map.of(
            "NSW",
            "Australia/Sydney",
            "ACT",
            "Australia/Sydney",
            "VIC",
            "Australia/Melbourne",
            "TAS",
            "Australia/Hobart",
            "QLD",
            "Australia/Brisbane",
            "SA",
            "Australia/Adelaide",
            "NT",
            "Australia/Darwin",
            "WA",
            "Australia/Perth");
    private static final Map<String, String> AU_AREAS = Map.of("+612", "NSW", "+613", "VIC", "+617", "QLD");

    /** The states whose capital names the zone; a zone of two states stands for the larger one. */
    private static final Map<String, String> AU_REGIONS = Map.ofEntries(
            Map.entry("Australia/Sydney", "NSW"),
            Map.entry("Australia/Lord_Howe", "NSW"),
            Map.entry("Australia/Broken_Hill", "NSW"),
            Map.entry("Australia/Canberra", "ACT"),
            Map.entry("Australia/Melbourne", "VIC"),
            Map.entry("Australia/Hobart", "TAS"),
            Map.entry("Australia/Brisbane", "QLD"),
            Map.entry("Australia/Lindeman", "QLD"),
            Map.entry("Australia/Adelaide", "SA"),
            Map.entry("Australia/Darwin", "NT"),
            Map.entry("Australia/Perth", "WA"),
            Map.entry("Australia/Eucla", "WA"));

    private LeadPlaces() {}

    /** The state that a zone stands for; empty where it stands for none. */
    public static Optional<String> region(ZoneId zone) {
        return Optional.ofNullable(AU_REGIONS.get(zone.getId()));
    }

    /** A state and a country as somebody wrote them. */
    public record Address(@Nullable String state, @Nullable Country country) {
        public static final Address UNKNOWN = new Address(null, null);
    }

    /** The first source that yields a zone wins; {@code zoneId} is the lead's own, {@code client} the client's. */
    public static LeadPlace resolve(
            @Nullable String zoneId,
            Address person,
            Address company,
            @Nullable PhoneNumber landline,
            @Nullable ZoneId client) {
        Country country = Stream.of(person.country(), company.country())
                .flatMap(Stream::ofNullable)
                .findFirst()
                .orElseGet(() -> countryOf(landline));
        @Nullable String region = region(person, company, landline).orElse(null);
        Optional<ZoneId> own = zone(zoneId);
        if (own.isPresent()) {
            return new LeadPlace(own.get(), country, region, true);
        }
        return byState(person)
                .or(() -> byState(company))
                .or(() -> regionOf(landline).flatMap(state -> zone(AU_ZONES.get(state))))
                .map(zone -> new LeadPlace(zone, country, region, true))
                .orElseGet(() -> byDefault(country, person, company, client));
    }

    private static LeadPlace byDefault(Country country, Address person, Address company, @Nullable ZoneId client) {
        boolean countryKnown = person.country() != null || company.country() != null;
        ZoneId fallback = client == null ? SYDNEY : client;
        ZoneId zone = countryKnown ? PrincipalZones.of(country).orElse(fallback) : fallback;
        boolean certain = countryKnown && !country.equals(Country.AUSTRALIA);
        return new LeadPlace(zone, country, null, certain);
    }

    private static Optional<ZoneId> byState(Address address) {
        if (address.country() == null || address.state() == null) {
            return Optional.empty();
        }
        return switch (address.country().alpha2()) {
            case "AU" -> australianState(address.state()).flatMap(state -> zone(AU_ZONES.get(state)));
            case "US" -> AmericanStates.zone(address.state());
            default -> Optional.empty();
        };
    }

    private static Optional<String> region(Address person, Address company, @Nullable PhoneNumber landline) {
        return Stream.of(person, company)
                .filter(address -> address.state() != null && Country.AUSTRALIA.equals(address.country()))
                .flatMap(address -> australianState(String.valueOf(address.state())).stream())
                .findFirst()
                .or(() -> regionOf(landline));
    }

    /** The short name of an Australian state, from its name or short name in any case. */
    public static Optional<String> australianState(String text) {
        String word = text.strip().toUpperCase(Locale.ROOT);
        String state = AU_NAMES.getOrDefault(word, word);
        return AU_ZONES.containsKey(state) ? Optional.of(state) : Optional.empty();
    }

    private static Optional<String> regionOf(@Nullable PhoneNumber number) {
        return number == null
                ? Optional.empty()
                : Optional.ofNullable(AU_AREAS.get(number.e164().substring(0, 4)));
    }

    // unknown country = Australian rules (outreach 6.4)
    private static Country countryOf(@Nullable PhoneNumber number) {
        return number != null && number.e164().startsWith("+64") ? new Country("NZ") : Country.AUSTRALIA;
    }

    static Optional<ZoneId> zone(@Nullable String id) {
        if (id == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(ZoneId.of(id.strip()));
        } catch (DateTimeException unknown) {
            return Optional.empty();
        }
    }
}
