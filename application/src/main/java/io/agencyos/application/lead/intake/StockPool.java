package io.agencyos.application.lead.intake;

import io.agencyos.application.lead.source.PersonProfile;
import io.agencyos.domain.shared.Vocabulary;
import io.agencyos.domain.shared.contact.DomainName;
import io.agencyos.domain.shared.id.ClientId;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/**
 * People whom a vendor found for a client join the pool, or complete whom the pool knows; the same people again change
 * nothing. Nobody becomes a client's lead by it. Source: scoring POOL-2, POOL-12, flows 2.3.
 */
@PrimaryPort
public interface StockPool {

    /** What became of one of them. */
    enum Fate implements Vocabulary {
        /** Nobody was known by any of the keys. */
        ADDED,
        /** Somebody who is free was known already and is more complete now. */
        UPDATED,
        /** We pay only for people who can be written to. */
        NO_EMAIL,
        /** Too little is known of the person, or the address is known to be wrong. */
        NOT_ACCEPTED,
        /** Twice in this batch, or the client's own lead already. */
        DUPLICATE,
        /** The client or the platform may not contact the person. */
        SUPPRESSED,
        /** A company that the client has served. */
        PORTFOLIO,
        /** The address's domain belongs to a mail service, so it names no company. */
        FREE_MAIL,
        /** Somebody holds the person, or the person's record is closed. */
        CLAIMED
    }

    /** How many came to what. */
    record Stocked(Map<Fate, Integer> fates) {

        public static final Stocked NONE = new Stocked(Map.of());

        public Stocked {
            fates = fates.isEmpty() ? Map.of() : Map.copyOf(new EnumMap<>(fates));
        }

        public int of(Fate fate) {
            return fates.getOrDefault(fate, 0);
        }

        /** People who can be claimed now. */
        public int usable() {
            return of(Fate.ADDED) + of(Fate.UPDATED);
        }
    }

    /** Which of these vendor references the pool knows already: their records are not bought again. */
    Set<String> known(ClientId client, Collection<String> refs);

    /**
     * Takes them in, in one unit of work.
     *
     * @param excluded domains of companies that are not wanted
     */
    Stocked stock(ClientId client, List<PersonProfile> people, Set<DomainName> excluded);
}
