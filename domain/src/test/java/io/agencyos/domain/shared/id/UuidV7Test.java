package io.agencyos.domain.shared.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agencyos.domain.shared.Result;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class UuidV7Test {

    private static final Instant RFC_INSTANT =
            OffsetDateTime.parse("2022-02-22T14:22:22-05:00").toInstant();
    private static final UUID RFC_EXAMPLE = UUID.fromString("017f22e2-79b0-7cc3-98c4-dc0c0c07398f");

    @Test
    void the_example_of_rfc_9562_is_met_bit_for_bit() { // RFC 9562 A.6
        assertThat(UuidV7.of(RFC_INSTANT, 0xCC3L, 0x18C4DC0C0C07398FL)).isEqualTo(RFC_EXAMPLE);
        assertThat(UuidV7.instantOf(RFC_EXAMPLE)).isEqualTo(RFC_INSTANT);
    }

    @Property
    void version_and_variant_are_set_whatever_the_random_bits(
            @ForAll @LongRange(min = 0, max = (1L << 48) - 1) long millis, @ForAll long randA, @ForAll long randB) {
        UUID id = UuidV7.of(Instant.ofEpochMilli(millis), randA, randB);
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(UuidV7.instantOf(id)).isEqualTo(Instant.ofEpochMilli(millis));
    }

    @Property
    void the_next_id_is_greater_even_when_the_clock_stands_or_goes_back(
            @ForAll @LongRange(min = 0, max = 1L << 40) long first,
            @ForAll @LongRange(min = -5, max = 5) long step,
            @ForAll long randA,
            @ForAll long randB) {
        UUID previous = UuidV7.of(Instant.ofEpochMilli(first), randA, randB);
        UUID next = UuidV7.following(previous, Instant.ofEpochMilli(Math.max(0, first + step)), randB, randA);
        assertThat(next).isGreaterThan(previous);
        assertThat(next.toString()).isGreaterThan(previous.toString());
        assertThat(next.version()).isEqualTo(7);
        assertThat(next.variant()).isEqualTo(2);
    }

    @Test
    void when_all_random_bits_are_used_up_the_next_millisecond_is_taken() {
        UUID last = UuidV7.of(RFC_INSTANT, -1, -1);
        UUID next = UuidV7.following(last, RFC_INSTANT, 0, 0);
        assertThat(UuidV7.instantOf(next)).isEqualTo(RFC_INSTANT.plusMillis(1));
        assertThat(next).isEqualTo(UuidV7.of(RFC_INSTANT.plusMillis(1), 0, 0));
    }

    @Test
    void an_instant_before_1970_is_a_programming_mistake() {
        assertThatThrownBy(() -> UuidV7.of(Instant.EPOCH.minusMillis(1), 0, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_id_is_read_from_its_36_characters_and_from_nothing_else() {
        String text = RFC_EXAMPLE.toString();
        assertThat(EntityId.parse(text, LeadId::new)).isEqualTo(Result.ok(new LeadId(RFC_EXAMPLE)));
        assertThat(EntityId.parse(text.toUpperCase(Locale.ROOT), LeadId::new).isOk())
                .isTrue();
        assertThat(new LeadId(RFC_EXAMPLE).text()).isEqualTo(text);
        assertThat(EntityId.parse("1-1-1-1-1", LeadId::new).isOk()).isFalse();
        assertThat(EntityId.parse("017f22e279b07cc398c4dc0c0c07398f", LeadId::new)
                        .isOk())
                .isFalse();
        assertThat(EntityId.parse("017f22e2-79b0-7cc3-98c4-dc0c0c07398g", LeadId::new)
                        .isOk())
                .isFalse();
    }

    @Property
    void no_text_makes_the_id_parser_throw(@ForAll String text) {
        assertThat(EntityId.parse(text, LeadId::new)).isNotNull();
    }
}
