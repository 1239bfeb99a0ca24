package io.agencyos.domain.shared.contact;

import io.agencyos.domain.shared.InputProblem;
import io.agencyos.domain.shared.Result;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An address as it was entered, which is the one to send to: local part untouched, domain lower case and in punycode,
 * at most 254 characters. Two spellings of one mailbox differ here and agree in {@link #key}. Source: data model 3.
 */
public record EmailAddress(String value) {

    private static final int MAX_LENGTH = 254;
    private static final int MAX_LOCAL = 64;
    private static final Pattern LOCAL =
            Pattern.compile("[\\p{L}\\p{N}\\p{M}!#$%&'*+/=?^_`{|}~-]+(\\.[\\p{L}\\p{N}\\p{M}!#$%&'*+/=?^_`{|}~-]+)*");

    /** Only for text that is already normal; everything else goes through {@link #parse}. */
    public EmailAddress {
        if (!parts(value).map(Parts::text).toOptional().filter(value::equals).isPresent()) {
            throw new IllegalArgumentException("not a normalised e-mail address");
        }
    }

    private record Parts(String local, DomainName domain) {
        String text() {
            return local + "@" + domain.value();
        }
    }

    /** Reads one bare address; surrounding blanks are dropped, display names, quoted local parts and lists refused. */
    public static Result<EmailAddress, InputProblem> parse(String text) {
        return parts(text.strip()).map(parts -> new EmailAddress(parts.text()));
    }

    private static Result<Parts, InputProblem> parts(String text) {
        int at = text.indexOf('@');
        if (text.isEmpty() || at < 0 || at != text.lastIndexOf('@')) {
            return Result.err(InputProblem.email("An e-mail address has exactly one @."));
        }
        String local = text.substring(0, at);
        if (local.length() > MAX_LOCAL || !isMailbox(local) || !isMailbox(keyOfLocal(local))) {
            return Result.err(InputProblem.email("The part before the @ is no mailbox name."));
        }
        return DomainName.ofHost(text.substring(at + 1))
                .mapError(problem -> InputProblem.email("The part after the @ is no domain."))
                .map(domain -> new Parts(local, domain))
                .flatMap(parts -> parts.text().length() > MAX_LENGTH
                        ? Result.err(InputProblem.email("An e-mail address has at most 254 characters."))
                        : Result.ok(parts));
    }

    /** The identity of the mailbox, for de-duplication and suppression. */
    public EmailKey key() {
        return new EmailKey(keyText());
    }

    /** The domain, which for a work address leads to the company. */
    public DomainName domain() {
        return new DomainName(value.substring(value.indexOf('@') + 1));
    }

    /** The part before the {@code @} as entered. */
    public String localPart() {
        return value.substring(0, value.indexOf('@'));
    }

    String keyText() {
        String domain = domain().value();
        boolean gmail = domain.equals("gmail.com") || domain.equals("googlemail.com");
        String local = keyOfLocal(localPart());
        return gmail ? local.replace(".", "") + "@gmail.com" : local + "@" + domain;
    }

    private static String keyOfLocal(String local) {
        int tag = local.indexOf('+');
        String mailbox = tag < 0 ? local : local.substring(0, tag);
        return Normalizer.normalize(mailbox.toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
    }

    private static boolean isMailbox(String local) {
        return isPlain(local) || LOCAL.matcher(local).matches();
    }

    /** Nearly every mailbox there is: lower-case ASCII words between dots, dashes and underscores. */
    private static boolean isPlain(String local) {
        boolean afterDot = true;
        for (int i = 0; i < local.length(); i++) {
            char c = local.charAt(i);
            boolean dot = c == '.';
            if (dot ? afterDot : (c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '_' && c != '-') {
                return false;
            }
            afterDot = dot;
        }
        return !afterDot;
    }

    @Override
    public String toString() {
        return value;
    }
}
