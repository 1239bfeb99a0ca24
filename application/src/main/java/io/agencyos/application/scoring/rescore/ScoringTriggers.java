package io.agencyos.application.scoring.rescore;

import io.agencyos.application.campaign.store.Campaigns;
import io.agencyos.application.lead.store.Suppressions;
import io.agencyos.application.platform.Events;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.domain.platform.DomainEvent;
import io.agencyos.domain.platform.EventName;
import io.agencyos.domain.scoring.ScoreCause;
import io.agencyos.domain.shared.id.ClientId;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/**
 * Stores that ask for new scores in the unit of work of the change that moves them, so that no change goes unnoticed and
 * none that was rolled back is followed. Source: scoring ALS-16.
 */
public final class ScoringTriggers {

    private final RescoreRequests requests;
    private final ClockPort clock;
    private final IdSource ids;

    public ScoringTriggers(RescoreRequests requests, ClockPort clock, IdSource ids) {
        this.requests = requests;
        this.clock = clock;
        this.ids = ids;
    }

    /** A profile that comes into force is told by {@code icp.confirmed}. */
    public Events over(Events events) {
        return new Events() {
            @Override
            public void append(Collection<DomainEvent> told) {
                events.append(told);
                requests.add(told.stream()
                        .filter(event -> event.name() == EventName.ICP_CONFIRMED)
                        .map(DomainEvent::clientId)
                        .filter(Objects::nonNull)
                        .map(client -> request(client, ScoreCause.ICP_CHANGED, new RescoreRequest.Target.Everybody()))
                        .toList());
            }
        };
    }

    /** Opt-outs, complaints, bounces and what people list by hand all end in an entry. */
    public Suppressions over(Suppressions suppressions) {
        return new TriggeringSuppressions(suppressions, this);
    }

    /** A campaign's targets go before the client's. */
    public Campaigns over(Campaigns campaigns) {
        return new TriggeringCampaigns(campaigns, this);
    }

    public void changed(ClientId client, ScoreCause cause, RescoreRequest.Target target) {
        requests.add(List.of(request(client, cause, target)));
    }

    private RescoreRequest request(ClientId client, ScoreCause cause, RescoreRequest.Target target) {
        return new RescoreRequest(ids.next(), client, cause, target, null, clock.now());
    }
}
