package io.agencyos.adapters.out.salesforge;

import static io.agencyos.adapters.out.salesforge.Vendor.WS;
import static io.agencyos.adapters.out.salesforge.Vendor.page;

import com.github.tomakehurst.wiremock.client.WireMock;
import io.agencyos.application.conversation.EmailRepliesContract;
import io.agencyos.application.conversation.inbox.EmailReplies;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;

/** The kit on stubs: one thread per contact, as the vendor keeps them. */
class RepliesKitTest extends EmailRepliesContract {

    private final Vendor vendor = new Vendor();

    @AfterEach
    void stop() {
        vendor.close();
    }

    @Override
    protected World world() {
        vendor.on(
                "GET",
                WS + "/mailboxes/mbox_77",
                200,
                "{\"id\":\"mbox_77\",\"address\":\"sam@hello-harbour.example\"}");
        vendor.on("GET", WS + "/dnc", 200, page(0, ""));
        vendor.on("GET", WS + "/contacts", 200, page(0, ""));
        Threads threads = new Threads();
        threads.publish();
        return threads;
    }

    private final class Threads implements World {

        private final Map<EmailAddress, List<String>> mails = new LinkedHashMap<>();
        private final Map<EmailAddress, Instant> last = new LinkedHashMap<>();
        private int count;

        @Override
        public EmailReplies replies() {
            return vendor.salesforge.replies();
        }

        @Override
        public ClientId client() {
            return Vendor.CLIENT;
        }

        @Override
        public void answer(EmailAddress from, String text) {
            count++;
            Instant at = Instant.parse("2026-09-02T00:00:00Z").plusSeconds(60L * count);
            last.put(from, at);
            mails.computeIfAbsent(from, key -> new ArrayList<>())
                    .add("{\"emailId\":\"eml_" + count + "\",\"content\":\"<p>" + text + "</p>\",\"date\":\"" + at
                            + "\",\"fromAddress\":\"" + from.value() + "\"}");
            publish();
        }

        @Override
        public void breakDown() {
            vendor.server.resetMappings();
            vendor.server.stubFor(WireMock.any(WireMock.anyUrl()).willReturn(WireMock.serverError()));
        }

        private void publish() {
            vendor.on(
                    "GET",
                    WS + "/threads",
                    200,
                    page(mails.size(), summaries(mails.keySet().stream().toList())));
            mails.forEach((person, texts) -> {
                vendor.server.stubFor(WireMock.get(WireMock.urlPathEqualTo(WS + "/threads"))
                        .withQueryParam("q", WireMock.equalTo(person.value()))
                        .willReturn(WireMock.okJson(page(1, summaries(List.of(person))))));
                vendor.on(
                        "GET",
                        WS + "/threads/thr_" + person.localPart(),
                        200,
                        "{\"contact\":{\"id\":\"lead_" + person.localPart()
                                + "\"},\"sequence\":{\"id\":\"seq_c1\"},\"emails\":[" + String.join(",", texts) + "]}");
            });
        }

        private String summaries(List<EmailAddress> people) {
            return people.stream()
                    .map(person -> "{\"id\":\"thr_" + person.localPart()
                            + "\",\"mailboxId\":\"mbox_77\",\"contactEmail\":\"" + person.value() + "\",\"date\":\""
                            + last.get(person) + "\",\"replyType\":\"lead_replied\"}")
                    .collect(Collectors.joining(","));
        }
    }
}
