package io.agencyos.adapters.in.web.reference;

import io.agencyos.adapters.in.http.route.Content;
import io.agencyos.adapters.in.http.route.Problem;
import io.agencyos.adapters.in.http.route.ProblemCode;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.domain.shared.Vocabulary;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The pages that show the OpenAPI document; nothing is fetched from elsewhere. Source: api 1.3, 1.9. */
public final class DocsRoutes implements RouteGroup {

    private static final String TAG = "Documentation";

    private final Content page = Content.html(resource("docs.html"));
    private final Content script = new Content("text/javascript; charset=utf-8", resource("docs.js"));

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(
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
