package io.agencyos.domain.shared.contact;

import io.agencyos.domain.shared.InputProblem;
import io.agencyos.domain.shared.Result;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A country by its ISO 3166-1 alpha-2 code in capitals. Source: scoring 1.1, data model 5.1. */
public record Country(String alpha2) {

    /** The default country of clients, numbers and law. */
    public static final Country AUSTRALIA = new Country("AU");

    private static final Map<String, String> COMMON_NAMES = Map.of(
            "UK",
            "GB",
            "GREAT BRITAIN",
            "GB",
            "ENGLAND",
            "GB",
            "SCOTLAND",
            "GB",
            "WALES",
            "GB",
            "UNITED STATES OF AMERICA",
            "US",
            "U.S.",
            "US",
            "U.S.A.",
            "US",
            "AMERICA",
            "US",
            "THE NETHERLANDS",
            "NL");

    private static final class Iso {
        static final Set<String> CODES = Set.of(Locale.getISOCountries());
    }

    private static final class Names {
        static final Map<String, String> TO_CODE = index();

        private static Map<String, String> index() {
            Map<String, String> names = new HashMap<>(COMMON_NAMES);
            Arrays.stream(Locale.getISOCountries()).forEach(code -> {
                var locale = Locale.of("", code);
                names.put(locale.getISO3Country(), code);
                names.put(locale.getDisplayCountry(Locale.ENGLISH).toUpperCase(Locale.ROOT), code);
            });
            return Map.copyOf(names);
        }
    }

    /** Refuses anything but an assigned alpha-2 code in capitals. */
    public Country {
        if (!Iso.CODES.contains(alpha2)) {
            throw new IllegalArgumentException("not an ISO 3166 alpha-2 code");
        }
    }

    /** Reads an alpha-2 or alpha-3 code or an English name, in any case: {@code au}, {@code AUS}, {@code Australia}. */
    public static Result<Country, InputProblem> parse(String text) {
        String word = text.strip().toUpperCase(Locale.ROOT);
        Optional<String> code =
                Iso.CODES.contains(word) ? Optional.of(word) : Optional.ofNullable(Names.TO_CODE.get(word));
        return code.<Result<Country, InputProblem>>map(known -> Result.ok(new Country(known)))
                .orElseGet(() -> Result.err(InputProblem.country("This is no country of ISO 3166.")));
    }

    @Override
    public String toString() {
        return alpha2;
    }
}
