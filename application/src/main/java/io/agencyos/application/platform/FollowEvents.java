package io.agencyos.application.platform;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.platform.DomainEvent;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/** Follows what happens to a client. Source: api 1.10. */
@PrimaryPort
public interface FollowEvents {

    /** One reader, for one thread. */
    interface Reader {

        /** What was committed since the last look and was not told before, in the order in which it happened. */
        List<DomainEvent> next();
    }

    /** Tells what happens from now on. */
    Reader fromNow(TenantScope scope);

    /** Tells what happened after this event, too; empty where it is not known or older than a day. */
    Optional<Reader> after(TenantScope scope, UUID event);

    /** For staff: tells what happens to anybody from now on. */
    Reader fromNowEverywhere();

    /** For staff: tells what happened to anybody after this event, too; empty where it is not known or older than a day. */
    Optional<Reader> afterEverywhere(UUID event);
}
