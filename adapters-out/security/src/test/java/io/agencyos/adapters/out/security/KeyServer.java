package io.agencyos.adapters.out.security;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** A provider on this machine: its keys, and what it knows of whoever shows a token. */
final class KeyServer implements AutoCloseable {

    final AtomicReference<List<JWK>> published;
    final AtomicReference<String> profile = new AtomicReference<>("{}");
    /** How often the keys were asked for. */
    final AtomicInteger fetches = new AtomicInteger();
    /** Of every answer. */
    final AtomicInteger status = new AtomicInteger(200);

    private final HttpServer server;

    KeyServer(JWK... keys) {
        published = new AtomicReference<>(List.of(keys));
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        server.createContext("/keys", exchange -> {
            fetches.incrementAndGet();
            answer(exchange, new JWKSet(published.get()).toString(true));
        });
        server.createContext("/user", exchange -> {
            boolean asked =
                    exchange.getRequestHeaders().getFirst("Authorization").startsWith("Bearer ")
                            && "publishable".equals(exchange.getRequestHeaders().getFirst("apikey"));
            answer(exchange, asked ? profile.get() : "{}");
        });
        server.start();
    }

    private void answer(HttpExchange exchange, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status.get(), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
