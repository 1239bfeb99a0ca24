package io.agencyos.adapters.out.postgres.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.out.postgres.client.PostgresUsers;
import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import io.agencyos.application.campaign.StoppingCampaignsContract;
import io.agencyos.application.campaign.lifecycle.ActivateCampaign;
import io.agencyos.application.campaign.lifecycle.PauseOutreach;
import io.agencyos.application.campaign.store.CampaignPorts;
import io.agencyos.application.resource.MailboxRepository;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.application.testing.Leadbook;
import io.agencyos.domain.campaign.Campaign;
import io.agencyos.domain.campaign.CampaignStatus;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.client.identity.User;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.id.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresStoppingCampaignsTest extends StoppingCampaignsContract {

    @RegisterExtension
    static final FreshDatabase database = new FreshDatabase();

    private final CampaignPorts ports = PostgresCampaignWorld.ports();

    @Override
    protected UnitOfWork units() {
        return database.unitOfWork();
    }

    @Override
    protected CampaignPorts ports() {
        return ports;
    }

    @Override
    protected MailboxRepository mailboxes() {
        return PostgresCampaignWorld.mailboxes();
    }

    @Override
    protected TenantScope person(Role role) {
        UserId id = new UserId(UUID.randomUUID());
        User user =
                new User(id, Leadbook.email("u" + id.text() + "@northlight.example"), "", "x", false, false, NOW, 0);
        units().onPlatform(() -> new PostgresUsers().insert(user));
        return new TenantScope(client().id(), id, role);
    }

    @RepeatedTest(5) // scoring PLAN-3: two simultaneous activations of the last slot, exactly one succeeds
    void of_two_activations_for_the_last_slot_one_succeeds() throws Exception {
        for (int i = 1; i <= 4; i++) {
            started("Campaign " + i);
        }
        Campaign left = ready("Left");
        Campaign right = ready("Right");

        List<ActivateCampaign.Outcome> outcomes = atOnce(List.of(() -> activate(left), () -> activate(right)));

        assertThat(outcomes).hasAtLeastOneElementOfType(ActivateCampaign.Outcome.Activated.class);
        assertThat(outcomes).hasAtLeastOneElementOfType(ActivateCampaign.Outcome.Blocked.class);
        assertThat(active()).hasSize(5);
        assertThat(active().stream().mapToInt(Campaign::priorityPct).sum()).isEqualTo(100);
    }

    @RepeatedTest(5) // outreach 1.2: repeating a transition already in effect is a no-op
    void two_activations_of_one_campaign_start_it_once() throws Exception {
        Campaign campaign = ready("Growth leads");

        List<ActivateCampaign.Outcome> outcomes = atOnce(List.of(() -> activate(campaign), () -> activate(campaign)));

        assertThat(outcomes).hasAtLeastOneElementOfType(ActivateCampaign.Outcome.Activated.class);
        assertThat(outcomes).hasAtLeastOneElementOfType(ActivateCampaign.Outcome.AlreadyActive.class);
    }

    @RepeatedTest(5) // outreach 1.5: whatever comes first, nothing is active under a stop
    void an_activation_against_an_emergency_stop_leaves_nothing_active() throws Exception {
        Campaign running = started("Running");
        Campaign starting = ready("Starting");
        TenantScope member = person(Role.MEMBER);

        List<Object> outcomes = atOnce(
                List.of(() -> use().pauseOutreach().pause(member, "stop", Origin.NONE), () -> activate(starting)));

        assertThat(outcomes).hasAtLeastOneElementOfType(PauseOutreach.Outcome.Paused.class);
        assertThat(active()).isEmpty();
        assertThat(stored(running).status()).isEqualTo(CampaignStatus.PAUSED);
    }

    private List<Campaign> active() {
        return read(() -> ports.campaigns().all(client().id()).stream()
                .filter(campaign -> campaign.status() == CampaignStatus.ACTIVE)
                .toList());
    }

    private static <T> List<T> atOnce(List<Callable<? extends T>> works) throws Exception {
        CountDownLatch start = new CountDownLatch(works.size());
        try (ExecutorService threads = Executors.newFixedThreadPool(works.size())) {
            List<Future<T>> running = new ArrayList<>();
            for (Callable<? extends T> work : works) {
                running.add(threads.submit(() -> {
                    start.countDown();
                    start.await();
                    return work.call();
                }));
            }
            List<T> outcomes = new ArrayList<>();
            for (Future<T> one : running) {
                outcomes.add(one.get());
            }
            return outcomes;
        }
    }
}
