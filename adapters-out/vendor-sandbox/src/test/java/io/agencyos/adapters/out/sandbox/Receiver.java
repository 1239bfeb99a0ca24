package io.agencyos.adapters.out.sandbox;

import com.sun.net.httpserver.HttpServer;
import io.agencyos.adapters.out.sandbox.http.Body;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** Stands where the product's hooks would be, and keeps what comes. */
final class Receiver implements AutoCloseable {

    record Call(String path, String eventId, String signature, String raw) {

        Body body() {
            return Body.of(raw);
        }

        String type() {
            return body().body("webhookInfo").required("type");
        }
    }

    final List<Call> calls = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    Receiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.createContext("/", exchange -> {
            try (exchange) {
                String raw = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                String id = exchange.getRequestHeaders().getFirst("X-SalesforgeAI-Webhook-Event-ID");
                String signature = exchange.getRequestHeaders().getFirst("X-SalesforgeAI-Webhook-Signature");
                calls.add(new Call(
                        exchange.getRequestURI().getPath(), String.valueOf(id), String.valueOf(signature), raw));
                exchange.sendResponseHeaders(200, -1);
            }
        });
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    List<String> types() {
        return calls.stream().map(Call::type).toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
