package io.agencyos.application.outreach.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.testing.Leadbook;
import io.agencyos.application.testing.Outreachbook;
import io.agencyos.domain.campaign.Campaign;
import io.agencyos.domain.campaign.sequence.SequenceStep;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.ClientDetails;
import io.agencyos.domain.client.ClientMode;
import io.agencyos.domain.client.ClientProfile;
import io.agencyos.domain.client.PermissionMode;
import io.agencyos.domain.content.template.Guidance;
import io.agencyos.domain.content.template.Variable;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.shared.contact.Country;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StepTextsTest {

    private static final ClientId CLIENT = new ClientId(new UUID(0, 7));
    private static final Instant LOOKED = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant THIRTY_DAYS_LATER = Instant.parse("2026-03-31T00:00:00Z");

    @Test // POOL-13: stale > 30 days and not refreshable: recent facts are dropped from the content context
    void news_of_more_than_thirty_days_ago_are_not_written_about() {
        assertThat(at(LOOKED).said(Variable.RECENT_NEWS)).contains("Harbour Lane opens in Fremantle");
        assertThat(at(THIRTY_DAYS_LATER).said(Variable.RECENT_NEWS)).contains("Harbour Lane opens in Fremantle");
        assertThat(at(THIRTY_DAYS_LATER).said(Variable.HIRING_ROLE)).contains("Media buyer");

        StepTexts.Source late = at(THIRTY_DAYS_LATER.plusSeconds(1));
        assertThat(late.said(Variable.RECENT_NEWS)).isEmpty();
        assertThat(late.said(Variable.HIRING_ROLE)).isEmpty();
        assertThat(late.said(Variable.COMPANY)).as("who they are stays").contains("Harbour Lane Digital");
    }

    @Test // content 3.5: {value_prop} and {service} are the client's
    void what_a_client_helps_with_is_what_its_profile_says() {
        assertThat(at(LOOKED).said(Variable.VALUE_PROP)).isEmpty();

        ClientProfile profile =
                new ClientProfile(null, null, List.of("local search", "ads"), "winning more local patients");
        StepTexts.Source source = at(LOOKED, client(profile));
        assertThat(source.said(Variable.VALUE_PROP)).contains("winning more local patients");
        assertThat(source.said(Variable.SERVICE)).contains("local search");
    }

    private static StepTexts.Source at(Instant now) {
        return at(now, client(ClientProfile.NONE));
    }

    private static StepTexts.Source at(Instant now, Client client) {
        Campaign campaign = Outreachbook.campaign(CLIENT);
        SequenceStep step = Outreachbook.sequence(campaign, 1, false).step(1);
        Lead lead = Leadbook.lead(CLIENT, 1, "mara")
                .change()
                .signals(Leadbook.signals())
                .lead();
        return new StepTexts.Source(lead, step, client, Optional.empty(), Guidance.NONE, now);
    }

    private static Client client(ClientProfile profile) {
        Client client = new Client(
                CLIENT,
                "Northlight",
                "northlight",
                null,
                null,
                null,
                null,
                ZoneId.of("Australia/Sydney"),
                Country.AUSTRALIA,
                PermissionMode.CO_PILOT,
                null,
                ClientMode.LIVE,
                null,
                LOOKED,
                null,
                0);
        return client.with(new ClientDetails(
                client.name(),
                client.slug(),
                null,
                null,
                null,
                null,
                client.timezone(),
                client.defaultPermissionMode(),
                profile));
    }
}
