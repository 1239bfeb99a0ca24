package io.agencyos.bootstrap.product;

import io.agencyos.adapters.in.jobs.FlowMeters;
import io.agencyos.adapters.in.jobs.TimedLeases;
import io.agencyos.adapters.out.leadfiles.CsvLeadFiles;
import io.agencyos.adapters.out.postgres.lead.PostgresImportFiles;
import io.agencyos.adapters.out.postgres.outreach.PostgresSendBacklog;
import io.agencyos.adapters.out.postgres.platform.flow.PostgresBreakers;
import io.agencyos.adapters.out.postgres.platform.flow.PostgresExecutions;
import io.agencyos.adapters.out.postgres.platform.flow.PostgresFlowClients;
import io.agencyos.adapters.out.postgres.platform.flow.PostgresFlowDefinitions;
import io.agencyos.adapters.out.postgres.platform.flow.PostgresFlowNodes;
import io.agencyos.adapters.out.postgres.platform.flow.PostgresFlowRuns;
import io.agencyos.adapters.out.postgres.platform.flow.PostgresRateBuckets;
import io.agencyos.adapters.out.postgres.platform.flow.PostgresRunClock;
import io.agencyos.adapters.out.postgres.platform.flow.PostgresRunFigures;
import io.agencyos.adapters.out.postgres.platform.flow.PostgresTenantQueues;
import io.agencyos.application.lead.intake.ImportJobs;
import io.agencyos.application.lead.intake.UploadLeads;
import io.agencyos.application.platform.flow.FlowEngine;
import io.agencyos.application.platform.flow.RunMetrics;
import io.agencyos.application.platform.flow.WatchFlows;
import io.agencyos.application.platform.flow.store.FlowClients;
import io.agencyos.application.platform.flow.store.FlowPorts;
import io.agencyos.application.platform.flow.store.RunClock;
import io.agencyos.bootstrap.system.SystemClock;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.function.IntConsumer;

/** What executes the product's flows on this process. Source: flows 1 and 2. */
public final class Background implements AutoCloseable {

    private final PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final TimedLeases leases = new TimedLeases();
    private final FlowEngine engine;
    private final WatchFlows watch;
    private final ImportJobs imports;
    private final IntConsumer shared;

    Background(Product product) {
        Basis basis = product.basis();
        Stores stores = product.stores();
        // a clock that is moved by hand decides itself; between real machines the database's does
        RunClock clock = basis.clock() instanceof SystemClock ? new PostgresRunClock() : basis.clock()::now;
        FlowClients clients = new PostgresFlowClients();
        FlowPorts ports = new FlowPorts(
                new PostgresFlowRuns(),
                new PostgresTenantQueues(),
                new PostgresExecutions(),
                new PostgresFlowDefinitions(),
                new PostgresBreakers(),
                new PostgresRateBuckets(),
                clients,
                new PostgresFlowNodes(),
                clock,
                stores.events,
                stores.audit);
        RunMetrics meters = new FlowMeters(metrics);
        stores.doubtfulFacts.bindTo(metrics);
        watch = new WatchFlows(
                ports,
                new PostgresRunFigures(),
                stores.alerts,
                basis.units(),
                meters,
                product::vendorPaces,
                new PostgresSendBacklog());
        FlowEngine.Node node = new FlowEngine.Node(
                "node-" + ProcessHandle.current().pid() + "-" + basis.ids().next(),
                System::nanoTime,
                basis.random(),
                basis.ids(),
                leases,
                meters);
        shared = product::vendorsSharedBy;
        imports = product.leads().jobs(new PostgresImportFiles(), new CsvLeadFiles());
        engine = new FlowEngine(Flows.of(product, clients, imports), ports, basis.units(), node);
    }

    public FlowEngine engine() {
        return engine;
    }

    /** What takes in files of leads. */
    public UploadLeads uploads() {
        return imports.uploads(engine.startRun());
    }

    /** What waits in the engine, and what staff has to know of it. */
    public WatchFlows watch() {
        return watch;
    }

    /**
     * From here on this process counts as one that executes runs.
     *
     * @param alongside what else every process looks at from time to time
     */
    public void takePart(Runnable alongside) {
        leases.beat(() -> {
            engine.beat();
            alongside.run();
            watch.measure();
            shared.accept(watch.nodes());
        });
    }

    public PrometheusMeterRegistry metrics() {
        return metrics;
    }

    @Override
    public void close() {
        leases.close();
        metrics.close();
    }
}
