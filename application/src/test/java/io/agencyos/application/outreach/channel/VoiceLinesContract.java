package io.agencyos.application.outreach.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.SecretText;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.contact.PhoneNumber;
import io.agencyos.domain.shared.id.ClientId;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What everything that brings numbers to a caller must do. Source: outreach 10.3, vapi 9. */
public abstract class VoiceLinesContract {

    /** The vendor, which has no number of the client yet. */
    public interface World {

        VoiceLines lines();

        ClientId client();

        /** The vendor answers nobody until further notice. */
        void breakDown();
    }

    private static final PhoneNumber OURS = new PhoneNumber("+61255500110");
    private static final PhoneNumber OTHER = new PhoneNumber("+61255500111");
    private static final VoiceLines.Carrier CARRIER =
            new VoiceLines.Carrier("twilio", "AC123", new SecretText("carrier-token-77"));

    private World world;

    protected abstract World world();

    @BeforeEach
    void open() {
        world = world();
    }

    private Result<String, VendorFailure> bring(PhoneNumber number) {
        return world.lines().bring(world.client(), number, CARRIER);
    }

    private static String kind(Result<String, VendorFailure> result) {
        return result.fold(line -> "found", VendorFailure::kind);
    }

    @Test
    void a_number_that_was_brought_is_known_by_the_vendors_name_of_it() {
        String line = bring(OURS).orElseThrow();

        assertThat(line).isNotBlank();
        assertThat(world.lines().line(world.client(), OURS)).isEqualTo(Result.ok(line));
        assertThat(bring(OTHER).orElseThrow()).isNotEqualTo(line);
    }

    @Test
    void bringing_a_number_again_is_no_failure_and_makes_no_second_line() {
        String line = bring(OURS).orElseThrow();

        assertThat(bring(OURS)).isEqualTo(Result.ok(line));
    }

    @Test // the caller id must be a number that the client has there
    void a_number_that_the_vendor_does_not_have_is_no_line() {
        bring(OURS).orElseThrow();

        assertThat(kind(world.lines().line(world.client(), OTHER))).isEqualTo("invalid");
    }

    @Test // nobody calls under another's
    void a_client_without_an_account_has_no_lines() {
        bring(OURS).orElseThrow();

        assertThat(world.lines().line(new ClientId(new UUID(0, 9)), OURS).isOk())
                .isFalse();
    }

    @Test
    void a_vendor_that_does_not_answer_is_a_failure_and_not_a_missing_number() {
        world.breakDown();

        assertThat(kind(world.lines().line(world.client(), OURS))).isNotIn("found", "invalid");
        assertThat(kind(bring(OURS))).isNotIn("found", "invalid");
    }
}
