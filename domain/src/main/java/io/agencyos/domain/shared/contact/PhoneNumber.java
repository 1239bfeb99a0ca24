package io.agencyos.domain.shared.contact;

import java.util.regex.Pattern;

/**
 * A telephone number in E.164: {@code +}, country code, number, 8 to 15 digits; an Australian one follows the national
 * numbering plan. Source: data model 3 ({@code phone_e164}), outreach 6.3.
 */
public record PhoneNumber(String e164) {

    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{7,14}");
    private static final String AUSTRALIA = "+61";

    /** Refuses anything but E.164; text from outside goes through {@link PhoneNumbers#parse}. */
    public PhoneNumber {
        if (!isValid(e164)) {
            throw new IllegalArgumentException("not an E.164 number");
        }
    }

    static boolean isValid(String e164) {
        return E164.matcher(e164).matches()
                && (!e164.startsWith(AUSTRALIA)
                        || AustralianPlan.lineType(e164.substring(3)).isPresent());
    }

    /** Numbers with country code 61 are subject to the Do Not Call Register (outreach 6.5). */
    public boolean isAustralian() {
        return e164.startsWith(AUSTRALIA);
    }

    /** What kind of line this is; known for Australian numbers only. */
    public LineType lineType() {
        return isAustralian() ? AustralianPlan.lineType(e164.substring(3)).orElseThrow() : LineType.UNKNOWN;
    }

    /** False where a text cannot arrive: a landline or a 13, 1300 or 1800 number (outreach 6.3, {@code invalid_phone}). */
    public boolean canReceiveSms() {
        return switch (lineType()) {
            case MOBILE, UNKNOWN -> true;
            case LANDLINE, NON_GEOGRAPHIC -> false;
        };
    }

    /** Kind of line behind a number. */
    public enum LineType {
        /** A mobile service. */
        MOBILE,
        /** A geographic fixed line. */
        LANDLINE,
        /** A 13, 1300 or 1800 number: rings, never reads. */
        NON_GEOGRAPHIC,
        /** A number of another country, whose plan is not known here. */
        UNKNOWN
    }

    @Override
    public String toString() {
        return e164;
    }
}
