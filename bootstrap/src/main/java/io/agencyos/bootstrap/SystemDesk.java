package io.agencyos.bootstrap;

import io.agencyos.adapters.in.cli.ConnectionDesk;
import io.agencyos.adapters.in.cli.Desk;
import io.agencyos.adapters.in.cli.NumberDesk;
import io.agencyos.adapters.in.cli.OptOutDesk;
import io.agencyos.adapters.out.leadfiles.CsvLeadFiles;
import io.agencyos.adapters.out.security.ProviderSettings;
import io.agencyos.application.client.OpenClient;
import io.agencyos.application.client.identity.AddUser;
import io.agencyos.application.client.identity.ListMembers;
import io.agencyos.application.client.identity.ResetPassword;
import io.agencyos.application.client.staff.AppointFirstStaff;
import io.agencyos.application.conversation.Unsubscribe;
import io.agencyos.application.lead.intake.ImportLeads;
import io.agencyos.application.lead.intake.LeadFiles;
import io.agencyos.application.lead.intake.ListImports;
import io.agencyos.application.lead.intake.UndoImport;
import io.agencyos.application.platform.vendor.ConnectVendor;
import io.agencyos.application.platform.vendor.VendorConnector;
import io.agencyos.application.resource.lending.ProvisionNumber;
import io.agencyos.application.resource.lending.RegisterSenderNames;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.bootstrap.config.Settings;
import io.agencyos.bootstrap.product.Product;
import io.agencyos.bootstrap.system.SystemClock;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.scoring.tier.Tier;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.ImportId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The product on the database of the settings, as the command line uses it. */
final class SystemDesk implements Desk, ConnectionDesk, NumberDesk, OptOutDesk {

    private final Running running;

    private final Optional<String> issuer;

    private SystemDesk(Running running, Optional<String> issuer) {
        this.running = running;
        this.issuer = issuer;
    }

    static SystemDesk open(Settings settings) {
        return new SystemDesk(
                Running.open(settings, new SystemClock()),
                settings.identityProvider().map(ProviderSettings::issuer));
    }

    private Product product() {
        return running.product();
    }

    @Override
    public OpenClient openClient() {
        return product().clients().openClient();
    }

    @Override
    public Optional<Client> client(String meant) {
        return Desk.super.client(meant);
    }

    @Override
    public List<VendorConnector> vendors() {
        return product().connectors();
    }

    @Override
    public ConnectVendor connectVendor() {
        return product().vendors().connect();
    }

    @Override
    public ProvisionNumber numbers() {
        return product().senders().lending().provisionNumber();
    }

    @Override
    public RegisterSenderNames names() {
        return product().senders().names();
    }

    @Override
    public Unsubscribe unsubscribe() {
        return product().conversation().unsubscribe();
    }

    @Override
    public AddUser addUser() {
        return product().identity().addUser();
    }

    @Override
    public Optional<AppointFirstStaff> firstStaff() {
        return issuer.map(product().accounts()::firstStaff);
    }

    @Override
    public ResetPassword resetPassword() {
        return product().identity().resetPassword();
    }

    @Override
    public ListMembers listMembers() {
        return product().identity().listMembers();
    }

    @Override
    public ImportLeads importLeads() {
        return product().leads().importLeads();
    }

    @Override
    public UndoImport undoImport() {
        return product().leads().undoImport();
    }

    @Override
    public ListImports listImports() {
        return product().leadReads().listImports();
    }

    @Override
    public LeadFiles leadFiles() {
        return new CsvLeadFiles();
    }

    @Override
    public List<Client> clients() {
        return product().basis().units().onPlatform(product().stores().clients::allLive);
    }

    @Override
    public Map<Tier, Integer> tiersOfImport(ClientId client, ImportId run) {
        return product()
                .basis()
                .units()
                .inTenant(
                        TenantScope.worker(client),
                        () -> product().stores().leads.leads().tiersOfImport(client, run));
    }

    @Override
    public void close() {
        running.close();
    }
}
