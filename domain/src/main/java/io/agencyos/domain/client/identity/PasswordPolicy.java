package io.agencyos.domain.client.identity;

import io.agencyos.domain.shared.SecretText;
import io.agencyos.domain.shared.Vocabulary;
import io.agencyos.domain.shared.contact.EmailAddress;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** What a password may be: any 12 to 128 characters that are neither common nor the person's own name tags. Source: api 2. */
public final class PasswordPolicy {

    private static final int SHORTEST = 12;
    private static final int LONGEST = 128;

    private PasswordPolicy() {}

    /** Why a password is refused. */
    public enum Fault implements Vocabulary {
        /** Fewer than 12 characters. */
        TOO_SHORT,
        /** More than 128 characters. */
        TOO_LONG,
        /** One of those that everybody tries first. */
        COMMON,
        /** The e-mail address. */
        IS_EMAIL,
        /** The name of a company. */
        IS_COMPANY_NAME
    }

    /**
     * The first fault, if there is one. Characters are Unicode code points.
     *
     * @param isCommon whether many people have this password, which is asked in lower case
     */
    public static Optional<Fault> faultOf(
            SecretText password, EmailAddress email, Collection<String> companies, Predicate<String> isCommon) {
        String text = password.reveal();
        int length = text.codePointCount(0, text.length());
        if (length < SHORTEST) {
            return Optional.of(Fault.TOO_SHORT);
        }
        if (length > LONGEST) {
            return Optional.of(Fault.TOO_LONG);
        }
        if (isCommon.test(text.toLowerCase(Locale.ROOT))) {
            return Optional.of(Fault.COMMON);
        }
        if (text.strip().equalsIgnoreCase(email.value())) {
            return Optional.of(Fault.IS_EMAIL);
        }
        return companies.stream().anyMatch(text.strip()::equalsIgnoreCase)
                ? Optional.of(Fault.IS_COMPANY_NAME)
                : Optional.empty();
    }
}
