package io.agencyos.bootstrap.simulate;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.agencyos.application.conversation.HookReader;
import io.agencyos.application.conversation.ReceiveWebhook;
import io.agencyos.application.conversation.Unsubscribe;
import io.agencyos.application.shared.StorageUnavailable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Where the vendor's webhooks come in: the product's own use case behind the smallest server there is. */
final class WorldDoor implements AutoCloseable {

    private static final String HOOKS = "/hooks/";
    private static final String OPT_OUTS = "/u/";
    private static final int TAKEN = 200;
    private static final int REFUSED = 401;
    private static final int LATER = 503;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /** A door that nobody stands behind yet. */
    WorldDoor() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException("no port is free for webhooks", failed);
        }
        server.setExecutor(threads);
    }

    void open(ReceiveWebhook receive, Unsubscribe unsubscribe) {
        server.createContext(HOOKS, exchange -> take(exchange, receive));
        server.createContext(OPT_OUTS, exchange -> optOut(exchange, unsubscribe));
        server.start();
    }

    URI addressOf(String vendor, String hookId) {
        return address(HOOKS + vendor + "/" + hookId);
    }

    /** Where the links in our e-mails lead. */
    URI optOuts() {
        return address(OPT_OUTS);
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private static void optOut(HttpExchange exchange, Unsubscribe unsubscribe) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            unsubscribe.byLink(exchange.getRequestURI().getPath().substring(OPT_OUTS.length()), null);
            exchange.sendResponseHeaders(TAKEN, -1);
        }
    }

    private static void take(HttpExchange exchange, ReceiveWebhook receive) throws IOException {
        try (exchange) {
            Map<String, List<String>> headers = new HashMap<>();
            exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
            String[] hook =
                    exchange.getRequestURI().getPath().substring(HOOKS.length()).split("/", 2);
            byte[] body = exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(answer(hook[0], hook[1], new HookReader.Delivery(headers, body), receive), -1);
        }
    }

    private static int answer(String vendor, String hook, HookReader.Delivery delivery, ReceiveWebhook receive) {
        try {
            return switch (receive.receive(vendor, hook, delivery)) {
                case ReceiveWebhook.Answer.Accepted accepted -> TAKEN;
                case ReceiveWebhook.Answer.Duplicate duplicate -> TAKEN;
                case ReceiveWebhook.Answer.UnknownHook unknown -> REFUSED;
                case ReceiveWebhook.Answer.Forged forged -> REFUSED;
            };
        } catch (StorageUnavailable gone) {
            return LATER;
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
