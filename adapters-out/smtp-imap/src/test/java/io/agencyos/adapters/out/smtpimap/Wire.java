package io.agencyos.adapters.out.smtpimap;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A wire to a server that can be cut, and on which one word of the server's is not heard. */
final class Wire implements AutoCloseable {

    private final ServerSocket listener;
    private final int behind;
    private final String unheard;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final CountDownLatch ended = new CountDownLatch(1);

    /** @param unheard never crosses the wire; empty for a wire that passes all */
    Wire(int behind, String unheard) {
        this.behind = behind;
        this.unheard = unheard;
        try {
            this.listener = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        Thread.ofVirtual().start(this::accept);
    }

    MailServer address() {
        return new MailServer("127.0.0.1", listener.getLocalPort(), MailServer.Security.LOOPBACK);
    }

    /** How many lines are open now. */
    int lines() {
        return (int) open.stream().filter(line -> !line.isClosed()).count();
    }

    /** Waits until somebody has hung up; a minute is never. */
    void awaitEndOfLine() throws InterruptedException {
        if (!ended.await(1, TimeUnit.MINUTES)) {
            throw new AssertionError("nobody hung up");
        }
    }

    /** Cuts whatever is open; who calls again is let through. */
    void cut() {
        open.forEach(Wire::close);
        open.clear();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket outside = listener.accept();
                Socket inside = new Socket("127.0.0.1", behind);
                outside.setTcpNoDelay(true);
                inside.setTcpNoDelay(true);
                open.add(outside);
                Thread.ofVirtual().start(() -> pass(outside, inside, ""));
                Thread.ofVirtual().start(() -> pass(inside, outside, unheard));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void pass(Socket from, Socket to, String unheard) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[8192];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                String text = new String(buffer, 0, read, StandardCharsets.ISO_8859_1);
                String heard = unheard.isEmpty() ? text : text.replace(unheard, "");
                out.write(heard.getBytes(StandardCharsets.ISO_8859_1));
                out.flush();
            }
        } catch (IOException gone) {
            // both ends learn of it below
        } finally {
            close(from);
            close(to);
            ended.countDown();
        }
    }

    private static void close(Socket line) {
        try {
            line.close();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    @Override
    public void close() {
        cut();
        try {
            listener.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
