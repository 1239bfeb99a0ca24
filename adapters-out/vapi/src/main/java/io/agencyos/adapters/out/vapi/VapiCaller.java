package io.agencyos.adapters.out.vapi;

import io.agencyos.adapters.out.vendorhttp.CallBudget;
import io.agencyos.adapters.out.vendorhttp.Fields;
import io.agencyos.adapters.out.vendorhttp.MonotonicTime;
import io.agencyos.adapters.out.vendorhttp.SendOutcomes;
import io.agencyos.adapters.out.vendorhttp.Ways;
import io.agencyos.application.outreach.channel.LookupOutcome;
import io.agencyos.application.outreach.channel.SendOutcome;
import io.agencyos.application.outreach.channel.SendSemantics;
import io.agencyos.application.outreach.channel.VoiceCaller;
import io.agencyos.application.outreach.channel.VoiceCommand;
import io.agencyos.application.outreach.channel.VoiceScript;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.id.ClientId;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Calls by this vendor, one in a request. Source: vapi 4, 7. */
final class VapiCaller implements VoiceCaller {

    private static final Duration TOTAL = Duration.ofSeconds(30);
    private static final SendSemantics SEMANTICS = new SendSemantics(false, true, Duration.ofMinutes(3), true);
    private static final int LONGEST_NAME = 40;
    /** Lines of the organisation that we never take, for whoever calls back. Source: vapi 1. */
    private static final long FOR_INBOUND = 1;

    private final Ways<VapiAccount, Connection> ways;
    private final Assistants assistants;
    private final Lines lines;
    private final ClockPort clock;
    private final MonotonicTime time;
    /** Until when an organisation has no line left. */
    private final Map<VapiAccount, Instant> full = new ConcurrentHashMap<>();

    VapiCaller(
            Ways<VapiAccount, Connection> ways,
            Assistants assistants,
            Lines lines,
            ClockPort clock,
            MonotonicTime time) {
        this.ways = ways;
        this.assistants = assistants;
        this.lines = lines;
        this.clock = clock;
        this.time = time;
    }

    @Override
    public SendOutcome send(VoiceCommand command) {
        if (command.assistantRef().isBlank() || command.lineRef().isBlank()) {
            return new SendOutcome.Rejected(
                    Failures.invalid("send", "assistant", "a call needs an assistant and a line"));
        }
        return CallBudget.within(
                TOTAL,
                time,
                () -> ways.of(command.clientId(), "send")
                        .fold(connection -> send(connection, command), SendOutcomes::of));
    }

    private SendOutcome send(Connection connection, VoiceCommand command) {
        Instant until = full.get(connection.account());
        if (until != null && clock.now().isBefore(until)) {
            return SendOutcomes.of(new VendorFailure.RateLimited(
                    Failures.details("send", "all lines of the organisation are taken"),
                    Duration.between(clock.now(), until)));
        }
        return lines.idOf(connection, command.clientId(), command.lineRef())
                .fold(line -> dial(connection, command, line), VapiCaller::undialled);
    }

    private SendOutcome dial(Connection connection, VoiceCommand command, String line) {
        if (!CarriedAssistants.isOne(command.assistantRef())) {
            return dial(connection, line, body(command, line, command.assistantRef(), null));
        }
        return assistants
                .toTakeAlong(connection, command.assistantRef())
                .map(assistant -> dial(connection, line, body(command, line, null, assistant)))
                .orElseGet(() -> new SendOutcome.Rejected(
                        Failures.invalid("send", "assistant", "its words are not kept any more")));
    }

    private SendOutcome dial(Connection connection, String line, Wire.Call call) {
        return connection
                .starting()
                .apply(line)
                .write("send", () -> connection.api().call(call))
                .fold(answer -> outcome(connection, answer), SendOutcomes::of);
    }

    /** Without a line nobody was called, whatever kept us from it. */
    private static SendOutcome undialled(VendorFailure failure) {
        SendOutcome outcome = SendOutcomes.of(failure);
        return outcome instanceof SendOutcome.Ambiguous ? new SendOutcome.NotAccepted(failure, null) : outcome;
    }

    private static Wire.Call body(
            VoiceCommand command, String line, @Nullable String assistantId, @Nullable JsonNode assistant) {
        String key = command.idempotencyKey();
        Map<String, String> facts = new HashMap<>(command.facts());
        facts.put("aos_key", key);
        String name = command.toName().length() > LONGEST_NAME
                ? command.toName().substring(0, LONGEST_NAME)
                : command.toName();
        return new Wire.Call(
                key,
                assistantId,
                assistant,
                line,
                new Wire.Customer(command.to().e164(), name, key, true),
                new Wire.Overrides(
                        facts,
                        Map.of(
                                "aos_key",
                                key,
                                "clientId",
                                command.clientId().value().toString()),
                        command.longestSeconds()));
    }

    private SendOutcome outcome(Connection connection, JsonNode answer) {
        JsonNode firstError = answer.path("errors").path(0);
        if (firstError.isObject()) {
            String told = Fields.text(firstError, "error").orElse("refused");
            return SendOutcomes.of(Failures.badRequest(Failures.told(Failures.details("send", "refused"), told)));
        }
        JsonNode limits = answer.path("subscriptionLimits");
        if (Fields.whole(limits, "remainingConcurrentCalls")
                .filter(left -> left <= FOR_INBOUND)
                .isPresent()) {
            full.put(connection.account(), clock.now().plus(Failures.BUSY));
        }
        return SendOutcomes.accepted(Fields.text(answer, "id"), Failures.details("send", "a call without an id"));
    }

    @Override
    public LookupOutcome lookup(VoiceCommand command, Instant since) {
        return ways.of(command.clientId(), "lookup")
                .flatMap(connection -> lines.idOf(connection, command.clientId(), command.lineRef())
                        .map(line -> Lookup.of(connection, command, line, since)))
                .fold(outcome -> outcome, failure -> new LookupOutcome.Inconclusive(failure.kind()));
    }

    @Override
    public SendSemantics semanticsOf(VoiceCommand command) {
        return SEMANTICS;
    }

    @Override
    public Capabilities capabilities() {
        return new Capabilities(true, true, true);
    }

    @Override
    public Result<State, VendorFailure> report(ClientId client, String vendorRef) {
        return call(client, "report", vendorRef).map(call -> state(call));
    }

    private static State state(JsonNode call) {
        String status = Fields.text(call, "status").orElse("");
        return status.equals("ended") && Fields.text(call, "endedReason").isPresent()
                ? new State.Ended(Reports.of(call, call.path("assistant")))
                : new State.Pending(status);
    }

    private Result<JsonNode, VendorFailure> call(ClientId client, String operation, String vendorRef) {
        return ways.of(client, operation)
                .flatMap(connection -> connection
                        .calls()
                        .read(operation, () -> connection.api().call(vendorRef)));
    }

    @Override
    public Result<Boolean, VendorFailure> hangUp(ClientId client, String vendorRef) {
        return ways.of(client, "hang up")
                .flatMap(connection -> connection
                        .calls()
                        .read("hang up", () -> connection.api().call(vendorRef))
                        .flatMap(call -> {
                            Optional<URI> control = Fields.text(call.path("monitor"), "controlUrl")
                                    .map(URI::create);
                            boolean over = Fields.text(call, "status")
                                    .filter("ended"::equals)
                                    .isPresent();
                            return over || control.isEmpty() ? Result.ok(false) : ended(connection, control.get());
                        }));
    }

    private static Result<Boolean, VendorFailure> ended(Connection connection, URI control) {
        return connection
                .calls()
                .idempotent("hang up", () -> connection.control().end(control, new Wire.Control("end-call")))
                .fold(
                        done -> Result.ok(true),
                        failure -> failure instanceof VendorFailure.NotFound ? Result.ok(false) : Result.err(failure));
    }

    @Override
    public Optional<String> assistant(VoiceScript script) {
        return ways.of(script.clientId(), "assistant")
                .fold(connection -> assistants.known(connection.account(), script), failure -> Optional.empty());
    }

    @Override
    public Result<String, VendorFailure> ensureAssistant(VoiceScript script) {
        return ways.of(script.clientId(), "assistant").flatMap(connection -> assistants.ensure(connection, script));
    }

    @Override
    public Result<List<Standing>, VendorFailure> assistants(ClientId client) {
        return ways.of(client, "assistants").flatMap(connection -> assistants.standing(connection, client));
    }

    @Override
    public Result<Boolean, VendorFailure> removeAssistant(ClientId client, String assistantRef) {
        return ways.of(client, "remove assistant")
                .flatMap(connection -> assistants.removed(connection, client, assistantRef));
    }

    @Override
    public Result<Boolean, VendorFailure> checkConnection(ClientId client) {
        return ways.of(client, "check")
                .flatMap(connection ->
                        connection.calls().read("check", () -> connection.api().assistants(1)))
                .map(assistants -> true);
    }
}
