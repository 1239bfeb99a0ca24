package io.agencyos.adapters.in.rest.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.testing.ApiUnderTest;
import io.agencyos.adapters.in.http.testing.Caller;
import io.agencyos.adapters.in.http.testing.ConversationInMemory;
import io.agencyos.application.conversation.inbox.WebhookInbox;
import io.agencyos.application.conversation.inbox.WebhookInbox.State;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What vendors reported, seen and settled by staff over real HTTP. Source: api 9.17. */
class InboundEventRoutesTest {

    private static final String EVENTS = Route.P + "/inbound-events";

    private final ConversationInMemory conversation = new ConversationInMemory(id -> Optional.empty());
    private final ApiUnderTest api = conversation.start(on -> List.of(new InboundEventRoutes(on.inboxDesk())));

    @AfterEach
    void stop() {
        api.close();
    }

    @Test // api 9.17: replay, discard
    void staff_ends_a_dead_event_by_the_id_that_the_list_shows() {
        conversation.arrived(
                "e1", new WebhookInbox.Content.Unreadable("{".getBytes(StandardCharsets.UTF_8), "not what we know"));
        Caller staff = api.staff();
        String dead = EVENTS + "/" + staff.get(EVENTS + "?state=dead").at("/items/0/id");

        assertThat(staff.post(dead + "/discard", "{'reason':'advertising'}").status())
                .isEqualTo(204);

        assertThat(conversation.events(State.DEAD)).isEmpty();
        assertThat(staff.post(dead + "/replay").code()).isEqualTo("invalid_transition");
        assertThat(staff.post(EVENTS + "/bm90/replay").status()).isEqualTo(404);
    }
}
