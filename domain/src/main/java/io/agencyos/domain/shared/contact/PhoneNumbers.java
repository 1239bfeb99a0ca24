package io.agencyos.domain.shared.contact;

import io.agencyos.domain.shared.InputProblem;
import io.agencyos.domain.shared.Result;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads telephone numbers as people write them. International forms ({@code +}, {@code 00}, from Australia
 * {@code 0011}) are read for every country; national forms for Australia only, where the plan is exact enough to be a
 * rule. A national number of another country is refused rather than guessed. Source: outreach 6.3, data model 3.
 */
public final class PhoneNumbers {

    private static final int MAX_LENGTH = 64;
    private static final Pattern EXTENSION =
            Pattern.compile("(?i)\\s*(?:;ext=|,|#|x|ext\\.?|extension)\\s*[0-9]{1,6}\\s*$");
    private static final Pattern LEAD = Pattern.compile("(?i)^(?:tel:|')");
    private static final Pattern DECORATION = Pattern.compile("[\\s().\\u00AD\\u200B-\\u200F\\u202A-\\u202E\\p{Pd}]");
    private static final Pattern OPTIONAL_TRUNK = Pattern.compile("^(\\+[\\s0-9]+)\\(0\\)");
    private static final Pattern DIGITS = Pattern.compile("\\+?[0-9]+");

    private PhoneNumbers() {}

    /** The number in E.164, or {@code invalid_phone}. An extension is dropped: it is no part of the number. */
    public static Result<PhoneNumber, InputProblem> parse(String text, Country defaultRegion) {
        if (text.length() > MAX_LENGTH) {
            return Result.err(InputProblem.phone("A telephone number is shorter than this."));
        }
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
        String bare = EXTENSION.matcher(LEAD.matcher(plain).replaceFirst("")).replaceFirst("");
        String dialled = DECORATION
                .matcher(OPTIONAL_TRUNK.matcher(bare).replaceFirst("$1"))
                .replaceAll("");
        if (!DIGITS.matcher(dialled).matches()) {
            return Result.err(
                    InputProblem.phone("A telephone number consists of digits, with a + before a country code."));
        }
        Optional<String> e164 = defaultRegion.equals(Country.AUSTRALIA) ? fromAustralia(dialled) : fromAbroad(dialled);
        return e164.filter(PhoneNumber::isValid)
                .<Result<PhoneNumber, InputProblem>>map(number -> Result.ok(new PhoneNumber(number)))
                .orElseGet(() -> Result.err(InputProblem.phone("This is no complete telephone number.")));
    }

    private static Optional<String> fromAustralia(String dialled) {
        if (dialled.startsWith("+")) {
            return international(dialled.substring(1));
        }
        if (dialled.startsWith("0011")) {
            return international(dialled.substring(4));
        }
        if (dialled.startsWith("00")) {
            return international(dialled.substring(2));
        }
        return AustralianPlan.significantOf(dialled)
                .map(number -> "+61" + number)
                .or(() -> dialled.startsWith("61") ? international(dialled) : Optional.empty());
    }

    private static Optional<String> fromAbroad(String dialled) {
        if (dialled.startsWith("+")) {
            return international(dialled.substring(1));
        }
        return dialled.startsWith("00") ? international(dialled.substring(2)) : Optional.empty();
    }

    private static Optional<String> international(String digits) {
        boolean trunkKept = digits.startsWith("610");
        return Optional.of("+" + (trunkKept ? "61" + digits.substring(3) : digits));
    }
}
