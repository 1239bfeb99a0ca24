package io.agencyos.bootstrap.simulate;

import io.agencyos.adapters.out.sandbox.VendorSandbox;
import io.agencyos.adapters.out.sandbox.http.Request;
import io.agencyos.adapters.out.sandbox.http.Response;
import io.agencyos.adapters.out.vendorhttp.Wire;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Requests of the real adapters handed to the sandbox in the same program, through the door that those of the network take. */
final class ByHand implements Wire {

    private final VendorSandbox sandbox;

    ByHand(VendorSandbox sandbox) {
        this.sandbox = sandbox;
    }

    @Override
    public Answer ask(Question question) throws IOException {
        Request request = new Request(
                question.method(),
                question.url().getRawPath(),
                Optional.ofNullable(question.url().getRawQuery()).orElse(""),
                new String(question.body(), StandardCharsets.UTF_8));
        Response response = sandbox.take(request, name -> first(question, name))
                .orElseThrow(() -> new IOException("the connection was cut"));
        return new Answer(response.status(), response.headers(), response.body().getBytes(StandardCharsets.UTF_8));
    }

    private static String first(Question question, String name) {
        List<String> values = question.headers().getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
        return values.isEmpty() ? "" : values.getFirst();
    }
}
