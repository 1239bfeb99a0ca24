package io.agencyos.adapters.out.sandbox.salesforge;

import io.agencyos.adapters.out.sandbox.faults.FaultKind;
import io.agencyos.adapters.out.sandbox.faults.Faults;
import io.agencyos.adapters.out.sandbox.http.Json;
import io.agencyos.adapters.out.sandbox.truth.MessageFeatures;
import io.agencyos.adapters.out.sandbox.world.Outgoing;
import io.agencyos.adapters.out.sandbox.world.World;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Builds the vendor's webhooks, signs them, and loses, doubles, swaps or unsigns them where a fault says so. */
final class WebhookSender {

    private final World world;
    private final Faults faults;
    private final Map<String, Outgoing> heldBack = new HashMap<>();

    WebhookSender(World world, Faults faults) {
        this.world = world;
        this.faults = faults;
    }

    /** Tells every interested hook of the workspace about an event of an enrolment. */
    void tell(
            Workspace workspace,
            Enrolment enrolment,
            String type,
            String identity,
            Map<String, @Nullable Object> extra) {
        for (Hook hook : workspace.hooks.values()) {
            if (hook.wants(type, enrolment.sequence.id)) {
                String eventId = "wh_" + world.dice().id("hook", hook.id, enrolment.emailId, type, identity);
                send(hook, enrolment.contact, eventId, () -> payload(workspace, enrolment, type, eventId, extra));
            }
        }
    }

    /** Tells every interested hook about an event of a contact outside any sequence. */
    void tell(Workspace workspace, Contact contact, String type, String identity, Map<String, @Nullable Object> extra) {
        for (Hook hook : workspace.hooks.values()) {
            if (hook.wants(type, "")) {
                String eventId = "wh_" + world.dice().id("hook", hook.id, contact.id, type, identity);
                send(hook, contact, eventId, () -> {
                    Map<String, @Nullable Object> payload = envelope(workspace, contact, type, eventId);
                    payload.putAll(extra);
                    return payload;
                });
            }
        }
    }

    private Map<String, @Nullable Object> payload(
            Workspace workspace,
            Enrolment enrolment,
            String type,
            String eventId,
            Map<String, @Nullable Object> extra) {
        Map<String, @Nullable Object> payload = envelope(workspace, enrolment.contact, type, eventId);
        payload.put("sequence", enrolment.sequence.brief());
        Mailbox mailbox = enrolment.mailbox;
        if (mailbox != null) {
            payload.put("mailbox", mailbox.brief());
            payload.put(
                    "sequenceEmail",
                    Json.object(
                            "emailId",
                            enrolment.emailId,
                            "fromEmail",
                            mailbox.address,
                            "fromName",
                            mailbox.fullName(),
                            "toEmail",
                            enrolment.contact.email,
                            "toName",
                            enrolment.contact.fullName(),
                            "subject",
                            enrolment.subject,
                            "content",
                            Json.object("text", MessageFeatures.plain(enrolment.html), "html", enrolment.html)));
        }
        payload.putAll(extra);
        return payload;
    }

    private Map<String, @Nullable Object> envelope(Workspace workspace, Contact contact, String type, String eventId) {
        return Json.object(
                "webhookInfo", Json.object("id", eventId, "eventTime", world.now(), "type", type),
                "workspace", workspace.brief(),
                "contact", contact.brief());
    }

    private void send(Hook hook, Contact contact, String eventId, Supplier<Map<String, @Nullable Object>> payload) {
        hook.sentCount++;
        String occasion = hook.type + " " + contact.email;
        if (faults.strikes(FaultKind.WEBHOOK_LOST, occasion, eventId)) {
            return;
        }
        boolean signed = !faults.strikes(FaultKind.WEBHOOK_UNSIGNED, occasion, eventId);
        boolean reordered = faults.strikes(FaultKind.WEBHOOK_REORDERED, occasion, eventId);
        // one that is held back may leave when everybody is listening again
        String body = world.isReliving() && !reordered ? "" : Json.write(payload.get());
        Outgoing call = new Outgoing(
                contact.id,
                hook.url,
                "application/json",
                body,
                at -> signed ? Signatures.headers(hook.secret, eventId, at, body) : Signatures.unsigned(eventId));
        if (reordered) {
            Outgoing earlier = heldBack.put(contact.id, call);
            if (earlier != null) {
                world.call(earlier);
            }
            return;
        }
        world.call(call);
        if (faults.strikes(FaultKind.WEBHOOK_DOUBLED, occasion, eventId)) {
            world.call(call);
        }
        Outgoing overtaken = heldBack.remove(contact.id);
        if (overtaken != null) {
            world.call(overtaken);
        }
    }
}
