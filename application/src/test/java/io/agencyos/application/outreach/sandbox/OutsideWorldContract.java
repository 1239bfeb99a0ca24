package io.agencyos.application.outreach.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.deal.TwinCalendar;
import io.agencyos.application.outreach.sandbox.OutsideWorld.Answer;
import io.agencyos.domain.outreach.SimulatedKind;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every world around twins does. Source: api 4.1. */
public abstract class OutsideWorldContract {

    protected static final String NUMBER = "+61491570156";
    private static final Instant MEETING = Instant.parse("2026-03-05T00:00:00Z");

    protected abstract OutsideWorld world();

    /** A twin that has a world. */
    protected abstract ClientId twin();

    /** Another one. */
    protected abstract ClientId otherTwin();

    /** One for whom there is no world. */
    protected abstract ClientId worldless();

    /** A text with this key has left the twin for {@link #NUMBER}. */
    protected abstract void texted(ClientId twin, String key);

    /** How often the vendor has told that this text is there. */
    protected abstract int receipts(ClientId twin, String key);

    /** The calendar of the same worlds. */
    protected abstract TwinCalendar calendar();

    private static OutsideWorld.Act act(UUID id, SimulatedKind kind, String key) {
        return new OutsideWorld.Act(id, kind, Channel.SMS, key, NUMBER, null, null, null);
    }

    @Test
    void whoever_got_the_message_does_as_told_once_for_each_order() {
        texted(twin(), "aos1-one");
        UUID order = UUID.randomUUID();

        assertThat(world().act(twin(), act(order, SimulatedKind.DELIVERED, "aos1-one")))
                .isInstanceOf(Answer.Taken.class);
        assertThat(world().act(twin(), act(order, SimulatedKind.DELIVERED, "aos1-one")))
                .as("the same order again")
                .isInstanceOf(Answer.Taken.class);
        assertThat(receipts(twin(), "aos1-one")).isEqualTo(1);
    }

    @Test
    void nobody_acts_on_what_never_left_this_twin() {
        texted(otherTwin(), "aos1-two");

        assertThat(world().act(twin(), act(UUID.randomUUID(), SimulatedKind.DELIVERED, "aos1-two")))
                .isInstanceOf(Answer.NotReached.class);
        assertThat(receipts(otherTwin(), "aos1-two")).isZero();
    }

    @Test
    void what_a_vendor_never_tells_is_refused() {
        texted(twin(), "aos1-three");

        assertThat(world().act(twin(), act(UUID.randomUUID(), SimulatedKind.OPENED, "aos1-three")))
                .isInstanceOf(Answer.Impossible.class);
    }

    @Test
    void a_meeting_is_booked_once_for_each_order() {
        OutsideWorld.Booking booking = new OutsideWorld.Booking(
                UUID.randomUUID(), new EmailAddress("ivy@harbour-lane.example"), "Ivy Okafor", MEETING);

        assertThat(world().book(twin(), booking)).isInstanceOf(Answer.Taken.class);
        assertThat(world().book(twin(), booking)).isInstanceOf(Answer.Taken.class);
        assertThat(calendar().entries(twin()))
                .containsExactly(new TwinCalendar.Entry(
                        booking.id().toString(), new EmailAddress("ivy@harbour-lane.example"), MEETING, 30));
        assertThat(calendar().entries(otherTwin())).isEmpty();
    }

    @Test
    void where_there_is_no_world_nothing_happens() {
        assertThat(world().act(worldless(), act(UUID.randomUUID(), SimulatedKind.DELIVERED, "aos1-four")))
                .isInstanceOf(Answer.Away.class);
        assertThat(calendar().entries(worldless())).isEmpty();
    }
}
