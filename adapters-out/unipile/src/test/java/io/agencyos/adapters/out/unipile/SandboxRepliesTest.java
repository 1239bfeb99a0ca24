package io.agencyos.adapters.out.unipile;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.out.sandbox.faults.FaultKind;
import io.agencyos.adapters.out.sandbox.faults.FaultRule;
import io.agencyos.application.conversation.LinkedInRepliesContract;
import io.agencyos.application.conversation.inbox.ChannelEvent;
import io.agencyos.application.conversation.inbox.ChannelReplies;
import io.agencyos.application.conversation.inbox.LinkedInReplies;
import io.agencyos.domain.shared.contact.LinkedInUrl;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The kit over real HTTP. */
class SandboxRepliesTest extends LinkedInRepliesContract {

    private static final String PRIYA = "priya-raman-example";

    private final SandboxVendor vendor = new SandboxVendor();
    private final String seat = vendor.seat();

    @AfterEach
    void stop() {
        vendor.close();
    }

    @Override
    protected World world() {
        return new World() {

            @Override
            public ChannelReplies replies() {
                return vendor.unipile.replies();
            }

            @Override
            public ClientId client() {
                return SandboxVendor.CLIENT;
            }

            @Override
            public void answer(String text) {
                vendor.pass(Duration.ofMinutes(1));
                vendor.sandbox.writeOnLinkedIn(seat, PRIYA, text, false);
            }

            @Override
            public void breakDown() {
                vendor.sandbox.setFaults(FaultRule.odds(1_000_000, FaultKind.STATUS, "GET .*/messages")
                        .answering(500));
            }
        };
    }

    @Override
    protected LinkedInReplies seats() {
        return vendor.unipile.replies();
    }

    @Override
    protected String seat() {
        return seat;
    }

    @Override
    protected String personCalled(String slug) {
        return vendor.unipile
                .outreach()
                .resolve(SandboxVendor.CLIENT, seat, new LinkedInUrl(LinkedInUrl.Page.PERSON, slug))
                .orElseThrow()
                .personRef();
    }

    private List<ChannelEvent> read() {
        return world.replies().since(world.client(), null).orElseThrow().events();
    }

    @Test // unipile 9: two voices in one chat
    void what_the_seats_owner_wrote_by_hand_is_told_apart() {
        vendor.sandbox.writeOnLinkedIn(seat, PRIYA, "Hi Priya, it's really me", true);
        assertThat(read())
                .singleElement()
                .isInstanceOfSatisfying(
                        ChannelEvent.OwnMessage.class,
                        own -> assertThat(own.text()).isEqualTo("Hi Priya, it's really me"));
    }

    @Test // outreach 11.4: the relation poll
    void a_connection_is_found_by_the_poll_every_six_hours() {
        String cursor =
                world.replies().since(world.client(), null).orElseThrow().next();
        vendor.sandbox.befriend(seat, PRIYA);
        vendor.pass(Duration.ofHours(1));
        assertThat(world.replies().since(world.client(), cursor).orElseThrow().events())
                .isEmpty();
        vendor.pass(Duration.ofHours(6));
        assertThat(world.replies().since(world.client(), cursor).orElseThrow().events())
                .singleElement()
                .isInstanceOfSatisfying(
                        ChannelEvent.Connected.class,
                        connected -> assertThat(connected.slug()).isEqualTo(PRIYA));
    }
}
