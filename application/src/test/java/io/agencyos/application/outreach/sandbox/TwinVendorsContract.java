package io.agencyos.application.outreach.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.platform.vendor.ConnectVendor;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.ClientMode;
import io.agencyos.domain.client.PermissionMode;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.contact.Country;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.contact.PhoneNumber;
import io.agencyos.domain.shared.id.ClientId;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the vendors of every twin do. Source: api 4.1. */
public abstract class TwinVendorsContract {

    private static final EmailAddress BOX = new EmailAddress("hello@test-northlight.example");

    protected abstract TwinVendors vendors();

    /** A twin that has a sandbox. */
    protected abstract ClientId twin();

    /** Another one. */
    protected abstract ClientId otherTwin();

    /** One for whom there is no sandbox. */
    protected abstract ClientId unserved();

    /** The mailboxes that the twin has there. */
    protected abstract List<String> mailboxes(ClientId twin);

    /** Whether the vendor of such lines has given the number to the twin. */
    protected abstract boolean has(ClientId twin, Channel line, String number);

    /** A page on which the owner of an account at a network is to sign in. */
    protected abstract URI page(ClientId twin);

    /** How often somebody signed in. */
    protected abstract int signedIn(ClientId twin);

    /** A twin as it is stored. */
    public static Client named(ClientId id, String name) {
        return new Client(
                id,
                name,
                "test-northlight",
                null,
                null,
                null,
                null,
                ZoneId.of("Australia/Sydney"),
                Country.AUSTRALIA,
                PermissionMode.CO_PILOT,
                null,
                ClientMode.TEST,
                new ClientId(UUID.randomUUID()),
                Instant.parse("2026-03-02T00:00:00Z"),
                null,
                0);
    }

    private TwinVendors.Standing settled(ClientId twin) {
        return vendors().settle(named(twin, "Northlight")).orElseThrow();
    }

    @Test
    void accounts_are_opened_once_and_are_the_twins_own() {
        TwinVendors.Standing first = settled(twin());
        TwinVendors.Standing again = settled(twin());

        assertThat(vendors().serve(twin())).isTrue();
        assertThat(first.fresh()).isTrue();
        assertThat(again.fresh()).isFalse();
        assertThat(again.accounts()).isEqualTo(first.accounts());
        assertThat(first.accounts())
                .extracting(ConnectVendor.Request::vendor)
                .doesNotHaveDuplicates()
                .contains(first.mail())
                .containsAll(first.lines().values());
        assertThat(first.lines()).containsOnlyKeys(Channel.SMS, Channel.VOICE);
        assertThat(settled(otherTwin()).accounts()).doesNotContainAnyElementsOf(first.accounts());
    }

    @Test // whatever a client is called, and whatever it is called later
    void a_twin_is_known_again_under_another_name() {
        assertThat(vendors()
                        .settle(named(twin(), "N".repeat(200)))
                        .orElseThrow()
                        .fresh())
                .isTrue();
        assertThat(settled(twin()).fresh()).isFalse();
    }

    @Test
    void what_is_brought_twice_is_there_once_and_at_nobody_elses() {
        settled(twin());
        settled(otherTwin());
        String number = "+61499900001";
        for (int times = 0; times < 2; times++) {
            vendors().bringMailbox(twin(), BOX);
            vendors().bringNumber(twin(), Channel.SMS, new PhoneNumber(number));
            vendors().bringNumber(twin(), Channel.VOICE, new PhoneNumber("+61255500001"));
        }

        assertThat(mailboxes(twin())).containsExactly(BOX.value());
        assertThat(mailboxes(otherTwin())).isEmpty();
        assertThat(has(twin(), Channel.SMS, number)).isTrue();
        assertThat(has(twin(), Channel.VOICE, "+61255500001")).isTrue();
        assertThat(has(otherTwin(), Channel.SMS, number)).isFalse();
    }

    @Test
    void somebody_signs_in_on_the_page_of_a_network() {
        settled(twin());

        vendors().signIn(twin(), page(twin()));

        assertThat(signedIn(twin())).isEqualTo(1);
    }

    @Test // api 9.2: what a sandbox remembers goes with its client
    void a_twin_that_is_forgotten_is_met_as_a_stranger_and_its_neighbour_is_known() {
        settled(twin());
        settled(otherTwin());
        vendors().bringMailbox(twin(), BOX);

        assertThat(vendors().forget(twin())).isTrue();
        assertThat(vendors().forget(twin())).as("again").isTrue();

        assertThat(settled(twin()).fresh()).isTrue();
        assertThat(mailboxes(twin())).isEmpty();
        assertThat(settled(otherTwin()).fresh()).isFalse();
    }

    @Test
    void where_there_is_no_sandbox_there_is_nothing() {
        ClientId nowhere = unserved();

        assertThat(vendors().serve(nowhere)).isFalse();
        assertThat(vendors().settle(named(nowhere, "Northlight"))).isEmpty();
        vendors().bringMailbox(nowhere, BOX);
        vendors().bringNumber(nowhere, Channel.SMS, new PhoneNumber("+61499900002"));
        assertThat(vendors().forget(nowhere)).as("it will be asked again").isFalse();
    }
}
