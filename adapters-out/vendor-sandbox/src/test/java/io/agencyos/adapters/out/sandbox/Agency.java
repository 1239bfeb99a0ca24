package io.agencyos.adapters.out.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.out.sandbox.http.Body;
import io.agencyos.adapters.out.sandbox.http.Json;
import io.agencyos.adapters.out.sandbox.population.Person;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** Does over HTTP what the product does: a workspace, a mailbox, carriers, enrolments. */
final class Agency {

    static final Instant START = Instant.parse("2026-03-02T22:00:00Z");
    static final String CORE = "/salesforge/public/v2";

    final Wire wire;
    final String ws;
    final String mailbox;
    final String product;

    Agency(String base) throws IOException {
        this(base, "Harbour agency", "sam@hello-harbour.example", 100);
    }

    Agency(String base, String name, String address, int limit) throws IOException {
        wire = new Wire(base);
        ws = CORE + "/workspaces/" + created(wire.post(CORE + "/workspaces", "name", name));
        mailbox = created(wire.post(
                ws + "/mailboxes",
                "address",
                address,
                "firstName",
                "Sam",
                "lastName",
                "Oduya",
                "dailyEmailLimit",
                limit,
                "smtp",
                Json.object("host", "127.0.0.1", "port", 2525),
                "imap",
                Json.object("host", "127.0.0.1", "port", 1143)));
        product = created(wire.post(ws + "/products", "product", Json.object("name", "aos")));
    }

    static String created(Wire.Answer answer) {
        assertThat(answer.status()).as(answer.raw()).isEqualTo(201);
        return answer.body().required("id");
    }

    static void done(Wire.Answer answer) {
        assertThat(answer.status()).as(answer.raw()).isIn(200, 204);
    }

    /** A carrier as the product makes one, still a draft. */
    String carrier(int k) throws IOException {
        String name = "aos " + mailbox + " #" + k;
        String id = created(wire.post(
                ws + "/sequences",
                "name",
                name,
                "productId",
                product,
                "language",
                "british_english",
                "timezone",
                "Australia/Sydney"));
        String one = ws + "/sequences/" + id;
        String step = wire.get(one).body().bodies("steps").getFirst().required("id");
        done(wire.put(
                one, "openTrackingEnabled", true, "clickTrackingEnabled", true, "trackingDomainEnabled", "false"));
        done(wire.put(
                one + "/steps",
                "steps",
                List.of(Json.object(
                        "id",
                        step,
                        "name",
                        "carrier",
                        "order",
                        0,
                        "waitDays",
                        0,
                        "distributionStrategy",
                        "equal",
                        "variants",
                        List.of(Json.object(
                                "label",
                                "A",
                                "order",
                                0,
                                "status",
                                "active",
                                "emailSubject",
                                "{{aos_subject}}",
                                "emailContent",
                                "{{aos_body}}",
                                "distributionWeight",
                                100))))));
        done(wire.put(
                one + "/schedules",
                "schedules",
                IntStream.range(0, 7)
                        .mapToObj(day -> Json.object("weekday", day, "fromHour", 0, "toHour", 24))
                        .toList()));
        done(wire.put(one + "/mailboxes", "mailboxIds", List.of(mailbox)));
        return id;
    }

    Wire.Answer upsert(String email, String firstName, String company, String title, String key, String subject)
            throws IOException {
        return wire.post(
                ws + "/contacts",
                "firstName",
                firstName,
                "lastName",
                "Lead",
                "email",
                email,
                "company",
                company,
                "position",
                title,
                "customVars",
                Json.object(
                        "aos_key",
                        key,
                        "aos_subject",
                        subject,
                        "aos_body",
                        "<p>Hi " + firstName + ",</p><p>Could " + company + " use more enquiries?</p>"
                                + "<p><a href=\"http://127.0.0.1:1/case\">A case</a></p>"),
                "tags",
                List.of("agency-os"));
    }

    String contact(String email) throws IOException {
        return created(upsert(email, "Priya", "Harbour Lane Digital", "Founder", "aos1-" + email, "Idea for " + email));
    }

    String contact(Person person, int k) throws IOException {
        return created(upsert(
                person.email(),
                person.firstName(),
                person.company().name(),
                person.title(),
                "aos1-" + person.number() + "-" + k,
                "Quick idea " + k));
    }

    Wire.Answer enrol(String sequence, String contact) throws IOException {
        return wire.put(ws + "/sequences/" + sequence + "/contacts", "contactIds", List.of(contact));
    }

    void activate(String sequence) throws IOException {
        done(wire.put(ws + "/sequences/" + sequence + "/status", "status", "active"));
    }

    /** State of a contact in each of its sequences. */
    List<String> states(String contact) throws IOException {
        return wire.get(ws + "/contacts/" + contact).body().bodies("sequences").stream()
                .map((Body one) -> one.required("status"))
                .toList();
    }

    String hook(String type, String url) throws IOException {
        Wire.Answer answer = wire.post(
                ws + "/integrations/webhooks",
                "name",
                "aos " + type,
                "type",
                type,
                "url",
                url,
                "sequenceIds",
                List.of());
        assertThat(answer.status()).isEqualTo(201);
        return answer.body().required("signingSecret");
    }
}
