package io.agencyos.application.deal;

import io.agencyos.application.deal.store.Customers;
import io.agencyos.application.lead.intake.LeadFile;
import io.agencyos.application.lead.store.Suppressions.Key;
import io.agencyos.application.outreach.suppression.SuppressNow;
import io.agencyos.domain.deal.BookImport;
import io.agencyos.domain.deal.BookImport.RowResult;
import io.agencyos.domain.deal.Customer;
import io.agencyos.domain.deal.CustomerSource;
import io.agencyos.domain.deal.CustomerStatus;
import io.agencyos.domain.shared.Money;
import io.agencyos.domain.shared.contact.DomainName;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.id.CustomerId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rows of a file of customers: one read, one write of entries, one of customers for each part. Source: content 6.2. */
final class CustomerRows {

    private final BookImport run;
    private final BookColumns columns;
    private final CustomerBook book;
    private final Instant now;

    CustomerRows(BookImport run, BookColumns columns, CustomerBook book, Instant now) {
        this.run = run;
        this.columns = columns;
        this.book = book;
        this.now = now;
    }

    /** What a row says, or why it says nothing. */
    private record Said(
            int line,
            @Nullable Customer customer,
            RowResult otherwise,
            @Nullable String error) {}

    /** What was made of the rows, and who is to be told of as a buyer. */
    record Taken(List<BookImport.Row> rows, List<Customer> buyers) {}

    Taken take(List<LeadFile.Row> part) {
        List<Said> said = part.stream().map(this::read).toList();
        Map<String, Customers.Kept> known = book.customers()
                .findByKeys(
                        run.clientId(),
                        said.stream()
                                .flatMap(row -> Optional.ofNullable(row.customer()).stream())
                                .map(Customers::key)
                                .collect(Collectors.toSet()));
        Map<String, Said> fresh = new LinkedHashMap<>();
        Map<String, Customer> changed = new LinkedHashMap<>();
        List<Supplier<BookImport.Row>> results = new ArrayList<>();
        Map<Key, SuppressNow.Entered> entered = new LinkedHashMap<>();
        for (Said row : said) {
            results.add(place(row, known, fresh, changed, entered));
        }
        entered.putAll(book.suppress()
                .enter(
                        run.clientId(),
                        fresh.values().stream()
                                .map(row -> Objects.requireNonNull(row.customer()))
                                .collect(Collectors.toMap(CustomerBook::key, CustomerBook::wanted))));
        book.customers()
                .insertAll(fresh.values().stream()
                        .map(row -> Objects.requireNonNull(row.customer()))
                        .map(customer -> new Customers.Kept(customer, block(customer, entered)))
                        .toList());
        book.customers()
                .updateAll(changed.entrySet().stream()
                        .map(entry -> new Customers.Kept(
                                entry.getValue(),
                                Objects.requireNonNull(known.get(entry.getKey()))
                                        .block()))
                        .toList());
        List<Customer> buyers = new ArrayList<>();
        changed.values().forEach(customer -> buyers.add(customer.atVersion(customer.version() + 1)));
        fresh.values().forEach(row -> buyers.add(Objects.requireNonNull(row.customer())));
        return new Taken(results.stream().map(Supplier::get).toList(), buyers);
    }

    private static Customers.Block block(Customer customer, Map<Key, SuppressNow.Entered> entered) {
        SuppressNow.Entered entry = Objects.requireNonNull(entered.get(CustomerBook.key(customer)));
        return new Customers.Block(entry.entry().id(), entry.made());
    }

    private Supplier<BookImport.Row> place(
            Said row,
            Map<String, Customers.Kept> known,
            Map<String, Said> fresh,
            Map<String, Customer> changed,
            Map<Key, SuppressNow.Entered> entered) {
        Customer customer = row.customer();
        if (customer == null) {
            return () -> new BookImport.Row(row.line(), row.otherwise(), row.error(), null, null);
        }
        String key = Customers.key(customer);
        if (fresh.containsKey(key) || changed.containsKey(key)) {
            return () -> new BookImport.Row(row.line(), RowResult.SKIPPED, "named above", null, null);
        }
        Customers.Kept before = known.get(key);
        if (before == null) {
            fresh.put(key, row);
            return () -> new BookImport.Row(
                    row.line(),
                    RowResult.IMPORTED,
                    row.error(),
                    customer.id(),
                    block(customer, entered).made() ? block(customer, entered).entry() : null);
        }
        Customer merged = merged(before.customer(), customer);
        CustomerId id = before.customer().id();
        if (merged.equals(before.customer())) {
            return () -> new BookImport.Row(row.line(), RowResult.SKIPPED, null, id, null);
        }
        changed.put(key, merged);
        return () -> new BookImport.Row(row.line(), RowResult.UPDATED, row.error(), id, null);
    }

    /** What the file says over what was known; what it does not say stays. */
    private Customer merged(Customer before, Customer said) {
        Customer.Contact contact = said.contact();
        Customer.Contact was = before.contact();
        Customer same = new Customer(
                before.id(),
                before.clientId(),
                said.companyName().equals(Customers.key(said)) ? before.companyName() : said.companyName(),
                before.domain(),
                new Customer.Contact(
                        contact.email() == null ? was.email() : contact.email(),
                        contact.name() == null ? was.name() : contact.name(),
                        was.title()),
                new Customer.Profile(
                        said.profile().industry() == null
                                ? before.profile().industry()
                                : said.profile().industry(),
                        before.profile().employeeRange(),
                        before.profile().serviceTypes()),
                before.status(),
                said.customerSince() == null ? before.customerSince() : said.customerSince(),
                before.churnedAt(),
                said.dealValue() == null ? before.dealValue() : said.dealValue(),
                before.reference(),
                before.source(),
                before.importId(),
                before.createdAt(),
                before.updatedAt(),
                before.version());
        return same.equals(before) ? before : same.updatedAt(now);
    }

    private Said read(LeadFile.Row row) {
        String domainText = columns.cell(row.cells(), "domain");
        String emailText = columns.cell(row.cells(), "email");
        if (domainText.isEmpty() && emailText.isEmpty()) {
            return new Said(row.line(), null, RowResult.SKIPPED, null);
        }
        Optional<EmailAddress> email = EmailAddress.parse(emailText).toOptional();
        Optional<DomainName> domain = DomainName.parse(domainText)
                .map(DomainName::withoutWww)
                .toOptional()
                .flatMap(book::domain)
                .or(() -> email.filter(address -> domainText.isEmpty()).flatMap(book::domain));
        if (domain.isEmpty() && email.isEmpty()) {
            return new Said(row.line(), null, RowResult.FAILED, "Row " + row.line() + ": no domain and no address");
        }
        String value = columns.cell(row.cells(), "deal_value");
        Optional<Money> money = Money.parse(value.replaceAll("[$, ]", ""))
                .toOptional()
                .filter(amount -> amount.cents() >= 0 && amount.cents() <= DealInput.MOST_CENTS);
        String warning = value.isEmpty() || money.isPresent() ? null : "Row " + row.line() + ": the value is not read";
        return new Said(
                row.line(),
                customer(row, domain.orElse(null), email.orElse(null), money.orElse(null)),
                RowResult.IMPORTED,
                warning);
    }

    private Customer customer(
            LeadFile.Row row, @Nullable DomainName domain, @Nullable EmailAddress email, @Nullable Money value) {
        String name = text(row, "company_name");
        Customer nameless = new Customer(
                new CustomerId(book.ids().next()),
                run.clientId(),
                "",
                domain,
                new Customer.Contact(email, text(row, "contact_name"), null),
                new Customer.Profile(text(row, "industry"), null, List.of()),
                CustomerStatus.ACTIVE,
                day(columns.cell(row.cells(), "closed_date")),
                null,
                value,
                Customer.Reference.NONE,
                CustomerSource.CSV,
                run.id(),
                now,
                now,
                0);
        return nameless.named(name == null ? Customers.key(nameless) : name);
    }

    private @Nullable String text(LeadFile.Row row, String member) {
        String cell = columns.cell(row.cells(), member);
        return cell.isEmpty() ? null : cell.substring(0, Math.min(cell.length(), 255));
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return text.isEmpty() ? null : LocalDate.parse(text.substring(0, Math.min(text.length(), 10)));
        } catch (DateTimeParseException foreign) {
            return null;
        }
    }
}
