package io.agencyos.adapters.out.unipile;

import io.agencyos.adapters.out.vendorhttp.MultipartForm;
import io.agencyos.application.resource.seat.SeatLinking;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The dialect in production, in which messages are forms of several parts. Source: unipile 3, 4. */
final class FirstDialect implements Speech {

    private final UnipileApi api;

    FirstDialect(UnipileApi api) {
        this.api = api;
    }

    @Override
    public JsonNode link(SeatLinking.Request request, URI dsn, String token, String expires) {
        boolean anew = request.reconnect() == null;
        return api.link(new Wire.Link(
                anew ? "create" : "reconnect",
                anew ? List.of("LINKEDIN") : null,
                request.reconnect(),
                dsn.toString(),
                expires,
                token,
                request.callback().toString(),
                request.success().toString(),
                request.failure().toString(),
                true,
                List.of("linkedin_organizations_mailboxes")));
    }

    @Override
    public JsonNode accounts(int limit) {
        return api.accounts(limit);
    }

    @Override
    public JsonNode account(String id) {
        return api.account(id);
    }

    @Override
    public void removeAccount(String id) {
        api.removeAccount(id);
    }

    @Override
    public JsonNode me(String seat) {
        return api.me(seat);
    }

    @Override
    public JsonNode user(String seat, String who, boolean notify) {
        return api.user(seat, who, notify);
    }

    @Override
    public JsonNode invite(String seat, String person, @Nullable String note) {
        return api.invite(new Wire.Invite(person, seat, note));
    }

    @Override
    public JsonNode invitations(String seat, @Nullable String cursor) {
        return api.invitations(seat, cursor);
    }

    @Override
    public void withdraw(String seat, String id) {
        api.withdraw(seat, id);
    }

    @Override
    public JsonNode relations(String seat, @Nullable String cursor) {
        return api.relations(seat, cursor);
    }

    @Override
    public JsonNode chatsWith(String seat, String person, @Nullable String cursor) {
        return api.chats(seat, cursor);
    }

    @Override
    public JsonNode newestMessages(String seat, String chat) {
        return api.newestMessages(chat);
    }

    @Override
    public JsonNode messages(String seat, String after, @Nullable String cursor) {
        return api.messages(seat, after, cursor);
    }

    @Override
    public JsonNode posts(String seat, String person, int most) {
        return api.posts(seat, person, most, null);
    }

    @Override
    public JsonNode postsOfCompany(String seat, String company, int most) {
        return api.posts(seat, company, most, true);
    }

    @Override
    public JsonNode company(String seat, String slug) {
        return api.company(seat, slug);
    }

    @Override
    public JsonNode search(String seat, Map<String, Object> query, int limit, @Nullable String cursor) {
        return api.search(seat, limit, cursor, query);
    }

    @Override
    public JsonNode inMailBalance(String seat) {
        return api.inMailBalance(seat);
    }

    @Override
    public void react(String seat, String post, String kind) {
        api.react(Map.of("account_id", seat, "post_id", post, "reaction_type", kind));
    }

    @Override
    public void comment(String seat, String post, String text) {
        api.comment(post, Map.of("account_id", seat, "text", text));
    }

    @Override
    public JsonNode startChat(String seat, String person, String text) {
        return api.startChat(new MultipartForm()
                .with("account_id", seat)
                .with("attendees_ids", person)
                .with("text", text)
                .with("linkedin[api]", "classic"));
    }

    @Override
    public JsonNode say(String seat, String chat, String text) {
        return api.say(chat, new MultipartForm().with("text", text));
    }
}
