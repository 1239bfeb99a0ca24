package io.agencyos.domain.client;

import io.agencyos.domain.shared.Vocabulary;

/** What search figures of a company mean for its score. Source: data model 5.1, scoring 1.4. */
public enum SeoMode implements Vocabulary {
    PRESENCE,
    OPPORTUNITY,
    OFF
}
