package io.agencyos.adapters.out.smtpimap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Cuts a line when its time is up, however slowly the other side drips: time-outs of single reads do not bound the sum.
 */
final class Deadline implements AutoCloseable {

    private final CountDownLatch done = new CountDownLatch(1);

    Deadline(Socket line, Duration total) {
        Thread.ofVirtual().name("mail-deadline").start(() -> watch(line, total));
    }

    private void watch(Socket line, Duration total) {
        try {
            if (!done.await(total.toMillis(), TimeUnit.MILLISECONDS)) {
                line.close();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public void close() {
        done.countDown();
    }
}
