package io.agencyos.application.conversation.world;

import io.agencyos.domain.shared.id.ClientId;
import org.jspecify.annotations.Nullable;

/** Who looks where a vendor of data says that something is there. Opens its own unit of work. */
@FunctionalInterface
public interface DataNews {

    /** Where nothing is ever asked for. */
    DataNews NOBODY = (client, refHash, request) -> false;

    /** Whether it was waited for. */
    boolean numbersTold(ClientId client, String refHash, @Nullable String request);
}
