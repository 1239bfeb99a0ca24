package io.agencyos.adapters.in.rest.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.in.http.testing.Answer;
import io.agencyos.adapters.in.http.testing.ApiUnderTest;
import io.agencyos.adapters.in.http.testing.Caller;
import io.agencyos.domain.client.identity.Role;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who sees the link of an invitation. Source: api 2 (the invitation proves the address). */
class InvitationLinksTest {

    private static final String KIM = "{'email':'kim@agency.example','role':'viewer'}";

    @Test // whoever invites would else prove an address that is not theirs, and learn whether it has an account
    // anywhere
    void a_link_that_is_mailed_is_seen_by_nobody_but_the_invited() {
        try (ApiUnderTest api =
                ApiUnderTest.with(world -> List.of(new InvitationRoutes(world.identity.inviteMember(), true)))) {
            Caller owner = api.as(Role.OWNER);

            Answer invited = owner.post("/invitations", KIM);
            Answer anew = owner.post("/invitations/" + invited.at("/id") + "/resend", "");

            assertThat(invited.status()).isEqualTo(201);
            assertThat(invited.json().path("token").isNull()).as(invited.text()).isTrue();
            assertThat(anew.status()).isEqualTo(200);
            assertThat(anew.json().path("token").isNull()).as(anew.text()).isTrue();
        }
    }

    @Test // an installation without a mail server could invite nobody else
    void a_link_that_nobody_mails_is_handed_on_by_whoever_invites() {
        try (ApiUnderTest api =
                ApiUnderTest.with(world -> List.of(new InvitationRoutes(world.identity.inviteMember(), false)))) {
            Answer invited = api.as(Role.OWNER).post("/invitations", KIM);

            assertThat(invited.at("/token")).isNotBlank();
        }
    }
}
