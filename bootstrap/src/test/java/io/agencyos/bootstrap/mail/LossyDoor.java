package io.agencyos.bootstrap.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands before a mail server and passes everything on, except that it loses so many answers to a final dot: the server
 * has taken the mail, and whoever sent it sees only a broken line.
 */
final class LossyDoor implements AutoCloseable {

    private static final String FINAL_DOT = "\r\n.\r\n";

    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final int behind;
    private final AtomicInteger toLose;
    private final AtomicInteger lost = new AtomicInteger();

    LossyDoor(int behind, int toLose) throws IOException {
        this.behind = behind;
        this.toLose = new AtomicInteger(toLose);
        Thread.ofVirtual().start(this::letIn);
    }

    int port() {
        return door.getLocalPort();
    }

    int lost() {
        return lost.get();
    }

    private void letIn() {
        while (!door.isClosed()) {
            try {
                Socket caller = door.accept();
                Thread.ofVirtual().start(() -> serve(caller));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket caller) {
        try (caller;
                Socket server = new Socket(InetAddress.getLoopbackAddress(), behind)) {
            Line line = new Line(caller, server);
            Thread answers = Thread.ofVirtual().start(line::answers);
            line.words();
            answers.join();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** One connection; both directions end when either side hangs up. */
    private final class Line {

        private final Socket caller;
        private final Socket server;
        private volatile boolean losing;

        Line(Socket caller, Socket server) {
            this.caller = caller;
            this.server = server;
        }

        void words() {
            StringBuilder tail = new StringBuilder();
            copy(caller, server, piece -> {
                tail.append(piece);
                tail.delete(0, Math.max(0, tail.length() - FINAL_DOT.length()));
                if (tail.toString().equals(FINAL_DOT) && toLose.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
                    losing = true;
                }
                return true;
            });
        }

        void answers() {
            copy(server, caller, piece -> {
                if (losing) {
                    lost.incrementAndGet();
                }
                return !losing;
            });
        }

        private void copy(Socket from, Socket to, Passing passing) {
            byte[] buffer = new byte[8192];
            try (from;
                    to) {
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream();
                for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
                    if (!passing.passes(new String(buffer, 0, n, StandardCharsets.ISO_8859_1))) {
                        return;
                    }
                    out.write(buffer, 0, n);
                    out.flush();
                }
            } catch (IOException hungUp) {
                // the line is over, which is all there is to know
            }
        }
    }

    private interface Passing {
        boolean passes(String piece);
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
