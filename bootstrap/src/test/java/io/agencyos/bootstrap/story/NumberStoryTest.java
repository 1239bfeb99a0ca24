package io.agencyos.bootstrap.story;

import static io.agencyos.bootstrap.story.Papers.ok;
import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.out.sandbox.ledger.LedgerRow;
import io.agencyos.application.lead.enrichment.RevealPhones.Asked;
import io.agencyos.application.lead.enrichment.RevealPhones.Looked;
import io.agencyos.application.platform.vendor.VendorHook;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.shared.contact.Country;
import io.agencyos.domain.shared.contact.PhoneNumbers;
import io.agencyos.domain.shared.id.ClientId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A telephone number that is bought, from the question to the lead, over HTTP, on PostgreSQL and the vendor sandbox, whose callback
 * is answered like anybody's. Source: apollo 4.1, 7; api 10.2.
 */
class NumberStoryTest {

    private static final Instant MONDAY = Instant.parse("2026-03-01T21:00:00Z");

    @TempDir
    Path folder;

    @Test // apollo 12 rows 26, 27: told twice, paid for once; a wrong word is 404 and nothing is asked
    void a_good_lead_without_a_number_gets_one_when_the_vendor_tells_that_it_is_there() {
        try (House house = House.open(folder, MONDAY)) {
            ClientId id = house.openClient("Northlight");
            Person sam = house.add("sam@northlight.example", id, Role.OWNER);
            sam.signIn();
            String client = "/api/v1/clients/" + id.text();
            ok(sam.put(
                    client + "/integrations/apollo",
                    "{'account_ref':'Northlight','credentials':{'api_key':'sandbox-key'}}"));
            var priya = house.sandbox().population().people().stream()
                    .filter(person -> !person.directPhone().isEmpty()
                            && person.emailStatus().equals("Verified")
                            && person.company().place().country().equals("Australia"))
                    .findFirst()
                    .orElseThrow();
            String lead = client + "/leads/"
                    + ok(sam.post(
                                    client + "/leads",
                                    ("{'email':'%s','first_name':'%s','last_name':'%s','title':'Founder','company':'%s',"
                                        + "'organization':{'industry':'Marketing','employee_count':25,'country':'AU'}}")
                                            .formatted(
                                                    priya.email(),
                                                    priya.firstName(),
                                                    priya.lastName(),
                                                    priya.company().name())))
                            .at("/id");
            assertThat(sam.get(lead).at("/als/tier")).isIn("hot", "warm");

            assertThat(house.product().revealPhones().ask(id))
                    .as("nobody could be called")
                    .isEqualTo(new Asked(false, 0, 0, 0, 0, false, Optional.empty()));
            ok(sam.put(
                    client + "/integrations/clicksend",
                    "{'account_ref':'sandbox','credentials':{'api_key':'sandbox-key'}}"));
            assertThat(house.product().revealPhones().ask(id)).satisfies(asked -> {
                assertThat(asked.asked()).isEqualTo(1);
                assertThat(asked.credits()).isEqualTo(1);
            });

            assertThat(told(house, id, "0".repeat(32))).isEqualTo(404);
            house.liveUntil(MONDAY.plus(Duration.ofMinutes(1)), Duration.ofMinutes(1), id);
            assertThat(house.product().revealPhones().look(id)).isEqualTo(looked(0, 0, 0, 0));
            house.liveUntil(MONDAY.plus(Duration.ofMinutes(3)), Duration.ofMinutes(1), id);
            assertThat(house.product().revealPhones().look(id)).isEqualTo(looked(1, 0, 0, 8));
            assertThat(house.product().revealPhones().look(id)).isEqualTo(looked(0, 0, 0, 0));

            assertThat(sam.get(lead).at("/phone"))
                    .isEqualTo(PhoneNumbers.parse(priya.directPhone(), Country.AUSTRALIA)
                            .orElseThrow()
                            .e164());
            assertThat(house.sandbox().ledger().rows().stream()
                            .filter(row -> row.kind() == LedgerRow.Kind.RECORD)
                            .filter(row -> row.toString().contains("number of")))
                    .as("paid for once")
                    .hasSize(1);
        }
    }

    /** What the vendor would tell under this word. */
    private static int told(House house, ClientId id, String word) {
        VendorHook hook = house.product()
                .basis()
                .units()
                .inTenant(
                        TenantScope.worker(id),
                        () -> house.product().stores().vendorHooks.ofClient(id, "apollo"))
                .getFirst();
        HttpRequest request = HttpRequest.newBuilder(
                        house.address().resolve("/api/v1/hooks/apollo/" + hook.hookId() + "?ref=" + word))
                .POST(HttpRequest.BodyPublishers.ofString("{\"request_id\":-1}"))
                .build();
        try {
            return HttpClient.newHttpClient()
                    .send(request, BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static Looked looked(int found, int missing, int waiting, int credits) {
        return new Looked(found, missing, waiting, credits, Optional.empty());
    }
}
