package io.agencyos.application.deal;

import io.agencyos.application.deal.store.Customers;
import io.agencyos.application.lead.store.Suppressions.Key;
import io.agencyos.application.outreach.suppression.SuppressNow;
import io.agencyos.application.shared.IdSource;
import io.agencyos.domain.deal.Customer;
import io.agencyos.domain.deal.CustomerSource;
import io.agencyos.domain.deal.CustomerStatus;
import io.agencyos.domain.deal.Deal;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.SuppressionKeyType;
import io.agencyos.domain.shared.contact.DomainName;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.contact.IdentityKeys;
import io.agencyos.domain.shared.id.CustomerId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Customers and the entries that keep their people from being written to, inside the caller's unit of work: the domain,
 * or the address alone where many share the domain. Source: content 6.2.
 */
record CustomerBook(Customers customers, SuppressNow suppress, IdentityKeys keys, IdSource ids) {

    /** The domain by which a company is blocked; none for one that strangers share. */
    Optional<DomainName> domain(DomainName name) {
        return keys.suppressionDomain(name.value()).toOptional();
    }

    /** The same of an address. */
    Optional<DomainName> domain(EmailAddress address) {
        return domain(address.domain());
    }

    /** What a customer is blocked by. */
    static Key key(Customer customer) {
        return customer.domain() == null
                ? new Key(SuppressionKeyType.EMAIL, Customers.key(customer))
                : new Key(SuppressionKeyType.DOMAIN, customer.domain().value());
    }

    static SuppressNow.Wanted wanted(Customer customer) {
        return new SuppressNow.Wanted(customer.reason(), customer.source().ofSuppression(), customer.companyName());
    }

    /** Keeps the customer's people from being written to. */
    Customers.Block block(Customer customer) {
        SuppressNow.Entered entered =
                Objects.requireNonNull(suppress.enter(customer.clientId(), Map.of(key(customer), wanted(customer)))
                        .get(key(customer)));
        return new Customers.Block(entered.entry().id(), entered.made());
    }

    /** Who a lead buys for, after a won deal; a company that is known already is an active customer from now on. */
    Optional<Customer> won(Deal deal, Lead lead, ZoneId zone, Instant now) {
        EmailAddress email = lead.contact().email();
        Optional<DomainName> domain = Optional.ofNullable(lead.company().domain())
                .flatMap(this::domain)
                .or(() -> Optional.ofNullable(email).flatMap(this::domain));
        if (domain.isEmpty() && email == null) {
            return Optional.empty();
        }
        String key = domain.map(DomainName::value)
                .orElseGet(() -> Objects.requireNonNull(email).key().value());
        Optional<Customers.Kept> known = Optional.ofNullable(
                customers.findByKeys(deal.clientId(), List.of(key)).get(key));
        Customer customer = known.map(kept -> again(kept.customer(), deal, now))
                .orElseGet(() -> first(deal, lead, domain, key, LocalDate.ofInstant(now, zone), now));
        Customers.Block block = block(customer);
        if (known.isPresent()) {
            return Optional.of(customers.update(
                    customer, known.get().block() == null ? block : known.get().block()));
        }
        customers.insert(customer, block);
        return Optional.of(customer);
    }

    private Customer first(
            Deal deal, Lead lead, Optional<DomainName> domain, String key, LocalDate since, Instant now) {
        String name = lead.person().fullName();
        return new Customer(
                new CustomerId(ids.next()),
                deal.clientId(),
                Optional.ofNullable(lead.company().name()).orElse(key),
                domain.orElse(null),
                new Customer.Contact(
                        lead.contact().email(),
                        name.isEmpty() ? null : name,
                        lead.person().title()),
                new Customer.Profile(lead.company().industry(), null, List.of()),
                CustomerStatus.ACTIVE,
                since,
                null,
                deal.value(),
                Customer.Reference.NONE,
                CustomerSource.MANUAL,
                null,
                now,
                now,
                0);
    }

    private static Customer again(Customer known, Deal deal, Instant now) {
        return new Customer(
                known.id(),
                known.clientId(),
                known.companyName(),
                known.domain(),
                known.contact(),
                known.profile(),
                CustomerStatus.ACTIVE,
                known.customerSince(),
                null,
                deal.value() == null ? known.dealValue() : deal.value(),
                known.reference(),
                known.source(),
                known.importId(),
                known.createdAt(),
                now,
                known.version());
    }
}
