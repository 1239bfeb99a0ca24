package io.agencyos.adapters.in.http.server;

import io.agencyos.adapters.in.http.route.LiveBody;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/** A line over one response; who reads is let in anew every now and then. Source: api 1.10. */
final class LiveLine implements LiveBody.Line {

    private final OutputStream out;
    private final BooleanSupplier admitted;
    private final BooleanSupplier serving;
    private final Duration checked;
    private final LongSupplier nanos;
    private long checkedAt;

    /** @param checked how often whoever reads is let in anew */
    LiveLine(
            OutputStream out, BooleanSupplier admitted, BooleanSupplier serving, Duration checked, LongSupplier nanos) {
        this.out = out;
        this.admitted = admitted;
        this.serving = serving;
        this.checked = checked;
        this.nanos = nanos;
        this.checkedAt = nanos.getAsLong();
    }

    @Override
    public void say(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    @Override
    public boolean isOpen() {
        if (!serving.getAsBoolean()) {
            return false;
        }
        if (nanos.getAsLong() - checkedAt < checked.toNanos()) {
            return true;
        }
        checkedAt = nanos.getAsLong();
        return admitted.getAsBoolean();
    }
}
