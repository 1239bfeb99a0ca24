package io.agencyos.adapters.out.clicksend;

import io.agencyos.adapters.out.vendorhttp.Ways;
import io.agencyos.application.conversation.inbox.ChannelEvent;
import io.agencyos.application.conversation.inbox.ChannelReplies;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.id.ClientId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Every letter and postcard of the history with where it is: the vendor tells of nothing by itself and says of no change when it
 * was. A state is known again by its key. Source: clicksend 9, vendors/direct-mail 3, 5.
 */
final class ClickSendPieces implements ChannelReplies {

    private static final String READ = "read";

    private final Ways<ClickSendAccount, Connection> ways;

    ClickSendPieces(Ways<ClickSendAccount, Connection> ways) {
        this.ways = ways;
    }

    @Override
    public Result<Page, VendorFailure> since(ClientId client, @Nullable String cursor) {
        return ways.of(client, "pieces").flatMap(connection -> {
            List<ChannelEvent> events = new ArrayList<>();
            for (String kind : PostWire.KINDS) {
                Result<List<JsonNode>, VendorFailure> pieces = ClickSendPost.history(connection, kind);
                if (pieces instanceof Result.Err<List<JsonNode>, VendorFailure>(VendorFailure failure)) {
                    return Result.err(failure);
                }
                pieces.orElseThrow().forEach(piece -> moved(piece).ifPresent(events::add));
            }
            return Result.ok(new Page(events, READ, false));
        });
    }

    private static Optional<ChannelEvent> moved(JsonNode piece) {
        return PostWire.key(piece)
                .flatMap(key -> PostWire.state(piece)
                        .map(state -> new ChannelEvent.PieceMoved(
                                key + ":" + state.name().toLowerCase(Locale.ROOT),
                                ChannelEvent.UNTOLD,
                                new ChannelEvent.About(Channel.MAIL, key, key, null, null),
                                state)));
    }
}
