package io.agencyos.adapters.out.unipile;

import io.agencyos.adapters.out.vendorhttp.Ways;
import io.agencyos.application.outreach.channel.LinkedInEngagement;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.id.ClientId;
import java.util.function.Function;

/** What everybody may see of a seat, in the seat's turn. Source: unipile 3 U11, 4.6. */
final class UnipileEngagement implements LinkedInEngagement {

    private final Ways<UnipileAccount, Connection> ways;
    private final Seats seats;

    UnipileEngagement(Ways<UnipileAccount, Connection> ways, Seats seats) {
        this.ways = ways;
        this.seats = seats;
    }

    @Override
    public Result<Boolean, VendorFailure> react(ClientId client, String seat, String post, Reaction reaction) {
        return act(
                client,
                seat,
                post,
                "react",
                connection -> connection
                        .calls()
                        .write("react", () -> connection.speech().react(seat, post, reaction.wire())));
    }

    @Override
    public Result<Boolean, VendorFailure> comment(ClientId client, String seat, String post, String text) {
        if (text.isBlank() || text.length() > LONGEST_COMMENT) {
            return Result.err(Failures.invalid("comment", "text", "one to " + LONGEST_COMMENT + " characters"));
        }
        return act(
                client,
                seat,
                post,
                "comment",
                connection -> connection
                        .calls()
                        .write("comment", () -> connection.speech().comment(seat, post, text)));
    }

    /** What stands there already is what was wanted. */
    private Result<Boolean, VendorFailure> act(
            ClientId client,
            String seat,
            String post,
            String operation,
            Function<Connection, Result<Boolean, VendorFailure>> call) {
        if (post.isBlank()) {
            return Result.err(Failures.invalid(operation, "post", "no post"));
        }
        return ways.of(client, operation)
                .flatMap(account -> seats.inTurn(
                        account,
                        seat,
                        operation,
                        connection -> call.apply(connection)
                                .fold(
                                        Result::ok,
                                        failure -> failure instanceof VendorFailure.Conflict
                                                ? Result.ok(true)
                                                : Result.err(failure))));
    }
}
