package io.agencyos.adapters.out.sandbox.salesforge;

import io.agencyos.adapters.out.sandbox.http.Json;
import io.agencyos.adapters.out.sandbox.http.Refusal;
import io.agencyos.adapters.out.sandbox.http.Request;
import io.agencyos.adapters.out.sandbox.http.Response;
import io.agencyos.adapters.out.sandbox.http.Router;
import io.agencyos.adapters.out.sandbox.population.Population;
import java.util.List;
import java.util.Locale;

/** S1, S2 and S6: who am I, workspaces, the do-not-contact list. */
final class AccountRoutes {

    private static final String ACCOUNT = "acc_sandbox";

    private final Salesforge vendor;

    AccountRoutes(Salesforge vendor) {
        this.vendor = vendor;
    }

    void register(Router router) {
        router.read(
                Salesforge.CORE + "/me",
                request -> Response.ok(Json.object("accountId", ACCOUNT, "apiKeyName", "sandbox")));
        router.read(
                Salesforge.CORE + "/workspaces",
                request -> Response.page(request, List.copyOf(vendor.workspaces.values()), Workspace::json, 10, 100));
        router.write("POST", Salesforge.CORE + "/workspaces", this::create);
        router.read(
                Salesforge.WS, request -> Response.ok(vendor.workspace(request).json()));
        router.read(
                Salesforge.WS + "/dnc",
                request -> Response.page(
                        request, List.copyOf(vendor.workspace(request).dnc.values()), Workspace.Dnc::json, 100, 1_000));
        router.write("POST", Salesforge.WS + "/dnc/bulk", this::forbid);
        router.write("POST", Salesforge.WS + "/dnc/bulk/remove", this::allow);
    }

    private Response create(Request request) {
        String name = request.body().required("name");
        if (name.length() > 100) {
            throw new Refusal(400, "name must have 1 to 100 characters");
        }
        long namesakes = vendor.workspaces.values().stream()
                .filter(one -> one.name.equals(name))
                .count();
        Workspace workspace = new Workspace(vendor.id("wks_", name, namesakes), ACCOUNT, name);
        vendor.workspaces.put(workspace.id, workspace);
        return Response.created(workspace.json());
    }

    private Response forbid(Request request) {
        Workspace workspace = vendor.workspace(request);
        int created = 0;
        for (String value : values(request)) {
            String key = key(value);
            if (!workspace.dnc.containsKey(key)) {
                created++;
                workspace.dnc.put(key, new Workspace.Dnc(value, type(value), vendor.world.now()));
                workspace.contactsByKey.values().stream()
                        .filter(contact -> workspace.dnc.get(key).covers(contact))
                        .forEach(contact -> announce(workspace, contact, value));
            }
        }
        if (vendor.settings.dncDelay().isZero()) {
            vendor.loop.forbidden(workspace);
        } else {
            vendor.world.schedule(
                    vendor.world.now().plus(vendor.settings.dncDelay()),
                    "dnc " + workspace.id,
                    () -> vendor.loop.forbidden(workspace));
        }
        return Response.created(Json.object("created", created));
    }

    private void announce(Workspace workspace, Contact contact, String value) {
        vendor.webhooks.tell(
                workspace,
                contact,
                "dnc_added",
                value + vendor.world.now(),
                Json.object("dncAddedData", Json.object("value", value)));
    }

    private Response allow(Request request) {
        Workspace workspace = vendor.workspace(request);
        values(request).forEach(value -> workspace.dnc.remove(key(value)));
        return Response.noContent();
    }

    private static List<String> values(Request request) {
        List<String> values = request.body().texts("dncs");
        if (values.isEmpty() || values.size() > 1_000) {
            throw new Refusal(400, "dncs must hold 1 to 1000 values");
        }
        return values;
    }

    private static String type(String value) {
        return value.contains("linkedin.com/") ? "linkedin" : value.contains("@") ? "email" : "domain";
    }

    private static String key(String value) {
        return type(value).equals("email")
                ? Population.canonical(value)
                : value.strip().toLowerCase(Locale.ROOT);
    }
}
