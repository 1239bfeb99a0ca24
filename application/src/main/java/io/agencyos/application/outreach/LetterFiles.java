package io.agencyos.application.outreach;

import io.agencyos.domain.shared.ClientId;
import io.agencyos.domain.shared.TouchId;
import java.net.URI;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/** Where a printer fetches the pages of a letter: an address that nobody guesses and that is good for a while. */
@SecondaryPort
@FunctionalInterface
public interface LetterFiles {

    URI of(ClientId client, TouchId touch);
}
