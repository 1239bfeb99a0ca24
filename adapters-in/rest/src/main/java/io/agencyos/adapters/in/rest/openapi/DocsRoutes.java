package io.agencyos.adapters.in.rest.openapi;

import io.agencyos.adapters.in.rest.route.Content;
import io.agencyos.adapters.in.rest.route.Problem;
import io.agencyos.adapters.in.rest.route.ProblemCode;
import io.agencyos.adapters.in.rest.route.Reply;
import io.agencyos.adapters.in.rest.route.Route;
import io.agencyos.adapters.in.rest.route.RouteGroup;
import io.agencyos.domain.shared.Vocabulary;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The OpenAPI document and the pages that show it; nothing is fetched from elsewhere. Source: api 1.3, 1.9. */
public final class DocsRoutes implements RouteGroup {

    private static final String TAG = "Documentation";
    private static final Content JSON = new Content("application/json; charset=utf-8", "{}");
    /** JSON is YAML, so that one text serves both. */
    private static final Content YAML = new Content("application/yaml; charset=utf-8", "{}");

    private final Supplier<ObjectNode> document;
    private final Content page = Content.html(resource("docs.html"));
    private final Content script = new Content("text/javascript; charset=utf-8", resource("docs.js"));

    private volatile @Nullable String written;

    public DocsRoutes(Supplier<ObjectNode> document) {
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
                        .handledBy(call -> Reply.ok(text(YAML))),
                Route.get("/", "Where a browser begins: this API as a page")
                        .tag(TAG)
                        .open()
                        .cacheable()
                        .answers(Content.class, page)
                        .handledBy(call -> Reply.ok(page)),
                Route.get("/docs", "This API as a page")
                        .tag(TAG)
                        .open()
                        .cacheable()
                        .answers(Content.class, page)
                        .handledBy(call -> Reply.ok(page)),
                Route.get("/docs/docs.js", "What the page runs")
                        .tag(TAG)
                        .open()
                        .cacheable()
                        .answers(Content.class, script)
                        .handledBy(call -> Reply.ok(script)),
                Route.get("/docs/problems/{code}", "What a problem code means")
                        .tag(TAG)
                        .open()
                        .cacheable()
                        .answers(Content.class, page)
                        .handledBy(call -> problem(call.text("code"))));
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

    private static Reply<Content> problem(String word) {
        Optional<ProblemCode> code = Vocabulary.parse(ProblemCode.class, word);
        return code.<Reply<Content>>map(known -> Reply.ok(ProblemPage.of(known)))
                .orElseGet(() -> Reply.refused(Problem.notFound()));
    }

    private static String resource(String name) {
        try (InputStream in = DocsRoutes.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is not in the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
