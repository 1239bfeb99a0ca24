package io.agencyos.adapters.out.sandbox.salesforge;

import io.agencyos.adapters.out.sandbox.http.Body;
import io.agencyos.adapters.out.sandbox.http.Json;
import io.agencyos.adapters.out.sandbox.http.Refusal;
import io.agencyos.adapters.out.sandbox.http.Request;
import io.agencyos.adapters.out.sandbox.http.Response;
import io.agencyos.adapters.out.sandbox.http.Router;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** W1 to W3: warm-up of the same mailboxes; a workspace here has the name of its twin in the core. */
final class WarmforgeRoutes {

    private static final int WARM_UP_DAYS = 21;
    private static final int DAYS_BEHIND = 31;
    private static final String WS = Salesforge.WARMFORGE + "/workspaces/{ws}";
    private static final String ONE = WS + "/mailboxes/{address}";

    private final Salesforge vendor;

    WarmforgeRoutes(Salesforge vendor) {
        this.vendor = vendor;
    }

    void register(Router router) {
        router.read(
                Salesforge.WARMFORGE + "/workspaces",
                request -> page(
                        request,
                        "workspaces",
                        vendor.workspaces.values().stream()
                                .map(one -> Json.object("id", idOf(one), "name", one.name))
                                .toList()));
        router.read(WS + "/mailboxes", this::list);
        router.read(ONE, request -> Response.ok(json(workspace(request), mailbox(request))));
        router.write("PATCH", ONE, this::patch);
        router.write("DELETE", ONE, request -> {
            mailbox(request);
            return Response.of(202, Json.object("message", "deletion started", "data", null));
        });
        router.read(ONE + "/warmup/stats", this::stats);
        PlacementRoutes placements = new PlacementRoutes(vendor, this::workspace);
        router.write("POST", WS + "/mailboxes/placement-results/latest", placements::latest);
        router.read(WS + "/placement-tests", placements::list);
        router.write("POST", WS + "/placement-tests", placements::order);
    }

    private static String idOf(Workspace workspace) {
        return "wfs_" + workspace.id.substring("wks_".length());
    }

    private Workspace workspace(Request request) {
        return vendor.workspaces.values().stream()
                .filter(one -> idOf(one).equals(request.path("ws")))
                .findFirst()
                .orElseThrow(() -> new Refusal(404, "workspace not found"));
    }

    private Mailbox mailbox(Request request) {
        return workspace(request)
                .mailboxAt(request.path("address"))
                .orElseThrow(() -> new Refusal(404, "mailbox not found"));
    }

    private static Response page(Request request, String name, List<?> all) {
        int page = request.number("page", 1, 1, 1_000_000);
        int size = request.number("page_size", 50, 1, 100);
        int from = Math.min(all.size(), (page - 1) * size);
        int pages = Math.max(1, (all.size() + size - 1) / size);
        List<?> shown = all.subList(from, Math.min(all.size(), from + size));
        return Response.ok(Json.object(name, shown, "page", page, "pageSize", size, "totalPages", pages));
    }

    static String idOf(Mailbox box) {
        return "wm_" + box.id.substring("mbox_".length());
    }

    private Response list(Request request) {
        Workspace workspace = workspace(request);
        String status = request.query("status").orElse("all");
        String search = request.query("search").orElse("");
        List<?> boxes = workspace.mailboxes.values().stream()
                .filter(box -> box.address.contains(search))
                .filter(box -> fits(box, status))
                .map(box -> json(workspace, box))
                .toList();
        return page(request, "mailboxes", boxes);
    }

    private boolean fits(Mailbox box, String status) {
        return switch (status) {
            case "all" -> true;
            case "warm" -> warm(box);
            case "pending" -> !warm(box);
            case "disconnected" -> box.status.equals("access_lost");
            default -> box.status.equals(status);
        };
    }

    private boolean warm(Mailbox box) {
        return box.active() && daysDone(box) >= WARM_UP_DAYS;
    }

    private long daysDone(Mailbox box) {
        return ChronoUnit.DAYS.between(start(box), day(vendor.world.now()));
    }

    private LocalDate start(Mailbox box) {
        return day(box.connectedAt).minusDays(vendor.settings.warmMailboxes() ? DAYS_BEHIND : 0);
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    private Map<String, @Nullable Object> json(Workspace workspace, Mailbox box) {
        long done = daysDone(box);
        Map<String, @Nullable Object> valid = Json.object("status", "valid");
        return Json.object(
                "id",
                idOf(box),
                "address",
                box.address,
                "workspaceID",
                idOf(workspace),
                "provider",
                box.provider,
                "status",
                box.status,
                "warm",
                warm(box),
                "warmupEnabled",
                true,
                "warmupStartDate",
                start(box).toString(),
                "warmupDaysCompleted",
                done,
                "warmupDaysLeft",
                Math.max(0, WARM_UP_DAYS - done),
                "minEmailsPerDay",
                2,
                "maxEmailsPerDay",
                box.warmupMaxPerDay,
                "emailRampUp",
                2,
                "replyRatePercent",
                box.replyRatePercent,
                "healthReport",
                Json.object(
                        "heatScore",
                        heat(box, done),
                        "warmupDays",
                        done,
                        "lastCheckedAt",
                        vendor.world.now().minusSeconds(7_200),
                        "spf",
                        valid,
                        "dkim",
                        valid,
                        "dmarc",
                        valid,
                        "mx",
                        valid,
                        "blacklists",
                        Json.object("detectedCount", 0, "checks", List.of())));
    }

    private int heat(Mailbox box, long done) {
        return (int) Math.min(40 + done * 3, 92 + vendor.world.dice().between(0, 7, "heat", box.id));
    }

    private Response patch(Request request) {
        Mailbox box = mailbox(request);
        Body body = request.body();
        int most = body.number("maxEmailsPerDay").orElse(box.warmupMaxPerDay);
        int replies = body.number("replyRatePercent").orElse(box.replyRatePercent);
        if (most < 1 || most > 20 || replies < 0 || replies > 50) {
            throw new Refusal(400, "at most 20 e-mails a day and 50 percent replies");
        }
        box.warmupMaxPerDay = most;
        box.replyRatePercent = replies;
        return Response.ok(json(workspace(request), box));
    }

    private Response stats(Request request) {
        Mailbox box = mailbox(request);
        LocalDate to = request.query("to").map(WarmforgeRoutes::date).orElse(day(vendor.world.now()));
        LocalDate from = request.query("from").map(WarmforgeRoutes::date).orElse(to.minusDays(6));
        if (from.isBefore(to.minusDays(366))) {
            throw new Refusal(400, "at most a year");
        }
        List<Object> stats = new ArrayList<>();
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
            long age = ChronoUnit.DAYS.between(start(box), day);
            long sent = age < 0 ? 0 : Math.min(box.warmupMaxPerDay, 2 + age * 2);
            stats.add(Json.object(
                    "date",
                    day.toString(),
                    "sentCount",
                    sent,
                    "replyCount",
                    sent * box.replyRatePercent / 100,
                    "spamCount",
                    vendor.world.dice().hits(30_000, "spam", box.id, day) ? 1 : 0,
                    "providerStats",
                    List.of()));
        }
        return Response.ok(Json.object("stats", stats));
    }

    private static LocalDate date(String text) {
        if (!text.matches("\\d{4}-\\d{2}-\\d{2}.*")) {
            throw new Refusal(400, "dates are written as 2026-09-01");
        }
        return LocalDate.parse(text.substring(0, 10));
    }
}
