package io.agencyos.adapters.in.rest.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.in.http.testing.Answer;
import io.agencyos.adapters.in.http.testing.ApiUnderTest;
import io.agencyos.adapters.in.http.testing.Caller;
import io.agencyos.adapters.in.http.testing.ConversationInMemory;
import io.agencyos.adapters.in.http.testing.MemoryWorld;
import io.agencyos.adapters.in.webhooks.HookRoutes;
import io.agencyos.application.conversation.ConversationUseCases;
import io.agencyos.application.conversation.inbox.BelievedHooks;
import io.agencyos.application.conversation.inbox.HookReader;
import io.agencyos.application.conversation.inbox.MailEvent;
import io.agencyos.application.platform.vendor.FakeConnector;
import io.agencyos.application.platform.vendor.VendorUseCases;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.id.ClientId;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Hooks seen and replaced over real HTTP, and what the vendor delivers to them meanwhile. Source: api 10.1. */
class InboundHookRoutesTest {

    private static final String HOOKS = "/inbound-hooks";
    private static final String ACCOUNT =
            "{'account_ref':'box-1','credentials':{'api_key':'" + FakeConnector.GOOD_KEY + "'}}";

    private final FakeConnector vendor = new FakeConnector();
    private final ApiUnderTest api = ApiUnderTest.with(world -> {
        VendorUseCases vendors = world.vendors(vendor, MemoryWorld.PUBLIC_URL);
        ConversationUseCases conversation = ConversationInMemory.on(
                world, new BelievedHooks(world.vendorHooks, name -> Optional.of(new Reader()), world.clock));
        return List.of(
                new IntegrationRoutes(vendors),
                new InboundHookRoutes(vendors.hooks()),
                new HookRoutes(conversation.receiveWebhook(), conversation.answerLive()));
    });

    @AfterEach
    void stop() {
        api.close();
    }

    /** Signed by naming the secret; the body is the event's key. */
    private static final class Reader implements HookReader {

        @Override
        public String vendor() {
            return FakeConnector.VENDOR;
        }

        @Override
        public Result<String, Forgery> verify(Delivery delivery, List<String> secrets, Instant now) {
            return secrets.containsAll(delivery.headers().getOrDefault("x-signature", List.of("none")))
                    ? Result.ok(new String(delivery.body(), StandardCharsets.US_ASCII))
                    : Result.err(Forgery.SIGNATURE_WRONG);
        }

        @Override
        public List<MailEvent> read(ClientId client, String eventKey, byte[] body) {
            return List.of();
        }
    }

    /** Signed in at this moment: a token does not last for a day. */
    private Caller admin() {
        return api.as(Role.ADMIN);
    }

    private int push(String address, String secret, String event) {
        return api.anonymous()
                .with("X-Signature", secret)
                .send("POST", URI.create(address).getPath(), "text/plain", event)
                .status();
    }

    private Answer rotate(String id) {
        return admin().post(HOOKS + "/" + id + "/rotate");
    }

    private void later(Duration time) {
        api.world().clock.advance(time);
    }

    @Test // api 10.1: id, vendor, address, verification, active, last_event_at, silent_since
    void an_admin_sees_the_hooks_and_no_secret() {
        assertThat(admin().get(HOOKS).json().at("/items").size()).isZero();
        admin().put("/integrations/postbox", ACCOUNT);

        Answer list = admin().get(HOOKS + "?limit=1");

        assertThat(list.status()).isEqualTo(200);
        assertThat(list.at("/items/0/vendor")).isEqualTo("postbox");
        assertThat(list.at("/items/0/address")).endsWith("/api/v1/hooks/postbox/" + list.at("/items/0/id"));
        assertThat(list.at("/items/0/verification")).isEqualTo("secret");
        assertThat(list.at("/items/0/active")).isEqualTo("true");
        assertThat(list.json().at("/items/0/last_event_at").isNull()).isTrue();
        assertThat(list.text()).doesNotContain("secret of");
        assertThat(admin().pages(HOOKS + "?limit=1")).hasSize(2);
        assertThat(api.as(Role.MEMBER).get(HOOKS).status()).isEqualTo(403);
        assertThat(api.as(Role.MEMBER)
                        .post(HOOKS + "/" + list.at("/items/0/id") + "/rotate")
                        .status())
                .isEqualTo(403);
    }

    @Test // api 10.1: last_event_at, silent_since
    void a_hook_tells_when_it_last_brought_something() {
        admin().put("/integrations/postbox", ACCOUNT);
        String address = admin().get(HOOKS).at("/items/0/address");
        later(Duration.ofHours(25));
        assertThat(admin().get(HOOKS).at("/items/0/silent_since"))
                .isEqualTo(admin().get(HOOKS).at("/items/0/created_at"));

        assertThat(push(address, "secret of vendor-hook-0", "e1")).isEqualTo(200);

        Answer heard = admin().get(HOOKS);
        assertThat(Instant.parse(heard.at("/items/0/last_event_at")))
                .isEqualTo(api.world().clock.now());
        assertThat(heard.json().at("/items/0/silent_since").isNull()).isTrue();
        assertThat(heard.json().at("/items/1/last_event_at").isNull()).isTrue();
        assertThat(push(address, "forged", "e2")).isEqualTo(401);
    }

    @Test // api 10.1: new secret or address once; the old one works 24 h more
    void a_replaced_hook_counts_for_a_day_beside_the_new_one() {
        admin().put("/integrations/postbox", ACCOUNT);
        String id = admin().get(HOOKS).at("/items/0/id");
        String old = admin().get(HOOKS).at("/items/0/address");

        Answer rotated = rotate(id);

        assertThat(rotated.status()).isEqualTo(200);
        String fresh = rotated.at("/hooks/0/address");
        String secret = rotated.at("/hooks/0/secret");
        assertThat(secret).isEqualTo("secret of vendor-hook-2");
        assertThat(vendor.standing.values())
                .extracting(URI::toString)
                .contains(fresh)
                .doesNotContain(old);
        assertThat(Instant.parse(rotated.at("/old_valid_until")))
                .isEqualTo(api.world().clock.now().plus(Duration.ofHours(24)));
        assertThat(push(fresh, secret, "e1")).isEqualTo(200);
        assertThat(push(fresh, "secret of vendor-hook-0", "e2")).isEqualTo(401);
        assertThat(push(old, secret, "e2")).isEqualTo(401);
        later(Duration.ofHours(24).minusMillis(1));
        assertThat(push(old, "secret of vendor-hook-0", "e3")).isEqualTo(200);
        assertThat(admin().get(HOOKS).json().at("/items").size()).isEqualTo(4);
        assertThat(admin().get("/integrations/postbox").json().at("/hooks").size())
                .isEqualTo(2);
        later(Duration.ofMillis(1));
        assertThat(push(old, "secret of vendor-hook-0", "e4")).isEqualTo(404);
        assertThat(push(fresh, secret, "e4")).isEqualTo(200);
        assertThat(admin().get(HOOKS).json().at("/items").size()).isEqualTo(2);
        assertThat(admin().get(HOOKS + "?include_inactive=true")
                        .json()
                        .at("/items")
                        .size())
                .isEqualTo(4);
        assertThat(admin().get(HOOKS + "?is_active=false").json().at("/items").size())
                .isEqualTo(2);
        assertThat(admin().get(HOOKS + "?is_active=true&include_inactive=true")
                        .json()
                        .at("/items")
                        .size())
                .isEqualTo(2);
        assertThat(admin().get(HOOKS).text()).doesNotContain(secret);
    }

    @Test // api 10.1 and 6
    void only_a_hook_in_use_is_replaced_and_the_audit_tells_it() {
        assertThat(rotate("0".repeat(32)).status()).isEqualTo(404);
        admin().put("/integrations/postbox", ACCOUNT);
        String id = admin().get(HOOKS).at("/items/0/id");
        rotate(id);

        assertThat(rotate(id).code()).isEqualTo("invalid_transition");
        later(Duration.ofHours(24));
        assertThat(rotate(id).status()).isEqualTo(404);
        assertThat(api.world()
                        .units
                        .inTenant(
                                TenantScope.worker(api.client()),
                                () -> api.world().audit.newest(api.client(), 10)))
                .filteredOn(entry -> entry.changes().containsKey("old_hooks_until"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.toString()).doesNotContain("secret of", id));
    }
}
