package io.agencyos.adapters.out.unipile;

import io.agencyos.application.resource.seat.SeatLinking;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What the adapter asks the vendor, in whichever of its two dialects. Answers have the shape of the first, so that nothing else
 * of the adapter knows which one is spoken. Source: unipile 3, 5.
 */
interface Speech {

    /**
     * @param expires with three digits of milliseconds
     */
    JsonNode link(SeatLinking.Request request, URI dsn, String token, String expires);

    JsonNode accounts(int limit);

    JsonNode account(String id);

    void removeAccount(String id);

    JsonNode me(String seat);

    /** @param notify whether the person may see it */
    JsonNode user(String seat, String who, boolean notify);

    JsonNode invite(String seat, String person, @Nullable String note);

    JsonNode invitations(String seat, @Nullable String cursor);

    void withdraw(String seat, String id);

    JsonNode relations(String seat, @Nullable String cursor);

    /** Chats of the seat, among them that with the person if there is one. */
    JsonNode chatsWith(String seat, String person, @Nullable String cursor);

    JsonNode newestMessages(String seat, String chat);

    JsonNode messages(String seat, String after, @Nullable String cursor);

    /** @param person the lasting id */
    JsonNode posts(String seat, String person, int most);

    JsonNode postsOfCompany(String seat, String company, int most);

    JsonNode company(String seat, String slug);

    JsonNode search(String seat, Map<String, Object> query, int limit, @Nullable String cursor);

    JsonNode inMailBalance(String seat);

    /** @param kind the network's word, in small letters */
    void react(String seat, String post, String kind);

    void comment(String seat, String post, String text);

    JsonNode startChat(String seat, String person, String text);

    JsonNode say(String seat, String chat, String text);
}
