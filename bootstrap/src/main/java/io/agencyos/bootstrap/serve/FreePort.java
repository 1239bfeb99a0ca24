package io.agencyos.bootstrap.serve;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
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

    /** Refuses a port that somebody has already, before anything is started for it. */
    static void require(String host, int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(host, port));
        } catch (IOException taken) {
            throw new UncheckedIOException(
                    "nobody can listen on port " + port + " of " + host
                            + "; stop who does, or choose others with AGENCYOS_HOST and AGENCYOS_PORT",
                    taken);
        }
    }

    private static int free(int port) throws IOException {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
