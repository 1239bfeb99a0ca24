package io.agencyos.bootstrap.story;

import static io.agencyos.bootstrap.story.Papers.ok;
import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.out.sandbox.ledger.LedgerRow;
import io.agencyos.application.campaign.EditSequence;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.bootstrap.product.Posting;
import io.agencyos.domain.campaign.sequence.SequenceStep;
import io.agencyos.domain.campaign.sequence.StepPurpose;
import io.agencyos.domain.campaign.sequence.StepSkipIf;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.TouchKind;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Letters from the switch to the house, over the API, on PostgreSQL and the sandbox's post office: priced, approved one by
 * one, ordered once, followed, taken back and returned. Source: outreach 12, vendors/direct-mail.
 */
class PostStoryTest {

    /** A Monday in Sydney, eight in the morning. */
    private static final Instant MONDAY = Instant.parse("2026-03-01T21:00:00Z");

    private static final String HOUSE =
            "{'line1':'12 Example Street','line2':null,'suburb':'Sydney','state':'nsw','postcode':'2000'}";

    @TempDir
    Path folder;

    private House house;
    private Person sam;
    private ClientId id;
    private String client;

    @Test
    void from_the_switch_to_the_letter_that_comes_back() throws IOException {
        try (House opened = House.open(folder, MONDAY)) {
            house = opened;
            id = house.openClient("Northlight");
            client = "/api/v1/clients/" + id.text();
            sam = house.add("sam@northlight.example", id, Role.OWNER);
            sam.signIn();
            Papers.complete(sam, client);
            Papers.mailbox(house, sam, client, "hello@northlight-studio.example");
            switchedOn();
            String campaign = campaign();
            Telephone.imported(house, sam, client, campaign, 12);
            leads().forEach(lead -> ok(sam.put(
                    client + "/leads/" + text(lead, "id") + "/postal-address",
                    "{'address':" + HOUSE + ",'confirmed':false}")));
            Papers.started(sam, client, campaign);

            house.liveUntil(MONDAY.plus(Duration.ofHours(80)), id);
            List<JsonNode> waiting = sam.all(client + "/approvals?channel=mail");
            assertThat(waiting).as("nobody is written to unasked").hasSizeGreaterThanOrEqualTo(2);
            assertThat(carried()).isEmpty();
            assertThat(waiting.getFirst().at("/proposed/subject").stringValue()).isEqualTo("Letter by post, A$2.50");
            assertThat(waiting.getFirst().at("/proposed/body").stringValue())
                    .contains("12 Example Street\nSydney NSW 2000");
            waiting.forEach(item -> ok(sam.post(client + "/approvals/" + text(item, "id") + "/approve", "{}")));
            house.liveUntil(house.now().plus(Duration.ofMinutes(50)), Duration.ofMinutes(10), id);
            List<JsonNode> ordered = sam.all(client + "/letters");
            assertThat(ordered).hasSizeGreaterThanOrEqualTo(2);
            assertThat(ordered).allSatisfy(letter -> {
                assertThat(text(letter, "state")).isEqualTo("queued");
                assertThat(letter.path("price_cents").intValue()).isEqualTo(250);
            });
            takenBack(ordered.getLast());
            returned(ordered.getFirst());
            assertThat(house.sandbox().ledger().doubleContacts()).isEmpty();
            JsonNode sum =
                    sam.get(client + "/campaigns/" + campaign + "/conservation").json();
            assertThat(sum.path("balanced").booleanValue()).as(sum.toString()).isTrue();
        }
    }

    private void switchedOn() {
        String wish = "{'enabled':true,'monthly_budget_cents':10000,'return_address':" + HOUSE + "}";
        assertThat(sam.put(client + "/post", wish).at("/errors/0/code"))
                .as("without an account there is nobody to post")
                .isEqualTo("post_office_missing");
        ok(sam.put(
                client + "/integrations/post-office",
                "{'account_ref':'sandbox','credentials':{'api_key':'sandbox-key'}}"));
        assertThat(ok(sam.put(client + "/post", wish)).json().path("connected").booleanValue())
                .isTrue();
    }

    private String campaign() {
        String campaign = ok(sam.post(
                        client + "/campaigns",
                        "{'name':'Autumn growth','channel_floors':{'mail':60},"
                                + "'channel_mix':{'email':60,'sms':0,'linkedin':0,'voice':0,'mail':40}}"))
                .at("/id");
        EditSequence edit = house.product().campaigns().editSequence();
        TenantScope owner = new TenantScope(id, null, Role.OWNER);
        SequenceStep letter = new SequenceStep(
                2,
                Channel.MAIL,
                TouchKind.LETTER,
                2,
                StepPurpose.VALUE_ADD,
                StepSkipIf.ADDRESS_MISSING,
                null,
                null,
                null,
                false,
                true,
                false,
                null,
                SequenceStep.SMART_PROMPT);
        assertThat(edit.edit(
                        owner,
                        new CampaignId(UUID.fromString(campaign)),
                        1,
                        new EditSequence.Change.Replace(letter),
                        Origin.NONE))
                .isInstanceOf(EditSequence.Outcome.Edited.class);
        return campaign;
    }

    /** Whoever opts out within the hour gets no letter. Source: vendors/direct-mail 4. */
    private void takenBack(JsonNode letter) {
        ok(sam.post(
                client + "/suppressions",
                "{'key_type':'email','key':'%s','reason':'do_not_contact'}".formatted(text(lead(letter), "email"))));
        assertThat(Posting.takeBackLetters(house.product()).recall(id, 10).asked())
                .isEqualTo(1);
        assertThat(text(again(letter), "recall")).isEqualTo("stopped");
        house.liveUntil(house.now().plus(Duration.ofHours(12)), id);

        assertThat(text(again(letter), "state")).isEqualTo("cancelled");
        assertThat(carried()).isNotEmpty().doesNotContain(text(lead(letter), "email"));
    }

    /** What comes back closes the house. Source: outreach 12. */
    private void returned(JsonNode letter) {
        String email = text(lead(letter), "email");
        LedgerRow row = house.sandbox().ledger().rows().stream()
                .filter(one ->
                        one.kind() == LedgerRow.Kind.LETTER && one.toEmail().equals(email))
                .findFirst()
                .orElseThrow();
        house.sandbox().returnPiece(row.emailId());
        house.liveUntil(house.now().plus(Duration.ofHours(7)), id);

        assertThat(text(again(letter), "state")).isEqualTo("returned");
        JsonNode at = sam.get(client + "/leads/" + text(letter, "lead_id") + "/postal-address")
                .json();
        assertThat(text(at, "address_state")).isEqualTo("invalid");
        assertThat(at.path("fit").booleanValue()).isFalse();
        assertThat(sam.all(client + "/leads/" + text(letter, "lead_id") + "/activities"))
                .extracting(line -> text(line, "action"))
                .contains("returned");
    }

    private List<JsonNode> leads() {
        return sam.all(client + "/leads");
    }

    private JsonNode lead(JsonNode letter) {
        return sam.get(client + "/leads/" + text(letter, "lead_id")).json();
    }

    private JsonNode again(JsonNode letter) {
        return sam.all(client + "/letters?lead_id=" + text(letter, "lead_id")).getFirst();
    }

    /** To whom the post carried a letter. */
    private List<String> carried() {
        return house.sandbox().ledger().rows().stream()
                .filter(row -> row.kind() == LedgerRow.Kind.LETTER)
                .map(LedgerRow::toEmail)
                .toList();
    }

    private static String text(JsonNode node, String member) {
        return node.path(member).stringValue();
    }
}
