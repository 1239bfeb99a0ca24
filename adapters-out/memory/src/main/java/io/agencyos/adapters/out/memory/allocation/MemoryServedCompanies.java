package io.agencyos.adapters.out.memory.allocation;

import io.agencyos.adapters.out.memory.deal.MemoryCustomers;
import io.agencyos.application.allocation.store.ServedCompanies;
import io.agencyos.application.deal.store.Customers;
import io.agencyos.domain.allocation.Portfolio;
import io.agencyos.domain.deal.Customer;
import io.agencyos.domain.deal.CustomerStatus;
import io.agencyos.domain.shared.id.ClientId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The portfolio of the customers in memory. */
public final class MemoryServedCompanies implements ServedCompanies {

    private final MemoryCustomers customers;

    public MemoryServedCompanies(MemoryCustomers customers) {
        this.customers = customers;
    }

    @Override
    public Portfolio of(ClientId client) {
        List<Customer> all = customers.all(client).map(Customers.Kept::customer).toList();
        Map<String, List<String>> spellings = all.stream()
                .filter(customer -> customer.status() != CustomerStatus.PROSPECT)
                .map(customer -> customer.profile().industry())
                .filter(industry -> industry != null && !industry.isBlank())
                .collect(Collectors.groupingBy(
                        industry -> industry.strip().toLowerCase(Locale.ROOT), TreeMap::new, Collectors.toList()));
        return new Portfolio(
                spellings.values().stream()
                        .sorted(Comparator.<List<String>>comparingInt(List::size)
                                .reversed())
                        .map(spelled -> spelled.stream().sorted().findFirst().orElseThrow())
                        .toList(),
                all.stream().map(Customer::domain).filter(Objects::nonNull).collect(Collectors.toSet()));
    }
}
