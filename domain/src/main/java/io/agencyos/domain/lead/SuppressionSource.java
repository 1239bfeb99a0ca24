package io.agencyos.domain.lead;

import io.agencyos.domain.shared.Vocabulary;

/** Where an entry came from. Source: vocabulary 8. */
public enum SuppressionSource implements Vocabulary {
    /** The client's CRM. */
    CRM_IMPORT,
    /** A file. */
    CSV_IMPORT,
    /** A person of the client. */
    MANUAL,
    /** A returned message. */
    BOUNCE,
    /** An unsubscribe link or header. */
    UNSUBSCRIBE,
    /** STOP by text. */
    SMS_KEYWORD,
    /** Said on the phone. */
    VOICE_CALL,
    /** Said on LinkedIn. */
    LINKEDIN,
    /** Said in an answer. */
    REPLY,
    /** Staff of the platform. */
    PLATFORM
}
