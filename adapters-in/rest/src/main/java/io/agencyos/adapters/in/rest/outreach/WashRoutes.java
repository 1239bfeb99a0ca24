package io.agencyos.adapters.in.rest.outreach;

import io.agencyos.adapters.in.http.route.Call;
import io.agencyos.adapters.in.http.route.ProblemCode;
import io.agencyos.adapters.in.http.route.Range;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.application.outreach.wash.PhoneWashes;
import io.agencyos.application.outreach.wash.WashDesk;
import io.agencyos.domain.outreach.Wash;
import io.agencyos.domain.shared.Result;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Numbers that go to the Do Not Call Register and come back, for staff of the platform. Source: vendors/dncr 5. */
public final class WashRoutes implements RouteGroup {

    private static final String TAG = "Platform";
    private static final String ALL = Route.P + "/dncr/washes";
    private static final String RESULT = ALL + "/{id}/result";
    private static final int A_FILE = 200;
    private static final int LARGEST_FILE = 20_000;

    private final WashDesk desk;

    public WashRoutes(WashDesk desk) {
        this.desk = desk;
    }

    /**
     * A file of numbers as it stands.
     *
     * @param state whether the register's answer is awaited, was taken, or will not come
     * @param numbers numbers of the file
     * @param sentAt when the file was carried off
     * @param clean numbers that are not on the register
     * @param listed numbers that are on the register
     */
    record WashView(
            UUID id,
            Wash.State state,
            int numbers,
            Instant sentAt,
            @Nullable Instant washedAt,
            int clean,
            int listed) {

        static final WashView EXAMPLE = new WashView(
                UUID.fromString("019baaaa-0000-7000-8000-0000000000d1"),
                Wash.State.DONE,
                3,
                Instant.parse("2026-03-01T22:00:00Z"),
                Instant.parse("2026-03-01T23:30:00Z"),
                2,
                1);

        static WashView of(Wash wash) {
            return new WashView(
                    UUID.fromString(wash.id()),
                    wash.state(),
                    wash.numbers(),
                    wash.sentAt(),
                    wash.washedAt(),
                    wash.clean(),
                    wash.listed());
        }
    }

    /**
     * What waits, and what was carried.
     *
     * @param due numbers for the next file
     * @param overdue numbers whose call or text waits already
     * @param out numbers that are on their way
     * @param washes the files that were made, the newest first
     */
    record WashBoard(int due, int overdue, int out, List<WashView> washes) {

        static WashBoard of(WashDesk.Standing standing) {
            PhoneWashes.Waiting waiting = standing.waiting();
            return new WashBoard(
                    waiting.due(),
                    waiting.overdue(),
                    waiting.out(),
                    standing.washes().stream().map(WashView::of).toList());
        }
    }

    /**
     * How many numbers at most; {@value #A_FILE} where nothing is said.
     *
     * @param limit how many numbers at most; a whole file's without it
     */
    record NewWash(
            @Nullable @Range(min = 1, max = LARGEST_FILE) Integer limit) {}

    /**
     * A file to carry to the register.
     *
     * @param id the file; null where no number waits
     * @param lines a number each, as the register wants them
     */
    record WashFile(@Nullable UUID id, List<String> lines) {}

    /**
     * The file as the register gave it back.
     *
     * @param lines number and {@code Y} listed, {@code N} not listed or {@code I} invalid
     */
    record WashResult(Instant washedAt, List<String> lines) {}

    /**
     * What was taken of it.
     *
     * @param wash the file as it stands now
     * @param unanswered numbers of the file about which it says nothing
     * @param foreign lines about numbers that were not in the file
     */
    record WashTaken(WashView wash, int unanswered, int foreign, int newlyListed, int newlyClean) {}

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(
                Route.get(ALL, "What waits to be washed against the Do Not Call Register, and the last files")
                        .tag(TAG)
                        .platformAdmin()
                        .answers(WashBoard.class, new WashBoard(12, 2, 3, List.of(WashView.EXAMPLE)))
                        .handledBy(call -> Reply.ok(WashBoard.of(desk.show()))),
                Route.post(ALL, "Takes the next numbers out as a file, soonest need first")
                        .tag(TAG)
                        .platformAdmin()
                        .body(NewWash.class, new NewWash(A_FILE))
                        .answers(
                                WashFile.class,
                                new WashFile(WashView.EXAMPLE.id(), List.of("0491570006", "0491570156")))
                        .handledBy(this::export),
                Route.post(RESULT, "Takes the register's result of a file, once and within 24 hours")
                        .tag(TAG)
                        .platformAdmin()
                        .body(
                                WashResult.class,
                                new WashResult(
                                        Instant.parse("2026-03-01T23:30:00Z"), List.of("0491570006,Y", "0491570156,N")))
                        .answers(WashTaken.class, new WashTaken(WashView.EXAMPLE, 0, 0, 1, 0))
                        .problems(ProblemCode.INVALID_TRANSITION, ProblemCode.NOT_ELIGIBLE)
                        .handledBy(this::take));
    }

    private Reply<WashFile> export(Call<NewWash> call) {
        int limit = Objects.requireNonNullElse(call.body().limit(), A_FILE);
        WashDesk.Outgoing file = desk.export(call.principal().userId(), limit, call.origin());
        boolean empty = file.lines().isEmpty();
        return Reply.ok(new WashFile(empty ? null : UUID.fromString(file.wash().id()), file.lines()));
    }

    private Reply<WashTaken> take(Call<WashResult> call) {
        String id = call.id("id", UUID::toString);
        WashResult body = call.body();
        return switch (desk.take(call.principal().userId(), id, body.lines(), body.washedAt(), call.origin())) {
            case Result.Ok<WashDesk.Taken, Wash.Refusal>(WashDesk.Taken taken) ->
                Reply.ok(new WashTaken(
                        WashView.of(taken.wash()),
                        taken.unanswered(),
                        taken.foreign(),
                        taken.newlyListed(),
                        taken.newlyClean()));
            case Result.Err<WashDesk.Taken, Wash.Refusal>(Wash.Refusal refusal) -> refused(refusal);
        };
    }

    private static Reply<WashTaken> refused(Wash.Refusal refusal) {
        return switch (refusal) {
            case UNKNOWN_WASH -> Reply.notFound();
            case NOT_OPEN ->
                Reply.refused(
                        ProblemCode.INVALID_TRANSITION,
                        "Its result was taken before, or it was given up after 3 days.");
            case WRONG_TIME ->
                Reply.refused(
                        ProblemCode.NOT_ELIGIBLE,
                        "The numbers were washed more than 24 hours ago, not yet, or before the file left.");
        };
    }
}
