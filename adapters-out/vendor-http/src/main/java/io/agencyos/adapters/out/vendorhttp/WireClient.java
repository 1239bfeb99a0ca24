package io.agencyos.adapters.out.vendorhttp;

import feign.Client;
import feign.Request;
import feign.Response;
import java.io.IOException;
import java.net.URI;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Feign on a {@link Wire}. */
final class WireClient implements Client {

    private final Wire wire;

    WireClient(Wire wire) {
        this.wire = wire;
    }

    @Override
    public Response execute(Request request, Request.Options options) throws IOException {
        Map<String, List<String>> sent = new HashMap<>();
        request.headers().forEach((name, values) -> sent.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
        byte[] body = request.body() == null ? new byte[0] : request.body();
        Wire.Answer answer;
        try {
            answer = wire.ask(new Wire.Question(request.httpMethod().name(), URI.create(request.url()), sent, body));
        } catch (IOException broken) {
            throw new NoAnswerException(NoAnswerException.Stage.BROKEN, broken);
        }
        Map<String, Collection<String>> headers = new TreeMap<>();
        answer.headers().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), List.of(value)));
        return Response.builder()
                .request(request)
                .status(answer.status())
                .headers(headers)
                .body(answer.body())
                .build();
    }
}
