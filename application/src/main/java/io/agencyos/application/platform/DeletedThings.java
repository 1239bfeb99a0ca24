package io.agencyos.application.platform;

import io.agencyos.domain.shared.Vocabulary;
import io.agencyos.domain.shared.id.ClientId;
import java.util.UUID;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/** What a client had once and deleted. Needs an open unit of work of the client. Source: api 1.1 (deleted rows). */
@SecondaryPort
public interface DeletedThings {

    /** Kinds whose rows outlive their deletion, by the words of the API. */
    enum Kind implements Vocabulary {
        LEAD("leads"),
        CAMPAIGN("campaigns"),
        PERSONA("personas"),
        CUSTOMER("customers"),
        WEBHOOK_ENDPOINT("webhook-endpoints"),
        LINKEDIN_SEAT("linkedin/seats");

        private final String collection;

        Kind(String collection) {
            this.collection = collection;
        }

        /** Where they are found below their client. */
        public String collection() {
            return collection;
        }
    }

    /** False for what is there, what never was, and what is another client's. */
    boolean isDeleted(ClientId client, Kind kind, UUID id);
}
