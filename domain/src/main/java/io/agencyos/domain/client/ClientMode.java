package io.agencyos.domain.client;

import io.agencyos.domain.shared.Vocabulary;

/** Whether a client's vendors are the real ones or the sandbox. Source: data model 5.1. */
public enum ClientMode implements Vocabulary {
    LIVE,
    TEST
}
