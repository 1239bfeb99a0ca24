package io.agencyos.application.conversion;

import io.agencyos.domain.shared.Vocabulary;
import io.agencyos.domain.shared.id.ClientId;
import java.util.List;
import java.util.UUID;
import org.jmolecules.architecture.hexagonal.SecondaryPort;
import org.jspecify.annotations.Nullable;

/** Finds what a person types into one field. Needs an open unit of work of the tenant. Source: api 9.2 {@code C/search}. */
@SecondaryPort
public interface SearchBook {

    /** Most of one type. */
    int PER_TYPE = 5;

    /** What can be found. */
    enum Type implements Vocabulary {
        LEAD,
        CAMPAIGN,
        REPLY,
        MEETING
    }

    /** @param subtitle what tells two of the same title apart */
    record Hit(Type type, UUID id, String title, @Nullable String subtitle) {}

    /**
     * By type; best first: an address or domain that is exactly this, the start of an address, a name or a company, then
     * anywhere in them; of equals the newer. Replies and meetings are found by their leads.
     *
     * @param text folded as {@link io.agencyos.domain.shared.SearchText} does
     */
    List<Hit> find(ClientId client, String text);
}
