package io.agencyos.adapters.out.vapi;

import io.agencyos.adapters.out.vendorhttp.Placing;
import io.agencyos.adapters.out.vendorhttp.Ways;
import io.agencyos.application.outreach.recording.CallRecordings;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.VendorFailure.Details;
import io.agencyos.domain.shared.id.ClientId;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Recordings, streamed, for they are larger than any answer may be; erased with everything else of the call, which is the
 * only way the vendor offers. Source: vapi 8.
 */
final class VapiRecordings implements CallRecordings {

    private static final long MOST_BYTES = 200L * 1024 * 1024;
    private static final int CHUNK = 64 * 1024;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Ways<VapiAccount, Connection> ways;
    private final Placing<VapiSettings> places;
    /** Follows no redirect by itself: the key must not travel along. */
    private final HttpClient http = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    VapiRecordings(Ways<VapiAccount, Connection> ways, Placing<VapiSettings> places) {
        this.ways = ways;
        this.places = places;
    }

    @Override
    public Result<Fetched, VendorFailure> fetch(ClientId client, String vendorRef, OutputStream sink) {
        VapiSettings settings = places.of(client);
        return ways.of(client, "recording").flatMap(connection -> {
            URI own = URI.create(settings.base() + "/call/" + vendorRef + "/mono-recording");
            HttpRequest first = HttpRequest.newBuilder(own)
                    .timeout(PATIENCE)
                    .header(
                            "Authorization",
                            "Bearer " + connection.account().apiKey().reveal())
                    .build();
            return asked(first, sink, Optional.of(settings));
        });
    }

    /** @param where empty where another place may not be gone to any more */
    private Result<Fetched, VendorFailure> asked(HttpRequest request, OutputStream sink, Optional<VapiSettings> where) {
        try {
            HttpResponse<InputStream> answer = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                Optional<URI> elsewhere =
                        answer.headers().firstValue("location").map(URI::create);
                if (answer.statusCode() == 302 && where.isPresent() && elsewhere.isPresent()) {
                    return followed(elsewhere.get(), where.get(), sink);
                }
                return answer.statusCode() == 200 ? copied(body, sink) : Result.err(refusal(answer.statusCode()));
            }
        } catch (IOException broken) {
            return Result.err(new VendorFailure.Unavailable(details("the recording broke off")));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Result.err(new VendorFailure.Unavailable(details("interrupted")));
        }
    }

    private Result<Fetched, VendorFailure> followed(URI place, VapiSettings settings, OutputStream sink) {
        return settings.mayFetchFrom(place)
                ? asked(HttpRequest.newBuilder(place).timeout(PATIENCE).build(), sink, Optional.empty())
                : Result.err(Failures.contract("recording", "the recording is not in a secure place"));
    }

    private static Result<Fetched, VendorFailure> copied(InputStream body, OutputStream sink) throws IOException {
        MessageDigest digest = sha256();
        DigestOutputStream out = new DigestOutputStream(sink, digest);
        byte[] chunk = new byte[CHUNK];
        long bytes = 0;
        for (int read = body.read(chunk); read >= 0; read = body.read(chunk)) {
            bytes += read;
            if (bytes > MOST_BYTES) {
                return Result.err(Failures.contract("recording", "the recording is too large"));
            }
            out.write(chunk, 0, read);
        }
        out.flush();
        return Result.ok(new Fetched(bytes, HexFormat.of().formatHex(digest.digest())));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static VendorFailure refusal(int status) {
        Details details = details("status " + status).withStatus(status);
        return switch (status) {
            case 401, 403 -> new VendorFailure.Unauthorized(details);
            case 404 -> new VendorFailure.NotFound(details);
            default -> new VendorFailure.Unavailable(details);
        };
    }

    private static Details details(String message) {
        return Failures.details("recording", message);
    }

    @Override
    public Result<Erasure, VendorFailure> erase(ClientId client, String vendorRef) {
        return ways.of(client, "erase")
                .flatMap(connection -> connection
                        .calls()
                        .write("erase", () -> connection.api().erase(vendorRef))
                        .fold(done -> Result.ok(Erasure.ERASED), VapiRecordings::notErased));
    }

    /** A false record of an erasure is worse than another try. */
    private static Result<Erasure, VendorFailure> notErased(VendorFailure failure) {
        return switch (failure) {
            case VendorFailure.NotFound gone -> Result.ok(Erasure.ERASED);
            case VendorFailure.Unavailable down -> Result.ok(Erasure.PENDING);
            case VendorFailure.Timeout late -> Result.ok(Erasure.PENDING);
            case VendorFailure.RateLimited busy -> Result.ok(Erasure.PENDING);
            case VendorFailure.Conflict busy -> Result.ok(Erasure.PENDING);
            case VendorFailure.Unauthorized f -> Result.err(f);
            case VendorFailure.OutOfCredits f -> Result.err(f);
            case VendorFailure.Invalid f -> Result.err(f);
        };
    }
}
