package io.agencyos.adapters.out.postgres.campaign;

import io.agencyos.adapters.out.postgres.client.PostgresClients;
import io.agencyos.adapters.out.postgres.client.PostgresCredits;
import io.agencyos.adapters.out.postgres.outreach.PostgresTouches;
import io.agencyos.adapters.out.postgres.platform.PostgresAudit;
import io.agencyos.adapters.out.postgres.platform.PostgresEvents;
import io.agencyos.adapters.out.postgres.resource.PostgresMailboxes;
import io.agencyos.application.campaign.store.CampaignPorts;
import io.agencyos.application.resource.MailboxRepository;
import io.agencyos.application.resource.SendingChannels;
import java.util.UUID;

/** The ports of the use cases of campaigns in PostgreSQL. */
final class PostgresCampaignWorld {

    private PostgresCampaignWorld() {}

    static MailboxRepository mailboxes() {
        return new PostgresMailboxes(UUID::randomUUID);
    }

    static CampaignPorts ports() {
        return new CampaignPorts(
                new PostgresClients(UUID::randomUUID),
                new PostgresCredits(UUID::randomUUID),
                new PostgresCampaigns(UUID::randomUUID),
                new PostgresEnrolments(),
                new PostgresConsentDeclarations(),
                SendingChannels.ofMailboxes(mailboxes()),
                new PostgresTouches()::inFlight,
                (client, campaign) -> 0,
                (client, campaign) -> 0,
                new PostgresEvents(),
                new PostgresAudit(),
                () -> true);
    }
}
