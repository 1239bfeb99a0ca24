package io.agencyos.application.outreach.channel;

import io.agencyos.domain.shared.id.ClientId;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/** By whom a client's letters are printed and posted. */
@SecondaryPort
@FunctionalInterface
public interface PostLines {

    /**
     * A post office.
     *
     * @param vendor its name as configured
     */
    record Line(String vendor, PostSender sender) {}

    Optional<Line> of(ClientId client);
}
