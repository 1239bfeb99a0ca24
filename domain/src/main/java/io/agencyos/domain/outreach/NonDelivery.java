package io.agencyos.domain.outreach;

/** Why an accepted text did not arrive. Source: outreach 9.5, 6.3. */
public enum NonDelivery {
    /** Nobody has this number: the address becomes INVALID. */
    INVALID_NUMBER(true),
    /** This line takes no texts: the channel is closed for the person. */
    UNSUPPORTED(true),
    /** Out of reach for now. */
    ABSENT(false),
    HANDSET_FULL(false),
    /** A filter stopped it: counts against the sender, not the person. */
    FILTERED(false),
    NETWORK(false),
    /** Nobody knows whether it arrived. */
    UNKNOWN_DELIVERY(false),
    /** Taken back before it left. */
    CANCELLED(false),
    /** The vendor's staff refused the words: the campaign's step needs a person. */
    CONTENT_REJECTED(false),
    OTHER(false);

    private final boolean permanent;

    NonDelivery(boolean permanent) {
        this.permanent = permanent;
    }

    /** Whether no later text to this person would arrive either. */
    public boolean permanent() {
        return permanent;
    }
}
