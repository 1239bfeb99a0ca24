package io.agencyos.bootstrap.product;

import io.agencyos.adapters.out.postgres.outreach.PostgresIrregularities;
import io.agencyos.adapters.out.postgres.outreach.PostgresOutlooks;
import io.agencyos.adapters.out.postgres.platform.PostgresContractDrifts;
import io.agencyos.adapters.out.postgres.platform.flow.PostgresBreakers;
import io.agencyos.adapters.out.postgres.resource.PostgresDomainProofs;
import io.agencyos.adapters.out.vendorhttp.VendorHttp;
import io.agencyos.application.allocation.pacing.CheckPacing;
import io.agencyos.application.allocation.pacing.PacingPorts;
import io.agencyos.application.campaign.lifecycle.PauseCampaign;
import io.agencyos.application.conversation.ConversationUseCases;
import io.agencyos.application.conversation.GuardCampaigns;
import io.agencyos.application.conversation.WatchOptOuts;
import io.agencyos.application.outreach.outlook.ShowOutlook;
import io.agencyos.application.outreach.outlook.WatchOutreach;
import io.agencyos.application.platform.vendor.WatchContracts;
import io.agencyos.application.resource.ForecastDomains;
import io.agencyos.application.resource.JudgeDomains;
import io.agencyos.application.resource.ProveDomains;
import io.agencyos.application.resource.RecordPlacement;
import io.agencyos.application.resource.ResourceUseCases;
import io.agencyos.application.shared.PublishedSuffixes;
import java.util.function.Supplier;

/** What looks after a client without being asked: its senders' standing, its pace, its campaigns; and what it sees. */
public final class Watch {

    private final Lazy<GuardCampaigns> guardCampaigns;
    private final Lazy<JudgeDomains> judgeDomains;
    private final Lazy<ForecastDomains> forecastDomains;
    private final Lazy<ProveDomains> proveDomains;
    private final Lazy<RecordPlacement> recordPlacement;
    private final Lazy<CheckPacing> checkPacing;
    private final ShowOutlook outlook;
    private final WatchOutreach outreach;
    private final WatchOptOuts optOuts;
    private final WatchContracts contracts;
    private final Supplier<VendorHttp> http;

    Watch(Basis basis, Stores stores, Outside outside, Supplier<VendorHttp> http, Supplier<PauseCampaign> pause) {
        this.http = http;
        guardCampaigns = Lazy.of(() ->
                ConversationUseCases.guardCampaigns(stores.complaintCounts, pause.get(), basis.units(), basis.clock()));
        judgeDomains = Lazy.of(() -> ResourceUseCases.judgeDomains(
                stores.sendingDomains, new PostgresBreakers(), stores.events, basis.clock(), basis.ids()));
        forecastDomains =
                Lazy.of(() -> ResourceUseCases.forecastDomains(stores.sendingDomains, stores.alerts, basis.clock()));
        proveDomains = Lazy.of(() -> new ProveDomains(
                new ProveDomains.Ports(
                        new PostgresDomainProofs(),
                        outside.proofs().records(),
                        PublishedSuffixes.read()::registrable,
                        outside.proofs().selectors(),
                        stores.alerts,
                        stores.events),
                basis.units(),
                basis.clock(),
                basis.ids()));
        recordPlacement =
                Lazy.of(() -> ResourceUseCases.recordPlacement(stores.sendingDomains, basis.units(), basis.clock()));
        checkPacing = Lazy.of(() -> new PacingPorts(
                        stores.starts(),
                        stores.outreach.touches(),
                        stores.events,
                        stores.alerts,
                        (client, now) ->
                                new PostgresBreakers().of(client).stream().anyMatch(breaker -> breaker.stops(now)))
                .checkPacing(basis.units(), basis.clock(), basis.ids()));
        outlook = ShowOutlook.over(
                new PostgresOutlooks(), stores.campaigns, stores.outreach.enrolments(), basis.units(), basis.clock());
        outreach = new WatchOutreach(new PostgresIrregularities(), stores.alerts, basis.units(), basis.clock());
        optOuts = new WatchOptOuts(stores.conversation.inbox(), stores.alerts, basis.units(), basis.clock());
        contracts = new WatchContracts(new PostgresContractDrifts(), stores.alerts, basis.units(), basis.clock());
    }

    public GuardCampaigns guardCampaigns() {
        return guardCampaigns.get();
    }

    /** Works inside an open unit of work of the client. */
    public JudgeDomains judgeDomains() {
        return judgeDomains.get();
    }

    /** The same; nightly. */
    public ForecastDomains forecastDomains() {
        return forecastDomains.get();
    }

    /** Whether receivers can tell that a domain's mail is its own; daily. */
    public ProveDomains proveDomains() {
        return proveDomains.get();
    }

    public RecordPlacement recordPlacement() {
        return recordPlacement.get();
    }

    /** When something is sent next, or why nothing is. */
    public ShowOutlook outlook() {
        return outlook;
    }

    /** Whether every sum closes, and nobody is put off for ever. */
    public WatchOutreach outreach() {
        return outreach;
    }

    /** Whether nobody's opt-out waits; every minute. */
    public WatchOptOuts optOuts() {
        return optOuts;
    }

    /** Whether vendors still answer as they did. */
    public WatchContracts contracts() {
        return contracts;
    }

    /** Keeps what vendors answered this process since it was asked last. */
    public void noteContracts() {
        contracts.note(http.get().wordsSinceAskedLast().stream()
                .map(words -> new WatchContracts.Heard(words.vendor(), words.read(), words.strange(), words.example()))
                .toList());
    }

    public CheckPacing checkPacing() {
        return checkPacing.get();
    }
}
