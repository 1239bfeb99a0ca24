package io.agencyos.domain.content.mail;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The signature under an e-mail; absent parts vanish with their separators. Source: outreach 8.3. */
public record Signature(
        String name,
        Optional<String> title,
        Optional<String> company,
        Optional<String> tagline,
        Optional<String> phone,
        Optional<String> website,
        Optional<String> address,
        Optional<String> bookingLink) {

    private static final String DELIMITER = "-- ";

    /** Who signs where no persona is known. */
    public static Signature ofTeam() {
        return new Signature(
                "The Team",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** Delimiter line, name, title, a blank line, company, contact, address, booking link. */
    public String text() {
        String person = lines(List.of(Optional.of(name), title));
        String business = lines(List.of(
                joined(company, tagline),
                joined(phone.map(number -> "P: " + number), website.map(url -> "W: " + host(url))),
                address.map(place -> "L: " + place),
                bookingLink));
        return DELIMITER + "\n" + person + (business.isEmpty() ? "" : "\n\n" + business);
    }

    /** The body with the signature after one blank line, exactly once. */
    public String appendTo(String body) {
        return body.contains(DELIMITER + "\n" + name) ? body : body.stripTrailing() + "\n\n" + text();
    }

    /** A website without scheme, path and trailing slash. */
    static String host(String url) {
        return url.strip().replaceFirst("(?i)^[a-z][a-z0-9+.-]*://", "").split("[/?#]", 2)[0];
    }

    private static Optional<String> joined(Optional<String> left, Optional<String> right) {
        String line = Stream.of(left, right).flatMap(Optional::stream).collect(Collectors.joining(" | "));
        return line.isEmpty() ? Optional.empty() : Optional.of(line);
    }

    private static String lines(List<Optional<String>> parts) {
        return parts.stream().flatMap(Optional::stream).collect(Collectors.joining("\n"));
    }
}
