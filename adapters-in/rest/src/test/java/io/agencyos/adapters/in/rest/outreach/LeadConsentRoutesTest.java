package io.agencyos.adapters.in.rest.outreach;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.in.http.testing.Answer;
import io.agencyos.adapters.in.http.testing.ApiUnderTest;
import io.agencyos.adapters.in.http.testing.Caller;
import io.agencyos.adapters.in.rest.testing.AllRoutes;
import io.agencyos.domain.client.identity.Role;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LeadConsentRoutesTest {

    private final ApiUnderTest api = ApiUnderTest.with(AllRoutes::on);

    @AfterEach
    void stop() {
        api.close();
    }

    private static String consent(String channel, String basis, String evidence) {
        return "{'channel':'%s','basis':'%s','evidence':'%s','obtained_at':'2026-01-15T01:00:00Z'}"
                .formatted(channel, basis, evidence);
    }

    @Test // api 9.16, outreach 6.4, 6.5: who, what, when, source; consent to be called lapses after three months
    void a_consent_is_put_on_file_and_shown_with_its_evidence() {
        Caller member = api.as(Role.MEMBER);
        String all = "/leads/"
                + member.post("/leads", "{'email':'priya@harbourlane.example'}").at("/id") + "/consents";
        Answer kept = member.post(all, consent("voice", "express", "Said so at the fair."));

        assertThat(kept.status()).as(kept.text()).isEqualTo(201);
        assertThat(kept.at("/expires_at")).isEqualTo("2026-04-14T14:00:00.000Z");
        Answer shown = api.as(Role.VIEWER).get(all);
        assertThat(shown.at("/items/0/evidence")).isEqualTo("Said so at the fair.");
        assertThat(shown.at("/items/0/recorded_by")).startsWith("user:");
        assertThat(member.get(all + "?channel=voice").json().at("/items")).hasSize(1);
        assertThat(member.get(all + "?channel=sms").json().at("/items")).isEmpty();
    }

    @Test // outreach 6.4: a page with its address, and never for calls
    void what_is_no_consent_is_not_put_on_file() {
        Caller member = api.as(Role.MEMBER);
        String all = "/leads/"
                + member.post("/leads", "{'email':'priya@harbourlane.example'}").at("/id") + "/consents";
        String published = "conspicuous_publication";

        assertThat(member.post(all, consent("sms", published, "On their page.")).at("/errors/0/code"))
                .isEqualTo("source_missing");
        assertThat(member.post(all, consent("voice", published, "https://harbourlane.example/team"))
                        .status())
                .isEqualTo(422);
        assertThat(api.as(Role.VIEWER)
                        .post(all, consent("sms", "express", "Said so."))
                        .code())
                .isEqualTo("role_required");
        assertThat(member.get("/leads/" + new UUID(0, 9) + "/consents").status())
                .isEqualTo(404);
    }
}
