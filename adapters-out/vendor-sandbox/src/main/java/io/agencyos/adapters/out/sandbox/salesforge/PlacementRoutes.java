package io.agencyos.adapters.out.sandbox.salesforge;

import io.agencyos.adapters.out.sandbox.http.Body;
import io.agencyos.adapters.out.sandbox.http.Json;
import io.agencyos.adapters.out.sandbox.http.Refusal;
import io.agencyos.adapters.out.sandbox.http.Request;
import io.agencyos.adapters.out.sandbox.http.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** W4: tests of where e-mails from a mailbox arrive; each takes some minutes. */
final class PlacementRoutes {

    private static final Duration TAKES = Duration.ofMinutes(10);
    private static final int SEEDS = 50;
    private static final int MOST = 100;

    private final Salesforge vendor;
    private final Function<Request, Workspace> workspaces;

    PlacementRoutes(Salesforge vendor, Function<Request, Workspace> workspaces) {
        this.vendor = vendor;
        this.workspaces = workspaces;
    }

    /** The newest that is over, for each mailbox; a mailbox without one is told without a test. */
    Response latest(Request request) {
        Workspace workspace = workspaces.apply(request);
        List<String> asked = request.body().texts("mailboxIds");
        if (asked.isEmpty() || asked.size() > MOST) {
            throw new Refusal(400, "1 to 100 mailboxes");
        }
        List<Object> results = new ArrayList<>();
        for (String id : asked) {
            Mailbox box = mailbox(workspace, id);
            results.add(Json.object(
                    "mailboxId",
                    id,
                    "address",
                    box.address,
                    "provider",
                    box.provider,
                    "placementTest",
                    newest(workspace, id).map(this::json).orElse(null)));
        }
        return Response.ok(Json.object("results", results));
    }

    private Optional<PlacementTest> newest(Workspace workspace, String mailbox) {
        return workspace.placementTests.stream()
                .filter(test -> test.mailboxes().contains(mailbox) && over(test))
                .max(Comparator.comparing(PlacementTest::at));
    }

    private boolean over(PlacementTest test) {
        return !test.at().plus(TAKES).isAfter(vendor.world.now());
    }

    private static Mailbox mailbox(Workspace workspace, String id) {
        return workspace.mailboxes.values().stream()
                .filter(box -> WarmforgeRoutes.idOf(box).equals(id))
                .findFirst()
                .orElseThrow(() -> new Refusal(404, "mailbox not found"));
    }

    Response list(Request request) {
        Optional<String> reference = request.query("external_reference");
        List<?> found = workspaces.apply(request).placementTests.stream()
                .filter(test -> reference.isEmpty() || reference.get().equals(test.reference()))
                .map(this::json)
                .toList();
        return Response.ok(
                Json.object("placementTests", found, "currentPage", 1, "totalCount", found.size(), "totalPages", 1));
    }

    Response order(Request request) {
        Workspace workspace = workspaces.apply(request);
        Body body = request.body();
        body.required("subject");
        body.required("body");
        List<String> mailboxes = body.texts("mailboxes");
        mailboxes.forEach(id -> mailbox(workspace, id));
        String id = "pt_" + (workspace.placementTests.size() + 1);
        PlacementTest test = new PlacementTest(
                id,
                body.text("externalReference").orElse(""),
                mailboxes,
                vendor.world.now(),
                vendor.world.dice().between(86, 100, "placement", workspace.id, id));
        workspace.placementTests.add(test);
        return Response.ok(json(test));
    }

    private Map<String, @Nullable Object> json(PlacementTest test) {
        boolean over = over(test);
        int inbox = over ? SEEDS * test.inboxPercent() / 100 : 0;
        return Json.object(
                "id",
                test.id(),
                "date",
                test.at(),
                "emailSent",
                SEEDS,
                "result",
                over ? test.inboxPercent() : 0,
                "inboxCountGmail",
                inbox,
                "spamCountGmail",
                over ? SEEDS - inbox : 0,
                "inboxCountOutlook",
                0,
                "spamCountOutlook",
                0,
                "pendingCount",
                over ? 0 : SEEDS,
                "missingCount",
                0);
    }
}
