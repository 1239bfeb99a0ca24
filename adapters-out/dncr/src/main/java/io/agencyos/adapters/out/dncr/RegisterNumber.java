package io.agencyos.adapters.out.dncr;

import io.agencyos.domain.shared.Country;
import io.agencyos.domain.shared.PhoneNumber;
import io.agencyos.domain.shared.PhoneNumbers;
import java.util.Optional;

/** How the register writes numbers: nationally. What it cannot know is not submitted, for each number is paid for. Source: vendors/dncr 3. */
final class RegisterNumber {

    private static final int COUNTRY_CODE = 3;

    private RegisterNumber() {}

    /** The number as it is submitted; empty for one that is not Australian or of six digits. */
    static Optional<String> of(PhoneNumber number) {
        if (!number.isAustralian()) {
            return Optional.empty();
        }
        String national = number.e164().substring(COUNTRY_CODE);
        if (national.matches("[234578]\\d{8}")) {
            return Optional.of("0" + national);
        }
        return national.matches("1[38]00\\d{6}") ? Optional.of(national) : Optional.empty();
    }

    /** The number behind a line of a result. */
    static Optional<PhoneNumber> parse(String text) {
        return PhoneNumbers.parse(text, Country.AUSTRALIA).toOptional();
    }
}
