package io.agencyos.adapters.out.sandbox.salesforge;

import io.agencyos.adapters.out.sandbox.http.Body;
import io.agencyos.adapters.out.sandbox.http.Refusal;
import io.agencyos.adapters.out.sandbox.http.Request;
import io.agencyos.adapters.out.sandbox.http.Response;
import io.agencyos.adapters.out.sandbox.http.Router;
import java.util.List;

/** S14: the registry of webhooks. */
final class HookRoutes {

    private static final String HOOKS = Salesforge.WS + "/integrations/webhooks";

    private final Salesforge vendor;

    HookRoutes(Salesforge vendor) {
        this.vendor = vendor;
    }

    void register(Router router) {
        router.read(
                HOOKS,
                request -> Response.page(
                        request, List.copyOf(vendor.workspace(request).hooks.values()), Hook::json, 10, 100));
        router.write("POST", HOOKS, this::create);
        router.read(
                HOOKS + "/{id}",
                request -> Response.ok(
                        vendor.workspace(request).hook(request.path("id")).json()));
        router.write("DELETE", HOOKS + "/{id}", request -> {
            Workspace workspace = vendor.workspace(request);
            workspace.hooks.remove(workspace.hook(request.path("id")).id);
            return Response.noContent();
        });
    }

    private Response create(Request request) {
        Workspace workspace = vendor.workspace(request);
        Body body = request.body();
        String type = body.required("type");
        if (!Hook.TYPES.contains(type)) {
            throw new Refusal(400, "type is unknown");
        }
        String url = body.required("url");
        if (!url.matches("https?://.+")) {
            throw new Refusal(400, "url must be an http address");
        }
        String name = body.required("name");
        String id = vendor.id("wh_config_", workspace.id, type, name, workspace.hooksMade++);
        Hook hook = new Hook(id, name, type, url, body.texts("sequenceIds"), vendor.id("whsec_", "secret", id));
        workspace.hooks.put(id, hook);
        return Response.created(hook.jsonWithSecret());
    }
}
