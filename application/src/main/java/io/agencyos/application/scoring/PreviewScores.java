package io.agencyos.application.scoring;

import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.Suppression;
import io.agencyos.domain.scoring.tier.Tier;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.contact.DomainName;
import io.agencyos.domain.shared.id.ClientId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What leads would score, stored or not, without writing anything. Works inside the caller's unit of work. Source:
 * scoring POOL-6 check 13, POOL-8.2.
 */
public interface PreviewScores {

    /**
     * A score that nobody stored.
     *
     * @param score 0–100
     * @param openChannels what tier and cost floors open
     */
    record Preview(int score, Tier tier, List<Channel> openChannels) {}

    /**
     * What the client's scores are made of, read once; for the unit of work that is open.
     *
     * @param companies the employers of those who will be scored
     */
    Scores of(ClientId client, Collection<DomainName> companies);

    /** Those of the companies that {@link #of} must be told of, whichever client asks: nothing is known of the others. */
    Set<DomainName> toldOf(Collection<DomainName> companies);

    /** The technologies that the client's profile asks for; empty for none. */
    List<String> technologies(ClientId client);

    /** The scores that a client's leads would have. */
    @FunctionalInterface
    interface Scores {

        /** With the weights and targets of the lead's campaign; {@code suppressed} as the caller found it. */
        Preview of(Lead lead, @Nullable Suppression suppressed);
    }
}
