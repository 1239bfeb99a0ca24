package io.agencyos.domain.client;

import io.agencyos.domain.shared.Vocabulary;

/**
 * Who has to say yes before something is sent. It stands here because clients, campaigns and leads each may set it,
 * and the client comes first. Source: vocabulary 12, outreach 1.4.
 */
public enum PermissionMode implements Vocabulary {
    /** Nobody: it is sent when due. */
    AUTOPILOT,
    /** A person approves every touch; the default. */
    CO_PILOT,
    /** Only a person sends. */
    MANUAL
}
