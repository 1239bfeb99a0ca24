package io.agencyos.bootstrap.story;

import static io.agencyos.bootstrap.story.Papers.ok;
import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.out.sandbox.faults.FaultKind;
import io.agencyos.adapters.out.sandbox.faults.FaultRule;
import io.agencyos.adapters.out.sandbox.ledger.LedgerRow;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.shared.id.ClientId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** People are found, bought, claimed and scored over HTTP, on PostgreSQL and the sandbox's data vendor. Source: api 9.4, 9.7, apollo 4. */
class SourcingStoryTest {

    private static final Instant MONDAY = Instant.parse("2026-03-01T21:00:00Z");
    private static final int WANTED = 12;

    @TempDir
    Path folder;

    private House house;
    private Person sam;
    private String client;

    @Test
    void from_a_profile_to_leads_that_are_scored() {
        try (House opened = House.open(folder, MONDAY)) {
            house = opened;
            ClientId id = house.openClient("Northlight");
            client = "/api/v1/clients/" + id.text();
            sam = house.add("sam@northlight.example", id, Role.OWNER);
            sam.signIn();
            Papers.complete(sam, client);
            Papers.mailbox(house, sam, client, "hello@northlight-studio.example");
            String campaign = ok(sam.post(client + "/campaigns", "{'name':'Autumn growth'}"))
                    .at("/id");
            Papers.started(sam, client, campaign);

            JsonNode alone = sourced(campaign);
            assertThat(alone.at("/notes/reason").stringValue())
                    .as("nobody sells people to this client")
                    .isEqualTo("no_data_vendor");

            ok(sam.put(
                    client + "/integrations/apollo", "{'account_ref':'team','credentials':{'api_key':'sandbox-key'}}"));
            house.sandbox()
                    .setFaults(FaultRule.next(1, FaultKind.STATUS, "people/").answering(429));
            JsonNode bought = sourced(campaign);
            assertThat(bought.at("/status").stringValue()).as(bought.toString()).isEqualTo("succeeded");
            assertThat(bought.at("/result/claimed").intValue()).isEqualTo(WANTED);

            List<JsonNode> leads = sam.all(client + "/leads");
            assertThat(leads)
                    .hasSize(WANTED)
                    .allSatisfy(lead -> assertThat(lead.at("/als/score").isNumber())
                            .as(lead.toString())
                            .isTrue());
            List<LedgerRow> records = house.sandbox().ledger().rows().stream()
                    .filter(row -> row.kind() == LedgerRow.Kind.RECORD)
                    .toList();
            assertThat(records).as("each person is paid for").hasSizeGreaterThanOrEqualTo(WANTED);
            assertThat(records)
                    .as("and nobody twice")
                    .extracting(LedgerRow::contactId)
                    .doesNotHaveDuplicates();
        }
    }

    /** Asks for people and lets the orders be worked. */
    private JsonNode sourced(String campaign) {
        String job = ok(sam.post(
                        client + "/campaigns/" + campaign + "/lead-sourcing-jobs", "{'count':%d}".formatted(WANTED)))
                .at("/id");
        house.workOrders();
        // a vendor that is busy is asked again after an hour, and what waits for it goes on after that
        house.liveUntil(house.now().plus(Duration.ofHours(1)));
        house.product().background().engine().drain();
        return ok(sam.get(client + "/jobs/" + job)).json();
    }
}
