package io.agencyos.application.deal;

import io.agencyos.application.deal.store.Customers;
import io.agencyos.application.deal.store.DealPorts;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UniqueViolation;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.deal.Customer;
import io.agencyos.domain.deal.CustomerSource;
import io.agencyos.domain.deal.CustomerStatus;
import io.agencyos.domain.lead.SuppressionReason;
import io.agencyos.domain.platform.AuditAction;
import io.agencyos.domain.platform.AuditEntry.Change;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.contact.DomainName;
import io.agencyos.domain.shared.id.CustomerId;
import io.agencyos.domain.shared.id.SuppressionId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Customer and suppression commit together; what the client sold is told afterwards. */
final class KeepCustomersService implements KeepCustomers {

    private static final int TEXT = 255;
    private static final int LONG_TEXT = 5_000;
    private static final int SERVICES = 50;

    private static final Set<SuppressionReason> BROUGHT =
            Set.of(SuppressionReason.EXISTING_CUSTOMER, SuppressionReason.PAST_CUSTOMER);

    private final DealPorts ports;
    private final CustomerBook book;
    private final Purchases purchases;
    private final UnitOfWork units;
    private final ClockPort clock;
    private final IdSource ids;

    KeepCustomersService(
            DealPorts ports, CustomerBook book, Purchases purchases, UnitOfWork units, ClockPort clock, IdSource ids) {
        this.ports = ports;
        this.book = book;
        this.purchases = purchases;
        this.units = units;
        this.clock = clock;
        this.ids = ids;
    }

    @Override
    public Page list(
            TenantScope scope,
            Customers.Filter filter,
            Customers.By by,
            boolean descending,
            Customers.@Nullable After after,
            int limit) {
        List<Customers.Kept> found = units.inTenant(
                scope, () -> ports.customers().list(scope.clientId(), filter, by, descending, after, limit + 1));
        boolean more = found.size() > limit;
        return new Page(more ? found.subList(0, limit) : found, more);
    }

    @Override
    public Optional<Customers.Kept> find(TenantScope scope, CustomerId id) {
        return units.inTenant(scope, () -> ports.customers().find(scope.clientId(), id));
    }

    @Override
    public Map<SuppressionId, CustomerId> keeping(TenantScope scope, Collection<SuppressionId> entries) {
        return entries.isEmpty()
                ? Map.of()
                : units.reading(scope, () -> ports.customers().keeping(scope.clientId(), entries));
    }

    @Override
    public Outcome add(TenantScope scope, Said said, Origin origin) {
        if (!Permissions.mayWrite(scope.role())) {
            return new Outcome.Forbidden();
        }
        List<Fault> faults = faults(said);
        if (!faults.isEmpty()) {
            return new Outcome.Invalid(faults);
        }
        try {
            return told(units.inTenant(scope.asWorker(), () -> addInside(scope, said, origin)));
        } catch (UniqueViolation raced) {
            return units.inTenant(scope.asWorker(), () -> known(made(scope, said, clock.now()), null))
                    .orElseThrow(() -> raced);
        }
    }

    private Outcome addInside(TenantScope scope, Said said, Origin origin) {
        DealTrail trail = new DealTrail(ports, ids, scope, origin, clock.now());
        Customer customer = made(scope, said, trail.now());
        Optional<Outcome> known = known(customer, null);
        if (known.isPresent()) {
            return known.get();
        }
        Customers.Block block = book.block(customer);
        ports.customers().insert(customer, block);
        trail.audit("customer", customer.id().value(), AuditAction.CREATE, said("company_name", null, customer));
        return new Outcome.Saved(new Customers.Kept(customer, block));
    }

    private static Map<String, Change> said(String member, @Nullable String before, Customer after) {
        return Map.of(member, new Change(before, after.companyName()));
    }

    private Optional<Outcome> known(Customer wanted, @Nullable CustomerId self) {
        String key = Customers.key(wanted);
        return Optional.ofNullable(ports.customers()
                        .findByKeys(wanted.clientId(), List.of(key))
                        .get(key))
                .map(kept -> kept.customer().id())
                .filter(id -> !id.equals(self))
                .map(Outcome.Duplicate::new);
    }

    private Outcome told(Outcome outcome) {
        if (outcome instanceof Outcome.Saved(Customers.Kept(Customer customer, Customers.Block block))) {
            purchases.tell(customer.clientId(), List.of(customer));
        }
        return outcome;
    }

    private Customer made(TenantScope scope, Said said, Instant now) {
        return customer(
                new Customer(
                        new CustomerId(ids.next()),
                        scope.clientId(),
                        "",
                        said.domain(),
                        said.contact(),
                        said.profile(),
                        said.status(),
                        null,
                        null,
                        null,
                        said.reference(),
                        CustomerSource.MANUAL,
                        null,
                        now,
                        now,
                        0),
                said,
                now);
    }

    /** The customer as it is said to be. */
    private Customer customer(Customer from, Said said, Instant now) {
        DomainName domain = domain(said).orElse(null);
        Instant churned = said.status() == CustomerStatus.CHURNED
                ? Optional.ofNullable(said.churnedAt()).orElse(now)
                : said.churnedAt();
        Customer nameless = new Customer(
                from.id(),
                from.clientId(),
                "",
                domain,
                said.contact(),
                said.profile(),
                said.status(),
                said.customerSince(),
                churned,
                said.dealValue(),
                said.reference(),
                from.source(),
                from.importId(),
                from.createdAt(),
                now,
                from.version());
        String name = said.companyName() == null || said.companyName().isBlank()
                ? Customers.key(nameless)
                : said.companyName().strip();
        return nameless.named(name);
    }

    private Optional<DomainName> domain(Said said) {
        return Optional.ofNullable(said.domain())
                .flatMap(book::domain)
                .or(() -> Optional.ofNullable(said.contact().email())
                        .filter(email -> said.domain() == null)
                        .flatMap(book::domain));
    }

    private List<Fault> faults(Said said) {
        List<Fault> faults = new ArrayList<>();
        if (domain(said).isEmpty() && said.contact().email() == null) {
            faults.add(
                    said.domain() == null
                            ? new Fault("domain", "identity_required", "A customer has a domain or an address.")
                            : new Fault(
                                    "domain", "freemail_domain", "Many share this domain: an address says who it is."));
        }
        tooLong(faults, "company_name", said.companyName(), TEXT);
        tooLong(faults, "contact/name", said.contact().name(), TEXT);
        tooLong(faults, "contact/title", said.contact().title(), TEXT);
        tooLong(faults, "industry", said.profile().industry(), TEXT);
        tooLong(faults, "employee_range", said.profile().employeeRange(), TEXT);
        tooLong(faults, "reference/testimonial", said.reference().testimonial(), LONG_TEXT);
        if (said.profile().serviceTypes().size() > SERVICES) {
            faults.add(new Fault("service_types", "too_many", "At most 50 services."));
        }
        if (said.dealValue() != null
                && (said.dealValue().cents() < 0 || said.dealValue().cents() > DealInput.MOST_CENTS)) {
            faults.add(new Fault("deal_value_cents", "out_of_range", "A value is not negative."));
        }
        return faults;
    }

    private static void tooLong(List<Fault> faults, String member, @Nullable String text, int most) {
        if (text != null && text.length() > most) {
            faults.add(new Fault(member, "invalid_length", "At most " + most + " characters."));
        }
    }

    @Override
    public Outcome change(TenantScope scope, CustomerId id, Edit edit, @Nullable Integer ifVersion, Origin origin) {
        if (!Permissions.mayWrite(scope.role())) {
            return new Outcome.Forbidden();
        }
        return told(units.inTenant(
                scope.asWorker(),
                () -> ports.customers()
                        .findForUpdate(scope.clientId(), id)
                        .map(kept -> ifVersion != null
                                        && ifVersion != kept.customer().version()
                                ? new Outcome.VersionConflict(kept.customer().version())
                                : changeInside(scope, kept, edit.of(Said.of(kept.customer())), origin))
                        .orElseGet(Outcome.NotFound::new)));
    }

    private Outcome changeInside(TenantScope scope, Customers.Kept kept, Said said, Origin origin) {
        List<Fault> faults = faults(said);
        if (!faults.isEmpty()) {
            return new Outcome.Invalid(faults);
        }
        DealTrail trail = new DealTrail(ports, ids, scope, origin, clock.now());
        Customer before = kept.customer();
        Customer wanted = customer(before, said, trail.now());
        Optional<Outcome> taken = known(wanted, before.id());
        if (taken.isPresent()) {
            return taken.get();
        }
        boolean moved = !CustomerBook.key(wanted).equals(CustomerBook.key(before));
        Customers.Block entered = book.block(wanted);
        Customers.Block block = moved || kept.block() == null ? entered : kept.block();
        Customer after = ports.customers().update(wanted, block);
        trail.audit(
                "customer", after.id().value(), AuditAction.UPDATE, said("company_name", before.companyName(), after));
        return new Outcome.Saved(new Customers.Kept(after, block));
    }

    @Override
    public Outcome remove(TenantScope scope, CustomerId id, boolean lift, Origin origin) {
        if (!scope.role().permits(Role.ADMIN)) {
            return new Outcome.Forbidden();
        }
        return units.inTenant(
                scope.asWorker(),
                () -> ports.customers()
                        .findForUpdate(scope.clientId(), id)
                        .map(kept -> removeInside(scope, kept, lift, origin))
                        .orElseGet(Outcome.NotFound::new));
    }

    private Outcome removeInside(TenantScope scope, Customers.Kept kept, boolean lift, Origin origin) {
        DealTrail trail = new DealTrail(ports, ids, scope, origin, clock.now());
        Customer customer = kept.customer();
        ports.customers().delete(customer, trail.now());
        Customers.Block block = kept.block();
        if (lift
                && block != null
                && block.made()
                && !ports.customers().isNeeded(scope.clientId(), block.entry(), customer.id())) {
            book.suppress().withdraw(scope.clientId(), List.of(block.entry()), BROUGHT);
        }
        trail.audit(
                "customer",
                customer.id().value(),
                AuditAction.DELETE,
                Map.of("company_name", new Change(customer.companyName(), null)));
        return new Outcome.Saved(kept);
    }
}
