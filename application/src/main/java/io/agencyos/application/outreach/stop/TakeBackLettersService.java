package io.agencyos.application.outreach.stop;

import io.agencyos.application.outreach.channel.PostLines;
import io.agencyos.application.outreach.post.PostPieces;
import io.agencyos.application.outreach.post.PostPorts;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Takes back what is not printed yet and nobody should get any more: somebody answered, opted out, became a customer. Calls
 * the post office outside any unit; a call whose answer is lost is made again at the next look, which does no
 * harm. Source: vendors/direct-mail 4.
 */
public final class TakeBackLettersService implements RecallTouches {

    /** Printing begins an hour after the order; who asks a little later still hears that it was too late. */
    private static final Duration LOOKED_AT = Duration.ofHours(2);

    private final PostPorts ports;
    private final PostPieces pieces;
    private final ClockPort clock;

    public TakeBackLettersService(PostPorts ports, PostPieces pieces, ClockPort clock) {
        this.ports = ports;
        this.pieces = pieces;
        this.clock = clock;
    }

    @Override
    public Round recall(ClientId client, int limit) {
        TenantScope worker = TenantScope.worker(client);
        List<PostPieces.Piece> unwanted = ports.units()
                .inTenant(worker, () -> pieces.unwanted(client, clock.now().minus(LOOKED_AT)));
        if (unwanted.isEmpty()) {
            return new Round(0, 0);
        }
        Optional<PostLines.Line> line = ports.lines().of(client);
        List<PostPieces.Piece> asked = unwanted.subList(0, Math.min(limit, unwanted.size()));
        int settled = 0;
        for (PostPieces.Piece piece : asked) {
            Optional<PostPieces.Recall> came = line.filter(by -> by.vendor().equals(piece.vendor()))
                    .flatMap(by -> recall(by.sender().cancel(client, piece.vendorRef())));
            if (came.isPresent()) {
                ports.units().inTenant(worker, () -> {
                    pieces.wantedBack(client, piece.touch(), came.get(), clock.now());
                    return piece;
                });
                settled++;
            }
        }
        return new Round(settled, asked.size() - settled);
    }

    /** Empty where nobody knows, which is asked again. */
    private static Optional<PostPieces.Recall> recall(Result<Boolean, VendorFailure> answer) {
        return switch (answer) {
            case Result.Ok<Boolean, VendorFailure> gone -> Optional.of(PostPieces.Recall.STOPPED);
            case Result.Err<Boolean, VendorFailure>(VendorFailure.Conflict printed) ->
                Optional.of(PostPieces.Recall.UNSTOPPABLE);
            case Result.Err<Boolean, VendorFailure>(VendorFailure.NotFound never) ->
                Optional.of(PostPieces.Recall.STOPPED);
            case Result.Err<Boolean, VendorFailure> unknown -> Optional.empty();
        };
    }
}
