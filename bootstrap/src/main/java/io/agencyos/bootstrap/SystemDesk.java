package io.agencyos.bootstrap;

import io.agencyos.adapters.in.cli.Desk;
import io.agencyos.adapters.out.leadfiles.CsvLeadFiles;
import io.agencyos.adapters.out.postgres.campaign.PostgresCampaigns;
import io.agencyos.adapters.out.postgres.client.PostgresClients;
import io.agencyos.adapters.out.postgres.kernel.PostgresDatabase;
import io.agencyos.adapters.out.postgres.lead.PostgresLeadImports;
import io.agencyos.adapters.out.postgres.lead.PostgresLeads;
import io.agencyos.adapters.out.postgres.lead.PostgresPoolPeople;
import io.agencyos.adapters.out.postgres.lead.PostgresSuppressions;
import io.agencyos.adapters.out.postgres.platform.PostgresEvents;
import io.agencyos.adapters.out.postgres.scoring.PostgresLeadScores;
import io.agencyos.application.campaign.Campaigns;
import io.agencyos.application.client.ClientUseCases;
import io.agencyos.application.client.Clients;
import io.agencyos.application.client.OpenClient;
import io.agencyos.application.lead.ImportLeads;
import io.agencyos.application.lead.LeadFiles;
import io.agencyos.application.lead.LeadPorts;
import io.agencyos.application.lead.LeadUseCases;
import io.agencyos.application.lead.UndoImport;
import io.agencyos.application.platform.Events;
import io.agencyos.application.scoring.ScoringUseCases;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.PublishedSuffixes;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.TimeOrderedIds;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.bootstrap.config.Settings;
import io.agencyos.bootstrap.system.SystemClock;
import io.agencyos.bootstrap.system.SystemRandom;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.scoring.Tier;
import io.agencyos.domain.shared.ClientId;
import io.agencyos.domain.shared.ImportId;
import java.util.List;
import java.util.Map;

/** The product wired on the database of the settings. */
final class SystemDesk implements Desk {

    /** Hashes of platform suppressions are salted with it; it must never change for the life of a database. */
    private static final String SUPPRESSION_SALT = "agency-os/platform-suppression/1";

    private final Database server;
    private final PostgresDatabase database;
    private final UnitOfWork units;
    private final Clients clients;
    private final LeadPorts ports;
    private final ClientUseCases clientUseCases;
    private final LeadUseCases leadUseCases;

    private SystemDesk(Database server, PostgresDatabase database) {
        this.server = server;
        this.database = database;
        this.units = database.unitOfWork();
        ClockPort clock = new SystemClock();
        IdSource ids = new TimeOrderedIds(clock, new SystemRandom());
        Campaigns campaigns = new PostgresCampaigns(ids);
        Events events = new PostgresEvents();
        this.clients = new PostgresClients(ids);
        this.ports = new LeadPorts(
                new PostgresLeads(),
                new PostgresPoolPeople(clock, ids),
                new PostgresSuppressions(SUPPRESSION_SALT),
                new PostgresLeadImports());
        ScoringUseCases scoring =
                new ScoringUseCases(ports, new PostgresLeadScores(), clients, campaigns, events, clock, ids);
        this.clientUseCases = new ClientUseCases(clients, units, clock, ids);
        this.leadUseCases = new LeadUseCases(
                ports,
                clients,
                campaigns,
                scoring.scoreLeads(),
                SystemDesk::noCampaignHere,
                events,
                PublishedSuffixes.identityKeys(),
                units,
                clock,
                ids);
    }

    static SystemDesk open(Settings settings) {
        Database server = Database.reach(settings);
        try {
            return new SystemDesk(server, server.open());
        } catch (RuntimeException failed) {
            server.close();
            throw failed;
        }
    }

    /** The commands of this desk import without a campaign, so nothing can be enrolled through it. */
    private static int noCampaignHere(
            ClientId client, io.agencyos.domain.shared.CampaignId campaign, java.util.Collection<?> leads) {
        throw new IllegalStateException("enrolment is not wired to the command line");
    }

    @Override
    public OpenClient openClient() {
        return clientUseCases.openClient();
    }

    @Override
    public ImportLeads importLeads() {
        return leadUseCases.importLeads();
    }

    @Override
    public UndoImport undoImport() {
        return leadUseCases.undoImport();
    }

    @Override
    public LeadFiles leadFiles() {
        return new CsvLeadFiles();
    }

    @Override
    public List<Client> clients() {
        return units.onPlatform(clients::allLive);
    }

    @Override
    public Map<Tier, Integer> tiersOfImport(ClientId client, ImportId run) {
        return units.inTenant(TenantScope.worker(client), () -> ports.leads().tiersOfImport(client, run));
    }

    @Override
    public void close() {
        database.close();
        server.close();
    }
}
