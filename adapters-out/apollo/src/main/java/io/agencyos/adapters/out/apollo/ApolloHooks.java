package io.agencyos.adapters.out.apollo;

import io.agencyos.adapters.out.vendorhttp.Fields;
import io.agencyos.application.conversation.inbox.ChannelEvent;
import io.agencyos.application.conversation.inbox.DataEvent;
import io.agencyos.application.conversation.inbox.HookReader;
import io.agencyos.application.conversation.inbox.InboundEvent;
import io.agencyos.domain.shared.Digests;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The vendor tells that numbers are there, and signs nothing: the one-time word in the address is the proof that it may tell at
 * all, and what it says is only a sign to ask. Source: apollo 7.
 */
final class ApolloHooks implements HookReader {

    private static final String KEY = "numbers/";
    /** A question's name is a signed whole number of 64 bits. */
    private static final String NAME = "-?\\d{1,19}";

    private final AwaitedWords awaited;

    ApolloHooks(AwaitedWords awaited) {
        this.awaited = awaited;
    }

    @Override
    public String vendor() {
        return Failures.VENDOR;
    }

    @Override
    public boolean expects(ClientId client, Delivery delivery, Instant now) {
        return delivery.ref()
                .filter(word -> awaited.awaits(client, Digests.sha256Hex(word), now))
                .isPresent();
    }

    /** The same question however often it is told of. */
    @Override
    public Result<String, Forgery> verify(Delivery delivery, List<String> secrets, Instant now) {
        return delivery.ref()
                .<Result<String, Forgery>>map(word -> Result.ok(KEY + Digests.sha256Hex(word)))
                .orElseGet(() -> Result.err(Forgery.SIGNATURE_MISSING));
    }

    /** A body that cannot be read is a sign all the same. */
    @Override
    public List<InboundEvent> read(ClientId client, String eventKey, byte[] body) {
        return List.of(
                new DataEvent.NumbersTold(eventKey, ChannelEvent.UNTOLD, eventKey.substring(KEY.length()), name(body)));
    }

    private static @Nullable String name(byte[] body) {
        try {
            JsonNode told = Fields.parse(body);
            return Fields.text(told, "request_id")
                    .or(() -> Fields.whole(told, "request_id").map(String::valueOf))
                    .filter(name -> name.matches(NAME))
                    .orElse(null);
        } catch (IllegalArgumentException noJson) {
            return null;
        }
    }
}
