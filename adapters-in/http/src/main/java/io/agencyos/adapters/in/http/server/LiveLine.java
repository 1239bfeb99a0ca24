package io.agencyos.adapters.in.http.server;

import io.agencyos.adapters.in.http.route.LiveBody;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** A line over one response. Who reads is let in anew every minute. Source: api 1.10. */
final class LiveLine implements LiveBody.Line {

    private static final Duration CHECKED = Duration.ofSeconds(60);

    private final OutputStream out;
    private final BooleanSupplier admitted;
    private final BooleanSupplier serving;
    private long checkedAt = System.nanoTime();

    LiveLine(OutputStream out, BooleanSupplier admitted, BooleanSupplier serving) {
        this.out = out;
        this.admitted = admitted;
        this.serving = serving;
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
        if (System.nanoTime() - checkedAt < CHECKED.toNanos()) {
            return true;
        }
        checkedAt = System.nanoTime();
        return admitted.getAsBoolean();
    }
}
