package io.agencyos.adapters.in.http.openapi;

import io.agencyos.adapters.in.http.route.Content;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.RouteGroup;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The OpenAPI document of a server, itself one of its routes. Source: api 1.9. */
public final class DocumentRoutes implements RouteGroup {

    private static final String TAG = "Documentation";
    private static final Content JSON = new Content("application/json; charset=utf-8", "{}");
    /** JSON is YAML, so that one text serves both. */
    private static final Content YAML = new Content("application/yaml; charset=utf-8", "{}");

    private final Supplier<ObjectNode> document;

    private volatile @Nullable String written;

    /** @param document asked once, when somebody first wants it */
    public DocumentRoutes(Supplier<ObjectNode> document) {
        this.document = document;
    }

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(
                Route.get("/api/v1/openapi.json", "The OpenAPI document of this API")
                        .tag(TAG)
                        .open()
                        .cacheable()
                        .answers(Content.class, JSON)
                        .handledBy(call -> Reply.ok(text(JSON))),
                Route.get("/api/v1/openapi.yaml", "The OpenAPI document of this API as YAML")
                        .tag(TAG)
                        .open()
                        .cacheable()
                        .answers(Content.class, YAML)
                        .handledBy(call -> Reply.ok(text(YAML))));
    }

    private Content text(Content kind) {
        return new Content(kind.mediaType(), written());
    }

    /** Routes do not change while they are served; to write the document takes longer than any of them. */
    private String written() {
        String text = written;
        if (text == null) {
            text = document.get().toPrettyString();
            written = text;
        }
        return text;
    }
}
