package io.agencyos.application.outreach.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.outreach.channel.LinkedInEngagement.Reaction;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.id.ClientId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every way of reacting to posts must do. Source: unipile 3 U11, 12. */
public abstract class LinkedInEngagementContract {

    /** A seat of a client, and a post that it sees. */
    public interface World {

        LinkedInEngagement engagement();

        ClientId client();

        String seat();

        String post();

        /** Reactions and comments that reached the network. */
        int shown();
    }

    private World world;

    protected abstract World world();

    @BeforeEach
    void open() {
        world = world();
    }

    private static String kind(Result<Boolean, VendorFailure> answer) {
        return answer.fold(done -> done ? "done" : "not done", VendorFailure::kind);
    }

    @Test
    void a_reaction_and_a_comment_stand_under_the_post() {
        assertThat(kind(world.engagement().react(world.client(), world.seat(), world.post(), Reaction.CELEBRATE)))
                .isEqualTo("done");
        assertThat(kind(world.engagement().comment(world.client(), world.seat(), world.post(), "Well said")))
                .isEqualTo("done");
        assertThat(world.shown()).isEqualTo(2);
    }

    @Test
    void nothing_and_too_much_are_refused_and_seen_by_nobody() {
        String tooLong = "a".repeat(LinkedInEngagement.LONGEST_COMMENT + 1);
        for (String text : new String[] {"", " \n", tooLong}) {
            assertThat(kind(world.engagement().comment(world.client(), world.seat(), world.post(), text)))
                    .isEqualTo("invalid");
        }
        assertThat(kind(world.engagement().react(world.client(), world.seat(), " ", Reaction.LIKE)))
                .isEqualTo("invalid");
        assertThat(world.shown()).isZero();
    }

    @Test // unipile 12: seat of another tenant → Invalid without a call
    void a_seat_of_somebody_else_is_refused() {
        assertThat(kind(world.engagement().react(world.client(), "acc_of_another", world.post(), Reaction.LIKE)))
                .isEqualTo("invalid");
        assertThat(kind(world.engagement().comment(world.client(), "acc_of_another", world.post(), "Well said")))
                .isEqualTo("invalid");
        assertThat(world.shown()).isZero();
    }
}
