package io.agencyos.adapters.out.apollo;

import io.agencyos.adapters.out.vendorhttp.Fields;
import io.agencyos.adapters.out.vendorhttp.Ways;
import io.agencyos.application.lead.source.PersonKey;
import io.agencyos.application.lead.source.PhoneReveal;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.contact.PhoneNumber;
import io.agencyos.domain.shared.id.ClientId;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Numbers that come minutes after they were asked for; only the vendor's own answer to our question counts. Source: apollo 7. */
final class ApolloPhones implements PhoneReveal {

    private static final int TOGETHER = 10;
    private static final String PENDING = "result_pending";
    private static final Duration USUAL_WAIT = Duration.ofSeconds(30);

    private final Ways<ApolloAccount, Connection> ways;

    ApolloPhones(Ways<ApolloAccount, Connection> ways) {
        this.ways = ways;
    }

    @Override
    public Result<Handle, VendorFailure> request(ClientId client, List<PersonKey> people, URI tellAt) {
        if (people.isEmpty() || people.size() > TOGETHER) {
            return Result.err(Failures.invalid("reveal", "people", "one to " + TOGETHER + " people"));
        }
        if (!people.stream().allMatch(PersonKey::identifies)) {
            return Result.err(Failures.invalid("reveal", "person", "too little to identify"));
        }
        if (!ApolloSettings.canTell(tellAt)) {
            return Result.err(Failures.invalid("reveal", "tellAt", "the vendor tells secure addresses only"));
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("details", people.stream().map(ApolloPeople::fields).toList());
        body.put("reveal_personal_emails", false);
        body.put("reveal_phone_number", true);
        body.put("webhook_url", tellAt.toString());
        return ways.of(client, "reveal")
                .flatMap(connection ->
                        connection.paid("reveal", () -> connection.bulk().matchAll(body)))
                .flatMap(answer -> Fields.whole(answer, "request_id")
                        .<Result<Handle, VendorFailure>>map(id -> Result.ok(new Handle(
                                Long.toString(id),
                                Fields.whole(answer, "credits_consumed")
                                        .map(Long::intValue)
                                        .orElse(0))))
                        .orElseGet(() -> Result.err(Failures.contract("reveal", "an answer without an id"))));
    }

    @Override
    public Result<Answer, VendorFailure> result(ClientId client, String handle) {
        Result<JsonNode, VendorFailure> answer = ways.of(client, "revealed")
                .flatMap(connection ->
                        connection.free("revealed", () -> connection.api().revealed(handle)));
        return answer.fold(
                told -> Result.ok(revealed(told.path("webhook_result"))),
                failure -> PENDING.equals(failure.details().vendorCode())
                        ? Result.ok(new Answer.Pending(
                                failure instanceof VendorFailure.RateLimited(var d, Duration wait) ? wait : USUAL_WAIT))
                        : Result.err(failure));
    }

    private static Answer revealed(JsonNode result) {
        Map<String, List<PhoneNumber>> numbers = new LinkedHashMap<>();
        for (JsonNode person : Fields.items(result.path("people"))) {
            Fields.text(person, "id").ifPresent(id -> {
                List<PhoneNumber> found = Profiles.phones(person.path("phone_numbers"));
                if (!found.isEmpty()) {
                    numbers.put(Profiles.PERSON + id, found);
                }
            });
        }
        return new Answer.Revealed(
                numbers,
                Fields.whole(result, "credits_consumed").map(Long::intValue).orElse(0));
    }
}
