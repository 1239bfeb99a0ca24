package io.agencyos.adapters.out.sandbox.salesforge;

import io.agencyos.adapters.out.sandbox.faults.FaultKind;
import io.agencyos.adapters.out.sandbox.faults.Faults;
import io.agencyos.adapters.out.sandbox.http.Json;
import io.agencyos.adapters.out.sandbox.ledger.LedgerRow;
import io.agencyos.adapters.out.sandbox.population.Population;
import io.agencyos.adapters.out.sandbox.population.Recipient;
import io.agencyos.adapters.out.sandbox.truth.ReplyIntent;
import io.agencyos.adapters.out.sandbox.world.Act;
import io.agencyos.adapters.out.sandbox.world.Elsewhere;
import io.agencyos.adapters.out.sandbox.world.Mail;
import io.agencyos.adapters.out.sandbox.world.Reaction;
import io.agencyos.adapters.out.sandbox.world.Reactions;
import io.agencyos.adapters.out.sandbox.world.World;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/** From enrolment to sending: waits for an active sequence, a live mailbox, its schedule and its daily limit. */
final class DeliveryLoop {

    private static final Duration MAILBOX_RETRY = Duration.ofHours(1);
    private static final int NEXT_DAY_SPREAD_MINUTES = 60;

    private final World world;
    private final Reactions reactions;
    private final Faults faults;
    private final SalesforgeSettings settings;
    private final WebhookSender webhooks;
    private final ReactionEffects effects;

    DeliveryLoop(
            World world,
            Reactions reactions,
            Faults faults,
            SalesforgeSettings settings,
            WebhookSender webhooks,
            Supplier<Elsewhere> elsewhere) {
        this.world = world;
        this.reactions = reactions;
        this.faults = faults;
        this.settings = settings;
        this.webhooks = webhooks;
        this.effects = new ReactionEffects(world, settings, webhooks, elsewhere);
    }

    /** A contact joined a sequence: written to the ledger, and due if the sequence is already running. */
    void enrolled(Workspace workspace, Enrolment enrolment) {
        world.ledger().add(row(LedgerRow.Kind.ENROLMENT, workspace, enrolment, mailboxOf(workspace, enrolment)));
        if (workspace.forbidden(enrolment.contact)) {
            enrolment.state = Enrolment.State.DNC;
        } else if (enrolment.sequence.status == Sequence.Status.ACTIVE) {
            plan(workspace, enrolment);
        }
    }

    /** A sequence was switched on: everybody who waits in it becomes due. */
    void activated(Workspace workspace, Sequence sequence) {
        sequence.enrolments.stream()
                .filter(enrolment -> enrolment.unsent() && enrolment.scheduled == null)
                .forEach(enrolment -> plan(workspace, enrolment));
    }

    /** The list grew: what is unsent to these contacts will not be sent. */
    void forbidden(Workspace workspace) {
        workspace.enrolments.stream()
                .filter(enrolment -> enrolment.unsent() && workspace.forbidden(enrolment.contact))
                .forEach(enrolment -> enrolment.state = Enrolment.State.DNC);
    }

    private void plan(Workspace workspace, Enrolment enrolment) {
        int spread = (int) Math.max(1, settings.sendDelay().toSeconds());
        Instant earliest = world.now()
                .plus(settings.sendDelay())
                .plusSeconds(world.dice().between(0, spread, "send", enrolment.emailId));
        due(workspace, enrolment, enrolment.sequence.nextOpening(earliest));
    }

    private void due(Workspace workspace, Enrolment enrolment, Instant at) {
        enrolment.scheduled = at;
        world.schedule(at, "send " + enrolment.emailId, () -> attempt(workspace, enrolment));
    }

    private void attempt(Workspace workspace, Enrolment enrolment) {
        if (!enrolment.unsent()) {
            return;
        }
        if (enrolment.sequence.status != Sequence.Status.ACTIVE) {
            enrolment.scheduled = null;
            return;
        }
        Mailbox mailbox = workspace.mailboxes.get(mailboxOf(workspace, enrolment));
        if (mailbox == null) {
            enrolment.state = Enrolment.State.FAILED;
            return;
        }
        if (faults.strikes(FaultKind.MAILBOX_ACCESS_LOST, "send " + mailbox.address, enrolment.emailId)) {
            mailbox.status = "access_lost";
            mailbox.disconnectReason = "invalid credentials";
        }
        if (!mailbox.active()) {
            due(workspace, enrolment, enrolment.sequence.nextOpening(world.now().plus(MAILBOX_RETRY)));
            return;
        }
        LocalDate day = LocalDate.ofInstant(world.now(), enrolment.sequence.zone());
        if (mailbox.sentByDay.getOrDefault(day, 0) >= mailbox.dailyEmailLimit) {
            due(workspace, enrolment, enrolment.sequence.nextOpening(nextDay(day, enrolment)));
            return;
        }
        Optional<Sequence.Rendered> rendered = enrolment.sequence.render(enrolment.contact);
        if (rendered.isEmpty()) {
            enrolment.state = Enrolment.State.FAILED;
            return;
        }
        mailbox.sentByDay.merge(day, 1, Integer::sum);
        deliver(workspace, enrolment, mailbox, rendered.get());
    }

    private Instant nextDay(LocalDate day, Enrolment enrolment) {
        return day.plusDays(1)
                .atStartOfDay(enrolment.sequence.zone())
                .plusMinutes(world.dice().between(0, NEXT_DAY_SPREAD_MINUTES, "overflow", enrolment.emailId))
                .toInstant();
    }

    private void deliver(Workspace workspace, Enrolment enrolment, Mailbox mailbox, Sequence.Rendered rendered) {
        enrolment.mailbox = mailbox;
        enrolment.sent = world.now();
        enrolment.state = Enrolment.State.FINISHED;
        enrolment.subject = rendered.subject();
        enrolment.html = rendered.html();
        world.ledger().add(row(LedgerRow.Kind.EMAIL, workspace, enrolment, mailbox.id));
        webhooks.tell(
                workspace,
                enrolment,
                "email_sent",
                "1",
                Json.object("emailSentData", Json.object("step", 1, "ai_generated", false)));
        Contact contact = enrolment.contact;
        String address = Population.canonical(contact.email);
        Recipient reader = world.population()
                .reader(address, contact.firstName, contact.lastName, contact.company, contact.position);
        Mail mail = new Mail(
                workspace.name, mailbox.fullName(), mailbox.address, address, rendered.subject(), rendered.html());
        boolean saidStop = world.ledger().hasStopped(address, world.now());
        int ordinal = world.nextOrdinal(workspace.name, address);
        boolean refused = world.population().isToldToBounce(address);
        for (Reaction reaction : reactions.to(mail, reader, world.now(), ordinal, saidStop)) {
            String name = "react " + enrolment.emailId;
            Runnable effect = () -> effects.of(workspace, enrolment, mailbox, reader, reaction);
            if (refused) {
                // whoever made the address up has told so
                world.schedule(reaction.at(), name, effect);
            } else {
                world.act(reaction.at(), name, effect);
            }
        }
    }

    void answered(Workspace workspace, Enrolment enrolment, ReplyIntent intent, String text) {
        react(workspace, enrolment, new Reaction.Replied(world.now(), intent, text));
    }

    /** What a reader does who is told to; refuses what this vendor would not tell of. */
    Runnable told(Workspace workspace, Enrolment enrolment, Act act) {
        Reaction reaction = ToldReaders.of(world.now(), enrolment, act);
        return () -> react(workspace, enrolment, reaction);
    }

    private void react(Workspace workspace, Enrolment enrolment, Reaction reaction) {
        Mailbox mailbox = Objects.requireNonNull(enrolment.mailbox);
        Contact contact = enrolment.contact;
        Recipient reader = world.population()
                .reader(
                        Population.canonical(contact.email),
                        contact.firstName,
                        contact.lastName,
                        contact.company,
                        contact.position);
        effects.of(workspace, enrolment, mailbox, reader, reaction);
    }

    private static String mailboxOf(Workspace workspace, Enrolment enrolment) {
        return enrolment.sequence.mailboxIds.stream()
                .filter(workspace.mailboxes::containsKey)
                .findFirst()
                .orElse("");
    }

    private LedgerRow row(LedgerRow.Kind kind, Workspace workspace, Enrolment enrolment, String mailboxId) {
        Mailbox mailbox = workspace.mailboxes.get(mailboxId);
        Contact contact = enrolment.contact;
        String planned = contact.customVars.getOrDefault("aos_subject", "");
        return new LedgerRow(
                0,
                kind,
                "salesforge",
                world.now(),
                workspace.id,
                Population.canonical(contact.email),
                enrolment.subject.isEmpty() ? planned : enrolment.subject,
                contact.customVars.getOrDefault("aos_key", ""),
                mailbox == null ? "" : mailbox.address,
                contact.id,
                enrolment.sequence.id,
                enrolment.emailId);
    }
}
