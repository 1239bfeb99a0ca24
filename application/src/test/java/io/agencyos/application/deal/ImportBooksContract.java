package io.agencyos.application.deal;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.deal.ImportBooks.Outcome;
import io.agencyos.application.deal.ImportBooks.Undone;
import io.agencyos.application.outreach.suppression.KeepSuppressions;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.campaign.enrolment.EnrolmentState;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.deal.BookImport;
import io.agencyos.domain.deal.Customer;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.Suppression;
import io.agencyos.domain.lead.SuppressionKeyType;
import io.agencyos.domain.lead.SuppressionReason;
import io.agencyos.domain.lead.SuppressionSource;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.Money;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Files of customers and of whom not to contact, in and out again, over real stores. */
public abstract class ImportBooksContract extends SalesUnderTest {

    private Outcome take(BookImport.Kind kind, Map<String, String> columns, String... lines) {
        byte[] content = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
        return sales().importBooks()
                .take(as(ANN, Role.ADMIN), new ImportBooks.Request(kind, "book.csv", content, columns), Origin.NONE);
    }

    private ImportBooks.Listed taken(BookImport.Kind kind, String... lines) {
        if (take(kind, Map.of(), lines) instanceof Outcome.Taken(ImportBooks.Listed run)) {
            return run;
        }
        throw new AssertionError("not taken");
    }

    private Undone.Done undone(BookImport run) {
        Undone would = sales().importBooks().tryUndo(as(ANN, Role.ADMIN), run.kind(), run.id());
        ImportBooks.Listed before = sales().importBooks()
                .find(as(ANN, Role.VIEWER), run.kind(), run.id())
                .orElseThrow();
        Undone.Done done = done(run);
        assertThat(would)
                .as("api 9.6: the trial before it said so, and left everything as it was")
                .isEqualTo(new Undone.Done(before, done.removed(), done.kept()));
        return done;
    }

    private Undone.Done done(BookImport run) {
        if (sales().importBooks().undo(as(ANN, Role.ADMIN), run.kind(), run.id(), Origin.NONE)
                instanceof Undone.Done done) {
            return done;
        }
        throw new AssertionError("not undone");
    }

    private List<Suppression> entries() {
        return scenario().in(() -> desk().world().world().leads().suppressions().list(client()));
    }

    @Test // content 6.2: skipped without domain and e-mail; the domain from the address; E-48; errors "Row n: …"
    void customers_come_in_by_file_and_their_people_are_not_written_to() {
        Lead lead = contacted();
        String domain = lead.contact().email().domain().value();

        ImportBooks.Listed in = taken(
                BookImport.Kind.CUSTOMERS,
                "Company name,domain,email,deal_value,closed_date",
                "Harbour," + domain + ",,$9 000.00,2026-01-31",
                ",,dana@gmail.com,-5,",
                "Nobody,,,,",
                "Bad,not a domain,,,",
                "Harbour again,https://www." + domain + "/x,,,");

        assertThat(in.run().status()).isEqualTo(BookImport.Status.DONE);
        assertThat(in.run().counts()).isEqualTo(new BookImport.Counts(5, 2, 0, 2, 1));
        assertThat(in.errors()).extracting(BookImport.Row::error).containsExactly("Row 5: no domain and no address");
        assertThat(customers())
                .extracting(kept -> kept.customer().companyName())
                .containsExactly("Harbour", "dana@gmail.com");
        Customer harbour = customers().getFirst().customer();
        assertThat(harbour.dealValue()).isEqualTo(Money.dollars(9_000));
        assertThat(harbour.customerSince()).hasToString("2026-01-31");
        assertThat(customers().getLast().customer().dealValue())
                .as("negative -> null with warning")
                .isNull();
        assertThat(entries())
                .extracting(entry -> entry.keyType() + " " + entry.key() + " " + entry.source())
                .containsExactlyInAnyOrder("DOMAIN " + domain + " CSV_IMPORT", "EMAIL dana@gmail.com CSV_IMPORT");
        assertThat(scenario().enrolment(lead).state()).isEqualTo(EnrolmentState.STOPPED);
        assertThat(purchases()).containsExactly(domain + " 9000.00");
    }

    @Test // content 6.2, E-49: the same file twice changes nothing; a re-import updates
    void the_same_file_again_changes_nothing_and_another_one_updates() {
        String header = "company_name,domain,deal_value";
        taken(BookImport.Kind.CUSTOMERS, header, "Tern,tern.example,100");

        assertThat(taken(BookImport.Kind.CUSTOMERS, header, "Tern,tern.example,100")
                        .run()
                        .counts())
                .isEqualTo(new BookImport.Counts(1, 0, 0, 1, 0));
        assertThat(taken(BookImport.Kind.CUSTOMERS, header, "Tern,tern.example,250")
                        .run()
                        .counts())
                .isEqualTo(new BookImport.Counts(1, 0, 1, 0, 0));
        assertThat(customers())
                .singleElement()
                .satisfies(kept -> assertThat(kept.customer().dealValue()).isEqualTo(Money.dollars(250)));
    }

    @Test // api 9.6, 9.14: undo removes only what the run itself added and nothing has strengthened or changed since
    void a_file_of_customers_is_taken_back_as_far_as_nobody_touched_it() {
        ImportBooks.Listed in = taken(BookImport.Kind.CUSTOMERS, "domain", "a.example", "b.example", "c.example");
        listed("b.example", SuppressionReason.LEGAL);
        Customer c = customers().getLast().customer();
        sales().keepCustomers().change(as(ANN, Role.MEMBER), c.id(), before -> before, null, Origin.NONE);

        Undone.Done out = undone(in.run());

        assertThat(out.removed()).isEqualTo(2);
        assertThat(out.kept()).isEqualTo(1);
        assertThat(out.run().run().status()).isEqualTo(BookImport.Status.PARTLY_UNDONE);
        assertThat(customers())
                .extracting(kept -> kept.customer().companyName())
                .containsExactly("c.example");
        assertThat(entries()).extracting(Suppression::key).containsExactlyInAnyOrder("b.example", "c.example");
        assertThat(undone(in.run()))
                .extracting(Undone.Done::removed)
                .as("a second undo is a no-op")
                .isEqualTo(0);
    }

    private void listed(String domain, SuppressionReason reason) {
        suppressions()
                .keepSuppressions()
                .add(
                        as(ANN, Role.MEMBER),
                        new KeepSuppressions.NewEntry(
                                new KeepSuppressions.Target.ByKey(SuppressionKeyType.DOMAIN, domain),
                                reason,
                                null,
                                null),
                        Origin.NONE);
    }

    @Test // outreach 6.2: bulk import per-row result; never weakens; undo never touches an opt-out
    void whom_not_to_contact_comes_in_by_file_and_goes_out_again() {
        listed("known.example", SuppressionReason.LEGAL);
        Lead lead = contacted();

        ImportBooks.Listed in = taken(
                BookImport.Kind.SUPPRESSIONS,
                "email,phone,domain,reason,notes",
                lead.contact().email().value() + ",,,competitor,From the old tool",
                ",0491 570 006,,,",
                ",,known.example,other,",
                "optout@tern.example,,,unsubscribed,",
                "nobody,,,,",
                "x@tern.example,,tern.example,,",
                ",,gmail.com,,",
                ",0491 570 006,,,");

        assertThat(in.run().counts()).isEqualTo(new BookImport.Counts(8, 3, 0, 2, 3));
        assertThat(scenario().enrolment(lead).state()).isEqualTo(EnrolmentState.STOPPED);
        assertThat(entries())
                .filteredOn(entry -> entry.source() == SuppressionSource.CSV_IMPORT)
                .extracting(Suppression::reason)
                .containsExactlyInAnyOrder(
                        SuppressionReason.COMPETITOR, SuppressionReason.DO_NOT_CONTACT, SuppressionReason.UNSUBSCRIBED);
        assertThat(entries())
                .filteredOn(entry -> entry.key().equals("known.example"))
                .extracting(Suppression::reason)
                .as("no import ever weakens an entry")
                .containsExactly(SuppressionReason.LEGAL);

        Undone.Done out = undone(in.run());

        assertThat(out.removed()).isEqualTo(2);
        assertThat(entries())
                .extracting(Suppression::reason)
                .as("an opt-out stays")
                .containsExactlyInAnyOrder(SuppressionReason.LEGAL, SuppressionReason.UNSUBSCRIBED);
    }

    @Test // api 9.14: column_map; A; foreign ids
    void a_file_is_refused_as_a_whole_where_nobody_can_be_meant() {
        assertThat(take(BookImport.Kind.CUSTOMERS, Map.of(), "name,city", "A,B"))
                .isInstanceOf(Outcome.BadColumns.class);
        assertThat(take(BookImport.Kind.CUSTOMERS, Map.of("Web", "domain", "X", "domain"), "Web", "a.example"))
                .isInstanceOf(Outcome.BadColumns.class);
        assertThat(take(BookImport.Kind.CUSTOMERS, Map.of("Web", "website"), "Web", "a.example"))
                .isInstanceOf(Outcome.BadColumns.class);
        assertThat(take(BookImport.Kind.CUSTOMERS, Map.of("Web", "domain"), "Web", "a.example"))
                .isInstanceOf(Outcome.Taken.class);
        assertThat(take(BookImport.Kind.CUSTOMERS, Map.of(), "")).isInstanceOf(Outcome.Unreadable.class);
        assertThat(take(
                        BookImport.Kind.SUPPRESSIONS,
                        Map.of(),
                        "domain" + "\nx.example".repeat(ImportBooks.MAX_ROWS + 1)))
                .isEqualTo(new Outcome.TooManyRows(ImportBooks.MAX_ROWS + 1));
        assertThat(sales().importBooks()
                        .take(
                                as(ANN, Role.MEMBER),
                                new ImportBooks.Request(BookImport.Kind.CUSTOMERS, null, new byte[0], Map.of()),
                                Origin.NONE))
                .isInstanceOf(Outcome.Forbidden.class);
        ImportBooks.Page page = sales().importBooks().list(as(ANN, Role.VIEWER), BookImport.Kind.CUSTOMERS, null, 10);
        assertThat(page.runs()).hasSize(1);
        BookImport run = page.runs().getFirst();
        assertThat(sales().importBooks().find(as(ANN, Role.VIEWER), BookImport.Kind.SUPPRESSIONS, run.id()))
                .as("another kind's address")
                .isEmpty();
        TenantScope stranger = new TenantScope(another().client(), BEN, Role.OWNER);
        assertThat(sales().importBooks().find(stranger, run.kind(), run.id())).isEmpty();
        assertThat(sales().importBooks().undo(stranger, run.kind(), run.id(), Origin.NONE))
                .isInstanceOf(Undone.NotFound.class);
    }
}
