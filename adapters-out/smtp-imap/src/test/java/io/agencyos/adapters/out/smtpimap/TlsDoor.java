package io.agencyos.adapters.out.smtpimap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** TLS in front of a server that speaks in clear. */
final class TlsDoor implements AutoCloseable {

    private final ServerSocket listener;
    private final SSLSocketFactory tls;
    private final int behind;

    TlsDoor(SSLSocketFactory tls, int behind) {
        this.tls = tls;
        this.behind = behind;
        try {
            this.listener = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        Thread.ofVirtual().start(this::accept);
    }

    MailServer address() {
        return new MailServer("localhost", listener.getLocalPort(), MailServer.Security.TLS);
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket line = listener.accept();
                Thread.ofVirtual().start(() -> connect(line));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void connect(Socket line) {
        try (line;
                SSLSocket outside = (SSLSocket) tls.createSocket(line, null, line.getPort(), true);
                Socket inside = new Socket("127.0.0.1", behind)) {
            outside.setUseClientMode(false);
            outside.startHandshake();
            Thread back = Thread.ofVirtual().start(() -> pass(inside, outside));
            pass(outside, inside);
            back.join();
        } catch (IOException refused) {
            return;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void pass(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.close();
        } catch (IOException gone) {
            return;
        }
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
