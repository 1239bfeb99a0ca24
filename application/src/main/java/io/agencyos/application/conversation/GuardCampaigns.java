package io.agencyos.application.conversation;

import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import java.util.List;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/** Pauses campaigns that annoy people; only a person starts them again. Source: content 4.6, campaign guard. */
@PrimaryPort
@FunctionalInterface
public interface GuardCampaigns {

    /** Looks at the client's running campaigns and answers which it paused. */
    List<CampaignId> guard(ClientId client);
}
