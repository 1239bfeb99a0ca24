package io.agencyos.application.lead;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.lead.privacy.PersonRecords;
import io.agencyos.application.lead.privacy.PersonRecords.Held;
import io.agencyos.application.lead.store.Leads;
import io.agencyos.application.lead.store.Suppressions;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.application.testing.Leadbook;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.LeadSignals;
import io.agencyos.domain.lead.SuppressionKeyType;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.contact.PhoneNumber;
import io.agencyos.domain.shared.id.ClientId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What everything that knows where people stand must do. Each test has clients and people of its own. Source: api 9.14. */
public abstract class PersonRecordsContract {

    private static final String TABLE = "app.lead";

    protected abstract PersonRecords records();

    protected abstract UnitOfWork units();

    protected abstract Leads leads();

    private final ClientId client = new ClientId(UUID.randomUUID());
    private final ClientId other = new ClientId(UUID.randomUUID());
    private final String name = "p" + UUID.randomUUID().toString().replace("-", "");
    private int number = Leadbook.freshNumbers();

    private <T> T in(ClientId of, Supplier<T> work) {
        return units().inTenant(TenantScope.worker(of), work);
    }

    private Lead lead(ClientId of, String called) {
        number++;
        Lead lead =
                Leadbook.lead(of, number, called).change().poolPersonId(null).lead();
        in(of, () -> {
            leads().insertAll(List.of(lead));
            return true;
        });
        return lead;
    }

    private static EmailAddress email(Lead lead) {
        return Objects.requireNonNull(lead.contact().email());
    }

    private List<Held> held(ClientId of, EmailAddress email) {
        return in(of, () -> records().held(of, email.key()));
    }

    private Map<String, List<Map<String, String>>> told(Lead lead) {
        return in(lead.clientId(), () -> records().tell(lead.clientId(), List.of(lead.id())));
    }

    private Map<String, Integer> erase(Lead lead) {
        Held held = held(lead.clientId(), email(lead)).getFirst();
        return in(
                lead.clientId(),
                () -> records().erase(lead.clientId(), List.of(lead.id()), held.traces(), Leadbook.MONDAY));
    }

    @Test
    void a_person_is_found_by_the_address_with_every_key_and_trace() {
        Lead lead = lead(client, name);
        lead(client, name + "x");

        assertThat(held(client, email(lead))).singleElement().satisfies(held -> {
            assertThat(held.lead()).isEqualTo(lead.id());
            assertThat(held.keys())
                    .extracting(Suppressions.Key::type)
                    .contains(SuppressionKeyType.EMAIL, SuppressionKeyType.PHONE, SuppressionKeyType.LINKEDIN);
            assertThat(held.traces())
                    .contains(
                            email(lead).value(),
                            Objects.requireNonNull(lead.contact().phone()).e164());
        });
        assertThat(held(client, new EmailAddress("nobody@person.example"))).isEmpty();
    }

    @Test // data model 5.11: one row per known identity, so that a person who was erased is kept out under each
    void every_address_and_number_of_a_person_is_a_key() {
        EmailAddress personal = new EmailAddress(name + ".home@elsewhere.example");
        PhoneNumber verified = new PhoneNumber("+61491570157");
        number++;
        Lead lead = Leadbook.lead(client, number, name)
                .change()
                .poolPersonId(null)
                .signals(LeadSignals.of(personal).reachedAt(verified))
                .lead();
        in(client, () -> {
            leads().insertAll(List.of(lead));
            return true;
        });

        assertThat(held(client, email(lead)))
                .singleElement()
                .satisfies(held -> assertThat(held.keys())
                        .contains(
                                new Suppressions.Key(
                                        SuppressionKeyType.EMAIL, personal.key().value()),
                                new Suppressions.Key(SuppressionKeyType.PHONE, verified.e164()))
                        .doesNotHaveDuplicates());
    }

    @Test // a lead that has the address, deleted ones too
    void a_deleted_lead_still_holds_the_person() {
        Lead lead = lead(client, name);
        in(client, () -> {
            leads().deleteAll(client, List.of(lead.id()), Leadbook.MONDAY);
            return true;
        });

        assertThat(held(client, email(lead))).extracting(Held::lead).containsExactly(lead.id());
    }

    @Test // api 9.14: access
    void whoever_asks_is_told_of_every_row_by_its_table() {
        Lead lead = lead(client, name);

        assertThat(told(lead).get(TABLE))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("email", email(lead).value())
                        .containsEntry("first_name", name));
        assertThat(in(client, () -> records().tell(client, List.of()))).isEmpty();
    }

    @Test // rows, figures and states stay
    void an_erased_person_is_not_found_again_and_the_row_stays_without_its_words() {
        Lead lead = lead(client, name);

        assertThat(erase(lead)).containsEntry(TABLE, 1);

        assertThat(held(client, email(lead))).isEmpty();
        assertThat(told(lead).get(TABLE))
                .singleElement()
                .satisfies(row ->
                        assertThat(row.values()).noneMatch(text -> text.contains(name) || text.contains("Raman")));
    }

    @Test // and these traces out of every other row of the client
    void what_others_rows_say_of_the_person_goes_too() {
        Lead lead = lead(client, name);
        Lead colleague = lead(client, name + "x");
        in(client, () -> {
            leads().putMetadata(
                            client,
                            Map.of(
                                    colleague.id(),
                                    Map.of("note", "asked by " + email(lead).value() + " in March")));
            return true;
        });

        erase(lead);

        assertThat(in(client, () -> leads().metadata(client, colleague.id())).get("note"))
                .contains("asked by", "in March")
                .doesNotContain(name + "@");
        assertThat(held(client, email(colleague))).hasSize(1);
    }

    @Test // no tenant touches another's data
    void another_client_goes_on_holding_the_same_person() {
        Lead lead = lead(client, name);
        Lead theirs = lead(other, name);

        erase(lead);

        assertThat(held(other, email(lead))).extracting(Held::lead).containsExactly(theirs.id());
        assertThat(told(theirs).get(TABLE).getFirst()).containsEntry("first_name", name);
    }
}
