package io.agencyos.application.outreach;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.outreach.DoNotCallStanding;
import io.agencyos.domain.shared.ClientId;
import io.agencyos.domain.shared.PhoneNumber;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every way to the Do Not Call Register must do. Source: outreach 6.5. */
public abstract class DoNotCallRegisterContract {

    /** The way and the register behind it. */
    public interface World {

        DoNotCallRegister register();

        ClientId client();

        /** The register washes these: {@code Y} listed, {@code N} not, {@code I} invalid; what is left out is not answered. */
        void washes(Map<PhoneNumber, String> answers);
    }

    private static final PhoneNumber PRIYA = new PhoneNumber("+61491570006");
    private static final PhoneNumber NOOR = new PhoneNumber("+61491570156");
    private static final PhoneNumber TOM = new PhoneNumber("+61491570157");
    private static final PhoneNumber MIA = new PhoneNumber("+61491570158");

    protected World world;

    protected abstract World world();

    @BeforeEach
    void open() {
        world = world();
    }

    private Map<PhoneNumber, DoNotCallStanding> ask(PhoneNumber... numbers) {
        return world.register().wash(world.client(), Set.of(numbers));
    }

    @Test
    void every_number_has_an_answer_and_an_unwashed_one_is_unknown() {
        assertThat(ask(PRIYA, NOOR))
                .containsOnlyKeys(PRIYA, NOOR)
                .allSatisfy((number, standing) -> assertThat(standing).isInstanceOf(DoNotCallStanding.Unknown.class));
    }

    @Test // vendors/dncr 1
    void only_what_the_register_says_counts() {
        ask(PRIYA, NOOR, TOM, MIA);
        world.washes(Map.of(PRIYA, "Y", NOOR, "N", TOM, "I"));
        Map<PhoneNumber, DoNotCallStanding> answers = ask(PRIYA, NOOR, TOM, MIA);
        assertThat(answers.get(PRIYA)).isInstanceOf(DoNotCallStanding.Listed.class);
        assertThat(answers.get(NOOR)).isInstanceOf(DoNotCallStanding.Clean.class);
        assertThat(answers.get(TOM)).as("invalid").isInstanceOf(DoNotCallStanding.Unknown.class);
        assertThat(answers.get(MIA)).as("not answered").isInstanceOf(DoNotCallStanding.Unknown.class);
    }

    @Test
    void a_number_may_be_listed_later() {
        ask(NOOR);
        world.washes(Map.of(NOOR, "N"));
        world.washes(Map.of(NOOR, "Y"));
        assertThat(ask(NOOR).get(NOOR)).isInstanceOf(DoNotCallStanding.Listed.class);
    }

    @Test
    void a_wash_says_when_it_was_and_by_what_it_can_be_proved() {
        ask(NOOR);
        world.washes(Map.of(NOOR, "N"));
        assertThat(ask(NOOR).get(NOOR)).isInstanceOfSatisfying(DoNotCallStanding.Clean.class, clean -> {
            assertThat(clean.washId()).isNotBlank();
            assertThat(clean.washedOn()).isNotNull();
        });
    }
}
