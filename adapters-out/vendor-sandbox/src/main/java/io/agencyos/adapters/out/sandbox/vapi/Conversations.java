package io.agencyos.adapters.out.sandbox.vapi;

import io.agencyos.adapters.out.sandbox.http.Json;
import io.agencyos.adapters.out.sandbox.http.Refusal;
import io.agencyos.adapters.out.sandbox.ledger.LedgerRow;
import io.agencyos.adapters.out.sandbox.population.Recipient;
import io.agencyos.adapters.out.sandbox.truth.Channel;
import io.agencyos.adapters.out.sandbox.truth.PlantedTruth;
import io.agencyos.adapters.out.sandbox.truth.ReplyIntent;
import io.agencyos.adapters.out.sandbox.world.Act;
import io.agencyos.adapters.out.sandbox.world.Aftermath;
import io.agencyos.adapters.out.sandbox.world.Answers;
import io.agencyos.adapters.out.sandbox.world.Outgoing;
import io.agencyos.adapters.out.sandbox.world.Pushes;
import io.agencyos.adapters.out.sandbox.world.Reaction;
import io.agencyos.adapters.out.sandbox.world.World;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** What happens on the line: it rings, somebody answers or not, something is said, and the vendor tells of it. */
final class Conversations {

    /** US dollars for a started minute. */
    private static final BigDecimal MINUTE = new BigDecimal("0.14");

    private final World world;
    private final Answers answers;
    private final Pushes pushes;

    Conversations(World world, Answers answers, Pushes pushes) {
        this.world = world;
        this.answers = answers;
        this.pushes = pushes;
    }

    void begin(Call call) {
        world.ledger().add(row(LedgerRow.Kind.TAKEN, call, world.population().answering(call.number)));
        int seconds = world.dice().between(3, 12, "rings", call.id);
        world.schedule(world.now().plusSeconds(seconds), "call " + call.id, () -> ring(call));
    }

    private void ring(Call call) {
        if (call.status.equals("ended")) {
            return;
        }
        Recipient person = world.population().answering(call.number);
        world.ledger().add(row(LedgerRow.Kind.CALL, call, person));
        tell(call, "status-update", "ringing", Json.object("status", "ringing"));
        int roll = world.dice().perMillion("picks-up", call.id);
        Instant now = world.now();
        if (roll < PlantedTruth.BUSY) {
            later(call, now.plusSeconds(5), "customer-busy", "");
        } else if (roll < PlantedTruth.BUSY + PlantedTruth.NO_ANSWER) {
            later(call, now.plusSeconds(30), "customer-did-not-answer", "");
        } else if (roll < PlantedTruth.BUSY + PlantedTruth.NO_ANSWER + PlantedTruth.VOICEMAIL) {
            call.started = now.plusSeconds(20);
            later(call, now.plusSeconds(45), "voicemail", "");
        } else {
            talk(call, person, now);
        }
    }

    private LedgerRow row(LedgerRow.Kind kind, Call call, Recipient person) {
        return LedgerRow.contact(
                kind,
                "vapi",
                world.now(),
                call.line,
                person.address(),
                "",
                call.externalId,
                call.line,
                call.number,
                call.id);
    }

    private void talk(Call call, Recipient person, Instant now) {
        call.status = "in-progress";
        call.started = now;
        tell(call, "status-update", "in-progress", Json.object("status", "in-progress"));
        boolean saidStop = world.ledger().hasStopped(person.address(), now);
        int ordinal = world.nextOrdinal("voice " + call.line, person.address());
        List<Reaction> future = answers.to(Channel.VOICE, call.line, person, "", now, ordinal, saidStop);
        Optional<Reaction.Replied> words = future.stream()
                .filter(Reaction.Replied.class::isInstance)
                .map(Reaction.Replied.class::cast)
                .findFirst();
        Instant end = now.plusSeconds(world.dice().between(20, 240, "talks", call.id));
        world.endCall(end, "call " + call.id, () -> {
            // what people say on the telephone, they say at once
            words.ifPresent(said -> Aftermath.of(
                    world,
                    person,
                    call.line,
                    call.line,
                    new Reaction.Replied(world.now(), said.intent(), said.text())));
            words.filter(said -> said.intent() == ReplyIntent.UNSUBSCRIBE).ifPresent(said -> optOut(call));
            end(call, "customer-ended-call", words.map(Reaction.Replied::text).orElse("No, thank you."));
        });
        future.stream()
                .filter(Reaction.Booked.class::isInstance)
                .forEach(booked -> world.act(
                        booked.at(),
                        "call " + call.id,
                        () -> Aftermath.of(world, person, call.line, call.line, booked)));
    }

    /** The assistant has understood that this person does not want to be called. */
    private void optOut(Call call) {
        Map<String, @Nullable Object> wish = Json.object(
                "id",
                "tool_" + call.id,
                "type",
                "function",
                "function",
                Json.object("name", "opt_out", "arguments", "{}"));
        tell(call, "tool-calls", "opt_out", Json.object("toolCallList", List.of(wish)));
    }

    /** How a call ends that was told how. */
    Runnable told(Call call, Act act) {
        return switch (act.outcome()) {
            case "", "answered" ->
                () -> {
                    call.started = call.started == null ? world.now() : call.started;
                    end(call, "customer-ended-call", act.textOr("No, thank you."));
                };
            case "unsubscribe" ->
                () -> {
                    call.started = call.started == null ? world.now() : call.started;
                    optOut(call);
                    end(call, "customer-ended-call", act.textOr("Take me off your list."));
                };
            case "no_answer" -> () -> end(call, "customer-did-not-answer", "");
            case "busy" -> () -> end(call, "customer-busy", "");
            case "voicemail" -> () -> end(call, "voicemail", "");
            case "failed" -> () -> end(call, "twilio-failed-to-connect-call", "");
            default ->
                throw new Refusal(409, "a call ends as answered, unsubscribe, no_answer, busy, voicemail or failed");
        };
    }

    private void later(Call call, Instant at, String reason, String said) {
        world.endCall(at, "call " + call.id, () -> end(call, reason, said));
    }

    void end(Call call, String reason, String said) {
        if (call.status.equals("ended")) {
            return;
        }
        call.status = "ended";
        call.endedReason = reason;
        call.said = said;
        call.ended = world.now();
        Instant started = call.started;
        long seconds = started == null
                ? 0
                : Math.max(0, Duration.between(started, world.now()).toSeconds());
        call.cost =
                MINUTE.multiply(BigDecimal.valueOf(Math.ceilDiv(seconds, 60))).setScale(4, RoundingMode.HALF_UP);
        tell(call, "status-update", "ended", Json.object("status", "ended", "endedReason", reason));
        Map<String, @Nullable Object> report = call.ending();
        report.put("assistant", call.assistant.fields());
        tell(call, "end-of-call-report", "report", report);
    }

    private void tell(Call call, String type, String what, Map<String, @Nullable Object> more) {
        call.assistant.serverUrl().ifPresent(url -> {
            Map<String, @Nullable Object> message =
                    Json.object("type", type, "timestamp", world.now().toEpochMilli(), "call", call.brief());
            message.putAll(more);
            pushes.push(call.number, "call_" + type + " " + call.number, call.id + " " + what, (signed, heard) -> {
                String body = heard ? Json.write(Json.object("message", message)) : "";
                return new Outgoing(
                        call.number,
                        url,
                        "application/json",
                        body,
                        at -> signed ? proof(call.assistant, body, at) : Map.of());
            });
        });
    }

    private static Map<String, String> proof(Assistant assistant, String body, Instant at) {
        if (assistant.serverSecret().isPresent()) {
            return Map.of("X-Vapi-Secret", assistant.serverSecret().get());
        }
        String timestamp = String.valueOf(at.getEpochSecond());
        return Map.of("x-timestamp", timestamp, "x-signature", hex(timestamp + "." + body));
    }

    private static String hex(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Vapi.HOOK_SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
