package io.agencyos.domain.client;

import io.agencyos.domain.shared.Vocabulary;

/** Who wrote a version of an ideal customer profile. Source: data model 5.3. */
public enum IcpOrigin implements Vocabulary {
    AI_EXTRACTION,
    MANUAL,
    DEFAULT
}
