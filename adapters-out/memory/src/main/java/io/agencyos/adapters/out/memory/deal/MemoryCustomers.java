package io.agencyos.adapters.out.memory.deal;

import static java.util.Comparator.comparing;

import io.agencyos.adapters.out.memory.kernel.ById;
import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.deal.store.Customers;
import io.agencyos.application.shared.ConcurrentUpdate;
import io.agencyos.domain.deal.Customer;
import io.agencyos.domain.shared.SearchText;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.CustomerId;
import io.agencyos.domain.shared.id.SuppressionId;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Customers; a deleted one is gone. */
public final class MemoryCustomers implements Customers {

    private static final String BY_KEY = "uq_client_customer_known_by";

    /** Which version the buyer signals know of. */
    private record Settled(ClientId client, CustomerId id, int version) {}

    private final MemoryTable<CustomerId, Kept> table;
    private final MemoryTable<CustomerId, Settled> settled;

    public MemoryCustomers(MemoryUnitOfWork units) {
        table = MemoryTable.<CustomerId, Kept>ofTenants(
                        "client_customer",
                        units,
                        kept -> kept.customer().clientId(),
                        kept -> kept.customer().id())
                .unique(BY_KEY, kept -> List.of(kept.customer().clientId(), Customers.key(kept.customer())));
        settled = MemoryTable.ofTenants("client_customer_settled", units, Settled::client, Settled::id);
    }

    @Override
    public List<Customer> unsettled(int limit) {
        return table.rows()
                .map(Kept::customer)
                .filter(customer -> customer.isBuyer()
                        && settled.find(customer.id())
                                .filter(known -> known.version() == customer.version())
                                .isEmpty())
                .sorted(comparing(Customer::updatedAt))
                .limit(limit)
                .toList();
    }

    @Override
    public void settled(ClientId client, Collection<Customer> customers) {
        customers.forEach(each -> settled.put(new Settled(client, each.id(), each.version())));
    }

    @Override
    public void insert(Customer customer, @Nullable Block block) {
        table.insert(new Kept(customer, block));
    }

    @Override
    public Customer update(Customer customer, @Nullable Block block) {
        unchanged(customer);
        Customer next = customer.atVersion(customer.version() + 1);
        table.put(new Kept(next, block));
        return next;
    }

    @Override
    public void insertAll(Collection<Kept> customers) {
        customers.forEach(table::insert);
    }

    @Override
    public void updateAll(Collection<Kept> customers) {
        customers.forEach(kept -> update(kept.customer(), kept.block()));
    }

    @Override
    public List<Kept> findAll(ClientId client, Collection<CustomerId> ids) {
        return all(client).filter(kept -> ids.contains(kept.customer().id())).toList();
    }

    @Override
    public void deleteAll(ClientId client, Collection<CustomerId> customers, Instant at) {
        customers.forEach(table::remove);
    }

    private void unchanged(Customer customer) {
        find(customer.clientId(), customer.id())
                .filter(stored -> stored.customer().version() == customer.version())
                .orElseThrow(() -> new ConcurrentUpdate("customer " + customer.id()));
    }

    @Override
    public Optional<Kept> find(ClientId client, CustomerId id) {
        return table.find(id).filter(kept -> kept.customer().clientId().equals(client));
    }

    @Override
    public Optional<Kept> findForUpdate(ClientId client, CustomerId id) {
        return find(client, id);
    }

    @Override
    public Map<String, Kept> findByKeys(ClientId client, Collection<String> keys) {
        return all(client)
                .filter(kept -> keys.contains(Customers.key(kept.customer())))
                .collect(Collectors.toMap(kept -> Customers.key(kept.customer()), Function.identity()));
    }

    @Override
    public void delete(Customer customer, Instant at) {
        unchanged(customer);
        table.remove(customer.id());
    }

    @Override
    public boolean isNeeded(ClientId client, SuppressionId entry, CustomerId butBy) {
        return all(client)
                .anyMatch(kept -> kept.block() != null
                        && kept.block().entry().equals(entry)
                        && !kept.customer().id().equals(butBy));
    }

    @Override
    public Map<SuppressionId, CustomerId> keeping(ClientId client, Collection<SuppressionId> entries) {
        Map<SuppressionId, CustomerId> keeping = new HashMap<>();
        all(client).sorted(ById.ascending(kept -> kept.customer().id())).forEach(kept -> {
            Block block = kept.block();
            if (block != null && entries.contains(block.entry())) {
                keeping.putIfAbsent(block.entry(), kept.customer().id());
            }
        });
        return keeping;
    }

    @Override
    public List<Kept> list(
            ClientId client, Filter filter, By by, boolean descending, @Nullable After after, int limit) {
        Comparator<Kept> ascending = comparing((Kept kept) -> place(by, by.key(kept.customer())))
                .thenComparing(ById.ascending(kept -> kept.customer().id()));
        return all(client)
                .filter(kept -> shows(filter, kept.customer()))
                .sorted(descending ? ascending.reversed() : ascending)
                .filter(kept -> after == null || isBehind(by, kept.customer(), after, descending))
                .limit(limit)
                .toList();
    }

    /** The key of a place as the order compares it. */
    @SuppressWarnings("unchecked")
    private static Comparable<Object> place(By by, String key) {
        Comparable<?> place = switch (by) {
            case COMPANY_NAME -> key;
            case CREATED_AT -> Instant.parse(key);
        };
        return (Comparable<Object>) place;
    }

    private static boolean isBehind(By by, Customer customer, After after, boolean descending) {
        int order = place(by, by.key(customer)).compareTo(place(by, after.key()));
        int behind = order == 0 ? customer.id().text().compareTo(after.id().text()) : order;
        return descending ? behind < 0 : behind > 0;
    }

    private static boolean shows(Filter filter, Customer customer) {
        String text = customer.companyName()
                + "\n"
                + (customer.domain() == null ? "" : customer.domain().value());
        return (filter.statuses() == null || filter.statuses().contains(customer.status()))
                && (filter.sources() == null || filter.sources().contains(customer.source()))
                && (filter.q() == null || SearchText.folded(text).contains(SearchText.folded(filter.q())));
    }

    /** Of this client, in no order. */
    public Stream<Kept> all(ClientId client) {
        return table.rows().filter(kept -> kept.customer().clientId().equals(client));
    }
}
