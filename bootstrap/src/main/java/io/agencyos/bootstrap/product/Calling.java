package io.agencyos.bootstrap.product;

import io.agencyos.adapters.out.postgres.outreach.PostgresCallArchive;
import io.agencyos.adapters.out.postgres.outreach.PostgresConsents;
import io.agencyos.adapters.out.postgres.outreach.PostgresPhoneWashes;
import io.agencyos.adapters.out.postgres.outreach.PostgresRecordingFiles;
import io.agencyos.application.conversation.world.CallWorld;
import io.agencyos.application.outreach.outlook.ShowCompliance;
import io.agencyos.application.outreach.phone.RemoveAssistants;
import io.agencyos.application.outreach.recording.CallArchive;
import io.agencyos.application.outreach.recording.CallPorts;
import io.agencyos.application.outreach.recording.CallUseCases;
import io.agencyos.application.outreach.recording.CleanRecordings;
import io.agencyos.application.outreach.recording.FetchRecordings;
import io.agencyos.application.outreach.recording.KeepCalls;
import io.agencyos.application.outreach.suppression.KeepConsents;
import io.agencyos.application.outreach.suppression.KeepConsentsService;
import io.agencyos.application.platform.flow.Flow;
import io.agencyos.application.platform.flow.StepResult;
import io.agencyos.application.platform.flow.SystemFlows;
import io.agencyos.application.platform.flow.run.Outcome;
import io.agencyos.domain.platform.flow.Counts;
import io.agencyos.domain.shared.id.ClientId;
import java.util.List;

/** Calls that were made, their recordings, and who agreed to what. */
public final class Calling {

    private static final int CLIENTS = 100;

    private final CallUseCases calls;
    private final CallWorld world;
    private final KeepConsents consents;
    private final RemoveAssistants removeAssistants;
    private final Lazy<Models> models;

    Calling(Basis basis, Stores stores, ChannelVendors vendors, Product product) {
        models = Lazy.of(() -> new Models(product, vendors.http()));
        CallArchive archive = new PostgresCallArchive();
        calls = new CallUseCases(
                new CallPorts(
                        stores.calls,
                        archive,
                        new PostgresRecordingFiles(),
                        vendors::recordings,
                        stores.leads.leads(),
                        stores.alerts,
                        stores.audit),
                basis.units(),
                basis.clock(),
                basis.ids());
        world = new CallWorld(
                product.outreach().concludeCalls(Leaving.of(product).voice(), archive),
                stores.calls,
                archive,
                product.outside().spending().calls());
        removeAssistants = new RemoveAssistants(stores.campaigns, vendors::callers, basis.units(), basis.clock());
        consents = new KeepConsentsService(
                new PostgresConsents(), stores.leads.leads(), stores.audit, basis.units(), basis.clock(), basis.ids());
    }

    /** What shows that a person might be contacted, and when it was to stop. */
    public static ShowCompliance compliance(Product product) {
        Stores stores = product.stores();
        return ShowCompliance.over(
                new ShowCompliance.Sources(
                        stores.leads.leads(),
                        new PostgresConsents(),
                        stores.leads.suppressions(),
                        stores.outreach.touches(),
                        new PostgresPhoneWashes()),
                product.basis().units(),
                product.basis().clock());
    }

    /** What models write before calls are made. */
    public Models models() {
        return models.get();
    }

    public KeepCalls keepCalls() {
        return calls.keep();
    }

    /** Where calls are kept, and what follows when one has ended. */
    public CallWorld world() {
        return world;
    }

    public KeepConsents keepConsents() {
        return consents;
    }

    /** Recordings come to us soon after their calls. */
    public FetchRecordings fetchRecordings() {
        return calls.fetch();
    }

    /** Assistants go a week after their campaigns; daily. */
    public RemoveAssistants removeAssistants() {
        return removeAssistants;
    }

    /** Recordings whose time is over go, client by client. */
    Flow<?> recordingCleanup() {
        return SystemFlows.once("recording_cleanup", "clean", this::cleaned);
    }

    private StepResult cleaned() {
        int deleted = 0;
        int pending = 0;
        List<ClientId> due = calls.clean().due(null, CLIENTS);
        while (!due.isEmpty()) {
            for (ClientId client : due) {
                CleanRecordings.Round round = calls.clean().clean(client);
                deleted += round.deleted();
                pending += round.pending();
            }
            due = calls.clean().due(due.getLast(), CLIENTS);
        }
        return new StepResult.Done(
                Counts.done(deleted, deleted), Outcome.count("deleted", deleted).with("pending", pending));
    }
}
