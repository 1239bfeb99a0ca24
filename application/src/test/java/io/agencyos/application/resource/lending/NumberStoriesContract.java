package io.agencyos.application.resource.lending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agencyos.application.resource.PhoneNumberProvisioner.Offer;
import io.agencyos.application.resource.PhoneNumberProvisioner.Registration;
import io.agencyos.application.resource.lending.ProvisionNumber.Order;
import io.agencyos.application.resource.lending.ProvisionNumber.Outcome;
import io.agencyos.domain.client.billing.SubscriptionStatus;
import io.agencyos.domain.platform.AuditEntry.Actor;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.resource.LentResource;
import io.agencyos.domain.resource.ResourceKind;
import io.agencyos.domain.resource.ResourceStatus;
import io.agencyos.domain.resource.SendingNumber;
import io.agencyos.domain.shared.FieldProblem;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.contact.PhoneNumber;
import io.agencyos.domain.shared.id.ClientId;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How a client comes to numbers of its own, on every kind of store. Source: outreach 10.8. */
public abstract class NumberStoriesContract extends LendingSteps {

    private static final Registration HARBOUR = new Registration(
            "Harbour Agency Pty Ltd",
            "12 Example Lane",
            "Melbourne",
            "3000",
            "Victoria",
            "Sam Okoro",
            new PhoneNumber("+61355500110"));

    private final ScriptedCarrier shop = new ScriptedCarrier();
    private final PhoneNumber cheap = new PhoneNumber(freshNumber());
    private final PhoneNumber dear = new PhoneNumber(freshNumber());

    @BeforeEach
    void sell() {
        carrier = shop;
        shop.forSale.add(new Offer(dear, new BigDecimal("41.00"), BigDecimal.ZERO));
        shop.forSale.add(new Offer(cheap, new BigDecimal("20.71"), BigDecimal.ZERO));
    }

    private Outcome provide(ClientId client, @Nullable Registration user) {
        return use().provisionNumber().provide(Actor.system(), new Order(client, "", user), Origin.NONE);
    }

    private List<PhoneNumber> textsFrom(ClientId client) {
        return read(client, () -> on().numbers().ofClient(client)).stream()
                .map(SendingNumber::number)
                .toList();
    }

    @Test // outreach 10.8: search, buy with the regulatory bundle, warming, exclusive to one client
    void the_cheapest_number_is_bought_for_one_client_and_begins_to_warm_up() {
        ClientId client = client(SubscriptionStatus.ACTIVE);
        assertThat(use().provisionNumber().offers(client, "").orElseThrow())
                .extracting(Offer::number)
                .containsExactly(cheap, dear);

        assertThat(provide(client, HARBOUR)).isInstanceOfSatisfying(Outcome.Provided.class, done -> {
            assertThat(done.monthly()).isEqualTo("20.71");
            assertThat(done.number().status()).isEqualTo(ResourceStatus.ASSIGNED);
            assertThat(done.number().warmingSince()).isEqualTo(now);
            assertThat(done.number().capacity()).isEqualTo(1);
        });
        assertThat(textsFrom(client)).containsExactly(cheap);
        assertThat(shop.bought).containsExactly(cheap);
        assertThat(provide(client, HARBOUR)).as("another order, another number").isInstanceOf(Outcome.Provided.class);
        assertThat(textsFrom(client)).containsExactlyInAnyOrder(cheap, dear);
        assertThat(provide(client, HARBOUR)).isEqualTo(new Outcome.NothingForSale());
    }

    @Test // outreach 10.8: regulatory bundle absent: regulatory_bundle_missing, nothing bought
    void nothing_is_bought_without_saying_who_uses_it() {
        ClientId client = client(SubscriptionStatus.ACTIVE);
        assertThat(provide(client, null)).isEqualTo(new Outcome.BundleMissing("registration"));
        Registration nameless = new Registration(
                "H", "12 Example Lane", "Melbourne", "3000", "Victoria", "Sam Okoro", HARBOUR.contactNumber());
        assertThat(provide(client, nameless)).isEqualTo(new Outcome.BundleMissing("business"));
        assertThat(shop.bought).isEmpty();
        carrier = null;
        assertThat(provide(client, HARBOUR)).isEqualTo(new Outcome.NoCarrier());
    }

    @Test // outreach 10.8: existing unassigned client numbers are used first
    void a_number_that_stands_unused_in_the_account_is_taken_before_any_is_bought() {
        ClientId client = client(SubscriptionStatus.ACTIVE);
        PhoneNumber spare = new PhoneNumber(freshNumber());
        shop.had.add(spare);
        assertThat(provide(client, null))
                .isInstanceOfSatisfying(
                        Outcome.Provided.class,
                        done -> assertThat(done.monthly()).isNull());
        assertThat(textsFrom(client)).containsExactly(spare);
        assertThat(shop.bought).isEmpty();
    }

    @Test // outreach 10.8: two phases; after a crash it is looked up before anybody buys again
    void a_process_that_dies_after_the_purchase_finds_the_number_and_buys_no_second_one() {
        ClientId client = client(SubscriptionStatus.ACTIVE);
        shop.afterwards = () -> {
            throw new IllegalStateException("killed");
        };
        assertThatThrownBy(() -> provide(client, HARBOUR)).hasMessage("killed");
        assertThat(ordered(client).status()).isEqualTo(ResourceStatus.PROVISIONING);
        assertThat(textsFrom(client)).isEmpty();

        shop.afterwards = () -> {};
        assertThat(provide(client, null)).isInstanceOf(Outcome.Provided.class);
        assertThat(textsFrom(client)).containsExactly(cheap);
        assertThat(shop.bought).containsExactly(cheap);
    }

    private LentResource ordered(ClientId client) {
        return on().units().onPlatform(() -> on().resources().orderOf(client)).orElseThrow();
    }

    @Test // outreach 10.8: concurrent provisioning for one client is serialised
    void whoever_orders_while_another_order_is_under_way_buys_nothing() {
        ClientId client = client(SubscriptionStatus.ACTIVE);
        ClientId other = client(SubscriptionStatus.ACTIVE);
        shop.forSale.removeIf(offer -> offer.number().equals(dear));
        shop.next = new VendorFailure.OutOfCredits(ScriptedCarrier.details());
        assertThat(provide(client, HARBOUR)).isInstanceOf(Outcome.Failed.class);
        assertThat(alerts("number_order")).hasSize(1);

        assertThat(provide(client, HARBOUR)).isEqualTo(new Outcome.Busy(cheap));
        assertThat(provide(other, HARBOUR)).as("that one is another's").isEqualTo(new Outcome.NothingForSale());
        now = now.plus(Duration.ofMinutes(4));
        assertThat(provide(client, HARBOUR)).as("the order goes on").isInstanceOf(Outcome.Provided.class);
        assertThat(shop.bought).containsExactly(cheap);
        assertThat(alerts("number_order")).as("what went through needs nobody").isEmpty();
    }

    @Test // outreach 10.8: failures keep the row, alert
    void what_cannot_be_had_stays_on_record_and_another_one_is_bought() {
        ClientId client = client(SubscriptionStatus.ACTIVE);
        shop.next = new VendorFailure.NotFound(ScriptedCarrier.details());
        assertThat(provide(client, HARBOUR)).isInstanceOf(Outcome.Failed.class);
        assertThat(on().units()
                        .onPlatform(
                                () -> on().resources().withValues(ResourceKind.PHONE_NUMBER, List.of(cheap.e164()))))
                .singleElement()
                .extracting(LentResource::status)
                .isEqualTo(ResourceStatus.RETIRED);
        assertThat(provide(client, HARBOUR)).isInstanceOf(Outcome.Provided.class);
        assertThat(textsFrom(client)).containsExactly(dear);
    }

    @Test // outreach 6.6: alphanumeric → sender_not_replyable
    void a_name_instead_of_a_number_is_no_sender() {
        ResourceDesk.Addition tag = new ResourceDesk.Addition(
                ResourceKind.PHONE_NUMBER, "HarbourAds", null, "sandbox", null, null, null, true, 50, 1);
        assertThat(use().desk().add(staff, tag, Origin.NONE))
                .isInstanceOfSatisfying(
                        ResourceDesk.Outcome.Invalid.class,
                        invalid -> assertThat(invalid.problems())
                                .singleElement()
                                .extracting(FieldProblem::code)
                                .isEqualTo("sender_not_replyable"));
    }

    @Test // outreach 6.6, 10.8: 30 days after the last use; a number of one account is nobody else's
    void a_number_rests_for_thirty_days_after_its_last_use_and_never_goes_to_another_client() {
        ClientId client = client(SubscriptionStatus.TRIALING);
        ClientId other = client(SubscriptionStatus.TRIALING);
        assertThat(provide(client, HARBOUR)).isInstanceOf(Outcome.Provided.class);
        LentResource number = on().units()
                .onPlatform(() -> on().resources().withValues(ResourceKind.PHONE_NUMBER, List.of(cheap.e164())))
                .getFirst();
        read(client, () -> {
            on().numbers().markUsed(client, List.of(number.id()), now);
            return number;
        });

        now = now.plus(DAY.multipliedBy(10));
        use().desk().release(staff, number.id(), true, Origin.NONE);
        assertThat(stored(number).status())
                .as("whoever was texted ten days ago can still answer")
                .isEqualTo(ResourceStatus.HELD);
        assertThat(stored(number).holdUntil()).isEqualTo(now.plus(DAY.multipliedBy(20)));
        use().desk().release(staff, number.id(), true, Origin.NONE);
        assertThat(stored(number).status()).as("nor by asking twice").isEqualTo(ResourceStatus.HELD);

        now = now.plus(DAY.multipliedBy(20));
        use().keepStock().keep();
        assertThat(stored(number).status()).isEqualTo(ResourceStatus.AVAILABLE);
        assertThat(use().desk().assign(staff, number.id(), other, Origin.NONE))
                .isInstanceOf(ResourceDesk.Outcome.NotFrom.class);
        assertThat(provide(client, null)).as("its own account has it still").isInstanceOf(Outcome.Provided.class);
        assertThat(textsFrom(client)).containsExactly(cheap);
    }
}
