package io.agencyos.adapters.out.salesforge;

import io.agencyos.adapters.out.vendorhttp.CallBudget;
import io.agencyos.adapters.out.vendorhttp.MonotonicTime;
import io.agencyos.application.outreach.channel.EmailCapabilities;
import io.agencyos.application.outreach.channel.EmailCommand;
import io.agencyos.application.outreach.channel.EmailSender;
import io.agencyos.application.outreach.channel.LookupOutcome;
import io.agencyos.application.outreach.channel.SendOutcome;
import io.agencyos.application.outreach.channel.SendSemantics;
import io.agencyos.domain.outreach.touch.TouchOrigin;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;

/** E-mail by carrier sequences, answers inside their thread. Source: salesforge 1, 5, 6, 10. */
final class SalesforgeSender implements EmailSender {

    private static final Duration TOTAL = Duration.ofSeconds(30);
    private static final SendSemantics SEMANTICS = new SendSemantics(false, true, Duration.ofMinutes(10), true);

    private final Connections connections;
    private final CarrierSender carriers;
    private final ThreadAnswers answers;
    private final DoNotContact list;
    private final Recalls recalls;
    private final MonotonicTime time;

    SalesforgeSender(
            Connections connections,
            CarrierSender carriers,
            ThreadAnswers answers,
            DoNotContact list,
            Recalls recalls,
            MonotonicTime time) {
        this.connections = connections;
        this.carriers = carriers;
        this.answers = answers;
        this.list = list;
        this.recalls = recalls;
        this.time = time;
    }

    @Override
    public SendOutcome send(EmailCommand command) {
        return CallBudget.within(TOTAL, time, () -> switch (connections.of(command.clientId(), "send")) {
            case Result.Err<Connection, VendorFailure>(VendorFailure failure) -> Failures.outcome(failure);
            case Result.Ok<Connection, VendorFailure>(Connection connection) ->
                answers(command) ? answers.send(connection, command) : carriers.send(connection, command);
        });
    }

    @Override
    public LookupOutcome lookup(EmailCommand command, Instant since) {
        return switch (connections.of(command.clientId(), "lookup")) {
            case Result.Err<Connection, VendorFailure>(VendorFailure failure) ->
                new LookupOutcome.Inconclusive(failure.kind());
            case Result.Ok<Connection, VendorFailure>(Connection connection) ->
                answers(command)
                        ? answers.lookup(connection, command, since)
                        : carriers.lookup(connection, command, since);
        };
    }

    private static boolean answers(EmailCommand command) {
        return command.origin() == TouchOrigin.REPLY || command.answerTo() != null;
    }

    @Override
    public SendSemantics semantics() {
        return SEMANTICS;
    }

    @Override
    public SendSemantics semanticsOf(EmailCommand command) {
        return answers(command) ? ThreadAnswers.SEMANTICS : SEMANTICS;
    }

    @Override
    public EmailCapabilities capabilities() {
        return new EmailCapabilities(false, false, false, false, false, false);
    }

    @Override
    public String slotFor(int earlierDispatches) {
        return String.valueOf(earlierDispatches + 1);
    }

    @Override
    public Result<Boolean, VendorFailure> suppress(ClientId client, Collection<EmailAddress> addresses) {
        return connections.of(client, "suppress").flatMap(connection -> list.suppress(connection, client, addresses));
    }

    @Override
    public Result<Boolean, VendorFailure> unsuppress(ClientId client, Collection<EmailAddress> addresses) {
        return connections
                .of(client, "unsuppress")
                .flatMap(connection -> list.unsuppress(connection, client, addresses));
    }

    @Override
    public Result<Recall, VendorFailure> recall(ClientId client, EmailAddress address) {
        return connections.of(client, "recall").flatMap(connection -> recalls.recall(connection, client, address));
    }

    @Override
    public Result<Boolean, VendorFailure> checkConnection(ClientId client) {
        return connections
                .of(client, "check")
                .flatMap(connection -> connection
                        .calls()
                        .read("me", () -> connection.api().me())
                        .flatMap(me -> connection
                                .calls()
                                .read("workspace", () -> connection.api().workspace(connection.workspace())))
                        .map(workspace -> true));
    }
}
