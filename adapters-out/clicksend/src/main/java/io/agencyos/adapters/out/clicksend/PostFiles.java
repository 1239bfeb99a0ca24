package io.agencyos.adapters.out.clicksend;

import io.agencyos.adapters.out.vendorhttp.Fields;
import io.agencyos.application.outreach.channel.PostCommand;
import io.agencyos.application.outreach.channel.PostCommand.Paper;
import io.agencyos.application.outreach.channel.PostCommand.Piece;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Where the vendor finds a letter's pages: at an address of ours, else where it stores what is uploaded, which it forgets after ten
 * minutes. Source: clicksend 9 C15.
 */
final class PostFiles {

    /** Ten minutes, less what a call may take. */
    private static final Duration KEPT = Duration.ofMinutes(9);

    private static final int MOST = 1_000;

    private record Uploaded(String url, Instant at) {}

    private final ClockPort clock;
    private final Map<String, Uploaded> uploads = new ConcurrentHashMap<>();

    PostFiles(ClockPort clock) {
        this.clock = clock;
    }

    /** The address of a letter's file; of a postcard's none, for it says so itself. */
    Result<String, VendorFailure> of(Connection connection, PostCommand command) {
        return switch (command.piece()) {
            case Piece.Postcard card -> Result.ok("");
            case Piece.Letter(Paper.Pdf(URI at), boolean colour, boolean duplex, boolean priority) ->
                Result.ok(at.toString());
            case Piece.Letter(Paper.Page(String html), boolean colour, boolean duplex, boolean priority) ->
                uploaded(connection, command.idempotencyKey(), html);
        };
    }

    /** Uploading twice makes no second letter. */
    private Result<String, VendorFailure> uploaded(Connection connection, String key, String html) {
        Instant now = clock.now();
        Uploaded last = uploads.get(key);
        if (last != null && now.isBefore(last.at().plus(KEPT))) {
            return Result.ok(last.url());
        }
        String content = Base64.getEncoder().encodeToString(html.getBytes(StandardCharsets.UTF_8));
        return connection
                .calls()
                .idempotent("upload", () -> connection.api().upload(new PostWire.Upload(content)))
                .flatMap(answer -> Fields.text(answer.path("data"), "_url")
                        .<Result<String, VendorFailure>>map(url -> {
                            remember(key, new Uploaded(url, now));
                            return Result.ok(url);
                        })
                        .orElseGet(() -> Result.err(Failures.contract("upload", "no address of the file"))));
    }

    private void remember(String key, Uploaded upload) {
        if (uploads.size() >= MOST) {
            uploads.values().removeIf(old -> !upload.at().isBefore(old.at().plus(KEPT)));
        }
        uploads.put(key, upload);
    }
}
