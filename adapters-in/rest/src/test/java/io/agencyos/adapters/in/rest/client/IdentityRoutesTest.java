package io.agencyos.adapters.in.rest.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.in.http.testing.Answer;
import io.agencyos.adapters.in.http.testing.ApiUnderTest;
import io.agencyos.adapters.in.http.testing.Caller;
import io.agencyos.adapters.in.rest.testing.AllRoutes;
import io.agencyos.application.client.identity.InviteMember;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.client.identity.User;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.SecretText;
import io.agencyos.domain.shared.contact.EmailAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IdentityRoutesTest {

    private final ApiUnderTest api = ApiUnderTest.with(AllRoutes::on);

    @AfterEach
    void stop() {
        api.close();
    }

    private Answer login(String email, String password) {
        return api.anonymous().post("/api/v1/auth/login", "{'email':'" + email + "','password':'" + password + "'}");
    }

    @Test // api 2
    void a_person_signs_in_is_known_and_signs_out() {
        api.world().member(api.client(), "sam@agency.example", Role.ADMIN);
        Answer tokens = login("Sam@agency.example", "correct horse battery staple");
        Caller sam = api.bearer(tokens.at("/access_token"));
        Answer me = sam.get("/api/v1/me");

        assertThat(tokens.json().path("expires_in").intValue()).isEqualTo(900);
        assertThat(me.at("/email")).isEqualTo("sam@agency.example");
        assertThat(me.at("/memberships/0/client_id")).isEqualTo(api.client().text());
        assertThat(me.at("/memberships/0/role")).isEqualTo("admin");
        assertThat(me.json().at("/memberships/0/twin_id").isString()).isTrue();
        assertThat(sam.post("/api/v1/auth/logout").status()).isEqualTo(204);
        assertThat(sam.get("/api/v1/me").code()).isEqualTo("token_invalid");
    }

    @Test // api 2: the same answer for an unknown address and a wrong password; five failures close the door
    void a_wrong_password_and_an_unknown_address_read_alike_until_the_door_is_closed() {
        api.world().member(api.client(), "sam@agency.example", Role.ADMIN);
        Answer wrong = login("sam@agency.example", "incorrect horse battery");
        Answer unknown = login("nobody@agency.example", "incorrect horse battery");
        for (int i = 1; i < 5; i++) {
            login("sam@agency.example", "incorrect horse battery");
        }
        Answer closed = login("sam@agency.example", "correct horse battery staple");

        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.code()).isEqualTo(unknown.code()).isEqualTo("bad_credentials");
        assertThat(wrong.at("/detail")).isEqualTo(unknown.at("/detail"));
        assertThat(closed.status()).isEqualTo(429);
        assertThat(Integer.parseInt(closed.header("Retry-After").orElseThrow())).isBetween(1, 900);
    }

    @Test // api 2: rotated on each use; reuse revokes the whole family
    void a_refresh_token_is_good_for_one_use() {
        api.world().member(api.client(), "sam@agency.example", Role.ADMIN);
        Answer first = login("sam@agency.example", "correct horse battery staple");
        Answer second = refresh(first.at("/refresh_token"));
        Answer reuse = refresh(first.at("/refresh_token"));

        assertThat(second.status()).isEqualTo(200);
        assertThat(reuse.status()).isEqualTo(401);
        assertThat(reuse.code()).isEqualTo("token_invalid");
        assertThat(refresh(second.at("/refresh_token")).status())
                .as("the family is ended")
                .isEqualTo(401);
    }

    private Answer refresh(String token) {
        return api.anonymous().post("/api/v1/auth/refresh", "{'refresh_token':'" + token + "'}");
    }

    @Test // api 9.2: caller becomes owner; at most five, twins not counted
    void a_person_opens_clients_of_her_own_up_to_five() {
        Caller sam = api.as(Role.MEMBER);
        for (int i = 1; i <= 5; i++) {
            Answer opened = sam.post("/api/v1/clients", "{'name':'Harbour " + i + "'}");
            assertThat(opened.status()).as(opened.text()).isEqualTo(201);
            assertThat(opened.at("/role")).isEqualTo("owner");
            assertThat(opened.header("Location")).contains("/api/v1/clients/" + opened.at("/id"));
        }
        Answer sixth = sam.post("/api/v1/clients", "{'name':'Harbour 6'}");

        assertThat(sixth.status()).isEqualTo(409);
        assertThat(sixth.code()).isEqualTo("limit_reached");
        assertThat(sixth.json().path("limit").intValue()).isEqualTo(5);
        assertThat(sam.get("/api/v1/clients").json().path("items").size()).isEqualTo(6);
        assertThat(api.as(Role.MEMBER)
                        .post("/api/v1/clients", "{'name':'harbour-1'}")
                        .code())
                .isEqualTo("duplicate");
        assertThat(api.as(Role.MEMBER).post("/api/v1/clients", "{'name':'!!'}").at("/errors/0/pointer"))
                .isEqualTo("/name");
    }

    @Test // api 9.2, 4.1: a twin has the members of its live client
    void members_see_each_other_page_by_page() {
        Caller viewer = api.as(Role.VIEWER);
        api.as(Role.OWNER);
        api.as(Role.ADMIN);
        String twin = viewer.get("/api/v1/clients").at("/items/0/twin_id");

        assertThat(viewer.pages("/members?limit=2")).hasSize(2);
        assertThat(viewer.get("/members").at("/items/0/role")).isEqualTo("admin");
        assertThat(viewer.pages("/members?sort=-created_at&limit=2")).hasSize(2);
        assertThat(viewer.get("/api/v1/clients/" + twin + "/members")
                        .json()
                        .path("items")
                        .size())
                .isEqualTo(3);
    }

    @Test // api 2: the invitation proves the address, once
    void an_invited_person_signs_up_once() {
        User owner = api.world().member(api.client(), "owner@agency.example", Role.OWNER);
        String token = invited(owner, "kim@agency.example");
        String path = "/api/v1/auth/invitations/" + token + "/signup";
        String body = "{'full_name':'Kim Ng','password':'correct horse battery staple','accept_terms':true}";

        assertThat(api.anonymous().post(path, body.replace("true", "false")).at("/errors/0/code"))
                .isEqualTo("terms_not_accepted");
        assertThat(api.anonymous()
                        .post(path, body.replace("correct horse battery staple", "short"))
                        .at("/errors/0/code"))
                .isEqualTo("too_short");
        assertThat(api.anonymous().post(path, body).at("/role")).isEqualTo("member");
        assertThat(api.anonymous().post(path, body).status()).isEqualTo(410);
        assertThat(login("kim@agency.example", "correct horse battery staple").status())
                .isEqualTo(200);
    }

    @Test // api 2: 403 invitation_email_mismatch
    void only_the_invited_mailbox_accepts() {
        User owner = api.world().member(api.client(), "owner@agency.example", Role.OWNER);
        User kim = api.world().member(api.world().open("Southlight").id(), "kim@agency.example", Role.MEMBER);
        String path = "/api/v1/me/invitations/" + invited(owner, "kim@agency.example") + "/accept";

        assertThat(api.as(owner).post(path).code()).isEqualTo("invitation_email_mismatch");
        assertThat(api.as(kim).post(path).at("/client_id"))
                .isEqualTo(api.client().text());
    }

    private String invited(User owner, String email) {
        InviteMember.Outcome outcome = api.world()
                .identity
                .inviteMember()
                .invite(
                        new TenantScope(api.client(), owner.id(), Role.OWNER),
                        EmailAddress.parse(email).orElseThrow(),
                        Role.MEMBER,
                        Origin.NONE);
        if (outcome instanceof InviteMember.Outcome.Invited invited) {
            SecretText token = invited.token();
            return token.reveal();
        }
        throw new AssertionError(outcome);
    }

    @Test // api 2
    void the_public_keys_and_the_way_to_sign_in_are_public() {
        assertThat(api.anonymous().get("/.well-known/jwks.json").status()).isEqualTo(200);
        assertThat(api.anonymous().get("/api/v1/auth/config").at("/mode")).isEqualTo("embedded");
    }
}
