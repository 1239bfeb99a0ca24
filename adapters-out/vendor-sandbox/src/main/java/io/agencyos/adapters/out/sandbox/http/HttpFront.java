package io.agencyos.adapters.out.sandbox.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The server: what comes by the network goes through a {@link Reception}. */
public final class HttpFront implements AutoCloseable {

    private static final int LARGEST_BODY = 16 * 1024 * 1024;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Reception door;

    /**
     * Takes the port of the loopback address.
     *
     * @param port 0 for any free one
     */
    public HttpFront(int port, Reception door) {
        this(InetAddress.getLoopbackAddress(), port, door);
    }

    /** Takes the port of this address. */
    public HttpFront(InetAddress host, int port, Reception door) {
        this.door = door;
        try {
            server = HttpServer.create(new InetSocketAddress(host, port), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException("port " + port + " cannot be used", failure);
        }
    }

    /** Begins to answer. */
    public HttpFront start() {
        server.createContext("/", this::serve);
        server.setExecutor(threads);
        server.start();
        return this;
    }

    /** The port that is listened on. */
    public int port() {
        return server.getAddress().getPort();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] raw = exchange.getRequestBody().readNBytes(LARGEST_BODY);
            Request request = new Request(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getRawPath(),
                    Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse(""),
                    new String(raw, StandardCharsets.UTF_8));
            Optional<Response> answer = door.take(
                    request,
                    name -> Optional.ofNullable(exchange.getRequestHeaders().getFirst(name))
                            .orElse(""));
            if (answer.isPresent()) {
                send(exchange, answer.get());
            }
        }
    }

    private static void send(HttpExchange exchange, Response response) throws IOException {
        response.headers().forEach(exchange.getResponseHeaders()::set);
        byte[] body = response.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(response.status(), body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        door.close();
        server.stop(0);
        threads.shutdownNow();
    }
}
