package io.agencyos.adapters.out.sandbox.salesforge;

import io.agencyos.adapters.out.sandbox.faults.Faults;
import io.agencyos.adapters.out.sandbox.http.Json;
import io.agencyos.adapters.out.sandbox.truth.MessageFeatures;
import io.agencyos.adapters.out.sandbox.world.Outgoing;
import io.agencyos.adapters.out.sandbox.world.Pushes;
import io.agencyos.adapters.out.sandbox.world.World;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Builds the vendor's webhooks and signs them, if no fault says otherwise. */
final class WebhookSender {

    private final World world;
    private final Pushes pushes;

    WebhookSender(World world, Faults faults) {
        this.world = world;
        this.pushes = new Pushes(world, faults);
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
        pushes.push(contact.id, hook.type + " " + contact.email, eventId, (signed, heard) -> {
            String body = heard ? Json.write(payload.get()) : "";
            return new Outgoing(
                    contact.id,
                    hook.url,
                    "application/json",
                    body,
                    at -> signed ? Signatures.headers(hook.secret, eventId, at, body) : Signatures.unsigned(eventId));
        });
    }
}
