package io.agencyos.adapters.out.salesforge;

import io.agencyos.application.conversation.inbox.HookReader;
import io.agencyos.application.conversation.inbox.MailEvent;
import io.agencyos.application.conversation.inbox.MailEvent.About;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.id.ClientId;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The vendor's webhooks: their proof and their words. Source: salesforge 8. */
final class SalesforgeHooks implements HookReader {

    private static final Logger LOG = LoggerFactory.getLogger(SalesforgeHooks.class);
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String EVENT_ID = "x-salesforgeai-webhook-event-id";
    private static final String SIGNATURE = "x-salesforgeai-webhook-signature";
    private static final Duration TOLERANCE = Duration.ofSeconds(300);

    private final SalesforgeAccounts accounts;
    private final DoNotContact list;
    private final Recalls recalls;

    SalesforgeHooks(SalesforgeAccounts accounts, DoNotContact list, Recalls recalls) {
        this.accounts = accounts;
        this.list = list;
        this.recalls = recalls;
    }

    @Override
    public String vendor() {
        return Failures.VENDOR;
    }

    @Override
    public Result<String, Forgery> verify(Delivery delivery, List<String> secrets, Instant now) {
        Optional<String> eventId = header(delivery, EVENT_ID);
        Optional<HookSignature> signature = header(delivery, SIGNATURE).flatMap(HookSignature::parse);
        if (eventId.isEmpty() || signature.isEmpty()) {
            return Result.err(Forgery.SIGNATURE_MISSING);
        }
        if (!signature.get().fits(eventId.get(), delivery.body(), secrets)) {
            return Result.err(Forgery.SIGNATURE_WRONG);
        }
        Duration age = Duration.between(Instant.ofEpochSecond(signature.get().t()), now)
                .abs();
        return age.compareTo(TOLERANCE) > 0 ? Result.err(Forgery.TOO_OLD) : Result.ok(eventId.get());
    }

    private static Optional<String> header(Delivery delivery, String name) {
        return delivery.headers().getOrDefault(name, List.of()).stream()
                .filter(value -> !value.isBlank())
                .findFirst();
    }

    @Override
    public List<MailEvent> read(ClientId client, String eventKey, byte[] body) {
        JsonNode payload = parse(body);
        String type = text(payload, "/webhookInfo/type").orElseThrow(() -> unreadable("no type"));
        Instant at = instant(payload);
        if (foreign(client, payload)) {
            LOG.warn("vendor=salesforge client={} a webhook of another workspace is ignored", client.text());
            return List.of(new MailEvent.Noted(eventKey, at, "foreign_workspace"));
        }
        return event(client, payload, type, eventKey, at).stream().toList();
    }

    private Optional<MailEvent> event(ClientId client, JsonNode payload, String type, String key, Instant at) {
        About about = about(payload);
        return switch (type) {
            case "email_sent" ->
                Optional.of(new MailEvent.Sent(
                        key, at, about, text(payload, "/sequenceEmail/emailId").orElse(null)));
            case "email_opened" ->
                Optional.of(new MailEvent.Opened(key, at, about, agent(payload, "/emailOpenedData")));
            case "link_clicked" ->
                Optional.of(new MailEvent.Clicked(
                        key,
                        at,
                        about,
                        text(payload, "/linkClickedData/url").orElse(null),
                        agent(payload, "/linkClickedData")));
            case "email_bounced" -> {
                String diagnostic = diagnostic(payload);
                yield Optional.of(new MailEvent.Bounced(key, at, about, BounceText.classify(diagnostic), diagnostic));
            }
            case "email_replied" -> Optional.of(new MailEvent.ReplyNotice(key, at, whose(about)));
            case "contact_unsubscribed", "dnc_added" -> Optional.of(optOut(client, payload, about, type, key, at));
            case "label_changed" -> Optional.of(new MailEvent.Noted(key, at, label(payload)));
            default -> Optional.empty();
        };
    }

    /** Our own entries come back as events; only what somebody else did is an opt-out. */
    private MailEvent optOut(ClientId client, JsonNode payload, About about, String type, String key, Instant at) {
        EmailAddress who = text(payload, "/dncAddedData/value")
                .flatMap(ThreadReader::address)
                .orElseGet(() -> whose(about));
        boolean ours = list.echo(client, who, at) || recalls.echo(client, who, at);
        About named = new About(null, about.vendorRef(), null, about.mailbox(), who);
        return ours ? new MailEvent.Noted(key, at, type) : new MailEvent.OptedOut(key, at, named);
    }

    private static EmailAddress whose(About about) {
        EmailAddress recipient = about.recipient();
        if (recipient == null) {
            throw unreadable("no contact");
        }
        return recipient;
    }

    private static String label(JsonNode payload) {
        boolean booked = text(payload, "/labelChangedData/specialLabel")
                .filter("meeting_booked"::equals)
                .isPresent();
        return booked ? "label_meeting_booked" : "label_changed";
    }

    private static String diagnostic(JsonNode payload) {
        JsonNode data = payload.path("emailBouncedData");
        return data.isObject() ? data.toString() : "";
    }

    private static @Nullable String agent(JsonNode payload, String where) {
        return text(payload, where + "/userAgent").orElse(null);
    }

    private static About about(JsonNode payload) {
        Optional<String> ref = text(payload, "/sequence/id")
                .flatMap(sequence -> text(payload, "/contact/id").map(contact -> Flight.ref(sequence, contact)));
        Optional<EmailAddress> recipient = text(payload, "/contact/email")
                .or(() -> text(payload, "/sequenceEmail/toEmail"))
                .flatMap(ThreadReader::address);
        Optional<EmailAddress> mailbox = text(payload, "/mailbox/email")
                .or(() -> text(payload, "/sequenceEmail/fromEmail"))
                .flatMap(ThreadReader::address);
        return new About(null, ref.orElse(null), null, mailbox.orElse(null), recipient.orElse(null));
    }

    private boolean foreign(ClientId client, JsonNode payload) {
        Optional<String> workspace = text(payload, "/workspace/id");
        Optional<String> own = accounts.of(client).map(SalesforgeAccount::workspaceId);
        return workspace.isPresent() && !workspace.equals(own);
    }

    private static JsonNode parse(byte[] body) {
        try {
            JsonNode node = JSON.readTree(body);
            if (node.isObject()) {
                return node;
            }
        } catch (JacksonException notJson) {
            throw unreadable("not JSON");
        }
        throw unreadable("no object");
    }

    private static Instant instant(JsonNode payload) {
        String text = text(payload, "/webhookInfo/eventTime").orElseThrow(() -> unreadable("no time"));
        try {
            return Instant.parse(text);
        } catch (DateTimeException wrong) {
            throw unreadable("no time");
        }
    }

    private static Optional<String> text(JsonNode node, String pointer) {
        JsonNode found = node.at(pointer);
        return found.isString() && !found.stringValue().isBlank() ? Optional.of(found.stringValue()) : Optional.empty();
    }

    private static IllegalArgumentException unreadable(String what) {
        return new IllegalArgumentException("a webhook with " + what);
    }
}
