package io.agencyos.bootstrap.product;

import io.agencyos.adapters.out.postgres.platform.flow.PostgresPartitions;
import io.agencyos.application.allocation.pacing.DailyPacing;
import io.agencyos.application.client.billing.CreditReset;
import io.agencyos.application.conversation.PollReplies;
import io.agencyos.application.conversion.experiment.ContentExperimentsFlow;
import io.agencyos.application.conversion.learning.OutcomeFacts;
import io.agencyos.application.conversion.learning.PatternLearning;
import io.agencyos.application.conversion.learning.PlatformLearningFlow;
import io.agencyos.application.conversion.suggest.CampaignEvolution;
import io.agencyos.application.conversion.suggest.PostOnboarding;
import io.agencyos.application.lead.intake.ImportJobs;
import io.agencyos.application.platform.SweepRetention;
import io.agencyos.application.platform.flow.Flow;
import io.agencyos.application.platform.flow.StepResult;
import io.agencyos.application.platform.flow.SystemFlows;
import io.agencyos.application.platform.flow.run.Outcome;
import io.agencyos.application.platform.flow.store.FlowClients;
import io.agencyos.application.resource.ProveDomains;
import io.agencyos.application.scoring.DecayRescore;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.flow.BreakerScope;
import io.agencyos.domain.platform.flow.Counts;
import io.agencyos.domain.platform.flow.WorkClass;
import io.agencyos.domain.shared.id.ClientId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The flows of the product, each made of the use cases that it starts. Source: flows 2. */
final class Flows {

    private Flows() {}

    static List<Flow<?>> of(Product product, FlowClients clients, ImportJobs imports) {
        List<Flow<?>> all = new ArrayList<>(own(product, clients));
        all.add(imports.flow());
        all.add(Farewell.purge(product));
        all.add(Privacy.flow(product));
        all.addAll(PoolFlows.of(product));
        all.addAll(Bulk.flows(product));
        all.addAll(Exports.flows(product));
        all.addAll(product.senders().flows());
        return List.copyOf(all);
    }

    private static List<Flow<?>> own(Product product, FlowClients clients) {
        return List.of(
                SystemFlows.partitionKeep(
                        new PostgresPartitions(), product.basis().units()),
                SystemFlows.once("retention", "sweep", () -> swept(Keeping.sweep(product))),
                SystemFlows.once("key_renewal", "reseal", () -> {
                    int resealed = product.renewKeys().reseal();
                    return new StepResult.Done(Counts.done(resealed, resealed), Outcome.count("resealed", resealed));
                }),
                CreditReset.flow(
                        product.plans().billing().resetCredits(),
                        product.basis().units()),
                DailyPacing.flow(
                        product.watch().checkPacing(),
                        product.plans().capacity(),
                        (now, after, limit) -> clients.eligible(after, limit),
                        product.basis().units()),
                DecayRescore.flow(product.scoring().rescoreDue()),
                PatternLearning.flow(Learning.of(product).learnPatterns()),
                Learning.health(product).flow(),
                Learning.backfill(product).flow((now, after, limit) -> clients.eligible(after, limit)),
                OutcomeFacts.flow(Learning.of(product).takeOverFacts()),
                ContentExperimentsFlow.flow(Learning.looks(product)),
                CampaignEvolution.flow(Learning.suggestions(product), Learning.suggestions(product)),
                PostOnboarding.flow(Learning.firstSteps(product)),
                PlatformLearningFlow.flow(Learning.together(product)),
                product.scoring().leadRescore(),
                product.scoring().backtestJob(),
                product.outreach().draftJob(),
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
                        client -> judged(product, client)),
                SystemFlows.perClient(
                        "domain_auth",
                        WorkClass.BATCH,
                        null,
                        Set.of(),
                        "prove",
                        // the domains of twins stand in no name server
                        client -> proven(
                                product.twins().isTwin(client)
                                        ? new ProveDomains.Round(0, 0, 0)
                                        : product.watch().proveDomains().prove(client))));
    }

    private static StepResult swept(SweepRetention keeping) {
        Map<String, Integer> removed = keeping.sweep();
        int all = removed.values().stream().mapToInt(Integer::intValue).sum();
        Outcome outcome = Outcome.count("swept", all);
        for (Map.Entry<String, Integer> chore : removed.entrySet()) {
            outcome = outcome.with(chore.getKey(), chore.getValue());
        }
        return new StepResult.Done(Counts.done(all, all), outcome);
    }

    private static StepResult recovered(PollReplies.Round round) {
        int failed = round.failures().size();
        return new StepResult.Done(
                new Counts(round.read() + failed, round.read(), failed, 0, 0),
                Outcome.count("checked", round.read()).with("found", round.fresh()));
    }

    private static StepResult proven(ProveDomains.Round round) {
        return new StepResult.Done(
                Counts.done(round.looked(), round.looked()),
                Outcome.count("looked", round.looked())
                        .with("lost", round.lost())
                        .with("regained", round.regained()));
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
}
