package io.agencyos.application.shared;

import io.agencyos.domain.shared.id.ClientId;
import java.util.Map;
import java.util.UUID;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/**
 * What stores remember of the writes to a client's rows. No rule asks for it: it is told to programs that keep copies, so rows
 * do not carry it about. Source: api 8.
 */
@SecondaryPort
public interface Stamps {

    /** Rows whose writes are told. */
    enum Kind {
        /** The client with its profile of itself, its subscription and its last day. */
        CLIENT("client"),
        PERSONA("client_persona"),
        ICP("icp_profile"),
        CAMPAIGN_SENDER("campaign_resource"),
        REPLY("reply"),
        MEETING("meeting"),
        SUPPRESSION("suppression"),
        SEAT("linkedin_seat"),
        APPROVAL("approval_item"),
        TASK("task"),
        WEBHOOK_ENDPOINT("webhook_endpoint");

        private final String entity;

        Kind(String entity) {
            this.entity = entity;
        }

        /** What the data model calls them. */
        public String entity() {
            return entity;
        }
    }

    /**
     * Those of the rows that are there, by their ids.
     *
     * @param rows ids with the client that each belongs to
     */
    Map<UUID, Stamp> of(Kind kind, Map<UUID, ClientId> rows);
}
