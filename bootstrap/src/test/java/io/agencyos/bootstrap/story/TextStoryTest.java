package io.agencyos.bootstrap.story;

import static io.agencyos.bootstrap.story.Papers.ok;
import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.in.http.testing.Answer;
import io.agencyos.adapters.out.clicksend.ClickSend;
import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.sandbox.ledger.LedgerRow;
import io.agencyos.application.campaign.EditSequence;
import io.agencyos.application.shared.TenantScope;
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
 * E-mails and a text to the same people, on PostgreSQL and the sandbox's vendors: a client with a mailbox and a number gets
 * both in its sequence, and whoever texts STOP hears no more on any channel. Source: outreach 2.2, 6.2, 9.
 */
class TextStoryTest {

    /** A Monday in Sydney, eight in the morning. */
    private static final Instant MONDAY = Instant.parse("2026-03-01T21:00:00Z");

    private static final String NUMBER = "+61491570110";
    private static final String MAILBOX = "hello@northlight-studio.example";
    private static final int PEOPLE = 12;

    @TempDir
    Path folder;

    private House house;
    private Person sam;
    private ClientId id;
    private String client;

    @Test
    void from_the_first_email_to_the_text_and_stop_closes_everything() throws IOException {
        try (House opened = House.open(folder, MONDAY)) {
            house = opened;
            id = house.openClient("Northlight");
            client = "/api/v1/clients/" + id.text();
            sam = house.add("sam@northlight.example", id, Role.OWNER);
            sam.signIn();
            Papers.complete(sam, client);
            senders();
            String campaign = campaign();
            Telephone.imported(house, sam, client, campaign, PEOPLE);
            Papers.started(sam, client, campaign);
            agreed();

            house.liveUntil(MONDAY.plus(Duration.ofDays(2)), id);
            JsonNode stopped = sending().getFirst();
            house.sandbox().writeText(phone(stopped), NUMBER, "Stop.");
            house.liveUntil(house.now().plus(Duration.ofHours(1)), id);
            assertThat(lead(stopped).at("/status")).isEqualTo("unsubscribed");
            int heard = contactsOf(stopped);

            Telephone.washed(house);
            house.liveUntil(MONDAY.plus(Duration.ofDays(5)), id);

            texted();
            assertThat(contactsOf(stopped))
                    .as("nothing on any channel after STOP")
                    .isEqualTo(heard);
            assertThat(house.sandbox().ledger().doubleContacts()).isEmpty();
            assertThat(house.sandbox().ledger().contactsAfterStop(Duration.ofHours(1)))
                    .isEmpty();
            JsonNode sum =
                    sam.get(client + "/campaigns/" + campaign + "/conservation").json();
            assertThat(sum.path("balanced").booleanValue()).as(sum.toString()).isTrue();
        }
    }

    private void senders() {
        Papers.mailbox(house, sam, client, MAILBOX);
        Answer texts = ok(sam.put(
                client + "/integrations/clicksend",
                "{'account_ref':'sandbox','credentials':{'api_key':'sandbox-key'}}"));
        assertThat(texts.json().path("pushes").booleanValue()).as(texts.text()).isTrue();
        Telephone.lend(house, id, NUMBER, ClickSend.VENDOR);
    }

    private String campaign() {
        Answer created = ok(sam.post(client + "/campaigns", "{'name':'Autumn growth','channel_floors':{'sms':60}}"));
        String campaign = created.at("/id");
        assertThat(sam.get(client + "/campaigns/" + campaign + "/sequence")
                        .json()
                        .path("steps"))
                .extracting(step -> step.path("channel").stringValue())
                .containsExactly("email", "email", "sms");
        textOnDayTwo(new CampaignId(UUID.fromString(campaign)));
        return campaign;
    }

    /** The text of day 12 on day 2 instead, without the e-mail between, so that the story is a short one. */
    private void textOnDayTwo(CampaignId campaign) {
        EditSequence edit = house.product().campaigns().editSequence();
        TenantScope owner = new TenantScope(id, null, Role.OWNER);
        edit.edit(owner, campaign, 1, new EditSequence.Change.Delete(2), Origin.NONE);
        SequenceStep text = new SequenceStep(
                2,
                Channel.SMS,
                TouchKind.SMS,
                2,
                StepPurpose.BREAKUP,
                StepSkipIf.PHONE_MISSING,
                null,
                Channel.EMAIL,
                9,
                true,
                true,
                false,
                null,
                SequenceStep.SMART_PROMPT);
        assertThat(edit.edit(owner, campaign, 2, new EditSequence.Change.Replace(text), Origin.NONE))
                .isInstanceOf(EditSequence.Outcome.Edited.class);
    }

    /** What each of them said when they left their number. */
    private void agreed() {
        sam.all(client + "/leads")
                .forEach(lead -> house.product()
                        .basis()
                        .units()
                        .inTenant(
                                TenantScope.worker(id),
                                () -> Db.update("""
                                    insert into consent (client_id, id, lead_id, person_ref, channel, basis, obtained_at, recorded_by)
                                    values (:client, gen_random_uuid(), :lead, 'form', 'sms', 'express', '2026-02-01T00:00Z', 'form')
                                    """)
                                        .bind("client", id)
                                        .bind(
                                                "lead",
                                                UUID.fromString(lead.path("id").stringValue()))
                                        .execute()));
    }

    private void texted() {
        // what left at the last look is still on its way
        house.sandbox().pump(house.now().plus(Duration.ofMinutes(5)));
        List<LedgerRow> texts = house.sandbox().ledger().rows().stream()
                .filter(row -> row.kind() == LedgerRow.Kind.SMS)
                .toList();
        List<JsonNode> sent = sam.all(client + "/touches?state=sent").stream()
                .filter(touch -> touch.path("touch_kind").stringValue().equals("sms"))
                .toList();
        assertThat(texts).as("some of %s scored high enough", PEOPLE).isNotEmpty();
        assertThat(texts).as("a telephone may be off or gone").hasSizeLessThanOrEqualTo(sent.size());
        assertThat(sent)
                .extracting(touch -> touch.path("sequence_step").intValue())
                .containsOnly(2);
    }

    private List<JsonNode> sending() {
        return sam.all(client + "/leads?status=in_sequence").stream()
                .filter(lead -> lead.path("touches").intValue() > 0)
                .toList();
    }

    private static String phone(JsonNode lead) {
        return lead.path("phone").stringValue();
    }

    private Answer lead(JsonNode lead) {
        return ok(sam.get(client + "/leads/" + lead.path("id").stringValue()));
    }

    private int contactsOf(JsonNode lead) {
        return Math.toIntExact(house.sandbox().ledger().rows().stream()
                .filter(row -> row.kind() == LedgerRow.Kind.SMS || row.kind() == LedgerRow.Kind.EMAIL)
                .filter(row -> row.contactId().equals(phone(lead))
                        || lead.path("email").stringValue().equals(row.toEmail()))
                .count());
    }
}
