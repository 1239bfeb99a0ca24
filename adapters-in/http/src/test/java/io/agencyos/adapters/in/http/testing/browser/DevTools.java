package io.agencyos.adapters.in.http.testing.browser;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** One connection of the DevTools protocol: commands have answers, and events come in between. */
final class DevTools implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int ANSWER_SECONDS = 20;

    private final AtomicInteger last = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> asked = new ConcurrentHashMap<>();
    private final Map<String, BiConsumer<String, JsonNode>> listeners = new ConcurrentHashMap<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private final WebSocket socket;

    DevTools(URI address) {
        socket = http.newWebSocketBuilder().buildAsync(address, new Incoming()).join();
    }

    /** What the browser answered to a command that it did not carry out. */
    static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Refused(String method, String message) {
            super(method + ": " + message);
        }
    }

    static ObjectNode parameters() {
        return JSON.createObjectNode();
    }

    /** @param session of a page, null for the browser itself */
    JsonNode send(@Nullable String session, String method, JsonNode parameters) {
        int id = last.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        asked.put(id, answer);
        ObjectNode command = JSON.createObjectNode().put("id", id).put("method", method);
        command.set("params", parameters);
        if (session != null) {
            command.put("sessionId", session);
        }
        try {
            synchronized (this) {
                socket.sendText(command.toString(), true).get(ANSWER_SECONDS, TimeUnit.SECONDS);
            }
            JsonNode said = answer.get(ANSWER_SECONDS, TimeUnit.SECONDS);
            if (said.has("error")) {
                throw new Refused(method, said.at("/error/message").asString());
            }
            return said.path("result");
        } catch (ExecutionException | TimeoutException failed) {
            throw new IllegalStateException("The browser does not answer to " + method, failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(method, interrupted);
        } finally {
            asked.remove(id);
        }
    }

    /** @param listener told the name and the parameters of each event of the session, one after the other */
    void listen(String session, BiConsumer<String, JsonNode> listener) {
        listeners.put(session, listener);
    }

    private void heard(String message) {
        JsonNode said = JSON.readTree(message);
        if (said.has("id")) {
            CompletableFuture<JsonNode> answer = asked.get(said.path("id").asInt());
            if (answer != null) {
                answer.complete(said);
            }
        } else if (said.has("sessionId")) {
            BiConsumer<String, JsonNode> listener =
                    listeners.get(said.path("sessionId").asString());
            if (listener != null) {
                listener.accept(said.path("method").asString(), said.path("params"));
            }
        }
    }

    @Override
    public void close() {
        socket.abort();
        http.shutdownNow();
    }

    private final class Incoming implements WebSocket.Listener {

        private final StringBuilder message = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean end) {
            message.append(part);
            if (end) {
                String whole = message.toString();
                message.setLength(0);
                heard(whole);
            }
            from.request(1);
            return null;
        }
    }
}
