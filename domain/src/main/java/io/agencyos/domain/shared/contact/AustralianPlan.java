package io.agencyos.domain.shared.contact;

import io.agencyos.domain.shared.contact.PhoneNumber.LineType;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The Australian numbering plan as far as businesses publish it: significant number (without 0 or 61) to kind. */
final class AustralianPlan {

    private record Range(Pattern pattern, LineType type) {
        Range(String regex, LineType type) {
            this(Pattern.compile(regex), type);
        }
    }

    private static final List<Range> RANGES = List.of(
            new Range("4[0-9]{8}", LineType.MOBILE),
            new Range("[2378][0-9]{8}", LineType.LANDLINE),
            new Range("1300[0-9]{6}", LineType.NON_GEOGRAPHIC),
            new Range("1800[0-9]{6}", LineType.NON_GEOGRAPHIC),
            new Range("13[1-9][0-9]{3}", LineType.NON_GEOGRAPHIC));

    private AustralianPlan() {}

    static Optional<LineType> lineType(String significant) {
        return RANGES.stream()
                .filter(range -> range.pattern().matcher(significant).matches())
                .map(Range::type)
                .findFirst();
    }

    /** The significant number of what is dialled inside the country: trunk 0 before area and mobile, none before 13. */
    static Optional<String> significantOf(String dialled) {
        String significant = dialled.startsWith("0") ? dialled.substring(1) : dialled;
        boolean trunkFits = dialled.startsWith("0") != significant.startsWith("1");
        return Optional.of(significant)
                .filter(number -> trunkFits && lineType(number).isPresent());
    }
}
