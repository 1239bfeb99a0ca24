package io.agencyos.application.deal.store;

import io.agencyos.domain.deal.Customer;
import io.agencyos.domain.deal.CustomerSource;
import io.agencyos.domain.deal.CustomerStatus;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.CustomerId;
import io.agencyos.domain.shared.id.SuppressionId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jmolecules.architecture.hexagonal.SecondaryPort;
import org.jspecify.annotations.Nullable;

/** A client's customers. Needs an open unit of work of the tenant. Source: content 6.2, data model 5.11. */
@SecondaryPort
public interface Customers {

    /**
     * The entry by which a customer's people are not written to.
     *
     * @param made whether the customer brought it; what stood before is not the customer's to take away
     */
    record Block(SuppressionId entry, boolean made) {}

    /** A customer and what keeps its people from being written to. */
    record Kept(Customer customer, @Nullable Block block) {}

    /** A domain, or an address without one, that is known is a {@code UniqueViolation}. */
    void insert(Customer customer, @Nullable Block block);

    /** The same for many at once. */
    void insertAll(Collection<Kept> customers);

    /** Writes many where their versions are unchanged, else {@code ConcurrentUpdate}. */
    void updateAll(Collection<Kept> customers);

    /** Those of these that are there. */
    List<Kept> findAll(ClientId client, Collection<CustomerId> ids);

    /** Writes it where its version is unchanged, else {@code ConcurrentUpdate}; answers the new version. */
    Customer update(Customer customer, @Nullable Block block);

    Optional<Kept> find(ClientId client, CustomerId id);

    /** The customer locked until the unit of work ends. */
    Optional<Kept> findForUpdate(ClientId client, CustomerId id);

    /** By domain and, of those that have none, by e-mail key. */
    Map<String, Kept> findByKeys(ClientId client, Collection<String> keys);

    /** By which a customer is told from another: its domain, else the key of its address. */
    static String key(Customer customer) {
        if (customer.domain() != null) {
            return customer.domain().value();
        }
        return Optional.ofNullable(customer.contact().email())
                .orElseThrow()
                .key()
                .value();
    }

    /** Takes it away, where its version is unchanged; else {@code ConcurrentUpdate}. */
    void delete(Customer customer, Instant at);

    /** Takes many away that were read in this unit of work. */
    void deleteAll(ClientId client, Collection<CustomerId> customers, Instant at);

    /** Whether another customer than this one is kept from being written to by the entry. */
    boolean isNeeded(ClientId client, SuppressionId entry, CustomerId butBy);

    /** Which customer keeps each of these entries on the list, the first by its id where several do; none for the others. */
    Map<SuppressionId, CustomerId> keeping(ClientId client, Collection<SuppressionId> entries);

    /** Which customers a page shows; null for all. {@code q} is part of the name or the domain. */
    record Filter(
            @Nullable Set<CustomerStatus> statuses,
            @Nullable Set<CustomerSource> sources,
            @Nullable String q) {

        public static final Filter ALL = new Filter(null, null, null);
    }

    /** What a list is in the order of. */
    enum By {
        COMPANY_NAME,
        CREATED_AT;

        /** Where a customer stands in this order. */
        public String key(Customer customer) {
            return switch (this) {
                case COMPANY_NAME -> customer.companyName();
                case CREATED_AT -> customer.createdAt().toString();
            };
        }
    }

    /** Where a page begins: behind this customer. */
    record After(String key, CustomerId id) {}

    /** In this order, the other way round where {@code descending}. */
    List<Kept> list(ClientId client, Filter filter, By by, boolean descending, @Nullable After after, int limit);

    /**
     * Customers of any client that bought, with a domain, whose newest version nobody settled yet with the buyer signals;
     * the longest waiting first. In a unit of the platform.
     */
    List<Customer> unsettled(int limit);

    /** These versions are settled; one that was changed meanwhile is not. */
    void settled(ClientId client, Collection<Customer> customers);
}
