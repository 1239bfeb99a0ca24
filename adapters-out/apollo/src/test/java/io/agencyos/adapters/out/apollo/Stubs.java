package io.agencyos.adapters.out.apollo;

import io.agencyos.adapters.out.memory.platform.MemoryVendorObjects;
import io.agencyos.adapters.out.vendorhttp.StubServer;
import io.agencyos.domain.shared.SecretText;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The vendor as stubs, and the adapter in front of it. Names are those of the specification's examples. */
final class Stubs extends StubServer {

    static final ClientId CLIENT = new ClientId(new UUID(0, 2));
    static final String KEY = "apollo-key-8f31";
    static final ApolloAccount ACCOUNT = new ApolloAccount(CLIENT, "team", new SecretText(KEY));
    static final String SEARCH = "/mixed_people/api_search";
    static final String MATCH = "/people/match";
    static final String BULK = "/people/bulk_match";
    static final String CREDITS = "/usage_stats/credit_usage_stats";

    final Apollo apollo;

    Stubs() {
        super(Instant.parse("2026-09-10T10:12:00Z"));
        apollo = apollo(settings());
        on("POST", CREDITS, credits(11_660));
    }

    ApolloSettings settings() {
        return ApolloSettings.live().at(base()).withReadTimeout(Duration.ofMillis(1_500));
    }

    Apollo apollo(ApolloSettings settings) {
        return new Apollo(
                client -> client.equals(CLIENT) ? Optional.of(ACCOUNT) : Optional.empty(),
                settings,
                http,
                new MemoryVendorObjects(),
                clock);
    }

    static String credits(long left) {
        return "{\"credit_usage_stats\":{\"lead_credit\":{\"limit\":12000,\"consumed\":340,\"left_over\":" + left
                + "},\"direct_dial_credit\":{\"limit\":0,\"consumed\":0,\"left_over\":0}},"
                + "\"current_credit_cycle\":{\"start_date\":\"2026-09-01\",\"end_date\":\"2026-09-30\"}}";
    }
}
