package io.agencyos.adapters.out.postgres.testing;

import io.agencyos.adapters.out.memory.outreach.MemoryUnsubscribeLinks;
import io.agencyos.adapters.out.postgres.campaign.PostgresCampaigns;
import io.agencyos.adapters.out.postgres.campaign.PostgresEnrolments;
import io.agencyos.adapters.out.postgres.client.PostgresClients;
import io.agencyos.adapters.out.postgres.client.PostgresCredits;
import io.agencyos.adapters.out.postgres.lead.PostgresActivities;
import io.agencyos.adapters.out.postgres.lead.PostgresLeadImports;
import io.agencyos.adapters.out.postgres.lead.PostgresLeads;
import io.agencyos.adapters.out.postgres.lead.PostgresPoolPeople;
import io.agencyos.adapters.out.postgres.lead.PostgresSuppressions;
import io.agencyos.adapters.out.postgres.outreach.PostgresApprovals;
import io.agencyos.adapters.out.postgres.outreach.PostgresCallLog;
import io.agencyos.adapters.out.postgres.outreach.PostgresConsentBasis;
import io.agencyos.adapters.out.postgres.outreach.PostgresGateLog;
import io.agencyos.adapters.out.postgres.outreach.PostgresHolidayCalendar;
import io.agencyos.adapters.out.postgres.outreach.PostgresQuotas;
import io.agencyos.adapters.out.postgres.outreach.PostgresReplyFeedBook;
import io.agencyos.adapters.out.postgres.outreach.PostgresSentLog;
import io.agencyos.adapters.out.postgres.outreach.PostgresTouches;
import io.agencyos.adapters.out.postgres.platform.PostgresEmergencyStops;
import io.agencyos.adapters.out.postgres.platform.PostgresEvents;
import io.agencyos.adapters.out.postgres.platform.PostgresTasks;
import io.agencyos.adapters.out.postgres.platform.PostgresVendorUsage;
import io.agencyos.adapters.out.postgres.resource.PostgresMailboxes;
import io.agencyos.adapters.out.postgres.scoring.PostgresBuyerSignals;
import io.agencyos.adapters.out.postgres.scoring.PostgresLeadScores;
import io.agencyos.adapters.out.postgres.scoring.PostgresScoringChoices;
import io.agencyos.adapters.out.postgres.scoring.PostgresWeightSets;
import io.agencyos.application.lead.store.LeadPorts;
import io.agencyos.application.outreach.OutreachScenario;
import io.agencyos.application.outreach.TextBook;
import io.agencyos.application.outreach.calendar.RememberedHolidays;
import io.agencyos.application.outreach.channel.EmailSender;
import io.agencyos.application.outreach.engine.OutreachWorld;
import io.agencyos.application.outreach.store.OutreachStores;
import io.agencyos.application.platform.usage.VendorMeter;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.domain.campaign.Campaign;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.TouchId;
import java.net.URI;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The send protocol's stores on one database, with the world around them. */
public final class OutreachOnPostgres {

    private OutreachOnPostgres() {}

    public static OutreachStores stores() {
        return new OutreachStores(
                new PostgresEnrolments(),
                new PostgresTouches(),
                new PostgresQuotas(),
                new PostgresApprovals(),
                new PostgresGateLog(),
                new PostgresCallLog(),
                new PostgresSentLog(UUID::randomUUID),
                new PostgresConsentBasis());
    }

    /** A world whose mail goes to this sender. */
    public static OutreachScenario.World world(FreshDatabase database, ClockPort clock, EmailSender sender) {
        return new OutreachScenario.World(
                database.unitOfWork(),
                stores(),
                new OutreachWorld(
                                new PostgresClients(UUID::randomUUID),
                                new PostgresCampaigns(UUID::randomUUID),
                                new LeadPorts(
                                        new PostgresLeads(),
                                        new PostgresPoolPeople(clock, UUID::randomUUID),
                                        new PostgresSuppressions("salt"),
                                        new PostgresLeadImports()),
                                new PostgresMailboxes(UUID::randomUUID),
                                new RememberedHolidays(
                                        new PostgresHolidayCalendar(database.unitOfWork()), System::nanoTime),
                                new PostgresActivities(clock),
                                new PostgresEvents(),
                                new PostgresTasks())
                        .reading(new PostgresReplyFeedBook())
                        .stoppedBy(new PostgresEmergencyStops())
                        .metered(new VendorMeter(new PostgresVendorUsage())),
                new PostgresCredits(UUID::randomUUID),
                new OutreachScenario.Scoring(
                        new PostgresLeadScores(),
                        new PostgresWeightSets(UUID::randomUUID),
                        new PostgresScoringChoices(),
                        new PostgresBuyerSignals()),
                sender,
                new MemoryUnsubscribeLinks(URI.create("https://agency.example/u/")),
                campaign -> declare(database, campaign));
    }

    /** The same world, by which texts leave too. */
    public static OutreachScenario.World world(
            FreshDatabase database, ClockPort clock, EmailSender sender, TextBook texts) {
        return world(database, clock, sender)
                .with(texts, (lead, channel) -> consent(database, lead.clientId(), lead.id(), channel, null));
    }

    private static void declare(FreshDatabase database, Campaign campaign) {
        declare(database, campaign.clientId(), campaign.id());
    }

    /** Signs the declaration for a campaign, long ago. */
    public static void declare(FreshDatabase database, ClientId client, CampaignId campaign) {
        database.execute("""
            insert into app.campaign_consent_declaration
                   (client_id, id, campaign_id, version, text_hash, accepted_by, accepted_at)
            values (?, gen_random_uuid(), ?, 1, '\\x00', gen_random_uuid(), '2026-01-01T00:00Z')
            """, client.value(), campaign.value());
    }

    /** Puts a lead's own consent on file, given long ago. */
    public static void consent(
            FreshDatabase database, ClientId client, LeadId lead, Channel channel, @Nullable Instant expiresAt) {
        database.execute(
                """
                insert into app.consent (client_id, id, lead_id, person_ref, channel, basis, obtained_at, recorded_by, expires_at)
                values (?, gen_random_uuid(), ?, 'ref', ?, 'express', '2026-01-01T00:00Z', 'form', ?)
                """,
                client.value(),
                lead.value(),
                channel.wire(),
                expiresAt == null ? null : Timestamp.from(expiresAt));
    }

    /** Marks a sent touch as bounced. */
    public static void bounced(FreshDatabase database, TouchId touch) {
        database.execute("update app.touch set delivery_status = 'bounced' where id = ?", touch.value());
    }
}
