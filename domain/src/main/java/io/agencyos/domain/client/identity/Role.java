package io.agencyos.domain.client.identity;

import io.agencyos.domain.shared.Vocabulary;

/** What somebody may do in a client; the four of the ladder include each other. Source: vocabulary 13, api 5. */
public enum Role implements Vocabulary {
    /** Reads. */
    VIEWER,
    /** Works with leads and campaigns, may stop everything. */
    MEMBER,
    /** Also settings, members, resuming, autopilot. */
    ADMIN,
    /** Also billing, deletion, consent to pooled learning. */
    OWNER,
    /** Staff of the platform, member of no client. */
    PLATFORM_ADMIN,
    /** The database role of flows, never a person. */
    WORKER;

    /** True for the four that a membership can have. */
    public boolean isMembership() {
        return this != PLATFORM_ADMIN && this != WORKER;
    }

    @Override
    public boolean isSpoken() {
        return isMembership();
    }

    /** True when this role is enough where {@code required} is asked for: owner ⊃ admin ⊃ member ⊃ viewer, no others. */
    public boolean permits(Role required) {
        return this == required || isMembership() && required.isMembership() && compareTo(required) > 0;
    }
}
