package io.agencyos.adapters.out.salesforge;

import io.agencyos.application.outreach.channel.EmailCommand;
import io.agencyos.application.outreach.channel.LookupOutcome;
import io.agencyos.application.outreach.channel.SendOutcome;
import io.agencyos.application.outreach.channel.SendSemantics;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Answers inside a thread. Nothing keeps the vendor from sending one twice, so they are never requeued. Source: salesforge 6. */
final class ThreadAnswers {

    static final SendSemantics SEMANTICS = new SendSemantics(false, true, Duration.ofMinutes(2), false);

    private static final Duration SKEW = Duration.ofSeconds(60);

    private final MailboxAddresses addresses;

    ThreadAnswers(MailboxAddresses addresses) {
        this.addresses = addresses;
    }

    SendOutcome send(Connection connection, EmailCommand command) {
        Optional<VendorFailure> impossible = EmailChecks.answer(command);
        if (impossible.isPresent()) {
            return new SendOutcome.Rejected(impossible.get());
        }
        return switch (target(connection, command)) {
            case Result.Err<ThreadRef, VendorFailure>(VendorFailure failure) -> new SendOutcome.Rejected(failure);
            case Result.Ok<ThreadRef, VendorFailure>(ThreadRef ref) -> post(connection, command, ref);
        };
    }

    private static SendOutcome post(Connection connection, EmailCommand command, ThreadRef ref) {
        Wire.Reply reply = new Wire.Reply(command.htmlBody(), List.of(), List.of(), true, List.of());
        return switch (connection
                .calls()
                .write(
                        "reply",
                        () -> connection.api().reply(connection.workspace(), ref.mailboxId(), ref.emailId(), reply))) {
            case Result.Ok<Boolean, VendorFailure> ok -> new SendOutcome.Accepted(vendorRef(command));
            case Result.Err<Boolean, VendorFailure>(VendorFailure failure) -> Failures.outcome(failure);
        };
    }

    private static Result<ThreadRef, VendorFailure> target(Connection connection, EmailCommand command) {
        Optional<ThreadRef> ref = Optional.ofNullable(command.answerTo()).flatMap(ThreadRef::parse);
        if (ref.isEmpty()) {
            return Result.err(Failures.invalid("send", "answer_to", "there is no thread to answer in"));
        }
        return connection
                .foreign("send", ref.get().workspaceId())
                .<Result<ThreadRef, VendorFailure>>map(Result::err)
                .orElseGet(() -> Result.ok(ref.get()));
    }

    private static String vendorRef(EmailCommand command) {
        return "reply/" + command.idempotencyKey();
    }

    /** Found when the thread shows a message from our mailbox with the same text since the call. */
    LookupOutcome lookup(Connection connection, EmailCommand command, Instant since) {
        if (!(target(connection, command) instanceof Result.Ok<ThreadRef, VendorFailure>(ThreadRef ref))) {
            return new LookupOutcome.Absent();
        }
        Result<Wire.ThreadDetail, VendorFailure> read = connection
                .calls()
                .read("thread", () -> connection.api().thread(connection.workspace(), ref.threadId()));
        return switch (read) {
            case Result.Err<Wire.ThreadDetail, VendorFailure>(VendorFailure failure) ->
                new LookupOutcome.Inconclusive(failure.kind());
            case Result.Ok<Wire.ThreadDetail, VendorFailure>(Wire.ThreadDetail thread) ->
                switch (addresses.of(connection, ref.mailboxId())) {
                    case Result.Err<String, VendorFailure>(VendorFailure failure) ->
                        new LookupOutcome.Inconclusive(failure.kind());
                    case Result.Ok<String, VendorFailure>(String ours) -> find(thread, ours, command, since);
                };
        };
    }

    private static LookupOutcome find(Wire.ThreadDetail thread, String ours, EmailCommand command, Instant since) {
        String text = Texts.fingerprint(command.htmlBody());
        return thread.mails().stream()
                .filter(mail -> ours.equalsIgnoreCase(Texts.orEmpty(mail.fromAddress())))
                .filter(mail -> mail.date() != null && !mail.date().isBefore(since.minus(SKEW)))
                .filter(mail -> sameText(Texts.orEmpty(mail.content()), text))
                .findFirst()
                .<LookupOutcome>map(mail -> new LookupOutcome.Found(vendorRef(command), mail.date()))
                .orElseGet(LookupOutcome.Absent::new);
    }

    /** With or without the history that the vendor was asked to append. */
    private static boolean sameText(String content, String fingerprint) {
        return Texts.fingerprint(content).equals(fingerprint)
                || Texts.fingerprint(Texts.withoutHistory(content)).equals(fingerprint);
    }
}
