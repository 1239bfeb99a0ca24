package io.agencyos.adapters.out.clicksend;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.out.sandbox.faults.FaultKind;
import io.agencyos.adapters.out.sandbox.faults.FaultRule;
import io.agencyos.application.conversation.ChannelRepliesContract;
import io.agencyos.application.conversation.inbox.ChannelEvent;
import io.agencyos.application.conversation.inbox.ChannelReplies;
import io.agencyos.application.outreach.channel.SmsCommand;
import io.agencyos.application.platform.vendor.VendorAccount;
import io.agencyos.domain.shared.SecretText;
import io.agencyos.domain.shared.id.ClientId;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The kit over real HTTP, with rules as the connector makes them. */
class SandboxRepliesTest extends ChannelRepliesContract {

    private static final VendorAccount STORED = new VendorAccount(
            SandboxVendor.CLIENT,
            ClickSend.VENDOR,
            "sandbox",
            null,
            Map.of(),
            Map.of("api_key", new SecretText("sandbox-key")));

    private final SandboxVendor vendor = new SandboxVendor();
    private final AtomicInteger hooks = new AtomicInteger();

    @AfterEach
    void stop() {
        vendor.close();
    }

    @Test // clicksend 3 C8, 13: the sandbox takes the trial of both hooks
    void an_account_whose_hooks_stand_has_nothing_to_mend() {
        world();
        assertThat(vendor.clicksend.connector().examine(STORED)).isEmpty();
    }

    @Override
    protected World world() {
        vendor.clicksend
                .connector()
                .registerHooks(
                        STORED, id -> URI.create("http://127.0.0.1:1/" + id), () -> "hook-" + hooks.incrementAndGet())
                .orElseThrow();
        return new World() {

            @Override
            public ChannelReplies replies() {
                return vendor.clicksend.replies();
            }

            @Override
            public ClientId client() {
                return SandboxVendor.CLIENT;
            }

            @Override
            public void answer(String text) {
                vendor.pass(Duration.ofMinutes(1));
                vendor.sandbox.writeText("+61491570006", SandboxVendor.OURS.e164(), text);
            }

            @Override
            public void breakDown() {
                vendor.sandbox.setFaults(FaultRule.odds(1_000_000, FaultKind.STATUS, "GET .*inbound")
                        .answering(500));
            }
        };
    }

    private List<ChannelEvent> read() {
        return world.replies().since(world.client(), null).orElseThrow().events();
    }

    @Test // clicksend 5.2: an answer names the text that it answers
    void an_answer_carries_our_key_and_the_vendors_reference() {
        SmsCommand text = vendor.text("a plan");
        vendor.clicksend.sender().send(text);
        vendor.pass(Duration.ofMinutes(1));
        vendor.sandbox.writeText(text.to().e164(), SandboxVendor.OURS.e164(), "Yes");
        assertThat(read())
                .filteredOn(ChannelEvent.Received.class::isInstance)
                .singleElement()
                .satisfies(answer -> {
                    assertThat(answer.about().idempotencyKey()).isEqualTo(text.idempotencyKey());
                    assertThat(answer.about().vendorRef()).isNotBlank();
                });
    }

    @Test // outreach 9.4
    void a_keyword_is_an_opt_out() {
        world.answer("Stop.");
        assertThat(read()).singleElement().isInstanceOf(ChannelEvent.OptedOut.class);
    }

    @Test // clicksend 4.4, 5.2: polled receipts are proof
    void the_poll_brings_receipts_too() {
        SmsCommand text = vendor.text("a plan");
        vendor.clicksend.sender().send(text);
        vendor.pass(Duration.ofMinutes(5));
        assertThat(read())
                .filteredOn(event -> text.idempotencyKey().equals(event.about().idempotencyKey()))
                .hasAtLeastOneElementOfType(ChannelEvent.Delivered.class);
    }
}
