package io.agencyos.domain.lead;

import io.agencyos.domain.shared.Vocabulary;
import java.util.Set;

/**
 * Why somebody may not be contacted, strongest first: adding an entry again only ever strengthens it. Source:
 * vocabulary 8, outreach 6.1.
 */
public enum SuppressionReason implements Vocabulary {
    /** A legal order or threat. */
    LEGAL,
    /** A spam report or a personal complaint. */
    COMPLAINED,
    /** An opt-out on any channel. */
    UNSUBSCRIBED,
    /** A known trap. */
    SPAM_TRAP,
    /** The client wishes so. */
    DO_NOT_CONTACT,
    /** Not the right person, or a wrong number. */
    WRONG_PERSON,
    /** Buys from the client already. */
    EXISTING_CUSTOMER,
    /** Competes with the client. */
    COMPETITOR,
    /** Used to buy from the client. */
    PAST_CUSTOMER,
    /** Said no; lapses after 180 days. */
    NOT_INTERESTED,
    /** The address is dead (soft: for 7 days). */
    BOUNCED,
    /** Something else, with a note. */
    OTHER;

    /** What administrators of a client may take back. Source: outreach 6.2, removal. */
    public static final Set<SuppressionReason> REMOVABLE_BY_CLIENTS =
            Set.of(EXISTING_CUSTOMER, PAST_CUSTOMER, COMPETITOR, DO_NOT_CONTACT, OTHER);

    /** Strength, 1 for the strongest. */
    public int rank() {
        return ordinal() + 1;
    }

    /** Whether nobody takes it back, staff of the platform included. Source: outreach 6.2, removal. */
    public boolean isForGood() {
        return this == LEGAL || this == COMPLAINED || this == UNSUBSCRIBED;
    }

    /** True when this reason replaces {@code other} on an existing entry. */
    public boolean isStrongerThan(SuppressionReason other) {
        return rank() < other.rank();
    }

    /**
     * Whether an entry of this reason says nothing about the person behind a key of this type.
     *
     * @see Suppression#closesAddressOnly
     */
    public boolean closesAddressOnly(SuppressionKeyType type) {
        return switch (type) {
            case EMAIL, DOMAIN -> this == BOUNCED;
            case PHONE -> this == WRONG_PERSON;
            case PERSON, LINKEDIN, COMPANY -> false;
        };
    }
}
