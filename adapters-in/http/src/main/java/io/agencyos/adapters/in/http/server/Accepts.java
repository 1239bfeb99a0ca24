package io.agencyos.adapters.in.http.server;

import io.agencyos.adapters.in.http.route.FileBody;
import io.agencyos.adapters.in.http.route.Route;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a caller would rather have than JSON, of a route that has it. Source: RFC 9110 12.5.1. */
final class Accepts {

    private static final String JSON = "application/json";
    private static final double UNNAMED = -1;

    private Accepts() {}

    /** The media type without its parameters; empty where JSON is as welcome, and where nothing is said. */
    static Optional<String> of(Route<?, ?> route, Exchange exchange) {
        return route.response().others().stream()
                .flatMap(
                        other -> other.example() instanceof FileBody file ? Stream.of(file.bareType()) : Stream.empty())
                .filter(media -> exchange.header("Accept")
                        .filter(accept -> quality(accept, media) > Math.max(0, quality(accept, JSON)))
                        .isPresent())
                .findFirst();
    }

    /** How welcome this very type is, from 0 to 1; less where it is not named. */
    private static double quality(String accept, String media) {
        return Arrays.stream(accept.toLowerCase(Locale.ROOT).split(",", -1))
                .map(range -> range.split(";", -1))
                .filter(range -> range[0].strip().equals(media))
                .mapToDouble(Accepts::weight)
                .max()
                .orElse(UNNAMED);
    }

    /** A weight that is none counts as the greatest, as one that is left out. */
    private static double weight(String[] range) {
        return Arrays.stream(range)
                .map(String::strip)
                .filter(parameter -> parameter.matches("q=(0(\\.\\d{0,3})?|1(\\.0{0,3})?)"))
                .mapToDouble(parameter -> Double.parseDouble(parameter.substring(2)))
                .findFirst()
                .orElse(1);
    }
}
