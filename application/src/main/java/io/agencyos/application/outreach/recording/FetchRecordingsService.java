package io.agencyos.application.outreach.recording;

import io.agencyos.application.outreach.recording.RecordingFiles.Copy;
import io.agencyos.application.outreach.recording.RecordingFiles.Wanted;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.platform.Alert;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.id.ClientId;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The vendor is read in no unit; each full piece is stored in one of its own. */
final class FetchRecordingsService implements FetchRecordings {

    /** Together two hours. Source: vapi 8. */
    private static final List<Duration> WAITS = List.of(
            Duration.ofMinutes(2),
            Duration.ofMinutes(5),
            Duration.ofMinutes(13),
            Duration.ofMinutes(40),
            Duration.ofMinutes(60));

    /** What was not fetched within a day was never going to be. */
    private static final Duration FRESH = Duration.ofDays(1);

    private static final String KIND = "recording_not_fetched";
    private static final int BATCH = 20;

    private final CallPorts ports;
    private final UnitOfWork units;
    private final ClockPort clock;

    FetchRecordingsService(CallPorts ports, UnitOfWork units, ClockPort clock) {
        this.ports = ports;
        this.units = units;
        this.clock = clock;
    }

    @Override
    public Round fetch(ClientId client) {
        Instant now = clock.now();
        List<Wanted> wanted = units.inTenant(
                TenantScope.worker(client), () -> ports.files().wanted(client, now.minus(FRESH), now, BATCH));
        int fetched = 0;
        for (Wanted one : wanted) {
            fetched += fetch(client, one) ? 1 : 0;
        }
        return new Round(fetched, wanted.size() - fetched);
    }

    private boolean fetch(ClientId client, Wanted one) {
        Pieces pieces = new Pieces(client, one);
        Result<CallRecordings.Fetched, VendorFailure> fetched = ports.recordings()
                .apply(one.vendor())
                .map(vendor -> vendor.fetch(client, one.ref(), pieces))
                .orElseGet(() -> Result.err(new VendorFailure.Unauthorized(
                        VendorFailure.Details.of(one.vendor(), "recording", "no such account is connected"))));
        return fetched.fold(
                file -> {
                    pieces.finish();
                    return kept(client, one, file);
                },
                failure -> {
                    missed(client, one, failure.kind());
                    return false;
                });
    }

    /** While it was fetched the person may have refused it, or asked to be forgotten. */
    private boolean kept(ClientId client, Wanted one, CallRecordings.Fetched file) {
        return units.inTenant(TenantScope.worker(client), () -> {
            Instant now = clock.now();
            boolean stays = ports.archive()
                    .find(client, one.callId())
                    .filter(known -> known.deletedAt() == null)
                    .filter(known ->
                            known.holdReason() != null || known.deleteAfter().isAfter(now))
                    .isPresent();
            if (stays) {
                ports.files().complete(client, one.callId(), new Copy(file.bytes(), file.sha256(), now));
            } else {
                ports.files().remove(client, one.callId());
            }
            return stays;
        });
    }

    private void missed(ClientId client, Wanted one, String error) {
        Instant next = one.tries() < WAITS.size() ? clock.now().plus(WAITS.get(one.tries())) : null;
        units.inTenant(TenantScope.worker(client), () -> {
            ports.files().missed(client, one.callId(), next);
            if (next == null) {
                ports.alerts()
                        .raise(Alert.of(
                                KIND + ":" + one.callId(),
                                Alert.Severity.WARNING,
                                KIND,
                                client,
                                "A recording could not be fetched within two hours.",
                                Map.of("call_id", one.callId().toString(), "vendor", one.vendor(), "error", error),
                                clock.now()));
            }
        });
    }

    @Override
    public List<ClientId> due(@Nullable ClientId after, int limit) {
        Instant now = clock.now();
        return units.onPlatform(() -> ports.files().clientsWithWanted(now.minus(FRESH), now, after, limit));
    }

    /** Bytes as they come, stored by the megabyte. */
    private final class Pieces extends OutputStream {

        private static final int SIZE = 1024 * 1024;

        private final ClientId client;
        private final Wanted of;
        private final byte[] piece = new byte[SIZE];
        private int filled;
        private int stored;

        Pieces(ClientId client, Wanted of) {
            this.client = client;
            this.of = of;
        }

        @Override
        public void write(int one) {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            for (int done = 0; done < length; ) {
                int fits = Math.min(length - done, SIZE - filled);
                System.arraycopy(bytes, from + done, piece, filled, fits);
                filled += fits;
                done += fits;
                if (filled == SIZE) {
                    store();
                }
            }
        }

        private void finish() {
            if (filled > 0) {
                store();
            }
        }

        private void store() {
            byte[] full = Arrays.copyOf(piece, filled);
            int number = stored++;
            filled = 0;
            units.inTenant(TenantScope.worker(client), () -> ports.files().append(client, of.callId(), number, full));
        }
    }
}
