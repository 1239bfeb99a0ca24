package io.agencyos.domain.client;

import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.contact.LinkedInUrl;
import io.agencyos.domain.shared.contact.PhoneNumber;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Everything that leaves goes to people of the client's own instead of the leads, by the real vendors. Source: outreach 13.
 *
 * @param email who gets the e-mails; without one none leaves while it is on
 * @param phone who gets texts and calls
 * @param profile who gets invitations and messages
 */
public record TestMode(
        boolean on,
        @Nullable EmailAddress email,
        @Nullable PhoneNumber phone,
        @Nullable LinkedInUrl profile) {

    /** What every client begins with. */
    public static final TestMode OFF = new TestMode(false, null, null, null);

    /** E-mails of a client and day while it is on. */
    public static final int EMAILS_A_DAY = 15;

    /** What text and subject begin with. */
    public static final String MARK = "[TEST] ";

    /** Who gets what would go to the lead; empty where nothing may leave on this channel: letters have no such person. */
    public Optional<String> recipient(Channel channel) {
        return switch (channel) {
            case EMAIL -> Optional.ofNullable(email).map(EmailAddress::value);
            case SMS, VOICE -> Optional.ofNullable(phone).map(PhoneNumber::e164);
            case LINKEDIN -> Optional.ofNullable(profile).map(LinkedInUrl::url);
            case MAIL -> Optional.empty();
        };
    }

    /** A text with the mark, or without where it would be longer than the channel takes. */
    public static String marked(String text, Predicate<String> fits) {
        String marked = MARK + text;
        return fits.test(marked) ? marked : text;
    }
}
