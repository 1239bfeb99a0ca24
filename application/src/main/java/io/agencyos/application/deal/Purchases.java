package io.agencyos.application.deal;

import io.agencyos.application.deal.store.Customers;
import io.agencyos.application.scoring.RecordPurchase;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.deal.Customer;
import io.agencyos.domain.scoring.BuyerRecord;
import io.agencyos.domain.shared.id.ClientId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Tells the buyer signals what customers bought, after the transaction that made them customers. A version is unsettled from that
 * transaction on until it was told or its client shares nothing, so that a crash in between loses nothing.
 */
final class Purchases implements SettlePurchases {

    private final Customers customers;
    private final RecordPurchase record;
    private final UnitOfWork units;

    Purchases(Customers customers, RecordPurchase record, UnitOfWork units) {
        this.customers = customers;
        this.record = record;
        this.units = units;
    }

    @Override
    public int settle(int limit) {
        Map<ClientId, List<Customer>> waiting = units.onPlatform(() -> customers.unsettled(limit)).stream()
                .collect(Collectors.groupingBy(Customer::clientId));
        waiting.forEach(this::tell);
        return waiting.values().stream().mapToInt(List::size).sum();
    }

    /** Of one client; who bought nothing is left out. */
    void tell(ClientId client, List<Customer> buyers) {
        List<Customer> known = buyers.stream().filter(Customer::isBuyer).toList();
        if (known.isEmpty()) {
            return;
        }
        for (Customer customer : known) {
            // a client that does not share says so at the first of them
            if (record.record(client, Objects.requireNonNull(customer.domain()), purchase(customer))
                    == RecordPurchase.Outcome.NOT_SHARED) {
                break;
            }
        }
        units.inTenant(TenantScope.worker(client), () -> customers.settled(client, known));
    }

    private static BuyerRecord.Purchase purchase(Customer customer) {
        return new BuyerRecord.Purchase(
                customer.companyName(),
                customer.profile().industry(),
                customer.profile().serviceTypes(),
                customer.dealValue() == null ? null : customer.dealValue().toDollars());
    }
}
