package io.agencyos.domain.resource.seat;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.SeatId;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The connection of a lead with a seat, outreach 11.4. */
class SeatConnectionTest {

    private static final Instant NOW = Instant.parse("2026-03-02T00:00:00Z");

    private static SeatConnection in(ConnectionState state) {
        UUID id = new UUID(1, 1);
        return new SeatConnection(
                id,
                new ClientId(id),
                new LeadId(id),
                new SeatId(id),
                null,
                state,
                ConnectionRequest.sent("inv_1", NOW.minusSeconds(60)),
                null,
                null);
    }

    @ParameterizedTest // outreach 11.4: PENDING accepted, WITHDRAWN accepted event arrives
    @CsvSource({
        "PENDING, ACCEPTED",
        "WITHDRAWN, ACCEPTED",
        "DECLINED, ACCEPTED",
        "ACCEPTED, ACCEPTED",
        "CONNECTED, CONNECTED",
        "VIEWED, VIEWED"
    })
    void who_was_invited_and_accepts_is_connected(ConnectionState before, ConnectionState after) {
        SeatConnection accepted = in(before).accepted(NOW);

        assertThat(accepted.state()).isEqualTo(after);
        assertThat(accepted.request().respondedAt()).isEqualTo(before == after ? null : NOW);
        assertThat(accepted.request().ref()).isEqualTo("inv_1");
    }
}
