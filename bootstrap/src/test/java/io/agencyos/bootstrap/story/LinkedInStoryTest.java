package io.agencyos.bootstrap.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.in.http.testing.Answer;
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
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client's LinkedIn seats over HTTP, on PostgreSQL and the vendor sandbox. Source: api 9.8, outreach 11.1. */
class LinkedInStoryTest {

    private static final Instant MONDAY = Instant.parse("2026-03-01T21:00:00Z");

    private static final int PEOPLE = 14;

    @TempDir
    Path folder;

    private final HttpClient browser = HttpClient.newHttpClient();
    private Person sam;
    private String client;

    @Test
    void a_seat_is_linked_lost_linked_again_and_disconnected() {
        try (House house = House.open(folder, MONDAY)) {
            ClientId id = house.openClient("Northlight");
            sam = house.add("sam@northlight.example", id, Role.OWNER);
            assertThat(sam.signIn().status()).isEqualTo(200);
            client = "/api/v1/clients/" + id.text();
            assertThat(session("{'return_to':'settings'}").code())
                    .as("no account to link seats by")
                    .isEqualTo("not_eligible");
            connected(house);

            Answer offered = session("{'return_to':'settings'}");
            assertThat(offered.status()).as(offered.text()).isEqualTo(201);
            String seat = client + "/linkedin/seats/" + offered.at("/seat_id");
            assertThat(sam.get(seat).at("/status")).isEqualTo("pending");
            String account = opened(house, offered);
            assertThat(sam.get(seat).at("/status")).isEqualTo("warmup");
            assertThat(sam.get(seat).at("/account_name")).isEqualTo("Sam Oduya");

            stands(house, account, "CREDENTIALS");
            assertThat(sam.get(seat).at("/status")).isEqualTo("credentials_required");
            Answer again = session("{'return_to':'settings','seat_id':'" + offered.at("/seat_id") + "'}");
            assertThat(opened(house, again)).as("the same account").isEqualTo(account);
            assertThat(sam.get(seat).at("/status")).isEqualTo("warmup");

            stands(house, account, "STOPPED");
            assertThat(sam.get(seat).at("/status")).isEqualTo("restricted");
            assertThat(sam.post(seat + "/refresh").at("/status"))
                    .as("what the service says now")
                    .isEqualTo("restricted");

            assertThat(sam.call("DELETE", seat, Map.of(), null, null).status()).isEqualTo(204);
            assertThat(sam.get(seat).at("/status")).isEqualTo("disconnected");
            house.product().senders().seats().keepSeats().keep(id);
            assertThat(house.sandbox().hasSeat(account))
                    .as("the service let go of it")
                    .isFalse();
        }
    }

    /** A client with nothing but a seat. */
    @Test // outreach 11.3, 11.4, 15; scoring RES-12: five invitations on each of the first three days
    void a_client_with_a_seat_alone_invites_at_the_pace_of_its_seat() throws IOException {
        try (House house = House.open(folder, MONDAY)) {
            ClientId id = house.openClient("Northlight");
            sam = house.add("sam@northlight.example", id, Role.OWNER);
            sam.signIn();
            client = "/api/v1/clients/" + id.text();
            Papers.complete(sam, client);
            connected(house);
            opened(house, session("{'return_to':'settings'}"));
            String campaign = campaign(house, id);
            imported(house, campaign);
            Papers.started(sam, client, campaign);

            house.liveUntil(MONDAY.plus(Duration.ofDays(1)), id);
            List<LedgerRow> first = acts(house, LedgerRow.Kind.INVITATION);
            assertThat(first)
                    .as("a seat that warms up, looked after once an hour")
                    .hasSizeBetween(1, 5);
            assertThat(sam.all(client + "/linkedin/connections").stream()
                            .filter(one -> one.path("requested_at").isString())
                            .toList())
                    .as("whoever was invited is known, answered or not")
                    .hasSameSizeAs(first);
            assertThat(first)
                    .as("nobody is invited twice")
                    .extracting(LedgerRow::contactId)
                    .doesNotHaveDuplicates();
            assertThat(house.sandbox().ledger().doubleContacts()).isEmpty();
            JsonNode sum =
                    sam.get(client + "/campaigns/" + campaign + "/conservation").json();
            assertThat(sum.path("balanced").booleanValue()).as(sum.toString()).isTrue();
        }
    }

    private static List<LedgerRow> acts(House house, LedgerRow.Kind kind) {
        return house.sandbox().ledger().rows().stream()
                .filter(row -> row.kind() == kind)
                .toList();
    }

    /** What a client with a seat gets, begun on the first day instead of the fifth, and once more on the fifth. */
    private String campaign(House house, ClientId id) {
        String campaign = Papers.ok(sam.post(client + "/campaigns", "{'name':'Autumn growth'}"))
                .at("/id");
        assertThat(sam.get(client + "/campaigns/" + campaign + "/sequence")
                        .json()
                        .path("steps"))
                .extracting(step -> step.path("channel").stringValue())
                .containsExactly("linkedin");
        EditSequence edit = house.product().campaigns().editSequence();
        TenantScope owner = new TenantScope(id, null, Role.OWNER);
        CampaignId named = new CampaignId(UUID.fromString(campaign));
        edit.edit(owner, named, 1, new EditSequence.Change.Replace(act(1, 0)), Origin.NONE);
        assertThat(edit.edit(owner, named, 2, new EditSequence.Change.Insert(act(2, 5)), Origin.NONE))
                .isInstanceOf(EditSequence.Outcome.Edited.class);
        return campaign;
    }

    private static SequenceStep act(int number, int day) {
        return new SequenceStep(
                number,
                Channel.LINKEDIN,
                TouchKind.LI_INVITE,
                day,
                StepPurpose.CONNECT,
                StepSkipIf.LINKEDIN_URL_MISSING,
                null,
                null,
                null,
                false,
                true,
                false,
                null,
                SequenceStep.SMART_PROMPT);
    }

    /** The first people of the shipped file, with nothing but their profile. */
    private void imported(House house, String campaign) throws IOException {
        try (InputStream shipped = LinkedInStoryTest.class.getResourceAsStream("/demo/leads-apollo-2000.csv")) {
            String rows = new String(Objects.requireNonNull(shipped).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .limit(PEOPLE + 1L)
                    .collect(Collectors.joining("\n"));
            Papers.ok(sam.upload(client + "/leads/imports", "autumn.csv", rows, Map.of("campaign_id", campaign)));
            house.workOrders();
        }
    }

    private void connected(House house) {
        Answer connected = sam.put(
                client + "/integrations/unipile",
                "{'account_ref':'%s','credentials':{'access_token':'sandbox-key'}}"
                        .formatted(house.sandbox().unipileUrl()));
        assertThat(connected.status()).as(connected.text()).isEqualTo(200);
    }

    private Answer session(String body) {
        return sam.post(client + "/linkedin/connect-sessions", body);
    }

    /** The account's owner opens the page, which signs in at once; answers the account of the callback. */
    private String opened(House house, Answer offered) {
        try {
            String called = browser.send(
                            HttpRequest.newBuilder(URI.create(offered.at("/auth_url")))
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
            house.liveUntil(house.now().plus(Duration.ofHours(1)));
            return JsonMapper.shared().readTree(called).path("account_id").stringValue();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static void stands(House house, String account, String word) {
        house.sandbox().setSeatStatus(account, word);
        house.liveUntil(house.now().plus(Duration.ofHours(1)));
    }
}
