package io.agencyos.application.platform.vendor;

import io.agencyos.domain.shared.Vocabulary;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a client's account at a vendor does. Source: data model 5.12.
 *
 * @param lastOkAt when the vendor last answered as it should
 * @param lastError what it last refused, neither secrets nor personal data
 */
public record VendorAccountState(
        Status status,
        @Nullable Instant lastOkAt,
        @Nullable String lastError,
        @Nullable Instant lastErrorAt) {

    /** Whether anybody must do something about it. */
    public enum Status implements Vocabulary {
        /** It works. */
        CONNECTED,
        /** It works, but not all of it. */
        NEEDS_ATTENTION,
        /** It does not work. */
        ERROR
    }

    /** It answered as it should. */
    public static VendorAccountState connected(Instant at) {
        return new VendorAccountState(Status.CONNECTED, at, null, null);
    }

    /** It answered again; what was missing besides is still missing. */
    VendorAccountState worksAt(Instant at) {
        return status == Status.NEEDS_ATTENTION
                ? new VendorAccountState(status, at, lastError, lastErrorAt)
                : connected(at);
    }

    VendorAccountState needsAttention(String error, Instant at) {
        return new VendorAccountState(Status.NEEDS_ATTENTION, lastOkAt, error, at);
    }

    /** It did not. */
    public VendorAccountState failed(String error, Instant at) {
        return new VendorAccountState(Status.ERROR, lastOkAt, error, at);
    }
}
