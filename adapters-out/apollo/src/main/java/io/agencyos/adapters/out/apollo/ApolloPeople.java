package io.agencyos.adapters.out.apollo;

import io.agencyos.adapters.out.vendorhttp.Fields;
import io.agencyos.adapters.out.vendorhttp.Ways;
import io.agencyos.application.lead.source.PeopleEnrichment;
import io.agencyos.application.lead.source.PersonKey;
import io.agencyos.application.lead.source.PersonProfile;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.id.ClientId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** Records of people, ten in a question; neither personal addresses nor telephones are bought. Source: apollo 4. */
final class ApolloPeople implements PeopleEnrichment {

    private static final Logger LOG = LoggerFactory.getLogger(ApolloPeople.class);
    private static final int TOGETHER = 10;

    private final Ways<ApolloAccount, Connection> ways;
    private final Misses<PersonKey> misses;

    ApolloPeople(Ways<ApolloAccount, Connection> ways, Misses<PersonKey> misses) {
        this.ways = ways;
        this.misses = misses;
    }

    @Override
    public Result<Found, VendorFailure> enrich(ClientId client, PersonKey key) {
        if (!key.identifies()) {
            return Result.err(tooLittle());
        }
        return ways.of(client, "enrich")
                .flatMap(connection -> misses.among(client, List.of(key)).isEmpty()
                        ? asked(client, connection, key)
                        : Result.ok(new Found(Optional.empty(), 0)));
    }

    private Result<Found, VendorFailure> asked(ClientId client, Connection connection, PersonKey key) {
        return connection
                .paid("enrich", () -> connection.api().match(flagged(fields(key))))
                .map(answer -> {
                    Optional<PersonProfile> person = Profiles.person(answer.path("person"));
                    if (person.isEmpty()) {
                        misses.add(client, List.of(key));
                    }
                    return new Found(person, person.isPresent() ? 1 : 0);
                });
    }

    private static VendorFailure tooLittle() {
        return Failures.invalid("enrich", "person", "too little to identify");
    }

    static Map<String, Object> fields(PersonKey key) {
        Map<String, Object> fields = new LinkedHashMap<>();
        put(fields, "id", Optional.ofNullable(key.ref()).map(ref -> ref.replaceFirst("^apollo:", "")));
        put(fields, "email", Optional.ofNullable(key.email()).map(email -> email.value()));
        put(
                fields,
                "linkedin_url",
                Optional.ofNullable(key.linkedIn()).map(url -> "https://www.linkedin.com/" + url.key()));
        put(fields, "first_name", Optional.ofNullable(key.firstName()));
        put(fields, "last_name", Optional.ofNullable(key.lastName()));
        put(fields, "domain", Optional.ofNullable(key.domain()).map(domain -> domain.value()));
        put(fields, "organization_name", Optional.ofNullable(key.company()));
        return fields;
    }

    private static void put(Map<String, Object> fields, String name, Optional<String> value) {
        value.ifPresent(text -> fields.put(name, text));
    }

    /** Published business addresses only: personal ones carry no consent. */
    private static Map<String, Object> flagged(Map<String, Object> body) {
        body.put("reveal_personal_emails", false);
        body.put("reveal_phone_number", false);
        return body;
    }

    @Override
    public Batch enrichAll(ClientId client, List<PersonKey> keys) {
        Map<PersonKey, Result<Optional<PersonProfile>, VendorFailure>> answers = new LinkedHashMap<>();
        List<PersonKey> asked = new ArrayList<>();
        for (PersonKey key : keys) {
            if (!key.identifies()) {
                answers.put(key, Result.err(tooLittle()));
            } else if (!asked.contains(key)) {
                asked.add(key);
            }
        }
        if (ways.of(client, "enrich").isOk()) {
            misses.among(client, asked).forEach(key -> answers.put(key, Result.ok(Optional.empty())));
            asked.removeAll(answers.keySet());
        }
        int credits = 0;
        Optional<VendorFailure> broken = Optional.empty();
        for (int from = 0; from < asked.size(); from += TOGETHER) {
            List<PersonKey> chunk = asked.subList(from, Math.min(asked.size(), from + TOGETHER));
            Result<Integer, VendorFailure> cost = broken.<Result<Integer, VendorFailure>>map(Result::err)
                    .orElseGet(() -> some(client, chunk, answers));
            broken = cost.fold(paid -> Optional.empty(), Optional::of);
            broken.ifPresent(failure -> chunk.forEach(key -> answers.put(key, Result.err(failure))));
            credits += cost.toOptional().orElse(0);
        }
        return new Batch(keys.stream().map(answers::get).toList(), credits);
    }

    /** Asks for one chunk, writes down its answers and says what it cost. */
    private Result<Integer, VendorFailure> some(
            ClientId client,
            List<PersonKey> chunk,
            Map<PersonKey, Result<Optional<PersonProfile>, VendorFailure>> answers) {
        return ways.of(client, "enrich").flatMap(connection -> {
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("details", chunk.stream().map(ApolloPeople::fields).toList());
            return connection
                    .paid("enrich", () -> connection.bulk().matchAll(flagged(body)))
                    .map(answer -> {
                        List<Optional<PersonProfile>> found = placed(chunk, answer);
                        for (int i = 0; i < chunk.size(); i++) {
                            answers.put(chunk.get(i), Result.ok(found.get(i)));
                        }
                        if (isInOrder(chunk, answer)) {
                            misses.add(
                                    client,
                                    chunk.stream()
                                            .filter(key -> answers.get(key).equals(Result.ok(Optional.empty())))
                                            .toList());
                        }
                        int seen =
                                (int) found.stream().filter(Optional::isPresent).count();
                        return Fields.whole(answer, "credits_consumed")
                                .map(Long::intValue)
                                .orElse(seen);
                    });
        });
    }

    /** By place, as the vendor promises; by who they are where it does not keep its promise. */
    private static List<Optional<PersonProfile>> placed(List<PersonKey> chunk, JsonNode answer) {
        List<JsonNode> matches = Fields.items(answer.path("matches"));
        if (isInOrder(chunk, answer)) {
            return matches.stream().map(Profiles::person).toList();
        }
        List<PersonProfile> people = matches.stream()
                .flatMap(match -> Profiles.person(match).stream())
                .toList();
        List<Optional<PersonProfile>> placed = chunk.stream()
                .map(key -> people.stream().filter(person -> is(person, key)).findFirst())
                .toList();
        LOG.warn(
                "vendor={} apollo_unplaced_matches={}",
                Failures.VENDOR,
                people.size() - placed.stream().filter(Optional::isPresent).count());
        return placed;
    }

    /** Whether an empty place is an answer; else what cannot be placed may be anybody's. */
    private static boolean isInOrder(List<PersonKey> chunk, JsonNode answer) {
        return Fields.items(answer.path("matches")).size() == chunk.size();
    }

    private static boolean is(PersonProfile person, PersonKey key) {
        String ref = key.ref();
        return ref != null && person.ref().endsWith(":" + ref)
                || key.email() != null
                        && person.email().filter(key.email()::equals).isPresent()
                || key.linkedIn() != null
                        && person.linkedIn().filter(key.linkedIn()::equals).isPresent();
    }
}
