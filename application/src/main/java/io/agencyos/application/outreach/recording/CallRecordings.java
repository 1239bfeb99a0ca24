package io.agencyos.application.outreach.recording;

import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.id.ClientId;
import java.io.OutputStream;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/** Recordings of calls at the vendor. Source: outreach 10.9. */
@SecondaryPort
public interface CallRecordings {

    /** What was written: its length and the SHA-256 of its bytes in hexadecimal digits. */
    record Fetched(long bytes, String sha256) {}

    /** Whether nothing of the call is left at the vendor. */
    enum Erasure {
        /** The vendor confirmed it, or knows no such call. */
        ERASED,
        /** It did not; ask again another day. */
        PENDING
    }

    /** Writes the recording into the sink; {@code NotFound} while there is none, which may change within hours. */
    Result<Fetched, VendorFailure> fetch(ClientId client, String vendorRef, OutputStream sink);

    /** Erases everything about the call at the vendor. */
    Result<Erasure, VendorFailure> erase(ClientId client, String vendorRef);
}
