package io.agencyos.adapters.out.apollo;

import io.agencyos.adapters.out.vendorhttp.Fields;
import io.agencyos.adapters.out.vendorhttp.Ways;
import io.agencyos.application.platform.vendor.VendorLimits;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.id.ClientId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Counters of the team's requests, whose names are lists written as text. Source: apollo 2 A11, 9. */
final class ApolloLimits implements VendorLimits {

    /** Our operations by the vendor's controller and action. */
    private static final Map<List<String>, String> OPERATIONS = Map.of(
            List.of("api/v1/mixed_people", "api_search"), "search",
            List.of("api/v1/people", "match"), "enrich",
            List.of("api/v1/people", "bulk_match"), "enrich",
            List.of("api/v1/organizations", "enrich"), "enrich company",
            List.of("api/v1/organizations", "bulk_enrich"), "enrich company",
            List.of("api/v1/mixed_companies", "search"), "search companies",
            List.of("api/v1/organizations", "job_postings"), "job postings",
            List.of("api/v1/news_articles", "search"), "news");

    private final Ways<ApolloAccount, Connection> ways;

    ApolloLimits(Ways<ApolloAccount, Connection> ways) {
        this.ways = ways;
    }

    /** What is nearly used up is not asked for any more, as when an answer's headers say so. */
    @Override
    public Result<List<Window>, VendorFailure> snapshot(ClientId client) {
        return ways.of(client, "limits")
                .flatMap(connection -> connection
                        .free("limits", () -> connection.api().counters(Map.of()))
                        .flatMap(answer -> answer.isObject()
                                ? Result.ok(heeded(connection, windows(answer)))
                                : Result.err(Failures.contract("limits", "no counters"))));
    }

    private static List<Window> heeded(Connection connection, List<Window> windows) {
        windows.forEach(connection::heed);
        return windows;
    }

    private static List<Window> windows(JsonNode answer) {
        List<Window> windows = new ArrayList<>();
        answer.properties()
                .forEach(counter -> operation(counter.getKey()).ifPresent(operation -> {
                    for (Period period : Period.values()) {
                        JsonNode told = counter.getValue().path(period.name().toLowerCase(Locale.ROOT));
                        if (told.isObject()) {
                            windows.add(window(operation, period, told));
                        }
                    }
                }));
        return List.copyOf(windows);
    }

    private static Window window(String operation, Period period, JsonNode told) {
        Optional<Long> limit = Fields.whole(told, "limit");
        return new Window(
                operation,
                period,
                limit,
                Fields.whole(told, "consumed").orElse(0L),
                limit.isEmpty() ? Optional.empty() : Fields.whole(told, "left_over"));
    }

    private static Optional<String> operation(String key) {
        try {
            JsonNode names = JsonMapper.shared().readTree(key);
            return names.isArray()
                    ? Optional.ofNullable(OPERATIONS.get(
                            Fields.items(names).stream().map(JsonNode::asString).toList()))
                    : Optional.empty();
        } catch (JacksonException notAList) {
            return Optional.empty();
        }
    }
}
