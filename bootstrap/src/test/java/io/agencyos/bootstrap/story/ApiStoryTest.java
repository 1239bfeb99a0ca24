package io.agencyos.bootstrap.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.in.http.testing.Answer;
import io.agencyos.adapters.out.sandbox.ledger.LedgerRow;
import io.agencyos.bootstrap.demo.Vendor;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.shared.id.ClientId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * A user's whole story over HTTP, from the first sign-in to the report, on PostgreSQL and the vendor sandbox. Source: issue
 * 2 sections 3 and 4, api 9.
 */
@Order(1) // long: with the first
class ApiStoryTest {

    private static final String BEGINNING = "the story begins";

    /** A Monday in Sydney, eight in the morning. */
    private static final Instant MONDAY = Instant.parse("2026-03-01T21:00:00Z");

    private static final List<String> MAILBOXES =
            List.of("hello@northlight-studio.example", "sam@northlight-studio.example");

    @TempDir
    Path folder;

    private Person sam;
    private String client;

    @Test
    void from_the_first_sign_in_to_the_report() throws IOException {
        try (LogBook log = LogBook.open();
                House house = House.open(folder, MONDAY)) {
            LoggerFactory.getLogger(ApiStoryTest.class).warn(BEGINNING);
            ClientId id = house.openClient("Northlight");
            sam = house.add("sam@northlight.example", id, Role.OWNER);
            Person stranger = house.add("kim@farfield.example", house.openClient("Farfield"), Role.OWNER);

            signedIn(id);
            setUp(house);
            String campaign = campaign();
            imported(house, campaign, 60);
            started(campaign);
            house.liveUntil(MONDAY.plus(Duration.ofDays(2)), id);

            Set<String> seen = read(house, campaign);
            answered(house, id);
            booked(house, id, campaign);
            suppressed(house, id);
            reported(house, campaign);
            strange(stranger, campaign, seen);
            locked(house, stranger);
            discreet(log, stranger);
        }
    }

    /** Neither logs nor errors tell a secret or who somebody is. */
    // api 7; issue 6: no secret or personal data in logs, URLs or errors
    private void discreet(LogBook log, Person stranger) {
        Set<String> secrets = new TreeSet<>(sam.tokens());
        secrets.addAll(stranger.tokens());
        secrets.addAll(Set.of(House.PASSWORD.reveal(), Vendor.KEY));
        Set<String> people = new TreeSet<>(Set.of(sam.address(), stranger.address()));
        people.addAll(MAILBOXES);
        sam.all(client + "/leads").stream()
                .flatMap(lead -> Stream.of("email", "full_name", "phone").map(lead::path))
                .filter(JsonNode::isString)
                .forEach(said -> people.add(said.stringValue()));
        assertThat(secrets).hasSizeGreaterThan(4);
        assertThat(people).hasSizeGreaterThan(60);

        assertThat(log.lines()).as("the book hears what is logged").anyMatch(line -> line.contains(BEGINNING));
        assertThat(log.telling(secrets)).isEmpty();
        assertThat(log.telling(people)).isEmpty();
        assertThat(sam.refusals())
                .isNotEmpty()
                .noneMatch(body -> secrets.stream().anyMatch(body::contains));
        assertThat(stranger.refusals())
                .isNotEmpty()
                .noneMatch(
                        body -> Stream.concat(secrets.stream(), people.stream()).anyMatch(body::contains));
    }

    /** Every route of the table, tried by a stranger with what is ours. */
    // api 4
    private void locked(House house, Person stranger) {
        Burglar burglar = new Burglar(house.routes());
        String ours = client.substring(client.lastIndexOf('/') + 1);
        String own = stranger.all("/api/v1/clients").getFirst().path("id").stringValue();
        Map<String, Set<String>> loot = burglar.loot(sam, ours);
        assertThat(loot).as("rows to try with").hasSizeGreaterThan(8);

        assertThat(burglar.tries(stranger, own, ours, loot)).isEmpty();
        assertThat(burglar.tried()).isGreaterThan(500);
    }

    private void signedIn(ClientId id) {
        assertThat(sam.get("/api/v1/me").status()).isEqualTo(401);
        assertThat(sam.signIn().status()).isEqualTo(200);
        assertThat(sam.get("/api/v1/me").at("/email")).isEqualTo("sam@northlight.example");
        JsonNode mine = sam.all("/api/v1/clients").getFirst();
        assertThat(mine.path("id").stringValue()).isEqualTo(id.text());
        client = "/api/v1/clients/" + id.text();
    }

    private void setUp(House house) {
        Papers.complete(sam, client);
        String workspace = Vendor.openWorkspace(house.sandbox(), "Northlight", MAILBOXES);
        assertThat(connect(workspace, "wrong-key").status())
                .as("a wrong key is told")
                .isEqualTo(422);
        Answer connected = ok(connect(workspace, Vendor.KEY));
        assertThat(connected.json().path("pushes").booleanValue())
                .as(connected.text())
                .isTrue();
        house.liveUntil(house.now().plus(Duration.ofMinutes(30)));
        for (String mailbox : MAILBOXES) {
            Answer added = sam.post(
                    client + "/mailboxes",
                    "{'address':'%s','vendor':'salesforge','authenticated':true,'warmup_started_at':'2026-01-01T00:00:00Z'}"
                            .formatted(mailbox));
            assertThat(added.status()).as(added.text()).isEqualTo(201);
        }
        assertThat(sam.all(client + "/resources?kind=mailbox")).hasSize(2).allSatisfy(mailbox -> {
            assertThat(mailbox.path("connection_state").stringValue()).isEqualTo("connected");
            assertThat(mailbox.path("daily_limit").intValue()).isPositive();
        });
    }

    private Answer connect(String workspace, String key) {
        return sam.put(
                client + "/integrations/salesforge",
                "{'account_ref':'%s','credentials':{'api_key':'%s','warmforge_key':'%s'},'settings':{'open_tracking':'true'}}"
                        .formatted(workspace, key, key));
    }

    private String campaign() {
        Answer created = sam.post(client + "/campaigns", "{'name':'Autumn growth'}");
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        return created.at("/id");
    }

    private void imported(House house, String campaign, int rows) throws IOException {
        Answer ordered =
                sam.upload(client + "/leads/imports", "autumn.csv", leads(rows), Map.of("campaign_id", campaign));
        assertThat(ordered.status()).as(ordered.text()).isEqualTo(202);
        house.workOrders();
        Answer imported = ok(sam.get(ordered.header("Location").orElseThrow()));
        assertThat(imported.json().at("/result/rows_total").intValue())
                .as(imported.text())
                .isEqualTo(rows);
        assertThat(sam.all(client + "/leads"))
                .hasSizeBetween(rows - 8, rows)
                .allSatisfy(lead -> assertThat(lead.at("/als/score").isNumber()).isTrue());
    }

    private static String leads(int rows) throws IOException {
        try (InputStream shipped = ApiStoryTest.class.getResourceAsStream("/demo/leads-apollo-2000.csv")) {
            return new String(Objects.requireNonNull(shipped).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .limit(rows + 1L)
                    .collect(Collectors.joining("\n"));
        }
    }

    private void started(String campaign) {
        Answer early = sam.post(client + "/campaigns/" + campaign + "/activate");
        assertThat(early.status())
                .as("no consent declared yet: " + early.text())
                .isBetween(400, 499);
        Papers.started(sam, client, campaign);
    }

    /** What two days brought, read everywhere; answers ids that a stranger must not learn of. */
    private Set<String> read(House house, String campaign) {
        List<LedgerRow> emails = emails(house);
        assertThat(emails).hasSizeGreaterThan(20);
        List<JsonNode> sent = sam.all(client + "/touches?state=sent&limit=10");
        assertThat(sent).hasSameSizeAs(emails);
        Set<String> addresses = emails.stream().map(LedgerRow::toEmail).collect(Collectors.toSet());
        List<JsonNode> contacted = sam.all(client + "/leads?limit=25").stream()
                .filter(lead -> lead.path("touches").intValue() > 0)
                .toList();
        assertThat(contacted)
                .extracting(lead -> lead.path("email").stringValue())
                .containsExactlyInAnyOrderElementsOf(addresses);
        List<JsonNode> replies = sam.all(client + "/replies?limit=3");
        assertThat(replies).as("seed 42 brings answers within two days").isNotEmpty();
        assertThat(sam.all(client + "/activities?limit=50")).hasSizeGreaterThan(emails.size());

        Set<String> seen = new TreeSet<>();
        String lead = replies.getFirst().at("/lead/id").stringValue();
        seen.add("/leads/" + lead);
        seen.add("/leads/" + lead + "/activities");
        seen.add("/leads/" + lead + "/threads");
        seen.add("/leads/" + lead + "/score-explanation");
        seen.add("/replies/" + replies.getFirst().path("id").stringValue());
        seen.add("/campaigns/" + campaign);
        seen.add("/campaigns/" + campaign + "/sequence");
        seen.add(
                "/threads/" + sam.all(client + "/threads").getFirst().path("id").stringValue());
        seen.add("/leads/imports/"
                + sam.all(client + "/leads/imports").getFirst().path("id").stringValue());
        seen.forEach(path -> ok(sam.get(client + path)));
        assertThat(sam.all(client + "/leads/" + lead + "/activities"))
                .extracting(activity -> activity.path("action").stringValue())
                .contains("sent", "replied");
        Answer handled =
                ok(sam.post(client + "/replies/" + replies.getFirst().path("id").stringValue() + "/handle"));
        assertThat(handled.json().path("handled").booleanValue()).isTrue();
        assertThat(sam.all(client + "/approvals")).as("autopilot asks nobody").isEmpty();
        return seen;
    }

    /** What a person answers leaves by the vendor's own reply, from the mailbox that had the contact, once. */
    // api 9.11 responses; salesforge: an answer goes in the thread
    private void answered(House house, ClientId id) {
        Set<String> asking = Set.of("meeting_request", "interested", "question");
        JsonNode reply = sam.all(client + "/replies?limit=25").stream()
                .filter(one -> asking.contains(one.path("intent").stringValue()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("seed 42 brings somebody who asks within two days"));
        String path = client + "/replies/" + reply.path("id").stringValue();
        String lead = client + "/leads/" + reply.at("/lead/id").stringValue();
        Answer queued = sam.post(path + "/responses", "{'body':'Thanks for asking, I will ring you on Tuesday.'}");
        assertThat(queued.status()).as(queued.text()).isEqualTo(202);
        Answer blocked = sam.post(
                lead + "/messages", "{'channel':'email','subject':'One more thing','body':'I forgot the price.'}");
        assertThat(blocked.status()).as(blocked.text()).isEqualTo(409);
        assertThat(blocked.text()).contains("\"reply_open\"");
        house.liveUntil(house.now().plus(Duration.ofHours(14)), id);

        JsonNode answer = ok(sam.get(path)).json().path("responses").path(0);
        assertThat(answer.path("status").stringValue()).as(answer.toString()).isEqualTo("sent");
        String address = ok(sam.get(lead)).at("/email");
        assertThat(house.sandbox().ledger().rows().stream()
                        .filter(row -> row.kind() == LedgerRow.Kind.REPLY
                                && row.toEmail().equals(address)))
                .singleElement()
                .satisfies(row -> assertThat(MAILBOXES).contains(row.mailbox()));
        assertThat(sam.delete(path + "/responses/" + answer.path("id").stringValue())
                        .status())
                .as("it has left")
                .isEqualTo(409);
    }

    private void booked(House house, ClientId id, String campaign) {
        Instant when = house.now().plus(Duration.ofDays(7));
        JsonNode lead = sending(1).getFirst();
        Answer meeting = sam.post(
                client + "/meetings",
                "{'lead_id':'%s','scheduled_at':'%s','duration_minutes':30,'type':'discovery','booking_method':'phone'}"
                        .formatted(lead.path("id").stringValue(), when));
        assertThat(meeting.status()).as(meeting.text()).isEqualTo(201);
        assertThat(sam.all(client + "/meetings")).hasSize(1);
        assertThat(ok(sam.get(client + "/leads/" + lead.path("id").stringValue()))
                        .at("/status"))
                .isEqualTo("meeting_booked");
        int before = mailsTo(house, lead);
        house.liveUntil(house.now().plus(Duration.ofDays(5)), id);
        assertThat(mailsTo(house, lead))
                .as("who is coming is written to no more")
                .isEqualTo(before);
        assertThat(ok(sam.get(client + "/campaigns/" + campaign)).at("/status")).isEqualTo("active");
    }

    private void suppressed(House house, ClientId id) {
        JsonNode lead = sending(1).getFirst();
        Answer entry = sam.post(
                client + "/suppressions",
                "{'key_type':'email','key':'%s','reason':'existing_customer','notes':'Signed in February.'}"
                        .formatted(lead.path("email").stringValue()));
        assertThat(entry.status()).as(entry.text()).isEqualTo(201);
        int before = mailsTo(house, lead);
        int all = emails(house).size();
        house.liveUntil(house.now().plus(Duration.ofDays(7)), id);
        assertThat(emails(house)).as("others are written to").hasSizeGreaterThan(all);
        assertThat(mailsTo(house, lead)).isEqualTo(before);
        assertThat(house.sandbox().ledger().doubleContacts()).isEmpty();
        assertThat(house.sandbox().ledger().contactsAfterStop(Duration.ofHours(1)))
                .isEmpty();
    }

    /** Leads who were written to once and have neither answered nor left. */
    private List<JsonNode> sending(int howMany) {
        List<JsonNode> leads = sam.all(client + "/leads?status=in_sequence").stream()
                .filter(lead -> lead.path("touches").intValue() > 0)
                .filter(lead -> !lead.path("last_replied_at").isString())
                .limit(howMany)
                .toList();
        assertThat(leads).hasSize(howMany);
        return leads;
    }

    private void reported(House house, String campaign) {
        JsonNode funnel = ok(sam.get(client + "/reports/funnel?from=2026-03-02&to=2026-03-20"))
                .json();
        assertThat(step(funnel, "meetings")).isEqualTo(1);
        assertThat(step(funnel, "contacted")).isEqualTo((int)
                emails(house).stream().map(LedgerRow::toEmail).distinct().count());
        ok(sam.get(client + "/reports/campaigns?from=2026-03-02&to=2026-03-20"));
        ok(sam.get(client + "/reports/conversion-by-tier?from=2026-03-02&to=2026-03-20"));
        ok(sam.post(client + "/campaigns/" + campaign + "/pause", "{'reason':'trade fair'}"));
    }

    private static int step(JsonNode funnel, String name) {
        for (JsonNode step : funnel.path("steps")) {
            if (step.path("step").stringValue().equals(name)) {
                return step.path("count").intValue();
            }
        }
        throw new AssertionError("no step " + name + " in " + funnel);
    }

    /** Nothing of ours is there for anybody else, not even that it exists. */
    private void strange(Person stranger, String campaign, Set<String> seen) {
        stranger.signIn();
        assertThat(stranger.all("/api/v1/clients")).hasSize(1);
        String own = "/api/v1/clients/"
                + stranger.all("/api/v1/clients").getFirst().path("id").stringValue();
        for (String path : seen) {
            assertThat(stranger.get(client + path).status()).as(path).isEqualTo(404);
            assertThat(stranger.get(own + path).status())
                    .as("in their own: " + path)
                    .isEqualTo(404);
        }
        for (String list : List.of(
                "",
                "/leads",
                "/touches",
                "/activities",
                "/replies",
                "/threads",
                "/meetings",
                "/suppressions",
                "/campaigns",
                "/resources",
                "/integrations",
                "/reports/funnel",
                "/approvals",
                "/members")) {
            assertThat(stranger.get(client + list).status()).as(list).isEqualTo(404);
        }
        for (String list : List.of(
                "/leads",
                "/touches",
                "/activities",
                "/replies",
                "/threads",
                "/meetings",
                "/suppressions",
                "/campaigns",
                "/resources",
                "/approvals")) {
            assertThat(stranger.all(own + list)).as(list).isEmpty();
        }
        assertThat(stranger.post(client + "/campaigns/" + campaign + "/activate")
                        .status())
                .isEqualTo(404);
        assertThat(stranger.post(own + "/campaigns/" + campaign + "/activate").status())
                .isEqualTo(404);
        assertThat(stranger.post(client + "/campaigns", "{'name':'Mine'}").status())
                .isEqualTo(404);
    }

    private static List<LedgerRow> emails(House house) {
        return house.sandbox().ledger().rows().stream()
                .filter(row -> row.kind() == LedgerRow.Kind.EMAIL)
                .toList();
    }

    private static int mailsTo(House house, JsonNode lead) {
        return (int) emails(house).stream()
                .filter(row -> row.toEmail().equals(lead.path("email").stringValue()))
                .count();
    }

    private static Answer ok(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer;
    }
}
