package io.agencyos.bootstrap.serve;

import io.agencyos.adapters.in.jobs.FairTurns;
import io.agencyos.adapters.in.jobs.FlowJobs;
import io.agencyos.adapters.in.jobs.Job;
import io.agencyos.adapters.in.jobs.JobRunner;
import io.agencyos.adapters.in.jobs.PerClient;
import io.agencyos.application.conversation.SendOptOutLinks;
import io.agencyos.application.outreach.engine.OutreachStage;
import io.agencyos.application.outreach.recording.FetchRecordings;
import io.agencyos.application.outreach.stop.ConfirmStops;
import io.agencyos.application.outreach.stop.RecallTouches;
import io.agencyos.application.outreach.store.LoopStage;
import io.agencyos.application.platform.KeepDefects;
import io.agencyos.application.platform.flow.FlowEngine;
import io.agencyos.application.platform.vendor.RemoveOwedHooks;
import io.agencyos.bootstrap.product.Farewell;
import io.agencyos.bootstrap.product.Learning;
import io.agencyos.bootstrap.product.Leaving;
import io.agencyos.bootstrap.product.Product;
import io.agencyos.bootstrap.product.Programs;
import io.agencyos.bootstrap.product.Sales;
import io.agencyos.bootstrap.product.Staff;
import io.agencyos.bootstrap.product.Telling;
import io.agencyos.bootstrap.product.TwinKeeping;
import io.agencyos.bootstrap.product.account.MailShift;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What recurs every few seconds or minutes, and the engine of what recurs by the day or is started by people. Source:
 * outreach 17, api 10.1, flows 1.
 */
public final class Jobs {

    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);
    private static final int BATCH = 200;
    private static final int ROUNDS = 50;
    private static final int CLIENTS = 1_000;

    private final Product product;
    private final Programs programs;
    private final KeepDefects defects;
    private final List<Job> jobs = new ArrayList<>();

    private Jobs(Product product) {
        this.product = product;
        this.programs = new Programs(product);
        this.defects = Staff.defects(product);
    }

    private static List<Job> of(Product product) {
        Jobs jobs = new Jobs(product);
        jobs.add("inbox", Duration.ofSeconds(1), jobs::inbox);
        jobs.stage("plan", Duration.ofSeconds(60), LoopStage.PLAN);
        jobs.stage("draft", Duration.ofSeconds(10), LoopStage.DRAFT);
        jobs.stage("commit", Duration.ofSeconds(10), LoopStage.COMMIT);
        jobs.stage("dispatch", Duration.ofSeconds(1), LoopStage.DISPATCH);
        jobs.stage("reconcile", Duration.ofSeconds(30), LoopStage.RECONCILE);
        jobs.sweep("wake", Duration.ofMinutes(5), LoopStage.WAKE);
        jobs.sweep("expire-approvals", Duration.ofMinutes(5), LoopStage.EXPIRE_APPROVALS);
        ConfirmStops stops = Leaving.confirmStops(product);
        jobs.add(
                "confirm-stops",
                Duration.ofSeconds(60),
                jobs.turns("confirm-stops", stops::due, client -> stops.confirm(client, BATCH)));
        RecallTouches recalls = Leaving.recallTouches(product);
        jobs.perClient("recall-touches", Duration.ofSeconds(30), client -> recalls.recall(client, BATCH));
        FetchRecordings recordings = product.calling().fetchRecordings();
        jobs.add(
                "fetch-recordings",
                Duration.ofSeconds(60),
                jobs.turns("fetch-recordings", () -> recordings.due(null, CLIENTS), recordings::fetch));
        jobs.perClient(
                "poll-replies",
                Duration.ofMinutes(5),
                client -> product.conversation().pollReplies().poll(client));
        jobs.listen();
        jobs.add("settle-model-calls", Duration.ofMinutes(5), product.plans().spending()::settleStale);
        jobs.perClient("refund-unreached", Duration.ofHours(1), product.plans().refunds()::run);
        jobs.perClient(
                "imply-deliveries",
                Duration.ofHours(1),
                client -> product.conversation().implyDeliveries().imply(client));
        jobs.add("forget-limits", Duration.ofHours(1), Staff.sharedLimits(product)::forget);
        jobs.add("check-ledgers", Duration.ofDays(1), product.plans().billing().checkLedgers()::check);
        jobs.add("note-held-up-days", Duration.ofHours(1), product.plans().heldUp()::note);
        jobs.perClient(
                "vendor-upkeep",
                Duration.ofSeconds(60),
                client -> product.salesforge().upkeep().catchUp(client));
        jobs.perClient(
                "tend-senders",
                Duration.ofDays(1),
                client -> product.salesforge().upkeep().tend(client));
        RemoveOwedHooks farewells = product.vendors().removeOwedHooks();
        jobs.add(
                "remove-owed-hooks",
                Duration.ofSeconds(60),
                jobs.turns("remove-owed-hooks", farewells::due, farewells::remove));
        jobs.perClient(
                "check-hooks",
                Duration.ofDays(1),
                product.vendors().checkHooks(product.stores().conversation.inbox(), product.stores().alerts)::check);
        jobs.add("watch-contracts", Duration.ofMinutes(10), product.watch().contracts()::look);
        jobs.add("webhooks", Duration.ofSeconds(1), jobs::webhooks);
        product.accounts().letters().ifPresent(letters -> {
            jobs.add("account-mails", Duration.ofSeconds(5), () -> letters.run(BATCH));
            SendOptOutLinks links = Telling.optOutLetters(product);
            jobs.add("opt-out-links", Duration.ofSeconds(5), () -> links.run(BATCH));
            jobs.perClient("mail-notices", Duration.ofSeconds(60), Telling.mailing(product)::mail);
        });
        jobs.add(
                "rescore",
                Duration.ofSeconds(5),
                jobs.turns("rescore", product.scoring().rescoreDue()::clientsAsked, jobs::rescore));
        jobs.perClient(
                "refresh-mailboxes",
                Duration.ofMinutes(5),
                client -> product.resources().refreshMailboxes().refresh(client));
        jobs.perClient("read-warm-up", Duration.ofHours(6), jobs::readWarmUp);
        jobs.add(
                "wake-rested",
                Duration.ofMinutes(15),
                () -> product.poolKeeping().wakeRested().wake());
        jobs.perClient(
                "complete-campaigns", Duration.ofHours(1), product.campaigns().completeEndedCampaigns()::complete);
        jobs.perClient("remove-assistants", Duration.ofDays(1), jobs::removeAssistants);
        jobs.add(
                "lend-by-plan",
                Duration.ofMinutes(5),
                jobs.turns(
                        "lend-by-plan",
                        product.senders().lending().lendByPlan()::due,
                        product.senders().lending().lendByPlan()::settle));
        jobs.perClient(
                "plan-channels-again",
                Duration.ofHours(1),
                client -> product.outreach().planChannelsAgain().again(client));
        jobs.perClient("keep-search", Duration.ofMinutes(5), product.searchUpkeep()::keep);
        jobs.perClient("guard-campaigns", Duration.ofMinutes(5), product.watch().guardCampaigns()::guard);
        jobs.perClient("count-hand-work", Duration.ofHours(4), product.senders()::countHandWork);
        jobs.perClient("read-posts", Duration.ofMinutes(15), product.senders()::readPosts);
        jobs.perClient(
                "prepare-calls",
                Duration.ofMinutes(15),
                product.calling().models().calls()::prepare);
        jobs.perClient("watch-outreach", Duration.ofHours(6), product.watch().outreach()::look);
        jobs.add("watch-opt-outs", Duration.ofSeconds(60), product.watch().optOuts()::look);
        jobs.perClient("watch-text-balance", Duration.ofHours(1), Leaving.textBalance(product)::look);
        jobs.perClient("expire-suggestions", Duration.ofHours(1), Learning.suggestions(product)::expireOverdue);
        jobs.perClient("measure-suggestions", Duration.ofHours(6), Learning.suggestions(product)::measureApplied);
        jobs.perClient(
                "expire-patterns", Duration.ofHours(1), Learning.of(product).expirePatterns()::expire);
        jobs.perClient("tell-members", Duration.ofSeconds(30), Telling.telling(product)::tell);
        jobs.add("tell-alerts", Duration.ofSeconds(30), Telling.alerts(product)::tell);
        jobs.add("tell-blocked", Duration.ofMinutes(5), Telling.blocks(product)::tell);
        jobs.add(
                "settle-purchases",
                Duration.ofMinutes(5),
                () -> Sales.of(product).settlePurchases().settle(BATCH));
        jobs.add("keep-twins", Duration.ofSeconds(60), TwinKeeping.of(product).twins()::keep);
        jobs.add("read-sandbox-calendars", Duration.ofSeconds(10), TwinKeeping.of(product)::readCalendars);
        jobs.add("forget-worlds", Duration.ofMinutes(10), Farewell.removal(product)::forgetWorlds);
        jobs.add("watch-flows", Duration.ofSeconds(60), product.background().watch()::check);
        jobs.jobs.addAll(FlowJobs.of(product.background().engine()));
        return jobs.jobs.stream().map(jobs::noting).toList();
    }

    private PerClient turns(String name, Supplier<List<ClientId>> clients, Consumer<ClientId> work) {
        return new PerClient(name, clients, work, failure -> note(failure, name));
    }

    /** The same job, whose failure is also noted for staff. */
    private Job noting(Job job) {
        return new Job(
                job.name(),
                job.every(),
                () -> {
                    try {
                        job.work().run();
                    } catch (RuntimeException failure) {
                        note(failure, job.name());
                        throw failure;
                    }
                },
                job.leave());
    }

    /** A failure that cannot be noted is in the log all the same. */
    private void note(RuntimeException failure, String job) {
        try {
            defects.note(failure, "job " + job);
        } catch (RuntimeException unnoted) {
            LOG.warn("the failure of job {} could not be noted", job, unnoted);
        }
    }

    /** Starts all of it on this process. */
    public static JobRunner start(Product product) {
        product.background().takePart(() -> {
            product.platformRules().lookAgain();
            product.watch().noteContracts();
        });
        FlowEngine engine = product.background().engine();
        return JobRunner.start(product.basis().platformPool(), of(product), List.of(FlowJobs.turn(engine)));
    }

    /** A turn lasts as long as lines may be open, so one process holds them all. */
    private void listen() {
        MailShift shift = product.mailShift();
        jobs.add(new Job("listen-for-mail", Duration.ofSeconds(1), shift::run, shift::leave));
    }

    /** What stands still is tried again the next day. */
    private void removeAssistants(ClientId client) {
        product.calling()
                .removeAssistants()
                .remove(client)
                .failures()
                .forEach(failure -> LOG.warn("an assistant of client {} stands still: {}", client.text(), failure));
    }

    /** What the service did not answer is asked at the next look. */
    private void readWarmUp(ClientId client) {
        product.readWarmUp()
                .read(client)
                .failures()
                .forEach(failure -> LOG.warn("the warm-up of client {} was not read: {}", client.text(), failure));
    }

    private void inbox() {
        for (int i = 0;
                i < ROUNDS && product.conversation().processInbox().run(BATCH).taken() > 0;
                i++) {
            // the next batch
        }
    }

    /** What is looked at seldom and calls no vendor: all of it at once. */
    private void sweep(String name, Duration every, LoopStage stage) {
        OutreachStage work = product.outreach().stage(stage);
        add(name, every, turns(name, () -> due(stage), client -> {
            for (int i = 0; i < ROUNDS && work.run(client, BATCH) >= BATCH; i++) {
                // the next batch of the same client
            }
        }));
    }

    /** Only clients that have something to do get their turn: of thousands, most have nothing at any one moment. */
    private List<ClientId> due(LoopStage stage) {
        return List.copyOf(product.dueStages().of(Set.of(stage)).keySet());
    }

    private void stage(String name, Duration every, LoopStage stage) {
        OutreachStage work = product.outreach().stage(stage);
        add(
                name,
                every,
                new FairTurns(
                        name,
                        () -> due(stage),
                        product.plans().weights()::of,
                        work::run,
                        failure -> note(failure, name)));
    }

    private void perClient(String name, Duration every, Consumer<ClientId> work) {
        add(name, every, turns(name, this::clients, work));
    }

    private List<ClientId> clients() {
        return product.basis().units().onPlatform(product.stores().clients::allServed).stream()
                .map(Client::id)
                .toList();
    }

    private void add(String name, Duration every, Runnable work) {
        jobs.add(new Job(name, every, work));
    }

    private void webhooks() {
        for (int i = 0; i < ROUNDS && programs.webhooks().deliver().run(BATCH).full(BATCH); i++) {
            // the next batch
        }
    }

    private void rescore(ClientId client) {
        for (int i = 0; i < ROUNDS && product.scoring().rescoreDue().asked(client, BATCH); i++) {
            // the next batch
        }
    }
}
