package io.agencyos.application.deal;

import io.agencyos.application.deal.store.Customers;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.deal.Customer;
import io.agencyos.domain.deal.CustomerStatus;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.Money;
import io.agencyos.domain.shared.contact.DomainName;
import io.agencyos.domain.shared.id.CustomerId;
import io.agencyos.domain.shared.id.SuppressionId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.PrimaryPort;
import org.jspecify.annotations.Nullable;

/** The client's customers, whose people nobody writes to. Source: content 6.2, api 9.14. */
@PrimaryPort
public interface KeepCustomers {

    /**
     * What is said of a customer.
     *
     * @param companyName null for the domain or the address
     * @param domain null for that of the contact's address, unless many share it
     */
    record Said(
            @Nullable String companyName,
            @Nullable DomainName domain,
            Customer.Contact contact,
            Customer.Profile profile,
            CustomerStatus status,
            @Nullable LocalDate customerSince,
            @Nullable Instant churnedAt,
            @Nullable Money dealValue,
            Customer.Reference reference) {

        /** What is said of it already. */
        public static Said of(Customer customer) {
            return new Said(
                    customer.companyName(),
                    customer.domain(),
                    customer.contact(),
                    customer.profile(),
                    customer.status(),
                    customer.customerSince(),
                    customer.churnedAt(),
                    customer.dealValue(),
                    customer.reference());
        }
    }

    /** What came of it. */
    sealed interface Outcome {

        record Saved(Customers.Kept kept) implements Outcome {}

        /** {@code duplicate}: the client has that customer. */
        record Duplicate(CustomerId known) implements Outcome {}

        record NotFound() implements Outcome {}

        record VersionConflict(int version) implements Outcome {}

        record Invalid(List<Fault> faults) implements Outcome {
            public Invalid {
                faults = List.copyOf(faults);
            }
        }

        /** The caller's role is too low. */
        record Forbidden() implements Outcome {}
    }

    /** Some customers, and whether more follow. */
    record Page(List<Customers.Kept> customers, boolean more) {
        public Page {
            customers = List.copyOf(customers);
        }
    }

    Outcome add(TenantScope scope, Said said, Origin origin);

    /** What is said of it in place of what was. */
    @FunctionalInterface
    interface Edit {
        Said of(Said before);
    }

    /** @param ifVersion null to change whatever stands there */
    Outcome change(TenantScope scope, CustomerId id, Edit edit, @Nullable Integer ifVersion, Origin origin);

    /** @param lift whether its people may be written to again, where nothing else forbids it */
    Outcome remove(TenantScope scope, CustomerId id, boolean lift, Origin origin);

    Page list(
            TenantScope scope,
            Customers.Filter filter,
            Customers.By by,
            boolean descending,
            Customers.@Nullable After after,
            int limit);

    Optional<Customers.Kept> find(TenantScope scope, CustomerId id);

    /** @see Customers#keeping */
    Map<SuppressionId, CustomerId> keeping(TenantScope scope, Collection<SuppressionId> entries);
}
