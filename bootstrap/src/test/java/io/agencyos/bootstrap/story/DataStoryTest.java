package io.agencyos.bootstrap.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.in.http.testing.Answer;
import io.agencyos.adapters.out.sandbox.ledger.LedgerRow;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.shared.id.ClientId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A client's own leads completed by its data vendor, over HTTP, on PostgreSQL and the vendor sandbox. Source: content 1, api 9.6. */
class DataStoryTest {

    private static final Instant MONDAY = Instant.parse("2026-03-01T21:00:00Z");

    @TempDir
    Path folder;

    @Test
    void a_lead_of_whom_only_the_address_is_known_is_completed_scored_and_paid_for_once() {
        try (House house = House.open(folder, MONDAY)) {
            ClientId id = house.openClient("Northlight");
            Person sam = house.add("sam@northlight.example", id, Role.OWNER);
            sam.signIn();
            String client = "/api/v1/clients/" + id.text();
            var known = house.sandbox().population().people().stream()
                    .filter(person -> person.emailStatus().equals("Verified"))
                    .limit(3)
                    .toList();
            List<String> leads = known.stream()
                    .map(person -> Papers.ok(sam.post(
                                    client + "/leads",
                                    "{'email':'%s','first_name':'%s','last_name':'%s'}"
                                            .formatted(person.email(), person.firstName(), person.lastName())))
                            .at("/id"))
                    .map(lead -> client + "/leads/" + lead)
                    .toList();

            Answer without = ordered(house, sam, client, leads.getFirst() + "/enrich", "{}");
            assertThat(without.at("/notes/reason")).isEqualTo("no_data_vendor");
            Answer connected = sam.put(
                    client + "/integrations/apollo",
                    "{'account_ref':'Northlight','credentials':{'api_key':'sandbox-key'}}");
            assertThat(connected.status()).as(connected.text()).isEqualTo(200);
            int balance = balance(sam, client);

            Answer done = ordered(house, sam, client, leads.getFirst() + "/enrich", "{}");

            assertThat(done.at("/status")).as(done.text()).isEqualTo("succeeded");
            assertThat(done.json().at("/result/enriched").asInt()).isEqualTo(1);
            Answer lead = sam.get(leads.getFirst());
            var first = known.getFirst();
            assertThat(lead.at("/email_status")).isEqualTo("verified");
            assertThat(lead.at("/title")).isEqualTo(first.title());
            assertThat(lead.at("/company")).isEqualTo(first.company().name());
            assertThat(lead.at("/organization/industry"))
                    .isEqualTo(first.company().industry().label());
            assertThat(lead.json().at("/als/components/company_fit").asInt()).isPositive();
            assertThat(balance(sam, client)).isEqualTo(balance - 1);
            assertThat(records(house)).isEqualTo(1);
            assertThat(sam.post(leads.getFirst() + "/enrich", "{}").code()).isEqualTo("not_eligible");

            Answer all = ordered(house, sam, client, client + "/leads/enrichment-jobs", "{}");

            assertThat(all.json().at("/result/enriched").asInt()).as(all.text()).isEqualTo(2);
            assertThat(all.json().at("/progress/items/skipped").asInt()).isEqualTo(1);
            assertThat(balance(sam, client)).isEqualTo(balance - 3);
            assertThat(records(house)).as("nobody is bought twice").isEqualTo(3);
        }
    }

    private static Answer ordered(House house, Person sam, String client, String path, String body) {
        Answer started = sam.post(path, body);
        assertThat(started.status()).as(started.text()).isEqualTo(202);
        house.workOrders();
        return sam.get(client + "/jobs/" + started.at("/id"));
    }

    private static int balance(Person sam, String client) {
        return sam.get(client + "/credits").json().at("/balance").asInt();
    }

    private static long records(House house) {
        return house.sandbox().ledger().rows().stream()
                .filter(row -> row.kind() == LedgerRow.Kind.RECORD)
                .count();
    }
}
