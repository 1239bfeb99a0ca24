package io.agencyos.adapters.out.memory.outreach;

import io.agencyos.application.outreach.recording.CallRecordings;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.VendorFailure.Details;
import io.agencyos.domain.shared.id.ClientId;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/** Recordings at a vendor in memory. Thread-safe. */
public final class FakeRecordings implements CallRecordings {

    private static final String VENDOR = "fake-voice";

    private record Key(ClientId client, String call) {}

    private final Map<Key, byte[]> sounds = new HashMap<>();
    private boolean down;

    /** A call is over and has this recording. */
    public synchronized void recorded(ClientId client, String call, byte[] sound) {
        sounds.put(new Key(client, call), sound.clone());
    }

    /** From now on nobody is answered. */
    public synchronized void breakDown() {
        down = true;
    }

    @Override
    public synchronized Result<Fetched, VendorFailure> fetch(ClientId client, String vendorRef, OutputStream sink) {
        if (down) {
            return Result.err(unavailable("recording"));
        }
        byte[] sound = sounds.get(new Key(client, vendorRef));
        if (sound == null) {
            return Result.err(new VendorFailure.NotFound(Details.of(VENDOR, "recording", "no recording")));
        }
        try {
            sink.write(sound);
        } catch (IOException broken) {
            return Result.err(unavailable("recording"));
        }
        return Result.ok(new Fetched(sound.length, HexFormat.of().formatHex(sha256().digest(sound))));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    @Override
    public synchronized Result<Erasure, VendorFailure> erase(ClientId client, String vendorRef) {
        if (down) {
            return Result.ok(Erasure.PENDING);
        }
        sounds.remove(new Key(client, vendorRef));
        return Result.ok(Erasure.ERASED);
    }

    private static VendorFailure unavailable(String operation) {
        return new VendorFailure.Unavailable(Details.of(VENDOR, operation, "unavailable"));
    }
}
