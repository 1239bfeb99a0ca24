package io.agencyos.bootstrap;

import io.agencyos.adapters.in.cli.Desk;
import io.agencyos.adapters.out.leadfiles.CsvLeadFiles;
import io.agencyos.adapters.out.postgres.campaign.PostgresCampaigns;
import io.agencyos.adapters.out.postgres.client.PostgresClients;
import io.agencyos.adapters.out.postgres.client.PostgresCredits;
import io.agencyos.adapters.out.postgres.kernel.PostgresDatabase;
import io.agencyos.adapters.out.postgres.lead.PostgresLeadImports;
import io.agencyos.adapters.out.postgres.lead.PostgresLeads;
import io.agencyos.adapters.out.postgres.lead.PostgresPoolPeople;
import io.agencyos.adapters.out.postgres.lead.PostgresSuppressions;
import io.agencyos.adapters.out.postgres.platform.PostgresEvents;
import io.agencyos.adapters.out.postgres.platform.PostgresInstallationMark;
import io.agencyos.adapters.out.postgres.scoring.PostgresLeadScores;
import io.agencyos.adapters.out.postgres.scoring.PostgresRescoreQueue;
import io.agencyos.adapters.out.postgres.scoring.PostgresWeightSets;
import io.agencyos.adapters.out.security.InstallationSecret;
import io.agencyos.application.campaign.Campaigns;
import io.agencyos.application.client.AddUser;
import io.agencyos.application.client.ClientUseCases;
import io.agencyos.application.client.Clients;
import io.agencyos.application.client.IdentityUseCases;
import io.agencyos.application.client.ListMembers;
import io.agencyos.application.client.OpenClient;
import io.agencyos.application.client.ResetPassword;
import io.agencyos.application.lead.ImportLeads;
import io.agencyos.application.lead.LeadFiles;
import io.agencyos.application.lead.LeadPorts;
import io.agencyos.application.lead.LeadUseCases;
import io.agencyos.application.lead.UndoImport;
import io.agencyos.application.platform.Events;
import io.agencyos.application.scoring.ScoringPorts;
import io.agencyos.application.scoring.ScoringUseCases;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.PublishedSuffixes;
import io.agencyos.application.shared.RandomSource;
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
import java.util.function.Supplier;

/** The product wired on the database of the settings. */
final class SystemDesk implements Desk {

    private static final String SUPPRESSION_SALT = "platform-suppression-salt/1";

    private final Database server;
    private final PostgresDatabase database;
    private final UnitOfWork units;
    private final Clients clients;
    private final LeadPorts ports;
    private final ClientUseCases clientUseCases;
    private final LeadUseCases leadUseCases;
    /** Made when asked for: most commands sign nobody in. */
    private final Supplier<IdentityUseCases> identity;

    private SystemDesk(Database server, PostgresDatabase database, Settings settings) {
        this.server = server;
        this.database = database;
        this.units = database.unitOfWork();
        ClockPort clock = new SystemClock();
        RandomSource random = new SystemRandom();
        IdSource ids = new TimeOrderedIds(clock, random);
        InstallationSecret secret = Installation.secret(settings, new PostgresInstallationMark(), units, random);
        Campaigns campaigns = new PostgresCampaigns(ids);
        Events events = new PostgresEvents();
        this.clients = new PostgresClients(ids);
        this.ports = new LeadPorts(
                new PostgresLeads(),
                new PostgresPoolPeople(clock, ids),
                new PostgresSuppressions(secret.deriveText(SUPPRESSION_SALT)),
                new PostgresLeadImports());
        ScoringUseCases scoring = new ScoringUseCases(
                ports,
                new ScoringPorts(new PostgresLeadScores(), new PostgresWeightSets(ids), new PostgresRescoreQueue()),
                clients,
                campaigns,
                events,
                units,
                clock,
                ids);
        this.clientUseCases = new ClientUseCases(clients, new PostgresCredits(ids), units, clock, ids);
        this.identity = () -> Identity.on(units, secret, clock, ids, random);
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
            return open(settings, server, server.open());
        } catch (RuntimeException failed) {
            server.close();
            throw failed;
        }
    }

    private static SystemDesk open(Settings settings, Database server, PostgresDatabase database) {
        try {
            return new SystemDesk(server, database, settings);
        } catch (RuntimeException failed) {
            database.close();
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
    public AddUser addUser() {
        return identity.get().addUser();
    }

    @Override
    public ResetPassword resetPassword() {
        return identity.get().resetPassword();
    }

    @Override
    public ListMembers listMembers() {
        return identity.get().listMembers();
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
