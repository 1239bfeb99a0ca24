package io.agencyos.domain.shared;

/** A way to reach a person, in the default order used everywhere. Source: vocabulary 2. */
public enum Channel implements Vocabulary {
    EMAIL,
    LINKEDIN,
    VOICE,
    SMS,
    MAIL
}
