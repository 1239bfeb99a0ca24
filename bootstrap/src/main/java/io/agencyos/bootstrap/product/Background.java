package io.agencyos.bootstrap.product;

import io.agencyos.adapters.in.jobs.FlowMeters;
import io.agencyos.adapters.in.jobs.TimedLeases;
import io.agencyos.adapters.out.leadfiles.CsvLeadFiles;
import io.agencyos.adapters.out.postgres.lead.PostgresImportFiles;
import io.agencyos.adapters.out.postgres.platform.flow.PostgresBreakers;
import io.agencyos.adapters.out.postgres.platform.flow.PostgresExecutions;
import io.agencyos.adapters.out.postgres.platform.flow.PostgresFlowClients;
import io.agencyos.adapters.out.postgres.platform.flow.PostgresFlowDefinitions;
import io.agencyos.adapters.out.postgres.platform.flow.PostgresFlowNodes;
import io.agencyos.adapters.out.postgres.platform.flow.PostgresFlowRuns;
import io.agencyos.adapters.out.postgres.platform.flow.PostgresPartitions;
import io.agencyos.adapters.out.postgres.platform.flow.PostgresRateBuckets;
import io.agencyos.adapters.out.postgres.platform.flow.PostgresRunClock;
import io.agencyos.adapters.out.postgres.platform.flow.PostgresRunFigures;
import io.agencyos.adapters.out.postgres.platform.flow.PostgresTenantQueues;
import io.agencyos.application.allocation.DailyPacing;
import io.agencyos.application.client.billing.CreditReset;
import io.agencyos.application.conversation.PollReplies;
import io.agencyos.application.conversion.learning.OutcomeFacts;
import io.agencyos.application.conversion.learning.PatternLearning;
import io.agencyos.application.conversion.learning.PlatformLearningFlow;
import io.agencyos.application.conversion.suggest.CampaignEvolution;
import io.agencyos.application.lead.ImportJobs;
import io.agencyos.application.lead.UploadLeads;
import io.agencyos.application.platform.flow.Flow;
import io.agencyos.application.platform.flow.FlowClients;
import io.agencyos.application.platform.flow.FlowEngine;
import io.agencyos.application.platform.flow.FlowPorts;
import io.agencyos.application.platform.flow.Outcome;
import io.agencyos.application.platform.flow.RunClock;
import io.agencyos.application.platform.flow.RunMetrics;
import io.agencyos.application.platform.flow.StepResult;
import io.agencyos.application.platform.flow.SystemFlows;
import io.agencyos.application.platform.flow.WatchFlows;
import io.agencyos.application.scoring.DecayRescore;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.bootstrap.system.SystemClock;
import io.agencyos.domain.client.Role;
import io.agencyos.domain.platform.flow.BreakerScope;
import io.agencyos.domain.platform.flow.Counts;
import io.agencyos.domain.platform.flow.WorkClass;
import io.agencyos.domain.shared.ClientId;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The flows of the product and what executes them on this process. Source: flows 1 and 2. */
public final class Background implements AutoCloseable {

    private final PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final TimedLeases leases = new TimedLeases();
    private final FlowEngine engine;
    private final WatchFlows watch;
    private final ImportJobs imports;

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
        watch = new WatchFlows(ports, new PostgresRunFigures(), stores.alerts, basis.units(), meters);
        FlowEngine.Node node = new FlowEngine.Node(
                "node-" + ProcessHandle.current().pid() + "-" + basis.ids().next(),
                System::nanoTime,
                basis.random(),
                basis.ids(),
                leases,
                meters);
        imports = product.leads().jobs(new PostgresImportFiles(), new CsvLeadFiles());
        engine = new FlowEngine(all(product, clients, imports), ports, basis.units(), node);
    }

    private static List<Flow<?>> all(Product product, FlowClients clients, ImportJobs imports) {
        List<Flow<?>> all = new ArrayList<>(flows(product, clients));
        all.add(imports.flow());
        all.addAll(PoolFlows.of(product));
        all.addAll(product.senders().flows());
        return List.copyOf(all);
    }

    private static List<Flow<?>> flows(Product product, FlowClients clients) {
        return List.of(
                SystemFlows.partitionKeep(
                        new PostgresPartitions(), product.basis().units()),
                CreditReset.flow(
                        product.plans().billing().resetCredits(),
                        product.basis().units()),
                DailyPacing.flow(
                        product.watch().checkPacing(),
                        (now, after, limit) -> clients.eligible(after, limit),
                        product.basis().units()),
                DecayRescore.flow(product.scoring().rescoreDue()),
                PatternLearning.flow(Learning.of(product).learnPatterns()),
                OutcomeFacts.flow(Learning.of(product).takeOverFacts()),
                CampaignEvolution.flow(Learning.suggestions(product)),
                PlatformLearningFlow.flow(Learning.together(product)),
                product.scoring().leadRescore(),
                SystemFlows.perClient(
                        "reply_recovery",
                        WorkClass.REPLY,
                        Role.ADMIN,
                        Set.of(),
                        "poll",
                        client -> recovered(product.conversation().pollReplies().poll(client))),
                SystemFlows.perClient(
                        "domain_health",
                        WorkClass.BATCH,
                        null,
                        Set.of(BreakerScope.SUBSCRIPTION),
                        "judge",
                        client -> judged(product, client)));
    }

    private static StepResult recovered(PollReplies.Round round) {
        int failed = round.failures().size();
        return new StepResult.Done(
                new Counts(round.read() + failed, round.read(), failed, 0, 0),
                Outcome.count("checked", round.read()).with("found", round.fresh()));
    }

    private static StepResult judged(Product product, ClientId client) {
        return product.basis().units().<StepResult>inTenant(TenantScope.worker(client), () -> {
            int changed = product.watch().judgeDomains().judge(client);
            int foreseen = product.watch().forecastDomains().forecast(client);
            return new StepResult.Done(
                    Counts.done(changed, changed),
                    Outcome.count("changed", changed).with("foreseen", foreseen));
        });
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

    /** From here on this process counts as one that executes runs. */
    public void takePart() {
        leases.beat(() -> {
            engine.beat();
            watch.measure();
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
