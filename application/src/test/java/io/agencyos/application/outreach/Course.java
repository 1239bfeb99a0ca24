package io.agencyos.application.outreach;

import io.agencyos.application.testing.Campaignbook;
import io.agencyos.domain.campaign.Campaign;
import io.agencyos.domain.campaign.sequence.Sequence;
import io.agencyos.domain.shared.Channel;
import java.util.Set;

/** On which channels the scenario's sequence goes: on days 0, 8 and 13, unless it is said otherwise. */
public enum Course {
    MAIL,
    TEXT,
    CALL,
    /** The default sequence of a client with a mailbox and a number: e-mails on days 0 and 8, a text on day 12. */
    BOTH,
    LINKEDIN,
    /** Each letter approved by a person. */
    POST,
    /** The default sequence on all its channels. */
    EVERY;

    boolean texts() {
        return this == TEXT || this == CALL || this == BOTH || this == EVERY;
    }

    Sequence sequence(Campaign campaign) {
        return switch (this) {
            case MAIL -> Campaignbook.emails(campaign);
            case TEXT -> Campaignbook.texts(campaign);
            case LINKEDIN -> Campaignbook.acts(campaign);
            case CALL -> Campaignbook.calls(campaign);
            case POST -> Campaignbook.letters(campaign);
            case BOTH -> Campaignbook.standard(campaign, Set.of(Channel.EMAIL, Channel.SMS));
            case EVERY -> Campaignbook.standard(campaign, Set.of(Channel.values()));
        };
    }
}
