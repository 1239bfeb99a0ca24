package io.agencyos.adapters.in.rest.deal;

import io.agencyos.adapters.in.http.route.Change;
import io.agencyos.adapters.in.http.route.FieldError;
import io.agencyos.adapters.in.http.route.FieldErrors;
import io.agencyos.adapters.in.http.route.Items;
import io.agencyos.adapters.in.http.route.Range;
import io.agencyos.adapters.in.http.route.Text;
import io.agencyos.application.deal.KeepCustomers.Said;
import io.agencyos.domain.deal.Customer;
import io.agencyos.domain.deal.CustomerStatus;
import io.agencyos.domain.shared.Money;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.contact.DomainName;
import io.agencyos.domain.shared.contact.EmailAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the routes of customers take. Source: api 8 Customer, 9.14. */
final class CustomerBodies {

    private CustomerBodies() {}

    /**
     * Whom the client talks to there.
     *
     * @param email the contact's address; null without one
     * @param name whom the client talks to there; null where nobody is named
     * @param title the person's position, in the words that the source gave; null where unknown
     */
    record Contact(
            @Nullable @Text(max = 254) String email,
            @Nullable String name,
            @Nullable String title) {

        private Customer.Contact read(FieldErrors errors) {
            EmailAddress address = email == null
                    ? null
                    : errors.read("/contact/email", EmailAddress.parse(email)).orElse(null);
            return new Customer.Contact(address, name, title);
        }
    }

    /** What may be said about it in public. */
    record Reference(
            @Nullable Boolean allowed,
            @Nullable @Text(max = 2000) String caseStudyUrl,
            @Nullable @Text(max = 5000) String testimonial,
            @Nullable Boolean logoApproved) {

        private Customer.Reference read(FieldErrors errors) {
            if (caseStudyUrl != null && !isWebAddress(caseStudyUrl)) {
                errors.add(FieldError.of("/reference/case_study_url", "invalid_url", "A link begins with https://."));
            }
            return new Customer.Reference(
                    Boolean.TRUE.equals(allowed), caseStudyUrl, testimonial, Boolean.TRUE.equals(logoApproved));
        }

        private static boolean isWebAddress(String link) {
            try {
                URI uri = new URI(link);
                return List.of("https", "http").contains(Objects.toString(uri.getScheme())) && uri.getHost() != null;
            } catch (URISyntaxException foreign) {
                return false;
            }
        }
    }

    private static @Nullable DomainName domain(@Nullable String text, FieldErrors errors) {
        return text == null
                ? null
                : errors.read("/domain", DomainName.parse(text).map(DomainName::withoutWww))
                        .orElse(null);
    }

    private static @Nullable Money money(@Nullable Long cents) {
        return cents == null ? null : new Money(cents);
    }

    /**
     * A company that buys, bought or may buy.
     *
     * @param domain the company's domain; null where unknown
     * @param status whether the company buys now, has bought, or may buy; null takes an active customer
     * @param reference what may be said about the customer in public
     */
    record NewCustomer(
            @Nullable String companyName,
            @Nullable String domain,
            @Nullable Contact contact,
            @Nullable String industry,
            @Nullable String employeeRange,
            @Nullable CustomerStatus status,
            @Nullable LocalDate customerSince,
            @Nullable Instant churnedAt,

            @Nullable @Range(min = 0, max = DealBodies.MOST_CENTS)
            Long dealValueCents,

            @Nullable @Items(max = 50) @Text(max = 120) List<String> serviceTypes,
            @Nullable Reference reference) {

        static final NewCustomer EXAMPLE = new NewCustomer(
                "Harbour Lane Digital",
                "harbourlane.example",
                new Contact("priya@harbourlane.example", "Priya Raman", null),
                null,
                null,
                CustomerStatus.ACTIVE,
                LocalDate.of(2026, 3, 20),
                null,
                1_000_000L,
                List.of("seo"),
                null);

        Result<Said, List<FieldError>> read() {
            FieldErrors errors = new FieldErrors();
            Said said = new Said(
                    companyName,
                    CustomerBodies.domain(domain, errors),
                    contact == null ? Customer.Contact.NONE : contact.read(errors),
                    new Customer.Profile(
                            industry, employeeRange, Objects.requireNonNullElse(serviceTypes, List.<String>of())),
                    Objects.requireNonNullElse(status, CustomerStatus.ACTIVE),
                    customerSince,
                    churnedAt,
                    money(dealValueCents),
                    reference == null ? Customer.Reference.NONE : reference.read(errors));
            return errors.isEmpty() ? Result.ok(said) : Result.err(errors.list());
        }
    }

    /**
     * What is otherwise now.
     *
     * @param domain the company's domain; null where unknown
     * @param status whether the company buys now, has bought, or may buy
     * @param reference what may be said about the customer in public
     */
    record Edit(
            Change<String> companyName,
            Change<@Nullable String> domain,
            Change<@Nullable Contact> contact,
            Change<@Nullable String> industry,
            Change<@Nullable String> employeeRange,
            Change<CustomerStatus> status,
            Change<@Nullable LocalDate> customerSince,
            Change<@Nullable Instant> churnedAt,
            @Range(min = 0, max = DealBodies.MOST_CENTS) Change<@Nullable Long> dealValueCents,
            @Items(max = 50) @Text(max = 120) Change<List<String>> serviceTypes,
            Change<@Nullable Reference> reference) {

        static final Edit EXAMPLE = new Edit(
                Change.absent(),
                Change.absent(),
                Change.absent(),
                Change.to("Retail"),
                Change.absent(),
                Change.to(CustomerStatus.CHURNED),
                Change.absent(),
                Change.absent(),
                Change.absent(),
                Change.absent(),
                Change.absent());

        /** What is said instead of what was; the errors are those of the members that are mentioned. */
        Said onto(Said before, FieldErrors errors) {
            return new Said(
                    companyName.orElse(before.companyName()),
                    domain.mentioned() ? CustomerBodies.domain(domain.value(), errors) : before.domain(),
                    contact.mentioned()
                            ? Optional.ofNullable(contact.value())
                                    .map(said -> said.read(errors))
                                    .orElse(Customer.Contact.NONE)
                            : before.contact(),
                    new Customer.Profile(
                            industry.orElse(before.profile().industry()),
                            employeeRange.orElse(before.profile().employeeRange()),
                            serviceTypes
                                    .map(services -> services)
                                    .orElse(before.profile().serviceTypes())),
                    status.map(word -> word).orElse(before.status()),
                    customerSince.orElse(before.customerSince()),
                    churnedAt.orElse(before.churnedAt()),
                    dealValueCents.mentioned() ? money(dealValueCents.value()) : before.dealValue(),
                    reference.mentioned()
                            ? Optional.ofNullable(reference.value())
                                    .map(said -> said.read(errors))
                                    .orElse(Customer.Reference.NONE)
                            : before.reference());
        }

        /** What is wrong with it whatever stood before. */
        List<FieldError> errors() {
            FieldErrors errors = new FieldErrors();
            onto(
                    new Said(
                            null,
                            null,
                            Customer.Contact.NONE,
                            Customer.Profile.NONE,
                            CustomerStatus.ACTIVE,
                            null,
                            null,
                            null,
                            Customer.Reference.NONE),
                    errors);
            return errors.list();
        }
    }
}
