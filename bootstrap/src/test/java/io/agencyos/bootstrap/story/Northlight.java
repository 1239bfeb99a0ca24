package io.agencyos.bootstrap.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.bootstrap.demo.Vendor;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.shared.SecretText;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What the walk-through takes as given: a client with one warmed mailbox, and somebody who signs its mails. Source: api 15. */
final class Northlight {

    /** Monday, 2 March 2026, ten in the morning in Sydney. */
    static final Instant MONDAY = Instant.parse("2026-03-01T23:00:00Z");

    static final SecretText PASSWORD = new SecretText("correct horse battery");
    static final String ANA = "ana@northlight.example";
    static final String VIC = "vic@northlight.example";

    /** A window of good hours is over sooner than an hour. */
    static final Duration LOOK = Duration.ofMinutes(10);

    private static final String MAILBOX = "ana@northlight-mail.example";

    private Northlight() {}

    /** The house must have been opened two hours before {@link #MONDAY}; it is that moment afterwards. */
    static ClientId in(House house) {
        ClientId client = house.openClient("Northlight");
        house.add(ANA, "Ana Petrova", client, Role.OWNER, PASSWORD);
        house.add(VIC, "Vic Moore", client, Role.VIEWER, PASSWORD);
        Person ana = house.person(ANA, PASSWORD);
        assertThat(ana.signIn().status()).isEqualTo(200);
        String path = "/api/v1/clients/" + client.text();
        String workspace = Vendor.openWorkspace(house.sandbox(), "Northlight", List.of(MAILBOX));
        assertThat(ana.put(
                                path + "/integrations/salesforge",
                                "{'account_ref':'%s','credentials':{'api_key':'%s','warmforge_key':'%s'},'settings':{}}"
                                        .formatted(workspace, Vendor.KEY, Vendor.KEY))
                        .status())
                .isEqualTo(200);
        house.liveUntil(MONDAY.minus(Duration.ofHours(1)));
        assertThat(ana.post(
                                path + "/mailboxes",
                                "{'address':'%s','vendor':'salesforge','authenticated':true,'warmup_started_at':'2026-01-01T00:00:00Z'}"
                                        .formatted(MAILBOX))
                        .status())
                .isEqualTo(201);
        assertThat(ana.post(path + "/personas", "{'first_name':'Ana','last_name':'Petrova'}")
                        .status())
                .isEqualTo(201);
        house.liveUntil(MONDAY);
        return client;
    }

    /** Lives to Tuesday evening; closely before the window of e-mail closes, so that its last slots are not slept through. */
    static void liveADay(House house, ClientId client) {
        house.liveUntil(MONDAY.plus(Duration.ofMinutes(24 * 60 + 50)), LOOK, client);
        house.liveUntil(MONDAY.plus(Duration.ofHours(25)), Duration.ofSeconds(20), client);
        house.liveUntil(MONDAY.plus(Duration.ofHours(32)), LOOK, client);
    }
}
