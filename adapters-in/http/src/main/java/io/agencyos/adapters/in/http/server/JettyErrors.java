package io.agencyos.adapters.in.http.server;

import io.agencyos.adapters.in.http.json.Json;
import io.agencyos.adapters.in.http.route.ProblemCode;
import io.agencyos.application.shared.IdSource;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import tools.jackson.databind.node.ObjectNode;

/** Problems of requests that never reach a route: no HTTP, a forbidden address, headers that are too long. */
final class JettyErrors extends ErrorHandler {

    private static final String PROBLEM = "application/problem+json";
    private static final int FIRST_FAILURE = 500;
    private static final int TOO_LARGE = 413;
    private static final int STOPPING = 503;

    private final IdSource ids;

    JettyErrors(IdSource ids) {
        this.ids = ids;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        String requestId = ids.next().toString();
        String path = request.getHttpURI().getPath();
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, PROBLEM);
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        response.getHeaders().put("X-Request-Id", requestId);
        ObjectNode body = body(response.getStatus(), path == null ? "" : path, requestId);
        response.write(true, ByteBuffer.wrap(body.toString().getBytes(StandardCharsets.UTF_8)), callback);
        return true;
    }

    private static ObjectNode body(int status, String path, String requestId) {
        ProblemCode code = code(status);
        return Json.MAPPER
                .createObjectNode()
                .put("type", "urn:agency-os:problem:" + code.wire())
                .put("title", code.title())
                .put("status", status)
                .put("detail", code.advice())
                .put("instance", path)
                .put("code", code.wire())
                .put("request_id", requestId)
                .put("documentation", "/docs/problems/" + code.wire());
    }

    private static ProblemCode code(int status) {
        return switch (status) {
            case TOO_LARGE -> ProblemCode.PAYLOAD_TOO_LARGE;
            case STOPPING -> ProblemCode.UNAVAILABLE;
            default -> status < FIRST_FAILURE ? ProblemCode.MALFORMED_REQUEST : ProblemCode.INTERNAL;
        };
    }
}
