package io.agencyos.bootstrap.product.place;

import io.agencyos.application.outreach.mail.MailPace;
import io.agencyos.domain.outreach.Courtesy;

/** How touches follow each other beside what the steps and quotas say. Source: outreach 19.1, 19.2. */
public record Manners(MailPace mail, Courtesy courtesy) {

    /** As a person would. */
    public static final Manners HUMAN = new Manners(MailPace.HUMAN, Courtesy.TWO_A_DAY);

    /** For clocks that are moved by hours at once: what is due leaves together. */
    public static final Manners NONE = new Manners(MailPace.NONE, Courtesy.NONE);
}
