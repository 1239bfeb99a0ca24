package io.agencyos.application.outreach.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.outreach.recording.CallRecordings.Erasure;
import io.agencyos.application.outreach.recording.CallRecordings.Fetched;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.id.ClientId;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What everything that reads recordings at a vendor must do. Source: outreach 10.9, vapi 8. */
public abstract class CallRecordingsContract {

    /** The vendor, which knows no call yet. */
    public interface World {

        CallRecordings recordings();

        ClientId client();

        /** A call that is over and has this recording. */
        void recorded(String vendorRef, byte[] sound);

        /** The vendor answers nobody until further notice. */
        void breakDown();
    }

    private static final String CALL = "call-1";
    private static final byte[] SOUND = "abc".getBytes(StandardCharsets.US_ASCII);
    private static final String SHA = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    private World world;
    private final ByteArrayOutputStream sink = new ByteArrayOutputStream();

    protected abstract World world();

    @BeforeEach
    void open() {
        world = world();
    }

    private Result<Fetched, VendorFailure> fetch(ClientId client, String ref) {
        return world.recordings().fetch(client, ref, sink);
    }

    private static String kind(Result<?, VendorFailure> result) {
        return result.fold(done -> "done", VendorFailure::kind);
    }

    @Test
    void a_recording_is_written_byte_by_byte_and_told_by_its_length_and_digest() {
        world.recorded(CALL, SOUND);

        assertThat(fetch(world.client(), CALL)).isEqualTo(Result.ok(new Fetched(SOUND.length, SHA)));
        assertThat(sink.toByteArray()).isEqualTo(SOUND);
    }

    @Test // which may change within hours
    void a_call_without_a_recording_is_not_found_and_nothing_is_written() {
        assertThat(kind(fetch(world.client(), CALL))).isEqualTo("not_found");
        assertThat(sink.toByteArray()).isEmpty();
    }

    @Test // no tenant hears another's calls
    void another_client_hears_nothing() {
        world.recorded(CALL, SOUND);

        assertThat(fetch(new ClientId(new UUID(0, 9)), CALL).isOk()).isFalse();
        assertThat(sink.toByteArray()).isEmpty();
    }

    @Test
    void what_is_erased_is_gone_and_erasing_it_again_or_what_never_was_is_harmless() {
        world.recorded(CALL, SOUND);

        assertThat(world.recordings().erase(world.client(), CALL)).isEqualTo(Result.ok(Erasure.ERASED));
        assertThat(kind(fetch(world.client(), CALL))).isEqualTo("not_found");
        assertThat(world.recordings().erase(world.client(), CALL)).isEqualTo(Result.ok(Erasure.ERASED));
        assertThat(world.recordings().erase(world.client(), "call-2")).isEqualTo(Result.ok(Erasure.ERASED));
    }

    @Test // only what the vendor confirms is erased
    void a_vendor_that_does_not_answer_has_erased_nothing_and_told_nothing() {
        world.recorded(CALL, SOUND);
        world.breakDown();

        assertThat(world.recordings().erase(world.client(), CALL)).isNotEqualTo(Result.ok(Erasure.ERASED));
        assertThat(kind(fetch(world.client(), CALL))).isNotIn("done", "not_found");
    }
}
