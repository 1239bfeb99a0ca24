package io.agencyos.adapters.out.unipile;

import feign.Param;
import feign.RequestLine;
import io.agencyos.adapters.out.vendorhttp.MultipartForm;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The vendor's HTTP contract as far as we use it; a cursor that is null is left out. Source: unipile 3. */
interface UnipileApi {

    @RequestLine("POST /hosted/accounts/link")
    JsonNode link(Wire.Link link);

    @RequestLine("GET /accounts?limit={limit}")
    JsonNode accounts(@Param("limit") int limit);

    @RequestLine("GET /accounts/{id}")
    JsonNode account(@Param("id") String id);

    @RequestLine("DELETE /accounts/{id}")
    void removeAccount(@Param("id") String id);

    @RequestLine("GET /users/me?account_id={seat}")
    JsonNode me(@Param("seat") String seat);

    @RequestLine("GET /users/{who}?account_id={seat}&notify={notify}")
    JsonNode user(@Param("seat") String seat, @Param("who") String who, @Param("notify") boolean notify);

    @RequestLine("POST /users/invite")
    JsonNode invite(Wire.Invite invite);

    @RequestLine("GET /users/invite/sent?account_id={seat}&limit=100&cursor={cursor}")
    JsonNode invitations(@Param("seat") String seat, @Param("cursor") @Nullable String cursor);

    @RequestLine("DELETE /users/invite/sent/{id}?account_id={seat}")
    void withdraw(@Param("seat") String seat, @Param("id") String id);

    @RequestLine("GET /users/relations?account_id={seat}&limit=100&cursor={cursor}")
    JsonNode relations(@Param("seat") String seat, @Param("cursor") @Nullable String cursor);

    @RequestLine("GET /chats?account_id={seat}&account_type=LINKEDIN&limit=100&cursor={cursor}")
    JsonNode chats(@Param("seat") String seat, @Param("cursor") @Nullable String cursor);

    @RequestLine("GET /chats/{chat}/messages?limit=20")
    JsonNode newestMessages(@Param("chat") String chat);

    @RequestLine("GET /messages?account_id={seat}&after={after}&limit=100&cursor={cursor}")
    JsonNode messages(
            @Param("seat") String seat, @Param("after") String after, @Param("cursor") @Nullable String cursor);

    /** @param company true where it is the lasting id of a company; null for a person */
    @RequestLine("GET /users/{person}/posts?account_id={seat}&limit={limit}&is_company={company}")
    JsonNode posts(
            @Param("seat") String seat,
            @Param("person") String person,
            @Param("limit") int limit,
            @Param("company") @Nullable Boolean company);

    @RequestLine("GET /linkedin/company/{slug}?account_id={seat}")
    JsonNode company(@Param("seat") String seat, @Param("slug") String slug);

    @RequestLine("POST /linkedin/search?account_id={seat}&limit={limit}&cursor={cursor}")
    JsonNode search(
            @Param("seat") String seat,
            @Param("limit") int limit,
            @Param("cursor") @Nullable String cursor,
            Map<String, Object> query);

    @RequestLine("GET /linkedin/inmail_balance?account_id={seat}")
    JsonNode inMailBalance(@Param("seat") String seat);

    @RequestLine("POST /posts/reaction")
    JsonNode react(Map<String, Object> reaction);

    @RequestLine("POST /posts/{post}/comments")
    JsonNode comment(@Param("post") String post, Map<String, Object> comment);

    @RequestLine("POST /chats")
    JsonNode startChat(MultipartForm form);

    @RequestLine("POST /chats/{chat}/messages")
    JsonNode say(@Param("chat") String chat, MultipartForm form);

    @RequestLine("GET /webhooks?limit=100&cursor={cursor}")
    JsonNode webhooks(@Param("cursor") @Nullable String cursor);

    @RequestLine("POST /webhooks")
    JsonNode addWebhook(Wire.Webhook webhook);

    @RequestLine("DELETE /webhooks/{id}")
    void removeWebhook(@Param("id") String id);
}
