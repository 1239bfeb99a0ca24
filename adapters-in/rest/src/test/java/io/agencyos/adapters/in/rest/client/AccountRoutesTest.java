package io.agencyos.adapters.in.rest.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.in.http.testing.Answer;
import io.agencyos.adapters.in.http.testing.ApiUnderTest;
import io.agencyos.adapters.in.http.testing.Caller;
import io.agencyos.adapters.in.rest.testing.AllRoutes;
import io.agencyos.application.client.identity.store.AccountMail;
import io.agencyos.application.client.identity.store.AccountMails;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.client.identity.Totp;
import io.agencyos.domain.client.identity.User;
import io.agencyos.domain.shared.SecretText;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AccountRoutesTest {

    private static final String PASSWORD = "correct horse battery staple";
    private static final Pattern LINK = Pattern.compile("https://os.agency.example/\\S*?(?:token=|invitations/)(\\S+)");

    private final ApiUnderTest api = ApiUnderTest.with(AllRoutes::on);

    @AfterEach
    void stop() {
        api.close();
    }

    private Answer login(String email, String password) {
        return api.anonymous().post("/api/v1/auth/login", "{'email':'" + email + "','password':'" + password + "'}");
    }

    private String link(String address) {
        List<AccountMail> due = api
                .world()
                .units
                .onPlatform(() -> api.world()
                        .mails
                        .take(api.world().clock.now(), api.world().clock.now().plus(Duration.ofDays(9)), 100))
                .stream()
                .map(AccountMails.Due::mail)
                .filter(mail -> mail.to().value().equals(address))
                .toList();
        assertThat(due).hasSize(1);
        Matcher link = LINK.matcher(due.getFirst().text());
        assertThat(link.find()).as(due.getFirst().text()).isTrue();
        return link.group(1);
    }

    @Test // api 2: 202 always / {token, new_password} → 204; used → 410
    void a_forgotten_password_is_set_anew() {
        api.world().member(api.client(), "sam@agency.example", Role.ADMIN);
        Caller nobody = api.anonymous();

        assertThat(nobody.post("/api/v1/auth/password-reset-requests", "{'email':'nobody@agency.example'}")
                        .status())
                .isEqualTo(202);
        assertThat(nobody.post("/api/v1/auth/password-reset-requests", "{'email':'sam@agency.example'}")
                        .status())
                .isEqualTo(202);
        String body = "{'token':'" + link("sam@agency.example") + "','new_password':'%s'}";
        assertThat(nobody.post("/api/v1/auth/password-resets", body.formatted("short"))
                        .at("/errors/0/pointer"))
                .isEqualTo("/new_password");
        assertThat(nobody.post("/api/v1/auth/password-resets", body.formatted("another horse another staple"))
                        .status())
                .isEqualTo(204);
        assertThat(nobody.post("/api/v1/auth/password-resets", body.formatted("another horse another staple"))
                        .code())
                .isEqualTo("link_expired");
        assertThat(login("sam@agency.example", PASSWORD).code()).isEqualTo("bad_credentials");
        assertThat(login("sam@agency.example", "another horse another staple").status())
                .isEqualTo(200);
    }

    @Test // api 2, 9.2: the new owner confirms by the link mailed to them
    void a_client_is_handed_over() {
        Caller owner = api.as(Role.OWNER);
        User sam = api.world().member(api.client(), "sam@agency.example", Role.ADMIN);
        Caller heir = api.as(sam);
        String named = "{'membership_id':'" + sam.id().text() + "'}";

        assertThat(heir.post("/ownership-transfers", named).code()).isEqualTo("role_required");
        assertThat(owner.post(
                                "/ownership-transfers",
                                "{'membership_id':'" + api.client().text() + "'}")
                        .status())
                .isEqualTo(404);
        assertThat(owner.post("/ownership-transfers", named).at("/membership_id"))
                .isEqualTo(sam.id().text());
        String accept = "/api/v1/me/ownership-transfers/" + link("sam@agency.example") + "/accept";
        assertThat(owner.post(accept).status()).isEqualTo(404);
        assertThat(heir.post(accept).at("/role")).isEqualTo("owner");
        assertThat(heir.post(accept).code()).isEqualTo("link_expired");
        assertThat(owner.post("/ownership-transfers", named).code()).isEqualTo("role_required");
        assertThat(heir.post("/ownership-transfers", named).code()).isEqualTo("not_eligible");
    }

    @Test // api 2: signup 202 always, then the verification
    void somebody_signs_up_proves_the_address_and_owns_a_client() {
        Caller nobody = api.anonymous();
        String wish = "{'full_name':'Lee Tan','company_name':'Harbour Lane','email':'lee@harbourlane.example',"
                + "'password':'" + PASSWORD + "','accept_terms':%s}";

        assertThat(nobody.get("/api/v1/auth/config").json().path("self_signup").booleanValue())
                .isTrue();
        assertThat(nobody.post("/api/v1/auth/signup", wish.formatted("false")).at("/errors/0/code"))
                .isEqualTo("terms_not_accepted");
        assertThat(nobody.post("/api/v1/auth/signup", wish.formatted("true")).status())
                .isEqualTo(202);
        assertThat(login("lee@harbourlane.example", PASSWORD).code()).isEqualTo("bad_credentials");
        assertThat(nobody.post(
                                "/api/v1/auth/email-verifications",
                                "{'token':'" + link("lee@harbourlane.example") + "'}")
                        .status())
                .isEqualTo(204);
        Caller lee = api.bearer(login("lee@harbourlane.example", PASSWORD).at("/access_token"));
        assertThat(lee.get("/api/v1/me").at("/memberships/0/name")).isEqualTo("Harbour Lane");
        assertThat(lee.get("/api/v1/me").at("/memberships/0/role")).isEqualTo("owner");
    }

    @Test // api 2: {client_name, inviter_name, role, email, user_exists}
    void whoever_has_the_link_sees_what_an_invitation_offers() {
        api.as(Role.OWNER).post("/invitations", "{'email':'kim@agency.example','role':'member'}");
        String token = link("kim@agency.example");
        Answer offer = api.anonymous().get("/api/v1/auth/invitations/" + token);

        assertThat(offer.at("/client_name")).isEqualTo("Northlight");
        assertThat(offer.at("/inviter_name")).isEqualTo("Sam Oduya");
        assertThat(offer.at("/role")).isEqualTo("member");
        assertThat(offer.json().path("user_exists").booleanValue()).isFalse();
        assertThat(api.anonymous().get("/api/v1/auth/invitations/nonsense").code())
                .isEqualTo("link_expired");
    }

    @Test // api 2: me/password, me/sessions
    void a_person_keeps_password_and_sign_ins_in_order() {
        api.world().member(api.client(), "sam@agency.example", Role.ADMIN);
        Caller other = api.bearer(login("sam@agency.example", PASSWORD).at("/access_token"));
        Caller sam = api.bearer(login("sam@agency.example", PASSWORD).at("/access_token"));

        assertThat(sam.get("/api/v1/me/sessions").json().path("items").size()).isEqualTo(2);
        assertThat(sam.post(
                                "/api/v1/me/password",
                                "{'current':'wrong one, is it','new':'another horse another staple'}")
                        .at("/errors/0/code"))
                .isEqualTo("wrong_password");
        assertThat(sam.post(
                                "/api/v1/me/password",
                                "{'current':'" + PASSWORD + "','new':'another horse another staple'}")
                        .status())
                .isEqualTo(204);
        assertThat(other.get("/api/v1/me").status()).isEqualTo(401);
        String session = sam.get("/api/v1/me/sessions").at("/items/0/id");
        assertThat(api.stranger().delete("/api/v1/me/sessions/" + session).status())
                .isEqualTo(404);
        assertThat(sam.delete("/api/v1/me/sessions/" + session).status()).isEqualTo(204);
        assertThat(sam.get("/api/v1/me").status()).isEqualTo(401);
    }

    @Test // api 2: required for platform admins before the first P route; setup only once
    void the_first_of_the_staff_sets_a_second_factor_up_before_anything_else() {
        SecretText code = api.world().accounts.setUp().offer().orElseThrow();
        String body = "{'setup_code':'%s','full_name':'Kim Tran','email':'staff@agency.example','password':'" + PASSWORD
                + "'}";
        assertThat(api.anonymous()
                        .post("/api/v1/auth/setup", body.formatted("nonsense"))
                        .status())
                .isEqualTo(404);
        assertThat(api.anonymous()
                        .post("/api/v1/auth/setup", body.formatted(code.reveal()))
                        .status())
                .isEqualTo(201);
        assertThat(api.world().accounts.setUp().offer()).isEmpty();
        Caller staff = api.bearer(login("staff@agency.example", PASSWORD).at("/access_token"));
        assertThat(staff.get("/api/v1/admin/system/breakers").code()).isEqualTo("mfa_required");

        String secret = staff.post("/api/v1/me/mfa/totp").at("/secret");
        assertThat(staff.post("/api/v1/me/mfa/totp/confirm", "{'code':'000000'}")
                        .at("/errors/0/code"))
                .isEqualTo("wrong_code");
        assertThat(staff.post("/api/v1/me/mfa/totp/confirm", "{'code':'" + now(secret) + "'}")
                        .json()
                        .path("recovery_codes")
                        .size())
                .isEqualTo(10);
        assertThat(staff.get("/api/v1/admin/system/breakers").status()).isEqualTo(200);

        Answer half = login("staff@agency.example", PASSWORD);
        assertThat(half.json().path("mfa_required").booleanValue()).isTrue();
        assertThat(half.json().path("access_token").isNull()).isTrue();
        api.world().clock.moveTo(api.world().clock.now().plusSeconds(30));
        Answer whole = api.anonymous()
                .post("/api/v1/auth/mfa", "{'mfa_token':'" + half.at("/mfa_token") + "','code':'" + now(secret) + "'}");
        assertThat(whole.status()).as(whole.text()).isEqualTo(200);
        assertThat(api.bearer(whole.at("/access_token"))
                        .get("/api/v1/admin/system/breakers")
                        .status())
                .isEqualTo(200);
        assertThat(api.anonymous()
                        .post("/api/v1/auth/mfa", "{'mfa_token':'nonsense','code':'000000'}")
                        .code())
                .isEqualTo("bad_credentials");
    }

    private String now(String base32) {
        BigInteger bits = base32.chars()
                .mapToObj(one -> BigInteger.valueOf("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(one)))
                .reduce(BigInteger.ZERO, (held, one) -> held.shiftLeft(5).or(one));
        byte[] seed = new byte[Totp.SEED_BYTES];
        byte[] number = bits.toByteArray();
        int length = Math.min(number.length, seed.length);
        System.arraycopy(number, number.length - length, seed, seed.length - length, length);
        return Totp.code(seed, Totp.step(api.world().clock.now()));
    }
}
