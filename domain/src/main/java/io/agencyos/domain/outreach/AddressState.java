package io.agencyos.domain.outreach;

import io.agencyos.domain.shared.Vocabulary;

/** What is known of a person's address on a channel. Source: outreach 6.3. */
public enum AddressState implements Vocabulary {
    OK,
    /** Nobody has proved it yet. */
    UNVERIFIED,
    /** Nobody is reached there. */
    INVALID,
    /** What was sent there came back. */
    BOUNCED,
    /** The person closed this channel. */
    OPTED_OUT;

    /** Whether nothing may be sent there. */
    public boolean isClosed() {
        return switch (this) {
            case OK, UNVERIFIED -> false;
            case INVALID, BOUNCED, OPTED_OUT -> true;
        };
    }
}
