package io.agencyos.adapters.out.postgres.conversation;

import io.agencyos.adapters.out.memory.outreach.FakeEmailSender;
import io.agencyos.adapters.out.postgres.lead.PostgresLeads;
import io.agencyos.adapters.out.postgres.lead.PostgresPhoneHolders;
import io.agencyos.adapters.out.postgres.lead.PostgresPhoneProofs;
import io.agencyos.adapters.out.postgres.outreach.PostgresCallArchive;
import io.agencyos.adapters.out.postgres.outreach.PostgresCallBook;
import io.agencyos.adapters.out.postgres.outreach.PostgresChannelAddresses;
import io.agencyos.adapters.out.postgres.outreach.PostgresContactRefs;
import io.agencyos.adapters.out.postgres.outreach.PostgresNumberRests;
import io.agencyos.adapters.out.postgres.outreach.PostgresPostPieces;
import io.agencyos.adapters.out.postgres.outreach.PostgresStopConfirmations;
import io.agencyos.adapters.out.postgres.platform.PostgresAlerts;
import io.agencyos.adapters.out.postgres.platform.flow.PostgresBreakers;
import io.agencyos.adapters.out.postgres.resource.PostgresSeatConnections;
import io.agencyos.adapters.out.postgres.resource.PostgresSeats;
import io.agencyos.adapters.out.postgres.resource.PostgresSendingDomains;
import io.agencyos.adapters.out.postgres.resource.PostgresSendingNumbers;
import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import io.agencyos.adapters.out.postgres.testing.OutreachOnPostgres;
import io.agencyos.application.conversation.ConversationStories;
import io.agencyos.application.conversation.store.ChannelBook;
import io.agencyos.application.conversation.store.ConversationStores;
import io.agencyos.application.outreach.phone.VoicePorts;
import io.agencyos.application.outreach.wash.DoNotCallStandings;
import io.agencyos.application.platform.secret.Sealer;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.testing.TestSealer;
import java.util.Optional;
import java.util.UUID;

/** The stores of outreach and conversation on one database. */
final class ConversationOnPostgres {

    static final Sealer SEAL = new TestSealer();

    private ConversationOnPostgres() {}

    static ConversationStores stores() {
        return new ConversationStores(
                new PostgresWebhookInbox(SEAL),
                new PostgresSyncCursors(),
                new PostgresTouchOutcomes(),
                new PostgresThreads(),
                new PostgresReplies(),
                new PostgresTaskBoard(),
                new ChannelBook(
                        new PostgresPhoneHolders(new PostgresLeads()),
                        new PostgresContactRefs(),
                        new PostgresChannelAddresses(),
                        new PostgresStopConfirmations(),
                        new PostgresNumberRests(),
                        new PostgresPostPieces()));
    }

    static ConversationStories.Ground ground(FreshDatabase database, ClockPort clock, FakeEmailSender sender) {
        return new ConversationStories.Ground(
                OutreachOnPostgres.world(database, clock, sender),
                stores(),
                new PostgresSeats(),
                new PostgresSeatConnections(),
                new PostgresTimeline(),
                new PostgresAlerts(UUID::randomUUID),
                new VoicePorts(
                        new PostgresSendingNumbers(),
                        number -> Optional.empty(),
                        DoNotCallStandings.unwashed(),
                        new PostgresChannelAddresses(),
                        new PostgresCallBook()),
                new PostgresCallArchive(),
                new PostgresSendingDomains(),
                new PostgresBreakers(),
                new PostgresPhoneProofs());
    }
}
