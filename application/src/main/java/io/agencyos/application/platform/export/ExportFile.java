package io.agencyos.application.platform.export;

import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.RunId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file that a job made.
 *
 * @param id of the job, too
 * @param client whose rows they are; the platform's id for files of staff
 * @param name without its ending
 * @param least role in the client of whoever may fetch it
 * @param expiresAt after which nobody may; null while it is being made
 */
public record ExportFile(
        RunId id,
        ClientId client,
        String name,
        SheetFormat format,
        Role least,
        Instant createdAt,
        @Nullable Instant expiresAt) {

    public String fileName() {
        return name + "." + format.wire();
    }

    boolean isOpen(Instant now) {
        return expiresAt != null && now.isBefore(expiresAt);
    }
}
