package io.agencyos.application.client.billing;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.billing.Plan;
import io.agencyos.domain.client.billing.SubscriptionStatus;
import io.agencyos.domain.platform.Alert;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.Money;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

/** Founding spots on every store; each test begins with all 20 free. Source: scoring PLAN-7 and B15. */
public abstract class FoundingSpotsContract extends BillingStories {

    @Test // PLAN-7: public read: total, taken, remaining
    void there_are_twenty_spots() {
        assertThat(spots()).isEqualTo(new FoundingSpots.Stand(20, 0, 0));
        assertThat(checkout(signUp().id(), Plan.VELOCITY, true).subscription().price())
                .isEqualTo(Money.dollars(2_500));
        assertThat(spots()).isEqualTo(new FoundingSpots.Stand(20, 1, 0));
        assertThat(spots().remaining()).isEqualTo(19);
    }

    @Test // PLAN-7: taken 19, two founding checkouts complete → the first takes the 20th, the second the normal price
    void the_twenty_first_pays_the_normal_price_and_staff_are_told() {
        fill(19);
        Client first = signUp();
        Client second = signUp();

        assertThat(checkout(first.id(), Plan.IGNITION, true).overflow()).isFalse();
        String late = "late-" + second.id().text();
        CompleteCheckout.Outcome.Active overflow = checkout(late, second.id(), Plan.IGNITION, true);

        assertThat(overflow.overflow()).isTrue();
        assertThat(overflow.subscription().price()).isEqualTo(Money.dollars(2_500));
        assertThat(subscription(first.id()).price()).isEqualTo(Money.dollars(1_250));
        assertThat(spots()).isEqualTo(new FoundingSpots.Stand(20, 20, 0));
        assertThat(open(second)).extracting(Alert::source).containsExactly("founding_overflow");
        assertThat(checkout(late, second.id(), Plan.IGNITION, true).overflow()).isTrue();
        assertThat(open(second)).extracting(Alert::count).containsExactly(1);
    }

    @Test // PLAN-7: claimed under lock
    void of_eight_checkouts_at_once_for_three_spots_three_are_founding()
            throws InterruptedException, ExecutionException {
        fill(17);
        List<Callable<Boolean>> calls = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Client client = signUp();
            calls.add(() ->
                    checkout(client.id(), Plan.IGNITION, true).subscription().founding());
        }

        assertThat(atOnce(calls)).filteredOn(founding -> founding).hasSize(3);
        assertThat(spots().taken()).isEqualTo(20);
    }

    @Test // PLAN-7: idempotent per checkout (replayed events take one)
    void a_checkout_reported_again_and_again_takes_one_spot() throws InterruptedException, ExecutionException {
        Client client = signUp();
        List<Callable<Boolean>> replays = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            replays.add(() -> checkout("same-" + client.id().text(), client.id(), Plan.VELOCITY, true)
                    .subscription()
                    .founding());
        }

        assertThat(atOnce(replays)).containsOnly(true);
        assertThat(spots().taken()).isEqualTo(1);
        assertThat(balance(client.id())).isEqualTo(2_250);
    }

    @Test // PLAN-7: locked while continuously active; lost on cancellation; a spot is never returned
    void who_cancels_loses_the_price_and_nobody_gets_the_spot() {
        Client client = signUp();
        checkout(client.id(), Plan.VELOCITY, true);
        change(client.id(), Plan.DOMINANCE);
        assertThat(subscription(client.id()).price()).isEqualTo(Money.dollars(3_750));

        billing().changeSubscription().change(person(), client.id(), ChangeSubscription.Order.CANCEL, Origin.NONE);
        assertThat(spots().taken()).isEqualTo(1);

        CompleteCheckout.Outcome.Active again = checkout(client.id(), Plan.VELOCITY, true);
        assertThat(again.subscription().founding()).isFalse();
        assertThat(again.overflow()).isTrue();
        assertThat(subscription(client.id()).status()).isEqualTo(SubscriptionStatus.ACTIVE);
        assertThat(spots().taken()).isEqualTo(1);
    }

    @Test // B15: reserves a spot for 30 minutes; offered only while taken + held < 20; expiry frees the hold
    void a_checkout_under_way_keeps_its_spot_for_half_an_hour() {
        fill(19);
        Client quick = signUp();
        assertThat(hold("mine")).isTrue();
        assertThat(spots()).isEqualTo(new FoundingSpots.Stand(20, 19, 1));
        assertThat(spots().remaining()).isZero();
        assertThat(hold("yours")).isFalse();
        assertThat(hold("mine")).as("prolongs its own").isTrue();
        assertThat(checkout("unheld-" + UUID.randomUUID(), signUp().id(), Plan.IGNITION, true)
                        .overflow())
                .isTrue();

        wait(Duration.ofMinutes(30).minusSeconds(1));
        assertThat(hold("yours")).isFalse();
        wait(Duration.ofSeconds(1));
        assertThat(spots().remaining()).isEqualTo(1);
        assertThat(hold("yours")).isTrue();
        assertThat(checkout("yours", quick.id(), Plan.IGNITION, true).overflow())
                .isFalse();
        assertThat(spots()).isEqualTo(new FoundingSpots.Stand(20, 20, 0));
    }

    @Test // B15: held under concurrency
    void of_eight_who_begin_at_once_with_two_spots_left_two_are_offered_the_price()
            throws InterruptedException, ExecutionException {
        fill(18);
        List<Callable<Boolean>> calls = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            String checkout = "begun-" + UUID.randomUUID();
            calls.add(() -> hold(checkout));
        }
        assertThat(atOnce(calls)).filteredOn(held -> held).hasSize(2);
    }

    private boolean hold(String checkout) {
        return billing().holdFoundingSpot().hold(checkout).isPresent();
    }

    private void fill(int spots) {
        for (int i = 0; i < spots; i++) {
            checkout(signUp().id(), Plan.IGNITION, true);
        }
    }

    private FoundingSpots.Stand spots() {
        return billing().foundingSpots().get();
    }

    private List<Alert> open(Client about) {
        return units().onPlatform(() -> ports().alerts().open(50)).stream()
                .filter(alert -> about.id().equals(alert.clientId()))
                .toList();
    }
}
