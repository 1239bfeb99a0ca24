package io.agencyos.adapters.out.sandbox.salesforge;

import io.agencyos.adapters.out.sandbox.http.Json;
import io.agencyos.adapters.out.sandbox.population.Recipient;
import io.agencyos.adapters.out.sandbox.truth.MessageFeatures;
import io.agencyos.adapters.out.sandbox.truth.PlantedTruth;
import io.agencyos.adapters.out.sandbox.truth.ReplyIntent;
import io.agencyos.adapters.out.sandbox.world.Aftermath;
import io.agencyos.adapters.out.sandbox.world.Elsewhere;
import io.agencyos.adapters.out.sandbox.world.OptOutLink;
import io.agencyos.adapters.out.sandbox.world.Outgoing;
import io.agencyos.adapters.out.sandbox.world.Reaction;
import io.agencyos.adapters.out.sandbox.world.World;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the vendor makes of a reader's reaction: states, threads, webhooks. */
final class ReactionEffects {

    private static final DateTimeFormatter QUOTED =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy 'at' HH:mm", Locale.ENGLISH);

    private final Supplier<Elsewhere> elsewhere;
    private final World world;
    private final SalesforgeSettings settings;
    private final WebhookSender webhooks;

    /** @param elsewhere by what people answer who answer by something else than mail */
    ReactionEffects(World world, SalesforgeSettings settings, WebhookSender webhooks, Supplier<Elsewhere> elsewhere) {
        this.elsewhere = elsewhere;
        this.world = world;
        this.settings = settings;
        this.webhooks = webhooks;
    }

    void of(Workspace workspace, Enrolment enrolment, Mailbox mailbox, Recipient reader, Reaction reaction) {
        Aftermath.of(world, reader, workspace.id, mailbox.address, reaction);
        switch (reaction) {
            case Reaction.Bounced bounced -> bounced(workspace, enrolment, mailbox, reader, bounced);
            case Reaction.Opened opened -> opened(workspace, enrolment, opened);
            case Reaction.Clicked clicked -> clicked(workspace, enrolment, clicked);
            case Reaction.Replied replied -> replied(workspace, enrolment, mailbox, reader, replied);
            case Reaction.Unsubscribed _ -> unsubscribed(workspace, enrolment);
            // the vendor has no complaint event: the domain's feedback loop would have one
            case Reaction.Complained _, Reaction.Booked _ -> {}
        }
    }

    private void bounced(
            Workspace workspace, Enrolment enrolment, Mailbox mailbox, Recipient reader, Reaction.Bounced bounced) {
        enrolment.state = Enrolment.State.BOUNCED;
        MailThread thread = thread(workspace, enrolment, mailbox);
        thread.replyType = "bounced";
        receive(
                thread,
                "Undeliverable: " + enrolment.subject,
                bounced.diagnostic(),
                "mailer-daemon@" + reader.domain());
        webhooks.tell(
                workspace,
                enrolment,
                "email_bounced",
                "1",
                Json.object("emailBouncedData", Json.object("reason", bounced.diagnostic())));
    }

    private void opened(Workspace workspace, Enrolment enrolment, Reaction.Opened opened) {
        if (!enrolment.sequence.opensTracked()) {
            return;
        }
        enrolment.opened = enrolment.opened == null ? world.now() : enrolment.opened;
        webhooks.tell(workspace, enrolment, "email_opened", world.now().toString(), Map.of());
    }

    private void clicked(Workspace workspace, Enrolment enrolment, Reaction.Clicked clicked) {
        if (!enrolment.sequence.clicksTracked()) {
            return;
        }
        enrolment.clicked = enrolment.clicked == null ? world.now() : enrolment.clicked;
        webhooks.tell(
                workspace,
                enrolment,
                "link_clicked",
                world.now() + clicked.url(),
                Json.object("linkClickedData", Json.object("url", clicked.url())));
    }

    private void replied(
            Workspace workspace, Enrolment enrolment, Mailbox mailbox, Recipient reader, Reaction.Replied replied) {
        if (saidElsewhere(enrolment, reader, replied)) {
            return;
        }
        boolean away = replied.intent() == ReplyIntent.OUT_OF_OFFICE;
        enrolment.state = away ? Enrolment.State.OOO : Enrolment.State.REPLIED;
        MailThread thread = thread(workspace, enrolment, mailbox);
        thread.replyType = away ? "ooo" : "lead_replied";
        thread.positive = replied.intent().positive();
        thread.labelId = thread.positive ? "lbl_positive" : away ? "lbl_ooo" : thread.labelId;
        String subject = (replied.intent().fromMachine() ? "Automatic reply: " : "Re: ") + enrolment.subject;
        receive(thread, subject, replied.text() + quote(enrolment, mailbox, reader), writtenFrom(enrolment, reader));
        Map<String, @Nullable Object> data = Json.object("emailRepliedData", Json.object("text", replied.text()));
        webhooks.tell(workspace, enrolment, "email_replied", world.now().toString(), data);
        if (!replied.intent().fromMachine()) {
            webhooks.tell(
                    workspace,
                    enrolment,
                    thread.positive ? "positive_reply" : "negative_reply",
                    world.now().toString(),
                    data);
        }
    }

    /** Some take their telephone instead, and the vendor of mail hears nothing of it. */
    private boolean saidElsewhere(Enrolment enrolment, Recipient reader, Reaction.Replied replied) {
        return settings.aliases()
                && !replied.intent().fromMachine()
                && world.dice().hits(PlantedTruth.ANSWERS_BY_TEXT, "by text", enrolment.emailId)
                && elsewhere.get().says(reader, replied.text());
    }

    /** Whoever has an alias answers from it, always the same. */
    private String writtenFrom(Enrolment enrolment, Recipient reader) {
        boolean elsewhere =
                settings.aliases() && world.dice().hits(PlantedTruth.ANSWERS_BY_ALIAS, "alias", enrolment.contact.id);
        return elsewhere ? "desk-of-" + reader.address() : reader.address();
    }

    private void unsubscribed(Workspace workspace, Enrolment enrolment) {
        Optional<String> link = settings.followOptOutLinks() ? OptOutLink.in(enrolment.html) : Optional.empty();
        if (link.isPresent()) {
            world.call(new Outgoing(
                    enrolment.contact.id,
                    link.get(),
                    "application/x-www-form-urlencoded",
                    "List-Unsubscribe=One-Click",
                    at -> Map.of()));
            return;
        }
        enrolment.state = Enrolment.State.UNSUBSCRIBED;
        webhooks.tell(workspace, enrolment, "contact_unsubscribed", "1", Map.of());
    }

    private MailThread thread(Workspace workspace, Enrolment enrolment, Mailbox mailbox) {
        return workspace.threads.computeIfAbsent("thr_" + world.dice().id("thread", enrolment.emailId), id -> {
            MailThread thread = new MailThread(id, enrolment, mailbox);
            thread.entries.add(new MailThread.Entry(
                    enrolment.emailId,
                    enrolment.subject,
                    enrolment.html,
                    Objects.requireNonNull(enrolment.sent),
                    true,
                    mailbox.address,
                    enrolment.contact.email));
            return thread;
        });
    }

    private void receive(MailThread thread, String subject, String content, String from) {
        String id = "eml_" + world.dice().id("received", thread.id, thread.entries.size(), world.now());
        thread.entries.add(
                new MailThread.Entry(id, subject, content, world.now(), false, from, thread.mailbox.address));
        thread.unread = true;
    }

    /** Three readers of four leave our message below their answer. */
    private String quote(Enrolment enrolment, Mailbox mailbox, Recipient reader) {
        if (world.dice().hits(250_000, "no-quote", enrolment.emailId)) {
            return "";
        }
        String when = QUOTED.format(
                Objects.requireNonNull(enrolment.sent).atZone(reader.traits().zone()));
        return "\n\nOn " + when + ", " + mailbox.fullName() + " <" + mailbox.address + "> wrote:\n> "
                + MessageFeatures.plain(enrolment.html).replace("\n", "\n> ");
    }
}
