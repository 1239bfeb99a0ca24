package io.agencyos.adapters.out.sandbox.clicksend;

import io.agencyos.adapters.out.sandbox.faults.FaultKind;
import io.agencyos.adapters.out.sandbox.faults.Faults;
import io.agencyos.adapters.out.sandbox.http.Body;
import io.agencyos.adapters.out.sandbox.http.Json;
import io.agencyos.adapters.out.sandbox.http.Refusal;
import io.agencyos.adapters.out.sandbox.http.Request;
import io.agencyos.adapters.out.sandbox.http.Response;
import io.agencyos.adapters.out.sandbox.http.Router;
import io.agencyos.adapters.out.sandbox.ledger.LedgerRow;
import io.agencyos.adapters.out.sandbox.population.Recipient;
import io.agencyos.adapters.out.sandbox.truth.Channel;
import io.agencyos.adapters.out.sandbox.truth.PlantedTruth;
import io.agencyos.adapters.out.sandbox.world.Act;
import io.agencyos.adapters.out.sandbox.world.Aftermath;
import io.agencyos.adapters.out.sandbox.world.Answers;
import io.agencyos.adapters.out.sandbox.world.Reaction;
import io.agencyos.adapters.out.sandbox.world.World;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** C1 to C5 and C11: texts are taken, arrive after a while, are confirmed and answered; each part lowers the balance. */
final class Texts {

    private static final String SMS = ClickSend.PATH + "/v3/sms";
    private static final BigDecimal PART = new BigDecimal("0.0792");

    private final World world;
    private final Answers answers;
    private final Faults faults;
    private final Rules rules;
    private final Predicate<String> owned;
    private final Map<String, Text> texts = new LinkedHashMap<>();
    private BigDecimal balance = new BigDecimal("500.000000");

    Texts(World world, Answers answers, Faults faults, Rules rules, Predicate<String> owned) {
        this.owned = owned;
        this.world = world;
        this.answers = answers;
        this.faults = faults;
        this.rules = rules;
    }

    void register(Router router) {
        router.write("POST", SMS + "/send", this::send);
        // asks only, but a client that posts it must find a route that takes posts
        router.free("POST", SMS + "/price", this::price);
        router.read(SMS + "/history", this::history);
        router.read(SMS + "/receipts/{id}", this::receipt);
        router.write(
                "PUT",
                SMS + "/{id}/cancel",
                request -> ClickSend.refused(400, "BAD_REQUEST", "only scheduled messages can be cancelled"));
        router.write("POST", "/_sandbox/texts", request -> {
            Body body = request.body();
            receive(body.required("from"), body.required("to"), body.required("text"));
            return Response.noContent();
        });
        router.write("PUT", "/_sandbox/texts/balance", request -> {
            balance = new BigDecimal(request.body().required("balance"));
            return Response.noContent();
        });
    }

    Map<String, @Nullable Object> account() {
        return Json.object(
                "username",
                ClickSend.USERNAME,
                "balance",
                balance.toPlainString(),
                "active",
                1,
                "banned",
                0,
                "on_trial",
                0,
                "_currency",
                Json.object("currency_name_short", "AUD"));
    }

    private Response send(Request request) {
        List<Map<String, @Nullable Object>> answered = new ArrayList<>();
        for (Body message : request.body().bodies("messages")) {
            answered.add(take(message));
        }
        return messages(answered);
    }

    private Response messages(List<Map<String, @Nullable Object>> messages) {
        return ClickSend.success(Json.object(
                "total_count",
                messages.size(),
                "messages",
                messages,
                "_currency",
                Json.object("currency_name_short", "AUD")));
    }

    private Map<String, @Nullable Object> take(Body message) {
        Text text = text(message);
        if (!text.to.matches("\\+614\\d{8}")) {
            return refused(text, "INVALID_RECIPIENT");
        }
        if (!owned.test(text.from)) {
            return refused(text, "INVALID_SENDER_ID");
        }
        if (balance.compareTo(text.price) < 0) {
            return refused(text, "INSUFFICIENT_CREDIT");
        }
        balance = balance.subtract(text.price);
        texts.put(text.id, text);
        Recipient reader = world.population().answering(text.to);
        world.ledger().add(row(LedgerRow.Kind.TAKEN, text, reader));
        if (text.body.contains("http")) {
            text.status = "WaitApproval";
        } else {
            long seconds = world.dice().between(2, 40, "sms-arrives", text.id);
            world.schedule(world.now().plusSeconds(seconds), "text " + text.id, () -> arrive(text, reader));
        }
        boolean named = !faults.strikes(FaultKind.ANSWER_WITHOUT_KEY, "text " + text.to, text.key);
        return text.accepted(named);
    }

    private static Map<String, @Nullable Object> refused(Text text, String status) {
        Map<String, @Nullable Object> shown = text.accepted(true);
        shown.put("status", status);
        shown.remove("message_id");
        return shown;
    }

    private Text text(Body message) {
        String body = message.required("body");
        int parts = body.length() <= 160 ? 1 : Math.ceilDiv(body.length(), 153);
        // told apart by whom they reach, so that texts sent side by side are the same whichever comes first
        String to = message.required("to");
        long before = texts.values().stream().filter(text -> text.to.equals(to)).count();
        String id = world.dice().id("sms", before, to, world.now());
        return new Text(
                id,
                to,
                message.text("from").orElse(""),
                body,
                message.text("custom_string").orElse(""),
                world.now(),
                parts,
                PART.multiply(BigDecimal.valueOf(parts)));
    }

    private Response price(Request request) {
        return messages(request.body().bodies("messages").stream()
                .map(message -> text(message).accepted(true))
                .toList());
    }

    private void arrive(Text text, Recipient reader) {
        boolean dead = reader.traits().deadAddress();
        boolean absent = !dead && world.spontaneous() && world.dice().hits(PlantedTruth.ABSENT, "absent", text.id);
        text.status = dead || absent ? "Failed" : "Sent";
        text.statusCode = dead || absent ? "301" : "201";
        text.statusText = dead
                ? "Number is inactive or invalid"
                : absent ? "Absent subscriber" : "Success: Message received on handset";
        rules.tell("receipts", text.to, receipt(text));
        if (dead || absent) {
            return;
        }
        world.ledger().add(row(LedgerRow.Kind.SMS, text, reader));
        boolean saidStop = world.ledger().hasStopped(reader.address(), world.now());
        int ordinal = world.nextOrdinal("sms " + text.from, reader.address());
        for (Reaction reaction :
                answers.to(Channel.SMS, text.from, reader, text.body, world.now(), ordinal, saidStop)) {
            world.act(reaction.at(), "text " + text.id, () -> {
                Aftermath.of(world, reader, ClickSend.USERNAME, text.from, reaction);
                if (reaction instanceof Reaction.Replied replied) {
                    receive(text.to, text.from, replied.text());
                }
            });
        }
    }

    Runnable told(Act act) {
        Text text = texts.values().stream()
                .filter(one -> act.means(one.key, one.to))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new Refusal(404, "this text was not sent yet"));
        return switch (act.kind()) {
            case "delivered" -> () -> received(text, "201", "Success: Message received on handset");
            case "bounced" -> () -> received(text, "301", act.textOr("Number is inactive or invalid"));
            case "replied" -> () -> receive(text.to, text.from, act.textOr("Sounds interesting, tell me more"));
            case "complained" -> () -> receive(text.to, text.from, act.textOr("This is spam. Never contact me again."));
            default -> throw new Refusal(409, "the vendor of texts tells of nothing like this");
        };
    }

    private void received(Text text, String code, String words) {
        text.status = code.equals("201") ? "Sent" : "Failed";
        text.statusCode = code;
        text.statusText = words;
        rules.tell("receipts", text.to, receipt(text));
    }

    private LedgerRow row(LedgerRow.Kind kind, Text text, Recipient reader) {
        return LedgerRow.contact(
                kind,
                "clicksend",
                world.now(),
                ClickSend.USERNAME,
                reader.address(),
                text.body,
                text.key,
                text.from,
                text.to,
                text.id);
    }

    private Map<String, @Nullable Object> receipt(Text text) {
        return Json.object(
                "timestamp_send",
                text.date.getEpochSecond(),
                "timestamp",
                rules.seconds(),
                "message_id",
                text.id,
                "status",
                text.statusCode.equals("201") ? "Delivered" : "Undelivered",
                "status_code",
                text.statusCode,
                "status_text",
                text.statusText,
                "error_code",
                "",
                "error_text",
                text.statusCode.equals("301") ? text.statusText : "",
                "custom_string",
                text.key,
                "message_type",
                "sms");
    }

    /** A person writes to one of our numbers; it answers the newest text between the two, if there is one. */
    void receive(String from, String to, String words) {
        Text answered = texts.values().stream()
                .filter(text -> text.to.equals(from) && text.from.equals(to))
                .reduce((earlier, later) -> later)
                .orElse(null);
        Map<String, @Nullable Object> report = new LinkedHashMap<>(Json.object(
                "originalsenderid",
                to,
                "body",
                words,
                "message",
                words,
                "sms",
                from,
                "from",
                from,
                "to",
                to,
                "timestamp",
                rules.seconds(),
                "message_id",
                world.dice().id("inbound", world.nextOrdinal("inbound", from), from, world.now())));
        if (answered != null) {
            report.put("original_message_id", answered.id);
            report.put("original_body", answered.body);
            report.put("custom_string", answered.key);
        }
        rules.tell("inbound", from, report);
    }

    private Response receipt(Request request) {
        Text text = texts.get(request.path("id"));
        return text == null || text.statusCode.equals("200")
                ? ClickSend.refused(404, "NOT_FOUND", "no receipt")
                : ClickSend.success(receipt(text));
    }

    private Response history(Request request) {
        Map<String, String> wanted = new LinkedHashMap<>();
        for (String term : request.query("q").orElse("").split(",")) {
            String[] pair = term.split(":", 2);
            if (pair.length == 2) {
                wanted.put(pair[0], pair[1]);
            }
        }
        long from = request.query("date_from").map(Long::parseLong).orElse(0L);
        List<Map<String, @Nullable Object>> found = texts.values().stream()
                .filter(text -> text.date.getEpochSecond() >= from)
                .filter(text -> wanted.getOrDefault("to", text.to).equals(text.to))
                .filter(text -> wanted.getOrDefault("message_id", text.id).equals(text.id))
                .map(Text::past)
                .toList()
                .reversed();
        return ClickSend.list(request, found);
    }
}
