package io.agencyos.domain.client;

import io.agencyos.domain.shared.Vocabulary;

/** Life of one version of an ideal customer profile; at most one is confirmed. Source: data model 5.3. */
public enum IcpStatus implements Vocabulary {
    DRAFT,
    CONFIRMED,
    SUPERSEDED,
    REJECTED
}
