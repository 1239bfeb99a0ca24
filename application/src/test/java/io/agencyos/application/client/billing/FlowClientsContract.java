package io.agencyos.application.client.billing;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.platform.flow.store.FlowClients;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.billing.Plan;
import io.agencyos.domain.client.billing.SubscriptionStatus;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Clients as flows see them: who gets a run, and what stops him. Source: flows 1.7, 1.8, 2 (common guards). */
public abstract class FlowClientsContract extends BillingStories {

    protected abstract FlowClients flowClients();

    private List<ClientId> page(@Nullable ClientId after, int limit) {
        return units().onPlatform(() -> flowClients().eligible(after, limit));
    }

    private Optional<FlowClients.Standing> standing(ClientId client) {
        return units().inTenant(TenantScope.worker(client), () -> flowClients().standing(client));
    }

    @Test // flows 2: client not deleted, subscription active or trialing; a twin runs the same flows once it is used
    void clients_on_trial_and_those_who_pay_are_eligible_and_their_twins_once_somebody_came_in() {
        Client trying = signUp();
        Client paying = paying(Plan.VELOCITY);
        Client left = paying(Plan.IGNITION);
        billing().changeSubscription().change(person(), left.id(), ChangeSubscription.Order.CANCEL, Origin.NONE);
        ClientId twin = units().onPlatform(() -> ports().clients().findBySlug("test-" + trying.slug()))
                .orElseThrow()
                .id();

        assertThat(page(null, 1_000)).contains(trying.id(), paying.id()).doesNotContain(left.id(), twin);

        units().onPlatform(() -> {
            ports().clients().enter(twin, Instant.parse("2026-03-02T00:00:00Z"));
            ports().clients().enter(trying.id(), Instant.parse("2026-03-02T00:00:00Z"));
            return twin;
        });
        assertThat(page(null, 1_000)).contains(trying.id(), twin).doesNotHaveDuplicates();
        assertThat(units().onPlatform(() -> ports().clients().allServed()).stream()
                        .map(Client::id))
                .contains(trying.id(), twin)
                .doesNotHaveDuplicates();
        assertThat(standing(left.id())).map(FlowClients.Standing::subscription).contains(SubscriptionStatus.CANCELLED);
    }

    @Test // flows 1.8: keyset pages
    void pages_follow_one_another_without_gap_or_repetition() {
        List<ClientId> mine = List.of(signUp().id(), signUp().id(), signUp().id());
        List<ClientId> all = new ArrayList<>();
        for (List<ClientId> page = page(null, 2); !page.isEmpty(); page = page(all.getLast(), 2)) {
            assertThat(page).hasSizeLessThanOrEqualTo(2);
            all.addAll(page);
        }

        assertThat(all).containsAll(mine).doesNotHaveDuplicates().isEqualTo(page(null, 1_000));
    }

    @Test // flows 1.7: credits until the reset, the client's own pause with its reason
    void what_stops_a_client_is_told_with_its_reason_and_its_end() {
        Client client = paying(Plan.IGNITION);
        assertThat(standing(client.id()))
                .contains(new FlowClients.Standing(
                        null,
                        SubscriptionStatus.ACTIVE,
                        1_250,
                        account(client.id()).nextReset()));

        units().inTenant(TenantScope.worker(client.id()), () -> {
            Client found = ports().clients().findForUpdate(client.id()).orElseThrow();
            ports().clients().update(found.pausedBy(new Client.Pause(now(), "a complaint", null)));
        });

        assertThat(standing(client.id()))
                .map(FlowClients.Standing::pause)
                .contains(new FlowClients.Pause(now(), "a complaint", null));
        assertThat(standing(new ClientId(UUID.randomUUID()))).isEmpty();
    }
}
