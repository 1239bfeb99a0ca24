package io.agencyos.application.platform.webhook;

import io.agencyos.domain.platform.webhook.WebhookUrl;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The kit on the program in memory that stories of webhooks use. */
class ReceiverTest extends WebhookPostContract {

    @Override
    protected World world() {
        Receiver receiver = new Receiver();
        return new World() {

            @Override
            public WebhookPost post() {
                return receiver;
            }

            @Override
            public WebhookUrl url() {
                return new WebhookUrl(URI.create("https://hooks.agency.example/in"));
            }

            @Override
            public void answers(int status, @Nullable Duration retryAfter, String body) {
                receiver.answers(request -> new WebhookPost.Answer(status, null, body, retryAfter));
            }

            @Override
            public void breakDown() {
                receiver.breakDown();
            }

            @Override
            public @Nullable Came last() {
                List<Receiver.Request> requests = receiver.requests();
                return requests.isEmpty()
                        ? null
                        : new Came(requests.getLast().id(), requests.getLast().body());
            }
        };
    }
}
