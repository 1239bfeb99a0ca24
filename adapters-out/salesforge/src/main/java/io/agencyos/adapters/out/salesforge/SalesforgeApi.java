package io.agencyos.adapters.out.salesforge;

import feign.Param;
import feign.RequestLine;

/** The core's HTTP contract as far as we use it. Source: salesforge 3. */
interface SalesforgeApi {

    @RequestLine("GET /me")
    Wire.Me me();

    @RequestLine(value = "GET /workspaces/{ws}", decodeSlash = false)
    Wire.Workspace workspace(@Param("ws") String ws);

    @RequestLine(value = "POST /workspaces/{ws}/contacts", decodeSlash = false)
    Wire.Contact upsert(@Param("ws") String ws, Wire.ContactBody contact);

    @RequestLine(value = "GET /workspaces/{ws}/contacts/{id}", decodeSlash = false)
    Wire.Contact contact(@Param("ws") String ws, @Param("id") String id);

    @RequestLine(value = "GET /workspaces/{ws}/contacts?limit={limit}&offset={offset}", decodeSlash = false)
    Wire.Page<Wire.Contact> contacts(@Param("ws") String ws, @Param("limit") int limit, @Param("offset") int offset);

    @RequestLine(value = "GET /workspaces/{ws}/dnc?limit={limit}&offset={offset}", decodeSlash = false)
    Wire.Page<Wire.Dnc> dnc(@Param("ws") String ws, @Param("limit") int limit, @Param("offset") int offset);

    @RequestLine(value = "POST /workspaces/{ws}/dnc/bulk", decodeSlash = false)
    Wire.Created forbid(@Param("ws") String ws, Wire.Dncs values);

    @RequestLine(value = "POST /workspaces/{ws}/dnc/bulk/remove", decodeSlash = false)
    void allow(@Param("ws") String ws, Wire.Dncs values);

    @RequestLine(value = "GET /workspaces/{ws}/mailboxes?limit={limit}&offset={offset}", decodeSlash = false)
    Wire.Page<Wire.Mailbox> mailboxes(@Param("ws") String ws, @Param("limit") int limit, @Param("offset") int offset);

    @RequestLine(value = "GET /workspaces/{ws}/mailboxes/{id}", decodeSlash = false)
    Wire.Mailbox mailbox(@Param("ws") String ws, @Param("id") String id);

    @RequestLine(value = "PATCH /workspaces/{ws}/mailboxes/{id}", decodeSlash = false)
    void limit(@Param("ws") String ws, @Param("id") String id, Wire.DailyLimit limit);

    @RequestLine(value = "DELETE /workspaces/{ws}/mailboxes/{id}", decodeSlash = false)
    void removeMailbox(@Param("ws") String ws, @Param("id") String id);

    @RequestLine("POST /mailboxes/oauth-link")
    Wire.Link oauthLink(Wire.OauthBody body);

    @RequestLine(value = "GET /workspaces/{ws}/products?limit={limit}&offset={offset}", decodeSlash = false)
    Wire.Page<Wire.Named> products(@Param("ws") String ws, @Param("limit") int limit, @Param("offset") int offset);

    @RequestLine(value = "POST /workspaces/{ws}/products", decodeSlash = false)
    Wire.Named createProduct(@Param("ws") String ws, Wire.ProductBody product);

    @RequestLine(value = "GET /workspaces/{ws}/sequences?limit={limit}&offset={offset}", decodeSlash = false)
    Wire.Page<Wire.Named> sequences(@Param("ws") String ws, @Param("limit") int limit, @Param("offset") int offset);

    @RequestLine(value = "POST /workspaces/{ws}/sequences", decodeSlash = false)
    Wire.Named createSequence(@Param("ws") String ws, Wire.SequenceBody sequence);

    @RequestLine(value = "GET /workspaces/{ws}/sequences/{id}", decodeSlash = false)
    Wire.Sequence sequence(@Param("ws") String ws, @Param("id") String id);

    @RequestLine(value = "PUT /workspaces/{ws}/sequences/{id}", decodeSlash = false)
    void settings(@Param("ws") String ws, @Param("id") String id, Wire.SequenceSettings settings);

    @RequestLine(value = "DELETE /workspaces/{ws}/sequences/{id}", decodeSlash = false)
    void removeSequence(@Param("ws") String ws, @Param("id") String id);

    @RequestLine(value = "PUT /workspaces/{ws}/sequences/{id}/steps", decodeSlash = false)
    void steps(@Param("ws") String ws, @Param("id") String id, Wire.Steps steps);

    @RequestLine(value = "PUT /workspaces/{ws}/sequences/{id}/schedules", decodeSlash = false)
    void schedules(@Param("ws") String ws, @Param("id") String id, Wire.Schedules schedules);

    @RequestLine(value = "PUT /workspaces/{ws}/sequences/{id}/mailboxes", decodeSlash = false)
    void mailboxesOf(@Param("ws") String ws, @Param("id") String id, Wire.MailboxIds mailboxes);

    @RequestLine(value = "PUT /workspaces/{ws}/sequences/{id}/status", decodeSlash = false)
    void status(@Param("ws") String ws, @Param("id") String id, Wire.Status status);

    @RequestLine(value = "PUT /workspaces/{ws}/sequences/{id}/contacts", decodeSlash = false)
    void enrol(@Param("ws") String ws, @Param("id") String id, Wire.ContactIds contacts);

    @RequestLine(value = "GET /workspaces/{ws}/sending-data?limit={limit}&offset={offset}", decodeSlash = false)
    Wire.Page<Wire.SendingRow> sendingData(
            @Param("ws") String ws, @Param("limit") int limit, @Param("offset") int offset);

    @RequestLine(
            value = "GET /workspaces/{ws}/threads?limit={limit}&offset={offset}&filter=unread",
            decodeSlash = false)
    Wire.Page<Wire.Thread> unread(@Param("ws") String ws, @Param("limit") int limit, @Param("offset") int offset);

    @RequestLine(
            value = "GET /workspaces/{ws}/threads?limit={limit}&offset={offset}&filter=all&q={q}",
            decodeSlash = false)
    Wire.Page<Wire.Thread> search(
            @Param("ws") String ws, @Param("limit") int limit, @Param("offset") int offset, @Param("q") String q);

    @RequestLine(value = "GET /workspaces/{ws}/threads/{id}", decodeSlash = false)
    Wire.ThreadDetail thread(@Param("ws") String ws, @Param("id") String id);

    @RequestLine(value = "POST /workspaces/{ws}/mailboxes/{mailbox}/emails/{email}/reply", decodeSlash = false)
    void reply(
            @Param("ws") String ws, @Param("mailbox") String mailbox, @Param("email") String email, Wire.Reply reply);

    @RequestLine(
            value = "GET /workspaces/{ws}/integrations/webhooks?limit={limit}&offset={offset}",
            decodeSlash = false)
    Wire.Page<Wire.Webhook> webhooks(@Param("ws") String ws, @Param("limit") int limit, @Param("offset") int offset);

    @RequestLine(value = "GET /workspaces/{ws}/integrations/webhooks/{id}", decodeSlash = false)
    Wire.Webhook webhook(@Param("ws") String ws, @Param("id") String id);

    @RequestLine(value = "POST /workspaces/{ws}/integrations/webhooks", decodeSlash = false)
    Wire.MadeWebhook createWebhook(@Param("ws") String ws, Wire.WebhookBody webhook);

    @RequestLine(value = "DELETE /workspaces/{ws}/integrations/webhooks/{id}", decodeSlash = false)
    void removeWebhook(@Param("ws") String ws, @Param("id") String id);
}
