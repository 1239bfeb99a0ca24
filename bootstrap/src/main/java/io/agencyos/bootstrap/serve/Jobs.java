package io.agencyos.bootstrap.serve;

import io.agencyos.adapters.in.jobs.Job;
import io.agencyos.adapters.in.jobs.PerClient;
import io.agencyos.application.outreach.OutreachStage;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.bootstrap.product.Product;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.shared.ClientId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What recurs, and how often. Source: outreach 17, api 10.1. */
public final class Jobs {

    private static final int BATCH = 200;
    private static final int ROUNDS = 50;

    private final Product product;
    private final List<Job> jobs = new ArrayList<>();

    private Jobs(Product product) {
        this.product = product;
    }

    public static List<Job> of(Product product) {
        Jobs jobs = new Jobs(product);
        jobs.add("inbox", Duration.ofSeconds(1), jobs::inbox);
        jobs.stage("plan", Duration.ofSeconds(60), product.outreach().plan());
        jobs.stage("draft", Duration.ofSeconds(10), product.outreach().draft());
        jobs.stage("commit", Duration.ofSeconds(10), product.outreach().commit());
        jobs.stage("dispatch", Duration.ofSeconds(1), product.outreach().dispatch());
        jobs.stage("reconcile", Duration.ofSeconds(30), product.outreach().reconcile());
        jobs.stage("wake", Duration.ofMinutes(5), product.outreach().wake());
        jobs.stage("expire-approvals", Duration.ofMinutes(5), product.outreach().expireApprovals());
        jobs.perClient(
                "poll-replies",
                Duration.ofMinutes(5),
                client -> product.conversation().pollReplies().poll(client));
        jobs.perClient(
                "vendor-upkeep",
                Duration.ofSeconds(60),
                client -> product.salesforge().upkeep().catchUp(client));
        jobs.perClient(
                "refresh-mailboxes",
                Duration.ofMinutes(5),
                client -> product.resources().refreshMailboxes().refresh(client));
        jobs.perClient(
                "judge-domains",
                Duration.ofHours(6),
                client -> product.basis()
                        .units()
                        .inTenant(
                                TenantScope.worker(client),
                                () -> product.judgeDomains().judge(client)));
        jobs.perClient(
                "settle-assignments",
                Duration.ofHours(1),
                client -> product.poolKeeping().settleAssignments().settle(client));
        jobs.add(
                "wake-rested",
                Duration.ofMinutes(15),
                () -> product.poolKeeping().wakeRested().wake());
        jobs.perClient("guard-campaigns", Duration.ofMinutes(5), product.guard()::guard);
        return List.copyOf(jobs.jobs);
    }

    private void inbox() {
        for (int i = 0;
                i < ROUNDS && product.conversation().processInbox().run(BATCH).taken() > 0;
                i++) {
            // the next batch
        }
    }

    private void stage(String name, Duration every, OutreachStage stage) {
        perClient(name, every, client -> {
            for (int i = 0; i < ROUNDS && stage.run(client, BATCH) > 0; i++) {
                // the next batch of the same client
            }
        });
    }

    private void perClient(String name, Duration every, Consumer<ClientId> work) {
        add(name, every, new PerClient(name, this::clients, work));
    }

    private List<ClientId> clients() {
        return product.basis().units().onPlatform(product.stores().clients::allLive).stream()
                .map(Client::id)
                .toList();
    }

    private void add(String name, Duration every, Runnable work) {
        jobs.add(new Job(name, every, work));
    }
}
