package io.agencyos.adapters.out.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.out.sandbox.population.Person;
import io.agencyos.adapters.out.sandbox.salesforge.SalesforgeSettings;
import io.agencyos.adapters.out.sandbox.truth.ReplyIntent;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** People who answer an e-mail by something else than mail. Source: issue 4 point 7. */
class ElsewhereTest {

    private static final Instant MONDAY = Instant.parse("2026-03-02T22:00:00Z");
    private static final Pattern FROM = Pattern.compile("\"from\":\"(\\+61\\d+)\"");

    private final SandboxClock clock = new SandboxClock(MONDAY);

    @Test
    void some_who_have_a_mobile_answer_an_email_by_a_text_and_the_mail_vendor_hears_nothing_of_it() throws Exception {
        SandboxSettings settings = SandboxSettings.defaults()
                .withPeople(400)
                .withMobiles()
                .withSalesforge(SalesforgeSettings.defaults().withAliases());
        try (VendorSandbox sandbox = VendorSandbox.start(settings, clock)) {
            keep(sandbox);
            Agency agency = new Agency(sandbox.baseUrl());
            String carrier = agency.carrier(1);
            List<Person> reached = sandbox.population().people().stream()
                    .filter(person -> !person.mobile().isEmpty()
                            && !person.email().isEmpty()
                            && !person.traits().deadAddress())
                    .toList();
            for (Person person : reached) {
                Agency.done(agency.enrol(carrier, agency.contact(person, 1)));
            }
            agency.activate(carrier);
            sandbox.pump(MONDAY.plus(Duration.ofDays(2)));
            int before = texts(sandbox).size();

            for (Person person : reached) {
                sandbox.answer(person.email(), ReplyIntent.INTERESTED, "Sounds good, call me");
            }
            sandbox.pump(MONDAY.plus(Duration.ofDays(2)).plus(Duration.ofHours(1)));

            List<String> texts = texts(sandbox);
            assertThat(texts.size() - before)
                    .as("about one of seven")
                    .isPositive()
                    .isLessThan(reached.size() / 2);
            assertThat(texts)
                    .allMatch(from -> reached.stream()
                            .anyMatch(person ->
                                    person.mobile().replace(" ", "").endsWith(from.substring("+61".length()))));
        }
    }

    /** A rule that keeps texts until they are read. */
    private static void keep(VendorSandbox sandbox) throws IOException, InterruptedException {
        call(
                sandbox,
                HttpRequest.newBuilder(at(sandbox, "/v3/automations/sms/inbound"))
                        .POST(
                                HttpRequest.BodyPublishers.ofString(
                                        "{\"dedicated_number\":\"*\",\"rule_name\":\"kept\",\"action\":\"POLL\",\"enabled\":1}")));
    }

    private static List<String> texts(VendorSandbox sandbox) throws IOException, InterruptedException {
        String page = call(sandbox, HttpRequest.newBuilder(at(sandbox, "/v3/sms/inbound?limit=100")));
        return FROM.matcher(page).results().map(found -> found.group(1)).toList();
    }

    private static URI at(VendorSandbox sandbox, String path) {
        return URI.create(sandbox.clicksendUrl() + path);
    }

    private static String call(VendorSandbox sandbox, HttpRequest.Builder request)
            throws IOException, InterruptedException {
        String basic = Base64.getEncoder().encodeToString("sandbox:sandbox-key".getBytes());
        var answer = HttpClient.newHttpClient()
                .send(request.header("Authorization", "Basic " + basic).build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }
}
