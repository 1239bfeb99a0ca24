package io.agencyos.application.outreach.engine;

import io.agencyos.application.campaign.store.Campaigns;
import io.agencyos.domain.campaign.sequence.Sequence;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Versions of sequences that were used last. A version never changes, so what was read once stays true; one that was not
 * there is asked for again. Thread-safe. Source: outreach 2.7.
 */
public final class Sequences {

    private static final int KEPT = 1_000;

    private record Version(ClientId client, CampaignId campaign, int number) {}

    private final Campaigns campaigns;
    private final Map<Version, Sequence> known = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Version, Sequence> eldest) {
            return size() > KEPT;
        }
    };

    Sequences(Campaigns campaigns) {
        this.campaigns = campaigns;
    }

    /** Needs an open unit of work of the tenant. */
    Optional<Sequence> of(ClientId client, CampaignId campaign, int version) {
        Version wanted = new Version(client, campaign, version);
        synchronized (known) {
            Sequence before = known.get(wanted);
            if (before != null) {
                return Optional.of(before);
            }
        }
        Optional<Sequence> read = campaigns.sequence(client, campaign, version);
        synchronized (known) {
            read.ifPresent(sequence -> known.put(wanted, sequence));
        }
        return read;
    }
}
