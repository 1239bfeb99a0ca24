package io.agencyos.adapters.in.rest.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.in.http.testing.Answer;
import io.agencyos.adapters.in.http.testing.ApiUnderTest;
import io.agencyos.adapters.in.http.testing.Caller;
import io.agencyos.adapters.in.http.testing.MemoryWorld;
import io.agencyos.application.platform.vendor.FakeConnector;
import io.agencyos.domain.client.identity.Role;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** api 9.13, over real HTTP. */
class IntegrationRoutesTest {

    private static final String PATH = "/integrations/postbox";
    private static final String GOOD =
            "{'account_ref':'box-1','credentials':{'api_key':'" + FakeConnector.GOOD_KEY + "'}}";

    private final FakeConnector vendor = new FakeConnector();
    private final ApiUnderTest api =
            ApiUnderTest.with(world -> List.of(new IntegrationRoutes(world.vendors(vendor, MemoryWorld.PUBLIC_URL))));
    private final Caller admin = api.as(Role.ADMIN);

    @AfterEach
    void stop() {
        api.close();
    }

    @Test // lists every vendor that may be connected
    void a_vendor_that_is_not_connected_says_what_it_asks_for() {
        Answer list = admin.get("/integrations");

        assertThat(list.status()).isEqualTo(200);
        assertThat(list.at("/items/0/vendor")).isEqualTo("postbox");
        assertThat(list.at("/items/0/status")).isEqualTo("not_connected");
        assertThat(list.at("/items/0/has_secret")).isEqualTo("false");
        assertThat(list.at("/items/0/form/credentials/0/name")).isEqualTo("api_key");
        assertThat(list.at("/items/0/form/settings/0/choices/0")).isEqualTo("true");
        assertThat(admin.get(PATH).json()).isEqualTo(list.json().at("/items/0"));
        assertThat(admin.get("/integrations/pigeon").status()).isEqualTo(404);
    }

    @Test // api 4.1: other vendor accounts belong to the live client
    void a_twin_connects_no_account() {
        String twin = api.world()
                .units
                .onPlatform(() -> api.world().clients.twin(api.client()))
                .orElseThrow()
                .id()
                .text();
        Answer refused = api.as(Role.OWNER).put("/api/v1/clients/" + twin + PATH, GOOD);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.at("/code")).isEqualTo("not_eligible");
        assertThat(vendor.standing).isEmpty();
    }

    @Test // tested live before it is stored, registers our hook, answers the hook; api 7: only has_secret and last4
    void an_account_is_connected_and_its_key_never_comes_back() {
        Answer made = admin.put(PATH, GOOD.replace("}}", "},'settings':{'open_tracking':'true'}}"));

        assertThat(made.status()).isEqualTo(200);
        assertThat(made.at("/pushes")).isEqualTo("true");
        assertThat(made.at("/integration/status")).isEqualTo("connected");
        assertThat(made.at("/integration/account_label")).isEqualTo("Box box-1");
        assertThat(made.at("/integration/settings/open_tracking")).isEqualTo("true");
        assertThat(made.at("/integration/has_secret")).isEqualTo("true");
        assertThat(made.at("/integration/last4")).isEqualTo("1234");
        assertThat(made.json().at("/integration/hooks").size()).isEqualTo(2);
        assertThat(vendor.standing.values())
                .extracting(Object::toString)
                .contains(made.at("/integration/hooks/0/address"));
        assertThat(made.text()).doesNotContain(FakeConnector.GOOD_KEY);
        assertThat(admin.get(PATH).json()).isEqualTo(made.json().at("/integration"));
        assertThat(admin.post(PATH + "/test").at("/status")).isEqualTo("connected");
    }

    @Test // smtp-imap 1: one password per mailbox
    void keys_of_chosen_names_are_asked_for_by_the_form_and_shown_by_name() {
        vendor.withDrawers();
        assertThat(admin.get(PATH).at("/form/named_credentials/name")).isEqualTo("DRAWER");
        assertThat(admin.put(PATH, GOOD).json().at("/errors").findValuesAsString("pointer"))
                .containsExactly("/credentials");

        Answer made = admin.put(PATH, GOOD.replace("}}", ",'drawer-1':'the key of drawer-1'}}"));

        assertThat(made.status()).isEqualTo(200);
        assertThat(made.at("/integration/keys/api_key")).isEqualTo("1234");
        assertThat(made.json().at("/integration/keys").propertyNames()).containsExactly("api_key", "drawer-1");
        assertThat(made.at("/integration/keys/drawer-1"))
                .as("it may be a password")
                .isEmpty();
        assertThat(made.text()).doesNotContain("the key of drawer-1");
    }

    @Test // 422 vendor_rejected
    void a_key_that_the_vendor_refuses_is_not_stored() {
        Answer refused = admin.put(PATH, GOOD.replace(FakeConnector.GOOD_KEY, "wrong-key"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("vendor_rejected");
        assertThat(refused.at("/detail")).startsWith("The vendor does not accept the key");
        assertThat(refused.at("/vendor")).isEqualTo("postbox");
        assertThat(refused.text()).doesNotContain("wrong-key");
        assertThat(admin.get(PATH).at("/status")).isEqualTo("not_connected");
    }

    @Test // api 1.3: every error at once, by pointer
    void what_the_vendor_does_not_ask_for_is_named() {
        Answer refused =
                admin.put(PATH, "{'account_ref':'x','credentials':{'token':'t'},'settings':{'open_tracking':'no'}}");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("validation_failed");
        assertThat(refused.json().at("/errors").findValuesAsString("pointer"))
                .containsExactly("/credentials/api_key", "/credentials/token", "/settings/open_tracking");
        assertThat(admin.put("/integrations/pigeon", GOOD).status()).isEqualTo(404);
    }

    @Test // removes the hook at the vendor, deactivates ours at once
    void a_disconnected_account_is_gone() {
        admin.put(PATH, GOOD);

        Answer gone = admin.delete(PATH);

        assertThat(gone.status()).isEqualTo(200);
        assertThat(gone.at("/hooks_removed")).isEqualTo("true");
        assertThat(vendor.standing).isEmpty();
        assertThat(admin.get(PATH).at("/status")).isEqualTo("not_connected");
        assertThat(admin.delete(PATH).status()).isEqualTo(404);
        assertThat(admin.post(PATH + "/test").status()).isEqualTo(404);
    }

    @Test // api 3: A
    void members_and_strangers_do_nothing_here() {
        Caller member = api.as(Role.MEMBER);

        assertThat(member.get("/integrations").code()).isEqualTo("role_required");
        assertThat(member.put(PATH, GOOD).code()).isEqualTo("role_required");
        assertThat(member.delete(PATH).code()).isEqualTo("role_required");
        assertThat(member.post(PATH + "/test").code()).isEqualTo("role_required");
        assertThat(api.stranger().get("/integrations").status()).isEqualTo(404);
        assertThat(api.anonymous().get("/integrations").status()).isEqualTo(401);
        assertThat(admin.get(PATH).at("/status")).isEqualTo("not_connected");
    }
}
