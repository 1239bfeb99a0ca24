package io.agencyos.application.deal;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.allocation.store.ServedCompanies;
import io.agencyos.application.deal.KeepCustomers.Outcome;
import io.agencyos.application.deal.KeepCustomers.Said;
import io.agencyos.application.deal.store.Customers;
import io.agencyos.application.outreach.suppression.KeepSuppressions;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.allocation.Portfolio;
import io.agencyos.domain.campaign.enrolment.EnrolmentState;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.deal.Customer;
import io.agencyos.domain.deal.CustomerStatus;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.Suppression;
import io.agencyos.domain.lead.SuppressionKeyType;
import io.agencyos.domain.lead.SuppressionReason;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.Money;
import io.agencyos.domain.shared.contact.DomainName;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.SuppressionId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A client's customers and what keeps their people from being written to, over real stores. */
public abstract class CustomersContract extends SalesUnderTest {

    private static Said said(@Nullable String name, @Nullable String domain, @Nullable String email) {
        return said(name, domain, email, CustomerStatus.ACTIVE);
    }

    private static Said said(
            @Nullable String name, @Nullable String domain, @Nullable String email, CustomerStatus status) {
        return new Said(
                name,
                domain == null ? null : DomainName.parse(domain).orElseThrow(),
                new Customer.Contact(
                        email == null ? null : EmailAddress.parse(email).orElseThrow(), "Dana", null),
                Customer.Profile.NONE,
                status,
                null,
                null,
                Money.dollars(6_000),
                Customer.Reference.NONE);
    }

    private Outcome add(Said said) {
        return sales().keepCustomers().add(as(ANN, Role.MEMBER), said, Origin.NONE);
    }

    private Customers.Kept added(Said said) {
        return saved(add(said));
    }

    private static Customers.Kept saved(Outcome outcome) {
        if (outcome instanceof Outcome.Saved(Customers.Kept kept)) {
            return kept;
        }
        throw new AssertionError(outcome);
    }

    private List<Suppression> entries() {
        return scenario().in(() -> desk().world().world().leads().suppressions().list(client()));
    }

    private Outcome removed(Customers.Kept kept, boolean lift) {
        return sales().keepCustomers()
                .remove(as(BEN, Role.ADMIN), kept.customer().id(), lift, Origin.NONE);
    }

    /** Reads the portfolio from the customers of this desk. */
    protected abstract ServedCompanies served();

    private static Said inIndustry(String domain, @Nullable String industry, CustomerStatus status) {
        return new Said(
                domain,
                DomainName.parse(domain).orElseThrow(),
                Customer.Contact.NONE,
                new Customer.Profile(industry, null, List.of()),
                status,
                null,
                null,
                null,
                Customer.Reference.NONE);
    }

    @Test // scoring POOL-12.2: industries of the companies that the client has served; their domains are excluded
    // everywhere
    void whom_a_client_has_served_says_where_to_look_for_more() {
        added(inIndustry("one.example", "Retail", CustomerStatus.ACTIVE));
        added(inIndustry("two.example", "Legal", CustomerStatus.CHURNED));
        added(inIndustry("three.example", " legal ", CustomerStatus.ACTIVE));
        added(inIndustry("four.example", "Mining", CustomerStatus.PROSPECT));
        added(inIndustry("five.example", null, CustomerStatus.ACTIVE));

        Portfolio portfolio = scenario().in(() -> served().of(client()));

        assertThat(portfolio.industries()).hasSize(2).last().isEqualTo("Retail");
        assertThat(portfolio.industries().getFirst().strip()).isEqualToIgnoringCase("legal");
        assertThat(portfolio.domains())
                .extracting(DomainName::value)
                .containsExactlyInAnyOrder(
                        "one.example", "two.example", "three.example", "four.example", "five.example");
        assertThat(scenario().in(() -> served().of(new ClientId(UUID.randomUUID()))))
                .as("nobody reads another client's customers")
                .isEqualTo(Portfolio.EMPTY);
    }

    @Test // content E-48
    void a_company_is_blocked_by_its_domain_and_a_free_mail_customer_by_the_address() {
        Customers.Kept dana = added(said(null, null, "dana@gmail.com"));
        Customers.Kept acme = added(said(null, null, "ops@acme.com.au"));

        assertThat(dana.customer().companyName()).isEqualTo("dana@gmail.com");
        assertThat(acme.customer().companyName()).isEqualTo("acme.com.au");
        assertThat(entries())
                .extracting(entry -> entry.keyType() + " " + entry.key() + " " + entry.reason())
                .containsExactlyInAnyOrder(
                        "EMAIL dana@gmail.com EXISTING_CUSTOMER", "DOMAIN acme.com.au EXISTING_CUSTOMER");
        assertThat(purchases())
                .as("a company that is known by its domain bought something")
                .containsExactly("acme.com.au 6000.00");
    }

    @Test // outreach 6.2: imported customer with domain -> all stop; scoring 5: domain suppression covers subdomains
    void the_outreach_to_a_customers_people_ends() {
        Lead lead = contacted();
        added(said("Harbour", lead.contact().email().domain().value(), null));

        assertThat(scenario().enrolment(lead).state()).isEqualTo(EnrolmentState.STOPPED);
        assertThat(scenario().conservation().closes()).isTrue();
    }

    @Test // api 9.14: unique (client, domain); free-mail domains
    void a_customer_is_kept_once_and_known_by_something() {
        Customers.Kept kept = added(said("Acme", "acme.example", null));

        assertThat(add(said("Acme again", "acme.example", null)))
                .isEqualTo(new Outcome.Duplicate(kept.customer().id()));
        assertThat(add(said("Nobody", null, null)))
                .isInstanceOfSatisfying(
                        Outcome.Invalid.class,
                        invalid -> assertThat(invalid.faults())
                                .extracting(Fault::code)
                                .containsExactly("identity_required"));
        assertThat(add(said("Everybody", "gmail.com", null)))
                .isInstanceOfSatisfying(
                        Outcome.Invalid.class,
                        invalid -> assertThat(invalid.faults())
                                .extracting(Fault::code)
                                .containsExactly("freemail_domain"));
        assertThat(added(said("Dana", "gmail.com", "dana@gmail.com")).customer().domain())
                .isNull();
        assertThat(sales().keepCustomers().add(as(ANN, Role.VIEWER), said("A", "a.example", null), Origin.NONE))
                .isInstanceOf(Outcome.Forbidden.class);
    }

    @Test // api 9.14: churned -> past_customer; content 6.2; api 1.6 last-write-wins
    void what_is_said_of_a_customer_may_change() {
        Customers.Kept kept = added(said("Acme", "acme.example", null));
        KeepCustomers.Edit churn = before -> new Said(
                "Acme Pty Ltd",
                before.domain(),
                before.contact(),
                before.profile(),
                CustomerStatus.CHURNED,
                before.customerSince(),
                before.churnedAt(),
                before.dealValue(),
                before.reference());

        Customers.Kept after = saved(sales().keepCustomers()
                .change(as(ANN, Role.MEMBER), kept.customer().id(), churn, null, Origin.NONE));

        assertThat(after.customer().companyName()).isEqualTo("Acme Pty Ltd");
        assertThat(after.customer().churnedAt()).isEqualTo(now());
        assertThat(after.block()).isEqualTo(kept.block());
        assertThat(entries())
                .as("a reason is never weakened")
                .extracting(Suppression::reason)
                .containsExactly(SuppressionReason.EXISTING_CUSTOMER);
        assertThat(sales().keepCustomers()
                        .change(as(ANN, Role.MEMBER), kept.customer().id(), churn, 0, Origin.NONE))
                .isEqualTo(new Outcome.VersionConflict(1));
        assertThat(sales().keepCustomers()
                        .change(
                                new TenantScope(another().client(), BEN, Role.OWNER),
                                kept.customer().id(),
                                churn,
                                null,
                                Origin.NONE))
                .isInstanceOf(Outcome.NotFound.class);
        added(said("Old", "old.example", null, CustomerStatus.CHURNED));
        assertThat(entries()).extracting(Suppression::reason).contains(SuppressionReason.PAST_CUSTOMER);
    }

    @Test // content 6.2: deleting keeps the suppression unless remove_suppression=true; only what it brought itself
    void a_deleted_customer_stays_blocked_unless_it_is_said_otherwise() {
        Customers.Kept kept = added(said("Acme", "acme.example", null));
        assertThat(removed(kept, false)).isInstanceOf(Outcome.Saved.class);
        assertThat(entries()).hasSize(1);

        Customers.Kept again = added(said("Acme", "acme.example", null));
        assertThat(again.block().made()).as("it stood before").isFalse();
        removed(again, true);
        assertThat(entries()).as("not the second one's to take away").hasSize(1);

        Customers.Kept other = added(said("Tern", "tern.example", null));
        assertThat(sales().keepCustomers()
                        .remove(as(ANN, Role.MEMBER), other.customer().id(), true, Origin.NONE))
                .isInstanceOf(Outcome.Forbidden.class);
        removed(other, true);
        assertThat(entries()).extracting(Suppression::key).containsExactly("acme.example");
        assertThat(removed(other, true)).isInstanceOf(Outcome.NotFound.class);
        assertThat(customers()).isEmpty();
    }

    @Test // api 8 Suppression: customer_id
    void an_entry_is_told_with_the_customer_that_keeps_it_on_the_list() {
        Customers.Kept acme = added(said("Acme", "acme.example", null));
        Customers.Kept tern = added(said("Tern", "tern.example", null));
        SuppressionId ofNobody = new SuppressionId(ids().next());
        List<SuppressionId> asked = List.of(acme.block().entry(), tern.block().entry(), ofNobody);

        assertThat(sales().keepCustomers().keeping(as(ANN, Role.VIEWER), asked))
                .isEqualTo(Map.of(
                        acme.block().entry(), acme.customer().id(),
                        tern.block().entry(), tern.customer().id()));
        removed(acme, false);
        assertThat(sales().keepCustomers().keeping(as(ANN, Role.VIEWER), asked))
                .containsOnlyKeys(tern.block().entry());
        assertThat(sales().keepCustomers().keeping(as(ANN, Role.VIEWER), List.of()))
                .isEmpty();
    }

    @Test // outreach 6.2: a stronger reason that came later is nobody's to take back
    void an_entry_that_got_stronger_since_stays() {
        Customers.Kept kept = added(said("Acme", "acme.example", null));
        suppressions()
                .keepSuppressions()
                .add(
                        as(ANN, Role.MEMBER),
                        new KeepSuppressions.NewEntry(
                                new KeepSuppressions.Target.ByKey(SuppressionKeyType.DOMAIN, "acme.example"),
                                SuppressionReason.LEGAL,
                                null,
                                null),
                        Origin.NONE);

        removed(kept, true);

        assertThat(entries()).extracting(Suppression::reason).containsExactly(SuppressionReason.LEGAL);
    }

    @Test // api 9.21: status, source, q; company_name, created_at
    void customers_are_listed_page_by_page_and_by_each_filter() {
        added(said("Beta", "beta.example", null));
        added(said("Álpha", "alpha.example", null, CustomerStatus.PROSPECT));
        added(said("Gamma", "gamma.example", null));

        assertThat(listed(Customers.Filter.ALL, Customers.By.COMPANY_NAME, false))
                .containsExactly("Beta", "Gamma", "Álpha");
        assertThat(listed(Customers.Filter.ALL, Customers.By.CREATED_AT, true))
                .containsExactly("Gamma", "Álpha", "Beta");
        assertThat(listed(new Customers.Filter(null, null, "ALPHA"), Customers.By.COMPANY_NAME, false))
                .containsExactly("Álpha");
        assertThat(listed(
                        new Customers.Filter(Set.of(CustomerStatus.PROSPECT), null, null),
                        Customers.By.COMPANY_NAME,
                        false))
                .containsExactly("Álpha");
        assertThat(listed(new Customers.Filter(null, null, "gamma.ex"), Customers.By.COMPANY_NAME, false))
                .containsExactly("Gamma");
    }

    private List<String> listed(Customers.Filter filter, Customers.By by, boolean descending) {
        List<String> names = new ArrayList<>();
        Customers.After after = null;
        boolean more = true;
        while (more) {
            KeepCustomers.Page page =
                    sales().keepCustomers().list(as(ANN, Role.VIEWER), filter, by, descending, after, 2);
            page.customers().forEach(kept -> names.add(kept.customer().companyName()));
            more = page.more();
            if (more) {
                Customer last = page.customers().getLast().customer();
                after = new Customers.After(by.key(last), last.id());
            }
        }
        return names;
    }
}
