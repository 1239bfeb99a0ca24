package io.agencyos.adapters.in.http.testing.browser;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** One page of the browser: what a person does to it, what it shows, what it asks for and what it complains of. */
public final class Page {

    /** A page of ours that does not come to where it should within this time has failed. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final int LOOK_MILLIS = 500;

    private final DevTools tools;
    private final String session;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    Page(DevTools tools, String session) {
        this.tools = tools;
        this.session = session;
        tools.listen(session, this::heard);
        for (String domain : List.of("Page", "Runtime", "Network", "Log")) {
            tools.send(session, domain + ".enable", DevTools.parameters());
        }
    }

    private void heard(String event, JsonNode of) {
        switch (event) {
            case "Network.requestWillBeSent" ->
                requests.add(of.at("/request/method").asString() + " "
                        + of.at("/request/url").asString());
            case "Runtime.exceptionThrown" ->
                complaints.add(of.at("/exceptionDetails/exception/description").asString());
            case "Log.entryAdded" -> {
                if (of.at("/entry/level").asString().equals("error")) {
                    complaints.add(of.at("/entry/text").asString() + " "
                            + of.at("/entry/url").asString());
                }
            }
            case "Runtime.consoleAPICalled" -> {
                if (List.of("error", "assert").contains(of.path("type").asString())) {
                    complaints.add(StreamSupport.stream(of.path("args").spliterator(), false)
                            .map(argument -> argument.path("value").asString())
                            .toList()
                            .toString());
                }
            }
            default -> {
                // the protocol tells much more
            }
        }
    }

    /** Every request since the page was made, as {@code GET http://…}, in order. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    /** Errors of scripts, of the console and of loading. */
    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** Returns when everything of it is loaded. */
    public void open(URI address) {
        JsonNode answer = command("Page.navigate", "url", address.toString());
        if (answer.has("errorText")) {
            throw new IllegalStateException(
                    address + ": " + answer.path("errorText").asString());
        }
        await("document.readyState === 'complete' && location.href !== 'about:blank'");
    }

    /** @param expression in the page's own language; of a JSON value */
    public JsonNode value(String expression) {
        JsonNode answer = tools.send(
                session,
                "Runtime.evaluate",
                DevTools.parameters()
                        .put("expression", expression)
                        .put("awaitPromise", true)
                        .put("returnByValue", true));
        if (answer.has("exceptionDetails")) {
            throw new IllegalStateException(expression + ": "
                    + answer.at("/exceptionDetails/exception/description").asString());
        }
        return answer.at("/result/value");
    }

    /** The text that a person sees of it, of the first element that the selector finds. */
    public String text(String selector) {
        return value("document.querySelector('%s').innerText".formatted(selector))
                .asString();
    }

    /** Waits until it holds, also across a change of the page; while it cannot be computed it does not. */
    public void await(String condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!holds(condition)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Not seen within " + PATIENCE + ": " + condition + "; the page says: "
                        + value("document.body.innerText.slice(0, 500)").asString());
            }
        }
    }

    private boolean holds(String condition) {
        try {
            return value("""
                new Promise(done => {
                  const end = performance.now() + %d;
                  const holds = () => { try { return %s; } catch (notYet) { return false; } };
                  const look = () => holds() ? done(true) : performance.now() > end ? done(false) : setTimeout(look, 10);
                  look();
                })\
                """.formatted(LOOK_MILLIS, condition)).asBoolean();
        } catch (DevTools.Refused left) {
            return false; // the page that was asked is gone, the next one is not there yet
        }
    }

    /** Clicks with the mouse into the middle of the first element that the selector finds (of its first line), after scrolling to it. */
    public void click(String selector) {
        JsonNode place = value("""
            (() => {
              const found = document.querySelector('%s');
              found.scrollIntoView({ block: 'center', behavior: 'instant' });
              const box = found.getClientRects()[0];
              return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
            })()\
            """.formatted(selector));
        for (String kind : List.of("mousePressed", "mouseReleased")) {
            tools.send(
                    session,
                    "Input.dispatchMouseEvent",
                    DevTools.parameters()
                            .put("type", kind)
                            .put("x", place.path("x").asDouble())
                            .put("y", place.path("y").asDouble())
                            .put("button", "left")
                            .put("clickCount", 1));
        }
    }

    /** Types at where the cursor is. */
    public void type(String text) {
        command("Input.insertText", "text", text);
    }

    private JsonNode command(String method, String name, String value) {
        return tools.send(session, method, DevTools.parameters().put(name, value));
    }
}
