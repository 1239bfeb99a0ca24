package io.agencyos.adapters.in.rest.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * Requests made from the document alone, at random from a seed that is printed: whatever is sent, nothing of ours fails,
 * everything answered is as the document says, nothing of another client is told, and what is refused leaves nothing
 * behind. {@code -Dhostile.requests=1000000 -Dhostile.seed=7} for more of them. Source: issue 6, api 1, 4.
 */
class HostileClientTest {

    private static final int REQUESTS = Integer.getInteger("hostile.requests", 20_000);
    private static final long SEED = Long.getLong("hostile.seed", 20_260_302);

    @Test // api 4: every route with a client is called with each nested id taken from another tenant: 404
    void no_address_of_a_client_knows_the_ids_of_another() {
        try (Siege siege = new Siege(SEED)) {
            siege.prepare(4);

            assertThat(siege.knownByForeignIds()).isEmpty();
            assertThat(siege.foreign()).as("ids of another client").hasSizeGreaterThan(15);
        }
    }

    @Test
    void nothing_that_a_client_sends_breaks_the_api_or_opens_another_tenant() {
        System.out.println("hostile client: seed " + SEED + ", " + REQUESTS + " requests");
        try (Siege siege = new Siege(SEED)) {
            siege.prepare(4);
            siege.fire(REQUESTS);

            assertThat(siege.faults()).as("seed " + SEED).isEmpty();
            assertThat(siege.answered()).isGreaterThanOrEqualTo(REQUESTS);
            assertThat(siege.statuses().keySet())
                    .as("good and bad of every kind")
                    .contains(200, 201, 400, 401, 403, 404, 405, 415, 422, 428);
        }
    }
}
