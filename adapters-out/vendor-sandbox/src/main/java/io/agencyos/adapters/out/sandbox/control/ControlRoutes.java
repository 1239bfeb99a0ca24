package io.agencyos.adapters.out.sandbox.control;

import io.agencyos.adapters.out.sandbox.faults.Faults;
import io.agencyos.adapters.out.sandbox.http.Body;
import io.agencyos.adapters.out.sandbox.http.Json;
import io.agencyos.adapters.out.sandbox.http.Refusal;
import io.agencyos.adapters.out.sandbox.http.Request;
import io.agencyos.adapters.out.sandbox.http.Response;
import io.agencyos.adapters.out.sandbox.http.Router;
import io.agencyos.adapters.out.sandbox.ledger.Ledger;
import io.agencyos.adapters.out.sandbox.ledger.LedgerRow;
import io.agencyos.adapters.out.sandbox.salesforge.Salesforge;
import io.agencyos.adapters.out.sandbox.truth.ReplyIntent;
import io.agencyos.adapters.out.sandbox.world.Booking;
import io.agencyos.adapters.out.sandbox.world.MailWorld;
import io.agencyos.adapters.out.sandbox.world.PumpReport;
import io.agencyos.adapters.out.sandbox.world.World;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The sandbox's own routes, which no vendor has: they need no key. */
public final class ControlRoutes {

    private final World world;
    private final Faults faults;
    private final Salesforge salesforge;
    private final MailWorld mail;
    private final Function<Instant, PumpReport> pump;

    public ControlRoutes(
            World world, Faults faults, Salesforge salesforge, MailWorld mail, Function<Instant, PumpReport> pump) {
        this.world = world;
        this.faults = faults;
        this.salesforge = salesforge;
        this.mail = mail;
        this.pump = pump;
    }

    public void register(Router router) {
        router.read("/_sandbox/clock", request -> Response.ok(Json.object("now", world.now())));
        router.free("POST", "/_sandbox/pump", this::pump);
        router.read(
                "/_sandbox/faults",
                request -> Response.ok(Json.object(
                        "rules", faults.standing().stream().map(FaultJson::json).toList())));
        router.write("PUT", "/_sandbox/faults", request -> {
            faults.set(FaultJson.read(request.body()));
            return Response.noContent();
        });
        router.write("DELETE", "/_sandbox/faults", request -> {
            faults.set(List.of());
            return Response.noContent();
        });
        router.read("/_sandbox/ledger", this::ledger);
        router.read(
                "/_sandbox/ledger/doubles",
                request -> Response.ok(Json.object(
                        "data",
                        world.ledger().doubleContacts().stream()
                                .map(ControlRoutes::json)
                                .toList())));
        router.read("/_sandbox/ledger/after-stop", this::afterStop);
        router.read(
                "/_sandbox/stops",
                request -> Response.ok(Json.object(
                        "data",
                        world.ledger().stops().stream()
                                .map(stop -> Json.object("email", stop.email(), "at", stop.at(), "how", stop.how()))
                                .toList())));
        router.read(
                "/_sandbox/bookings",
                request -> Response.ok(Json.object(
                        "data",
                        world.bookings(instant(request.query("since").orElse("1970-01-01T00:00:00Z"))).stream()
                                .map(ControlRoutes::json)
                                .toList())));
        router.read("/_sandbox/truth", request -> Response.ok(TruthJson.tables()));
        router.read(
                "/_sandbox/truth/people/{email}",
                request -> Response.ok(TruthJson.person(
                        world.population().reader(request.path("email"), "", "", "", ""), world.now())));
        router.read("/_sandbox/truth/contacts", this::contacts);
        router.write("PUT", "/_sandbox/mailboxes/{address}", this::setMailbox);
        router.write("POST", "/_sandbox/mail", this::deliver);
        router.write("POST", "/_sandbox/replies", this::answer);
    }

    private Response pump(Request request) {
        PumpReport report = pump.apply(instant(request.body().required("until")));
        return Response.ok(Json.object(
                "events",
                report.events(),
                "calls",
                report.calls(),
                "unanswered",
                report.unanswered(),
                "waiting",
                report.waiting()));
    }

    /** Only invented people: of anybody else the sandbox knows what the contact told, which it does not keep here. */
    private Response contacts(Request request) {
        String workspace = request.query("workspace").orElse("");
        Map<String, LedgerRow> first = new LinkedHashMap<>();
        world.ledger().rows().stream()
                .filter(row ->
                        row.kind() == LedgerRow.Kind.EMAIL && row.workspace().equals(workspace))
                .forEach(row -> first.putIfAbsent(row.toEmail(), row));
        List<Map<String, @Nullable Object>> contacts = new ArrayList<>();
        first.forEach((address, row) -> world.population()
                .behind(address)
                .ifPresent(person -> contacts.add(TruthJson.contact(row, person.recipient()))));
        return Response.ok(Json.object("data", contacts));
    }

    private Response ledger(Request request) {
        String kind = request.query("kind").orElse("").toUpperCase(Locale.ROOT);
        String to = request.query("to").orElse("");
        int after = request.number("after", 0, 0, Integer.MAX_VALUE / 2);
        int limit = request.number("limit", 100, 1, 10_000);
        List<LedgerRow> fitting = world.ledger().rows().stream()
                .filter(row -> row.no() > after)
                .filter(row -> kind.isEmpty() || row.kind().name().equals(kind))
                .filter(row -> to.isEmpty() || row.toEmail().equalsIgnoreCase(to))
                .toList();
        List<LedgerRow> page = fitting.subList(0, Math.min(limit, fitting.size()));
        Long next = page.size() < fitting.size() ? page.getLast().no() : null;
        return Response.ok(Json.object(
                "data",
                page.stream().map(ControlRoutes::json).toList(),
                "remaining",
                fitting.size() - page.size(),
                "next",
                next));
    }

    private Response afterStop(Request request) {
        Duration grace = Duration.ofMinutes(request.number("graceMinutes", 60, 0, 1_000_000));
        return Response.ok(Json.object(
                "data",
                world.ledger().contactsAfterStop(grace).stream()
                        .map(ControlRoutes::json)
                        .toList()));
    }

    private Response setMailbox(Request request) {
        Body body = request.body();
        salesforge.setMailboxStatus(
                request.path("address"),
                body.required("status"),
                body.text("disconnectReason").orElse(""));
        return Response.noContent();
    }

    private Response answer(Request request) {
        Body body = request.body();
        ReplyIntent intent = Arrays.stream(ReplyIntent.values())
                .filter(one -> one.name().equalsIgnoreCase(body.required("intent")))
                .findFirst()
                .orElseThrow(() -> new Refusal(400, "no such intent"));
        salesforge.answer(body.required("from"), intent, body.required("text"));
        return Response.noContent();
    }

    private Response deliver(Request request) {
        Body body = request.body();
        mail.deliver(new MailWorld.Message(
                body.required("messageId"),
                body.text("fromName").orElse(""),
                body.required("from"),
                body.required("to"),
                body.text("subject").orElse(""),
                body.text("body").orElse("")));
        return Response.noContent();
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException unreadable) {
            throw new Refusal(400, "instants are written as 2026-09-01T00:00:00Z");
        }
    }

    private static Map<String, @Nullable Object> json(Ledger.DoubleContact twice) {
        return Json.object(
                "because",
                twice.because(),
                "rows",
                twice.rows().stream().map(ControlRoutes::json).toList());
    }

    private static Map<String, @Nullable Object> json(LedgerRow row) {
        return Json.object(
                "no",
                row.no(),
                "kind",
                row.kind().name().toLowerCase(Locale.ROOT),
                "vendor",
                row.vendor(),
                "at",
                row.at(),
                "workspace",
                row.workspace(),
                "toEmail",
                row.toEmail(),
                "subject",
                row.subject(),
                "aosKey",
                row.aosKey(),
                "mailbox",
                row.mailbox(),
                "contactId",
                row.contactId(),
                "sequenceId",
                row.sequenceId(),
                "emailId",
                row.emailId());
    }

    private static Map<String, @Nullable Object> json(Booking booking) {
        return Json.object(
                "id",
                booking.id(),
                "bookedAt",
                booking.bookedAt(),
                "workspace",
                booking.workspace(),
                "email",
                booking.email(),
                "name",
                booking.name(),
                "mailbox",
                booking.mailbox(),
                "meetingAt",
                booking.meetingAt(),
                "durationMinutes",
                booking.durationMinutes());
    }
}
