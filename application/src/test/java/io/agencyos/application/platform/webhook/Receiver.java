package io.agencyos.application.platform.webhook;

import io.agencyos.domain.platform.webhook.WebhookUrl;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A client's program in memory: it writes down what it is sent and answers as it is told. */
public final class Receiver implements WebhookPost {

    /** What came. */
    public record Request(WebhookUrl url, Map<String, String> headers, String body) {

        public String id() {
            return headers.getOrDefault("webhook-id", "");
        }
    }

    private final List<Request> requests = new ArrayList<>();
    private final List<Request> taken = new ArrayList<>();
    private Function<Request, Answer> answers = request -> status(204);
    private boolean down;

    public static Answer status(int status) {
        return new Answer(status, null, "", null);
    }

    /** From now on it answers like this. */
    public synchronized void answers(Function<Request, Answer> with) {
        answers = with;
    }

    /** From now on nobody is there. */
    public synchronized void breakDown() {
        down = true;
    }

    /** Everything that came, oldest first. */
    public synchronized List<Request> requests() {
        return List.copyOf(requests);
    }

    /** What it took, by a status of 2xx. */
    public synchronized List<Request> taken() {
        return List.copyOf(taken);
    }

    @Override
    public synchronized Answer send(WebhookUrl url, Map<String, String> headers, String body, Duration timeout) {
        if (down) {
            return Answer.failed("Nobody is there.");
        }
        Request request = new Request(url, headers, body);
        requests.add(request);
        Answer answer = beginningOf(answers.apply(request));
        Integer status = answer.status();
        if (status != null && status / 100 == 2) {
            taken.add(request);
        }
        return answer;
    }

    private static Answer beginningOf(Answer whole) {
        String body = whole.body();
        return body == null || body.length() <= KEPT
                ? whole
                : new Answer(whole.status(), whole.error(), body.substring(0, KEPT), whole.retryAfter());
    }
}
