package io.agencyos.application.conversation;

import io.agencyos.domain.shared.id.ClientId;
import java.util.List;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/**
 * The safety net beside push: asks every source of a client for what came back since the last time, and stores it under
 * the same keys as a push would, so that nothing is processed twice. Source: outreach 15, content 4.8 recovery.
 */
@PrimaryPort
public interface PollReplies {

    /**
     * What one round found.
     *
     * @param read events that the sources showed, those known before included
     * @param fresh events that nobody had told us
     * @param failures sources that could not be read, with the reason; their cursors stand where they stood
     */
    record Round(int read, int fresh, List<String> failures) {}

    Round poll(ClientId client);
}
