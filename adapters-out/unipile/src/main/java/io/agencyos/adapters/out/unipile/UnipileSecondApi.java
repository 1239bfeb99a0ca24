package io.agencyos.adapters.out.unipile;

import feign.Param;
import feign.RequestLine;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The vendor's second HTTP contract as far as we use it; a cursor that is null is left out. Source: unipile 5, 10. */
interface UnipileSecondApi {

    @RequestLine("POST /auth/link")
    JsonNode link(Map<String, Object> link);

    @RequestLine("GET /accounts?limit={limit}")
    JsonNode accounts(@Param("limit") int limit);

    @RequestLine("GET /accounts/{id}")
    JsonNode account(@Param("id") String id);

    @RequestLine("DELETE /accounts/{id}")
    void removeAccount(@Param("id") String id);

    @RequestLine("GET /{seat}/users/me")
    JsonNode me(@Param("seat") String seat);

    @RequestLine("GET /{seat}/users/{who}?notify={notify}")
    JsonNode user(@Param("seat") String seat, @Param("who") String who, @Param("notify") boolean notify);

    @RequestLine("POST /{seat}/users/me/relation-requests")
    JsonNode invite(@Param("seat") String seat, Map<String, Object> invitation);

    @RequestLine("GET /{seat}/users/me/relation-requests?limit=100&cursor={cursor}")
    JsonNode invitations(@Param("seat") String seat, @Param("cursor") @Nullable String cursor);

    @RequestLine("POST /{seat}/users/me/relation-requests/{id}/cancel")
    JsonNode withdraw(@Param("seat") String seat, @Param("id") String id, Map<String, Object> nothing);

    @RequestLine("GET /{seat}/users/me/relations?limit=100&cursor={cursor}")
    JsonNode relations(@Param("seat") String seat, @Param("cursor") @Nullable String cursor);

    @RequestLine("GET /{seat}/users/{person}/chat")
    JsonNode chat(@Param("seat") String seat, @Param("person") String person);

    @RequestLine("GET /{seat}/chats/{chat}/messages?limit=20")
    JsonNode newestMessages(@Param("seat") String seat, @Param("chat") String chat);

    @RequestLine("GET /{seat}/messages?after={after}&limit=100&cursor={cursor}")
    JsonNode messages(
            @Param("seat") String seat, @Param("after") String after, @Param("cursor") @Nullable String cursor);

    /** @param company true where it is the lasting id of a company; null for a person */
    @RequestLine("GET /{seat}/users/{person}/posts?limit={limit}&is_company={company}")
    JsonNode posts(
            @Param("seat") String seat,
            @Param("person") String person,
            @Param("limit") int limit,
            @Param("company") @Nullable Boolean company);

    @RequestLine("GET /{seat}/linkedin/company/{slug}")
    JsonNode company(@Param("seat") String seat, @Param("slug") String slug);

    @RequestLine("POST /{seat}/linkedin/search?limit={limit}&cursor={cursor}")
    JsonNode search(
            @Param("seat") String seat,
            @Param("limit") int limit,
            @Param("cursor") @Nullable String cursor,
            Map<String, Object> query);

    @RequestLine("GET /{seat}/linkedin/inmail-credits")
    JsonNode inMailCredits(@Param("seat") String seat);

    @RequestLine("POST /{seat}/posts/{post}/reactions")
    JsonNode react(@Param("seat") String seat, @Param("post") String post, Map<String, Object> reaction);

    @RequestLine("POST /{seat}/posts/{post}/comments")
    JsonNode comment(@Param("seat") String seat, @Param("post") String post, Map<String, Object> comment);

    @RequestLine("POST /{seat}/chats/send")
    JsonNode startChat(@Param("seat") String seat, Map<String, Object> message);

    @RequestLine("POST /{seat}/chats/{chat}/messages/send")
    JsonNode say(@Param("seat") String seat, @Param("chat") String chat, Map<String, Object> message);

    @RequestLine("GET /webhooks/endpoints/?limit=100&cursor={cursor}")
    JsonNode endpoints(@Param("cursor") @Nullable String cursor);

    @RequestLine("POST /webhooks/endpoints/")
    JsonNode addEndpoint(Map<String, Object> endpoint);

    @RequestLine("DELETE /webhooks/endpoints/{id}")
    void removeWebhook(@Param("id") String id);
}
