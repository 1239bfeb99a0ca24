package io.agencyos.adapters.in.rest.deal;

import io.agencyos.application.deal.store.Customers;
import io.agencyos.domain.deal.Customer;
import io.agencyos.domain.deal.CustomerSource;
import io.agencyos.domain.deal.CustomerStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A customer of the client. Source: api 8 Customer.
 *
 * @param domain the company's domain; null where unknown
 * @param status whether the company buys now, has bought, or may buy
 * @param reference what may be said about the customer in public
 * @param source where the customer is known from: a CRM, a file, or somebody's word
 */
public record CustomerView(
        UUID id,
        UUID clientId,
        String companyName,
        @Nullable String domain,
        Contact contact,
        @Nullable String industry,
        @Nullable String employeeRange,
        CustomerStatus status,
        @Nullable LocalDate customerSince,
        @Nullable Instant churnedAt,
        @Nullable Long dealValueCents,
        String currency,
        List<String> serviceTypes,
        Reference reference,
        CustomerSource source,
        @Nullable String crmId,
        @Nullable UUID suppressionId,
        Instant createdAt,
        Instant updatedAt,
        int version) {

    /**
     * Whom the client talks to there.
     *
     * @param email the contact's address; null without one
     * @param name whom the client talks to there; null where nobody is named
     * @param title the person's position, in the words that the source gave; null where unknown
     */
    public record Contact(
            @Nullable String email,
            @Nullable String name,
            @Nullable String title) {}

    /** What may be said about it in public. */
    public record Reference(
            boolean allowed,
            @Nullable String caseStudyUrl,
            @Nullable String testimonial,
            boolean logoApproved) {}

    static final CustomerView EXAMPLE = new CustomerView(
            UUID.fromString("019baaaa-0000-7000-8000-000000000071"),
            UUID.fromString("019baaaa-0000-7000-8000-000000000001"),
            "Harbour Lane Digital",
            "harbourlane.example",
            new Contact("priya@harbourlane.example", "Priya Raman", "Head of Growth"),
            "Marketing and Advertising",
            "11-50",
            CustomerStatus.ACTIVE,
            LocalDate.of(2026, 3, 20),
            null,
            1_000_000L,
            DealView.CURRENCY,
            List.of("seo"),
            new Reference(false, null, null, false),
            CustomerSource.MANUAL,
            null,
            UUID.fromString("019baaaa-0000-7000-8000-0000000000b1"),
            Instant.parse("2026-03-20T01:00:00Z"),
            Instant.parse("2026-03-20T01:00:00Z"),
            0);

    static CustomerView of(Customers.Kept kept) {
        Customer customer = kept.customer();
        return new CustomerView(
                customer.id().value(),
                customer.clientId().value(),
                customer.companyName(),
                customer.domain() == null ? null : customer.domain().value(),
                new Contact(
                        customer.contact().email() == null
                                ? null
                                : customer.contact().email().value(),
                        customer.contact().name(),
                        customer.contact().title()),
                customer.profile().industry(),
                customer.profile().employeeRange(),
                customer.status(),
                customer.customerSince(),
                customer.churnedAt(),
                customer.dealValue() == null ? null : customer.dealValue().cents(),
                DealView.CURRENCY,
                customer.profile().serviceTypes(),
                new Reference(
                        customer.reference().allowed(),
                        customer.reference().caseStudyUrl(),
                        customer.reference().testimonial(),
                        customer.reference().logoApproved()),
                customer.source(),
                null,
                kept.block() == null ? null : kept.block().entry().value(),
                customer.createdAt(),
                customer.updatedAt(),
                customer.version());
    }
}
