package io.agencyos.application.outreach.mail;

import java.time.Duration;

/**
 * How e-mails follow each other, beside what their quotas leave. Source: outreach 19.1.
 *
 * @param gap between two of one mailbox; zero for none
 * @param toOneDomain how many strangers of one domain hear from a client on a day; free-mail domains are nobody's
 */
public record MailPace(Duration gap, int toOneDomain) {

    /** As a person writes: 45 in two hours. */
    public static final MailPace HUMAN = new MailPace(Duration.ofSeconds(90), 3);

    /** For clocks that are moved by hours at once: what is due leaves together. */
    public static final MailPace NONE = new MailPace(Duration.ZERO, Integer.MAX_VALUE);

    /** Whether anything is watched at all. */
    boolean watches() {
        return gap.isPositive();
    }
}
