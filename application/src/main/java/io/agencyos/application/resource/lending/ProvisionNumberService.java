package io.agencyos.application.resource.lending;

import io.agencyos.application.resource.PhoneNumberProvisioner;
import io.agencyos.application.resource.PhoneNumberProvisioner.Offer;
import io.agencyos.application.resource.PhoneNumberProvisioner.Registration;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UniqueViolation;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.platform.Alert;
import io.agencyos.domain.platform.AuditAction;
import io.agencyos.domain.platform.AuditEntry.Actor;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.resource.LentResource;
import io.agencyos.domain.resource.ResourceKind;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.contact.PhoneNumber;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.ResourceId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes down what it is about to buy, buys it with no unit of work open, and writes down that it did. */
final class ProvisionNumberService implements ProvisionNumber {

    private static final String ALERT = "number_order";

    /** Longer than a purchase with its look afterwards takes. */
    private static final Duration UNDER_WAY = Duration.ofMinutes(3);

    private final LendingPorts ports;
    private final LendingNews news;
    private final UnitOfWork units;
    private final ClockPort clock;
    private final IdSource ids;

    ProvisionNumberService(LendingPorts ports, LendingNews news, UnitOfWork units, ClockPort clock, IdSource ids) {
        this.ports = ports;
        this.news = news;
        this.units = units;
        this.clock = clock;
        this.ids = ids;
    }

    /** One order on its way. */
    private record Purchase(Actor by, Order order, Origin origin, NumberShops.Shop shop) {

        ClientId client() {
            return order.client();
        }

        PhoneNumberProvisioner numbers() {
            return shop.numbers();
        }
    }

    @Override
    public Result<List<Offer>, VendorFailure> offers(ClientId client, String digits) {
        return ports.shops()
                .of(client)
                .map(shop -> shop.numbers().search(client, digits).map(ProvisionNumberService::cheapestFirst))
                .orElseGet(() -> Result.ok(List.of()));
    }

    private static List<Offer> cheapestFirst(List<Offer> offers) {
        return offers.stream()
                .sorted(Comparator.comparing(Offer::monthly)
                        .thenComparing(Offer::setUp)
                        .thenComparing(offer -> offer.number().e164()))
                .toList();
    }

    @Override
    public Outcome provide(Actor by, Order order, Origin origin) {
        if (units.onPlatform(() -> ports.clients().find(order.client())).isEmpty()) {
            return new Outcome.NoSuchClient();
        }
        return ports.shops()
                .of(order.client())
                .map(shop -> provide(new Purchase(by, order, origin, shop)))
                .orElseGet(Outcome.NoCarrier::new);
    }

    private Outcome provide(Purchase wanted) {
        return wanted.numbers()
                .owned(wanted.client())
                .fold(
                        had -> units.onPlatform(() -> ports.resources().orderOf(wanted.client()))
                                .map(open -> goOn(wanted, open, had))
                                .or(() -> unused(wanted, had).map(spare -> settled(wanted, spare, null)))
                                .orElseGet(() -> chosen(wanted)),
                        Outcome.Failed::new);
    }

    /** An order that broke off may have been carried out: what the account has by now says so. */
    private Outcome goOn(Purchase wanted, LentResource open, Set<PhoneNumber> had) {
        PhoneNumber number = new PhoneNumber(open.value());
        if (had.contains(number)) {
            return settled(wanted, open, null);
        }
        return clock.now().isBefore(open.createdAt().plus(UNDER_WAY)) ? new Outcome.Busy(number) : bought(wanted, open);
    }

    /** What the account has and nobody sends from. */
    private Optional<LentResource> unused(Purchase wanted, Set<PhoneNumber> had) {
        List<String> values = had.stream().map(PhoneNumber::e164).sorted().toList();
        Map<String, LentResource> known = new HashMap<>();
        units.onPlatform(() -> ports.resources().withValues(ResourceKind.PHONE_NUMBER, values))
                .forEach(one -> known.put(one.value(), one));
        Optional<LentResource> spare = known.values().stream()
                .filter(one ->
                        one.isFree() && wanted.client().equals(one.source().account()))
                .min(Comparator.comparing(LentResource::value));
        return spare.or(() -> values.stream()
                .filter(value -> !known.containsKey(value))
                .findFirst()
                .flatMap(value -> noted(wanted, new PhoneNumber(value))));
    }

    private Outcome chosen(Purchase wanted) {
        Optional<String> missing = missing(wanted.order().user());
        if (missing.isPresent()) {
            return new Outcome.BundleMissing(missing.get());
        }
        return offers(wanted.client(), wanted.order().digits())
                .fold(offers -> ordered(wanted, offers), Outcome.Failed::new);
    }

    private static Optional<String> missing(@Nullable Registration user) {
        return user == null ? Optional.of("registration") : user.problem();
    }

    private Outcome ordered(Purchase wanted, List<Offer> offers) {
        Set<String> known = new HashSet<>();
        units.onPlatform(() -> ports.resources()
                        .withValues(
                                ResourceKind.PHONE_NUMBER,
                                offers.stream()
                                        .map(offer -> offer.number().e164())
                                        .toList()))
                .forEach(one -> known.add(one.value()));
        return offers.stream()
                .map(Offer::number)
                .filter(number -> !known.contains(number.e164()))
                .findFirst()
                .map(number -> noted(wanted, number)
                        .map(order -> bought(wanted, order))
                        .orElseGet(() -> new Outcome.Busy(number)))
                .orElseGet(Outcome.NothingForSale::new);
    }

    /** The first phase; empty where another order of this client stands. */
    private Optional<LentResource> noted(Purchase wanted, PhoneNumber number) {
        LentResource order = LentResource.ordered(
                new ResourceId(ids.next()), number, wanted.shop().vendor(), wanted.client(), clock.now());
        try {
            units.onPlatform(() -> ports.resources().add(order));
            return Optional.of(order);
        } catch (UniqueViolation another) {
            return Optional.empty();
        }
    }

    private Outcome bought(Purchase wanted, LentResource order) {
        Registration user = wanted.order().user();
        Optional<String> missing = missing(user);
        if (missing.isPresent() || user == null) {
            return new Outcome.BundleMissing(missing.orElse("registration"));
        }
        return wanted.numbers()
                .buy(wanted.client(), new PhoneNumber(order.value()), user)
                .fold(owned -> settled(wanted, order, owned.monthly()), failure -> failed(wanted, order, failure));
    }

    /** The second phase: it is the client's alone, and its warm-up begins. */
    private Outcome settled(Purchase wanted, LentResource order, @Nullable BigDecimal monthly) {
        Instant now = clock.now();
        LentResource bought = order.bought();
        if (!bought.equals(order)) {
            units.onPlatform(() -> ports.resources().update(bought));
        }
        LentResource given = units.inTenant(TenantScope.worker(wanted.client()), () -> {
            LentResource one = ports.resources()
                    .takeExtra(wanted.client(), order.id(), now)
                    .orElseThrow(() -> new IllegalStateException("number " + order.id() + " went elsewhere"));
            news.lent(wanted.client(), one);
            news.audit(
                    wanted.by(),
                    AuditAction.CREATE,
                    wanted.client(),
                    one,
                    Map.of("order", monthly == null ? "adopt" : "buy"),
                    wanted.origin());
            return one;
        });
        units.onPlatform(() -> ports.alerts().resolveOthersOf(wanted.client(), ALERT, List.of(), now));
        return new Outcome.Provided(given, monthly);
    }

    /** What will never be sold leaves room for another number; any other order stays and can go on. */
    private Outcome failed(Purchase wanted, LentResource order, VendorFailure failure) {
        boolean never = !failure.ambiguous()
                && switch (failure) {
                    case VendorFailure.NotFound f -> true;
                    case VendorFailure.Conflict f -> true;
                    case VendorFailure.Invalid f -> true;
                    case VendorFailure.Unauthorized f -> false;
                    case VendorFailure.OutOfCredits f -> false;
                    case VendorFailure.RateLimited f -> false;
                    case VendorFailure.Unavailable f -> false;
                    case VendorFailure.Timeout f -> false;
                };
        Instant now = clock.now();
        units.onPlatform(() -> {
            if (never) {
                order.retired().ifPresent(ports.resources()::update);
            }
            ports.alerts()
                    .raise(Alert.of(
                            ALERT + ":" + wanted.client().text(),
                            Alert.Severity.WARNING,
                            ALERT,
                            wanted.client(),
                            "A number could not be bought.",
                            Map.of("number", order.value(), "failure", failure.kind(), "open", String.valueOf(!never)),
                            now));
        });
        return new Outcome.Failed(failure);
    }
}
