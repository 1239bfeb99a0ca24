package io.agencyos.adapters.in.http.server;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

/**
 * Takes away the header by which the router would serve a request under another method than it was sent with: what stands before
 * this server, and decides by the method, would have let through something else.
 */
final class OwnMethod implements HttpConfiguration.Customizer {

    private static final String OVERRIDE = "X-HTTP-Method-Override";

    @Override
    public Request customize(Request request, HttpFields.Mutable answered) {
        return request.getHeaders().contains(OVERRIDE) ? new Plain(request) : request;
    }

    private static final class Plain extends Request.Wrapper {

        private final HttpFields headers;

        Plain(Request request) {
            super(request);
            headers = HttpFields.build(request.getHeaders()).remove(OVERRIDE).asImmutable();
        }

        @Override
        public HttpFields getHeaders() {
            return headers;
        }
    }
}
