package io.agencyos.application.lead.enrichment;

import io.agencyos.application.lead.source.PhoneReveal;
import io.agencyos.domain.shared.id.ClientId;
import java.net.URI;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/** Where a client's telephone numbers are bought. Source: apollo 4.1, 7. */
@SecondaryPort
public interface PhoneSources {

    /**
     * A vendor that sells numbers.
     *
     * @param tellAt where it may tell of this client, without the word that tells questions apart; empty while it may not
     *     be asked, because nobody could be texted or called with a number or the vendor has nowhere to tell
     */
    record Source(String vendor, PhoneReveal reveal, Optional<URI> tellAt) {}

    /** Empty while the client has connected no such vendor. Never call it inside a unit of work. */
    Optional<Source> of(ClientId client);
}
