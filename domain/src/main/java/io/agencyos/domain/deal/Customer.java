package io.agencyos.domain.deal;

import io.agencyos.domain.lead.SuppressionReason;
import io.agencyos.domain.shared.Money;
import io.agencyos.domain.shared.contact.DomainName;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.CustomerId;
import io.agencyos.domain.shared.id.ImportId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jmolecules.ddd.annotation.AggregateRoot;
import org.jmolecules.ddd.annotation.Identity;
import org.jspecify.annotations.Nullable;

/**
 * A company that buys, bought or may buy from a client; nobody there is written to. Source: content 6.2, data model
 * 5.11.
 *
 * @param domain by which its people are known; null where only one address is, such as one at a free-mail service
 * @param importId the import that made it
 */
@AggregateRoot
public record Customer(
        @Identity CustomerId id,
        ClientId clientId,
        String companyName,
        @Nullable DomainName domain,
        Contact contact,
        Profile profile,
        CustomerStatus status,
        @Nullable LocalDate customerSince,
        @Nullable Instant churnedAt,
        @Nullable Money dealValue,
        Reference reference,
        CustomerSource source,
        @Nullable ImportId importId,
        Instant createdAt,
        Instant updatedAt,
        int version) {

    /** Whom the client talks to there. */
    public record Contact(
            @Nullable EmailAddress email,
            @Nullable String name,
            @Nullable String title) {

        public static final Contact NONE = new Contact(null, null, null);
    }

    /** What it is and what it buys. */
    public record Profile(
            @Nullable String industry, @Nullable String employeeRange, List<String> serviceTypes) {

        public static final Profile NONE = new Profile(null, null, List.of());

        public Profile {
            serviceTypes = List.copyOf(serviceTypes);
        }
    }

    /** What may be said about it in public. */
    public record Reference(
            boolean allowed,
            @Nullable String caseStudyUrl,
            @Nullable String testimonial,
            boolean logoApproved) {

        public static final Reference NONE = new Reference(false, null, null, false);
    }

    public Customer {
        if (domain == null && contact.email() == null) {
            throw new IllegalArgumentException("a customer is known by a domain or an address");
        }
    }

    /** Why its people are not written to. */
    public SuppressionReason reason() {
        return switch (status) {
            case ACTIVE, PROSPECT -> SuppressionReason.EXISTING_CUSTOMER;
            case CHURNED -> SuppressionReason.PAST_CUSTOMER;
        };
    }

    /** Whether it bought, as others may learn from it: prospects did not yet, and without a domain it is no company. */
    public boolean isBuyer() {
        return status != CustomerStatus.PROSPECT && domain != null;
    }

    /** The same by another name. */
    public Customer named(String name) {
        return with(name, updatedAt, version);
    }

    /** The same, changed then. */
    public Customer updatedAt(Instant at) {
        return with(companyName, at, version);
    }

    /** The same as it stands in a store. */
    public Customer atVersion(int stored) {
        return with(companyName, updatedAt, stored);
    }

    private Customer with(String name, Instant changed, int stored) {
        return new Customer(
                id,
                clientId,
                name,
                domain,
                contact,
                profile,
                status,
                customerSince,
                churnedAt,
                dealValue,
                reference,
                source,
                importId,
                createdAt,
                changed,
                stored);
    }
}
