package io.agencyos.adapters.out.dncr;

import io.agencyos.domain.outreach.PhoneWash;
import io.agencyos.domain.shared.contact.Country;
import io.agencyos.domain.shared.contact.PhoneNumber;
import io.agencyos.domain.shared.contact.PhoneNumbers;
import java.util.Optional;

/** How the register writes numbers: nationally. What it cannot know is not submitted, for each number is paid for. Source: vendors/dncr 3. */
final class RegisterNumber {

    private static final int COUNTRY_CODE = 3;

    private RegisterNumber() {}

    /** The number as it is submitted; empty for one that is not Australian or of six digits. */
    static Optional<String> of(PhoneNumber number) {
        if (!PhoneWash.isWashable(number)) {
            return Optional.empty();
        }
        String national = number.e164().substring(COUNTRY_CODE);
        return Optional.of(national.startsWith("1") ? national : "0" + national);
    }

    /** The number behind a line of a result. */
    static Optional<PhoneNumber> parse(String text) {
        return PhoneNumbers.parse(text, Country.AUSTRALIA).toOptional();
    }
}
