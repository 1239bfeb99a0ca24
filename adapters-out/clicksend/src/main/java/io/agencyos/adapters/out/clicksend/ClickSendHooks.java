package io.agencyos.adapters.out.clicksend;

import io.agencyos.application.conversation.inbox.ChannelEvent;
import io.agencyos.application.conversation.inbox.HookReader;
import io.agencyos.domain.shared.Digests;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.id.ClientId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * The vendor's webhooks. It signs nothing: who knows the address is believed as far as it goes, that is, people's texts
 * are taken and what a receipt says of a number is asked again before it counts. Source: clicksend 5.2.
 */
final class ClickSendHooks implements HookReader {

    private final OwnNumbers numbers;

    ClickSendHooks(OwnNumbers numbers) {
        this.numbers = numbers;
    }

    @Override
    public String vendor() {
        return Failures.VENDOR;
    }

    /** The address is the proof, and whoever calls this has found it. */
    @Override
    public Result<String, Forgery> verify(Delivery delivery, List<String> secrets, Instant now) {
        try {
            return Result.ok(Reports.key(Reports.parse(delivery.body())));
        } catch (IllegalArgumentException unreadable) {
            return Result.ok(
                    "unreadable/" + Digests.sha256Hex(new String(delivery.body(), StandardCharsets.ISO_8859_1)));
        }
    }

    @Override
    public List<ChannelEvent> read(ClientId client, String eventKey, byte[] body) {
        JsonNode item = Reports.parse(body);
        return List.of(
                Reports.isReceipt(item)
                        ? Reports.receipt(item, false)
                        : Reports.text(item, numbers.remembered(client)));
    }
}
