package io.agencyos.adapters.out.sandbox.salesforge;

import io.agencyos.adapters.out.sandbox.http.Body;
import io.agencyos.adapters.out.sandbox.http.Json;
import io.agencyos.adapters.out.sandbox.http.Refusal;
import io.agencyos.adapters.out.sandbox.http.Request;
import io.agencyos.adapters.out.sandbox.http.Response;
import io.agencyos.adapters.out.sandbox.http.Router;
import io.agencyos.adapters.out.sandbox.world.World;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** S7: mailboxes, connected by SMTP and IMAP or by a consent page that says yes at once. */
final class MailboxRoutes {

    private static final int DEFAULT_LIMIT = 30;

    private final Salesforge vendor;

    MailboxRoutes(Salesforge vendor) {
        this.vendor = vendor;
    }

    void register(Router router) {
        router.read(Salesforge.WS + "/mailboxes", this::list);
        router.write("POST", Salesforge.WS + "/mailboxes", this::connect);
        router.read(
                Salesforge.WS + "/mailboxes/{id}",
                request -> Response.ok(mailbox(request).json()));
        router.write("PATCH", Salesforge.WS + "/mailboxes/{id}", this::patch);
        router.write("DELETE", Salesforge.WS + "/mailboxes/{id}", request -> {
            vendor.workspace(request).mailboxes.remove(mailbox(request).id);
            return Response.noContent();
        });
        router.write("POST", Salesforge.CORE + "/mailboxes/oauth-link", this::oauthLink);
        router.read(
                "/_sandbox/consent/{target}",
                request -> new Response(302, Map.of("Location", request.path("target")), ""));
    }

    private Mailbox mailbox(Request request) {
        return vendor.workspace(request).mailbox(request.path("id"));
    }

    private Response list(Request request) {
        List<String> statuses = request.queries("statuses[]");
        List<String> addresses = request.queries("addresses[]").stream()
                .map(one -> one.toLowerCase(Locale.ROOT))
                .toList();
        List<String> ids = request.queries("mailbox_ids[]");
        List<String> excluded = request.queries("excluded_mailbox_ids[]");
        String search = request.query("search").orElse("").toLowerCase(Locale.ROOT);
        List<Mailbox> boxes = vendor.workspace(request).mailboxes.values().stream()
                .filter(box -> statuses.isEmpty() || statuses.contains(box.status))
                .filter(box -> addresses.isEmpty() || addresses.contains(box.address.toLowerCase(Locale.ROOT)))
                .filter(box -> ids.isEmpty() || ids.contains(box.id))
                .filter(box -> !excluded.contains(box.id))
                .filter(box -> (box.address + " " + box.fullName())
                        .toLowerCase(Locale.ROOT)
                        .contains(search))
                .toList();
        return Response.page(request, boxes, Mailbox::json, 10, 100);
    }

    private Response connect(Request request) {
        Workspace workspace = vendor.workspace(request);
        Body body = request.body();
        body.body("smtp").required("host");
        body.body("imap").required("host");
        return Response.created(
                add(workspace, body.required("address"), body, "custom").json());
    }

    private Mailbox add(Workspace workspace, String address, Body body, String provider) {
        boolean taken = vendor.workspaces.values().stream()
                .anyMatch(one -> one.mailboxAt(address).isPresent());
        if (taken) {
            throw new Refusal(409, "mailbox is connected already");
        }
        Mailbox mailbox = new Mailbox(
                vendor.id("mbox_", address.toLowerCase(Locale.ROOT)),
                address,
                body.text("firstName").orElse(""),
                body.text("lastName").orElse(""),
                vendor.world.now(),
                limit(body),
                body.text("signature").orElse(""),
                body.text("trackingDomain").orElse(""));
        mailbox.provider = provider;
        workspace.mailboxes.put(mailbox.id, mailbox);
        World world = vendor.world;
        world.schedule(
                world.now().plus(vendor.settings.connectDelay()), "connect " + mailbox.id, () -> activate(mailbox));
        return mailbox;
    }

    private static void activate(Mailbox mailbox) {
        if (mailbox.status.equals("pending")) {
            mailbox.status = "active";
        }
    }

    private static int limit(Body body) {
        int limit = body.number("dailyEmailLimit").orElse(DEFAULT_LIMIT);
        if (limit < 1 || limit > 100) {
            throw new Refusal(400, "dailyEmailLimit must be from 1 to 100");
        }
        return limit;
    }

    private Response patch(Request request) {
        Mailbox mailbox = mailbox(request);
        Body body = request.body();
        if (body.has("dailyEmailLimit")) {
            mailbox.dailyEmailLimit = limit(body);
        }
        mailbox.signature = body.text("signature").orElse(mailbox.signature);
        mailbox.trackingDomain = body.text("trackingDomain").orElse(mailbox.trackingDomain);
        return Response.ok(mailbox.json());
    }

    /** The call names no workspace: the mailbox joins the account's first, and consent is given as soon as the link is made. */
    private Response oauthLink(Request request) {
        Body body = request.body();
        String provider = body.required("provider");
        if (!List.of("google", "outlook").contains(provider)) {
            throw new Refusal(400, "provider must be google or outlook");
        }
        String target = URI.create(body.required("redirectUrl")).toString();
        Workspace workspace = vendor.workspaces.values().stream()
                .findFirst()
                .orElseThrow(() -> new Refusal(404, "workspace not found"));
        body.text("email")
                .ifPresent(email -> add(workspace, email, body, provider.equals("google") ? "gmail" : provider));
        String page = vendor.baseUrl + "/_sandbox/consent/" + URLEncoder.encode(target, StandardCharsets.UTF_8);
        return Response.ok(Json.object("url", page));
    }
}
