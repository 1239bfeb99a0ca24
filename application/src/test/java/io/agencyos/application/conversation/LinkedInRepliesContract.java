package io.agencyos.application.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.conversation.inbox.LinkedInReplies;
import org.junit.jupiter.api.Test;

/** What every reader of seats must do besides what every reader of a channel must. Source: outreach 11.4, 15. */
public abstract class LinkedInRepliesContract extends ChannelRepliesContract {

    /** The same reader. */
    protected abstract LinkedInReplies seats();

    /** The seat that everybody writes to. */
    protected abstract String seat();

    /** A person of the network, by its lasting id, whose page has this public name. */
    protected abstract String personCalled(String slug);

    @Test // whose message it is
    void whoever_writes_is_known_by_the_public_name_of_the_page() {
        String person = personCalled("priya-raman-example");

        assertThat(seats().slug(world.client(), seat(), person).orElseThrow()).contains("priya-raman-example");
        assertThat(seats().slug(world.client(), seat(), person).orElseThrow())
                .as("again")
                .contains("priya-raman-example");
    }

    @Test // no tenant sees another's data
    void a_seat_that_is_not_the_clients_is_told_nothing() {
        String person = personCalled("priya-raman-example");

        assertThat(seats().slug(world.client(), "acc_of_another", person).isOk())
                .isFalse();
    }
}
