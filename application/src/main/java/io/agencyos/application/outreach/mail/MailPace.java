package io.agencyos.application.outreach.mail;

import io.agencyos.domain.shared.contact.FreeMailDomains;
import java.time.Duration;

/**
 * How e-mails follow each other, beside what their quotas leave. Source: outreach 19.1.
 *
 * @param gap between two of one mailbox; zero for none
 * @param toOneDomain how many strangers of one domain hear from a client on a day
 * @param freeMail domains that are nobody's, and count for nobody
 */
public record MailPace(Duration gap, int toOneDomain, FreeMailDomains freeMail) {

    /** As a person writes: 45 in two hours. */
    public static final MailPace HUMAN = new MailPace(Duration.ofSeconds(90), 3, FreeMailDomains.standard());

    /** For clocks that are moved by hours at once: what is due leaves together. */
    public static final MailPace NONE = new MailPace(Duration.ZERO, Integer.MAX_VALUE, FreeMailDomains.standard());

    /** The same, with these domains for nobody's. */
    public MailPace sparing(FreeMailDomains domains) {
        return new MailPace(gap, toOneDomain, domains);
    }

    /** Whether anything is watched at all. */
    boolean watches() {
        return gap.isPositive();
    }
}
