package io.agencyos.adapters.out.vendorhttp;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.id.ClientId;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Ways to accounts whose vendor may be somewhere else after a while. */
class WaysTest {

    private static final URI HERE = URI.create("http://127.0.0.1:7071");
    private static final URI NOWHERE = URI.create("http://sandbox.invalid");

    private final ClientId client = new ClientId(UUID.randomUUID());
    private final List<String> made = new ArrayList<>();
    private URI place = NOWHERE;

    private final Ways<String, String> ways = new Ways<>(
            "postbox",
            whose -> whose.equals(client) ? Optional.of("account") : Optional.empty(),
            account -> place,
            this::make);

    private String make(String account, URI where) {
        made.add(account + " at " + where);
        return made.getLast();
    }

    private String way() {
        return ways.of(client, "send").orElseThrow();
    }

    @Test // api 4.1: a twin whose sandbox was away for a minute reaches it afterwards
    void a_way_that_led_nowhere_is_not_gone_once_the_vendor_is_somewhere() {
        assertThat(way()).isEqualTo("account at " + NOWHERE);
        place = HERE;
        assertThat(way()).isEqualTo("account at " + HERE);
        assertThat(way()).isEqualTo("account at " + HERE);
        assertThat(made).as("each is made once").hasSize(2);
    }

    @Test
    void without_an_account_nobody_is_asked() {
        assertThat(ways.of(new ClientId(UUID.randomUUID()), "send"))
                .isInstanceOfSatisfying(
                        Result.Err.class,
                        refused -> assertThat(refused.error()).isInstanceOf(VendorFailure.Unauthorized.class));
        assertThat(made).isEmpty();
    }
}
