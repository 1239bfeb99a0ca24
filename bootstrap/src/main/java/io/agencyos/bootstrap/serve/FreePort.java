package io.agencyos.bootstrap.serve;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** A port that nobody listens on, for addresses that must be known before the server starts. */
public final class FreePort {

    private FreePort() {}

    /** The wanted one where it is free, else any other; 0 wants any. */
    public static int preferring(int wanted) {
        try {
            return free(wanted);
        } catch (IOException taken) {
            try {
                return free(0);
            } catch (IOException none) {
                throw new UncheckedIOException("no port is free", none);
            }
        }
    }

    private static int free(int port) throws IOException {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
