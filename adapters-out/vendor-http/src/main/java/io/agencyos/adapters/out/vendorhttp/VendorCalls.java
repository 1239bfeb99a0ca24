package io.agencyos.adapters.out.vendorhttp;

import feign.FeignException;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.RandomSource;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes calls under one credential: paced, behind the breaker, repeated where repeating is harmless, every failure a
 * value. Logs vendor, operation, kind and duration, nothing else. Source: vendors/index 2, 3.
 */
public final class VendorCalls {

    private static final Logger LOG = LoggerFactory.getLogger(VendorCalls.class);
    private static final int ATTEMPTS = 3;
    /** Until one of our own calls may be over. */
    private static final Duration A_WHILE = Duration.ofSeconds(1);

    private static final Duration LONGEST_WAIT_IN_CALL = Duration.ofSeconds(10);

    private final VendorProfile profile;
    private final FailureMapping mapping;
    private final MonotonicTime time;
    private final RandomSource random;
    private final TokenBucket bucket;
    private final CallBreaker breaker;
    private final @Nullable CallBreaker member;
    private final FairShare share;
    private final @Nullable String client;
    private final ClosedOperations closed;
    private final ClockPort clock;

    VendorCalls(
            VendorProfile profile,
            ClockPort clock,
            MonotonicTime time,
            RandomSource random,
            VendorHttp.Lane lane,
            @Nullable String client,
            @Nullable CallBreaker member) {
        this.profile = profile;
        this.mapping = new FailureMapping(profile, clock);
        this.time = time;
        this.random = random;
        this.bucket = lane.bucket();
        this.breaker = lane.breaker();
        this.member = member;
        this.share = lane.share();
        this.client = client;
        this.closed = lane.closed();
        this.clock = clock;
    }

    /** A call that changes nothing: three attempts in all. */
    public <T> Result<T, VendorFailure> read(String operation, Supplier<T> call) {
        return repeating(operation, CallKind.READ, call);
    }

    /** A write of a whole state that may be repeated: three attempts in all. */
    public <T> Result<T, VendorFailure> idempotent(String operation, Supplier<T> call) {
        return repeating(operation, CallKind.IDEMPOTENT_WRITE, call);
    }

    /** As {@link #idempotent(String, Supplier)} for a call without an answer. */
    public Result<Boolean, VendorFailure> idempotent(String operation, Runnable call) {
        return idempotent(operation, done(call));
    }

    /** A write, made once whatever comes of it. */
    public <T> Result<T, VendorFailure> write(String operation, Supplier<T> call) {
        return repeating(operation, CallKind.WRITE, call);
    }

    /** As {@link #write(String, Supplier)} for a call without an answer. */
    public Result<Boolean, VendorFailure> write(String operation, Runnable call) {
        return write(operation, done(call));
    }

    /** Nothing more is asked for by the operation for so long, as the vendor's counters say; zero changes nothing. */
    public void rest(String operation, Duration length) {
        closed.close(operation, length);
    }

    private static Supplier<Boolean> done(Runnable call) {
        return () -> {
            call.run();
            return Boolean.TRUE;
        };
    }

    private <T> Result<T, VendorFailure> repeating(String operation, CallKind kind, Supplier<T> call) {
        for (int attempt = 1; ; attempt++) {
            Result<T, VendorFailure> result = once(operation, kind, call);
            if (!(result instanceof Result.Err<T, VendorFailure>(VendorFailure failure))
                    || !kind.repeatable()
                    || attempt == ATTEMPTS) {
                return result;
            }
            Optional<Duration> wait = waitAfter(failure, attempt).filter(CallBudget::allows);
            if (wait.isEmpty()) {
                return result;
            }
            time.sleep(wait.get());
        }
    }

    private Optional<Duration> waitAfter(VendorFailure failure, int attempt) {
        return switch (failure) {
            case VendorFailure.RateLimited limited ->
                Optional.of(limited.retryAfter()).filter(wait -> wait.compareTo(LONGEST_WAIT_IN_CALL) <= 0);
            case VendorFailure.Unavailable down -> Optional.of(backoff(attempt));
            case VendorFailure.Timeout late -> Optional.of(backoff(attempt));
            case VendorFailure.Unauthorized f -> Optional.empty();
            case VendorFailure.OutOfCredits f -> Optional.empty();
            case VendorFailure.Invalid f -> Optional.empty();
            case VendorFailure.NotFound f -> Optional.empty();
            case VendorFailure.Conflict f -> Optional.empty();
        };
    }

    private Duration backoff(int attempt) {
        long base =
                Math.min(LONGEST_WAIT_IN_CALL.toNanos(), Duration.ofSeconds(1).toNanos() << (attempt - 1));
        return Duration.ofNanos(base / 2 + Math.floorMod(random.nextLong(), base / 2 + 1));
    }

    private <T> Result<T, VendorFailure> once(String operation, CallKind kind, Supplier<T> call) {
        if (client == null) {
            return paced(operation, kind, call);
        }
        if (!share.enter(client)) {
            return Result.err(new VendorFailure.RateLimited(mapping.details(operation, "our own share"), A_WHILE));
        }
        try {
            return paced(operation, kind, call);
        } finally {
            share.leave(client);
        }
    }

    private <T> Result<T, VendorFailure> paced(String operation, CallKind kind, Supplier<T> call) {
        Duration shut = closed.left(operation);
        if (shut.isPositive()) {
            return Result.err(new VendorFailure.RateLimited(
                    mapping.details(operation, "not asked: the vendor has hardly any requests left for us"),
                    RetryAfter.cut(shut)));
        }
        Duration wait = bucket.waitNow();
        if (!CallBudget.allows(wait)) {
            return Result.err(new VendorFailure.RateLimited(mapping.details(operation, "our own pace"), wait));
        }
        if (!admits()) {
            return Result.err(
                    new VendorFailure.Unavailable(mapping.details(operation, "not asked: it failed repeatedly")
                            .withVendorCode("BREAKER_OPEN")));
        }
        time.sleep(bucket.take());
        return measured(operation, kind, call);
    }

    private boolean admits() {
        if (!breaker.admits()) {
            return false;
        }
        if (member == null || member.admits()) {
            return true;
        }
        breaker.spared();
        return false;
    }

    private <T> Result<T, VendorFailure> measured(String operation, CallKind kind, Supplier<T> call) {
        long start = time.nanos();
        AnswerHeaders answer = new AnswerHeaders();
        Result<T, VendorFailure> result = answer.during(() -> attempt(operation, kind, call));
        if (answer.present()) {
            closed.close(operation, profile.windows().closedFor(answer::first, clock.now()));
        }
        long millis = (time.nanos() - start) / 1_000_000;
        switch (result) {
            case Result.Ok<T, VendorFailure> ok -> {
                answered();
                LOG.debug("vendor={} operation={} ok in {} ms", profile.vendor(), operation, millis);
            }
            case Result.Err<T, VendorFailure>(VendorFailure failure) -> {
                report(failure);
                LOG.info(
                        "vendor={} operation={} {} status={} ambiguous={} in {} ms",
                        profile.vendor(),
                        operation,
                        failure.kind(),
                        failure.details().httpStatus(),
                        failure.ambiguous(),
                        millis);
            }
        }
        return result;
    }

    private void report(VendorFailure failure) {
        boolean absent = failure.ambiguous()
                || failure instanceof VendorFailure.Unavailable
                || failure instanceof VendorFailure.Timeout;
        if (!absent) {
            answered();
            return;
        }
        if (member == null) {
            failed(breaker);
            return;
        }
        failed(member);
        if (failure.details().httpStatus() != null) {
            breaker.answered();
        } else if (failure instanceof VendorFailure.Timeout) {
            // the vendor acts for the member inside the call: that it took too long says nothing of the others
            breaker.spared();
        } else {
            failed(breaker);
        }
    }

    private void answered() {
        breaker.answered();
        if (member != null) {
            member.answered();
        }
    }

    private void failed(CallBreaker one) {
        boolean before = one.isOpen();
        one.failed();
        if (!before && one.isOpen()) {
            LOG.warn(
                    "vendor={} does not answer{}: no calls for a while",
                    profile.vendor(),
                    one == member ? " for a member" : "");
        }
    }

    private <T> Result<T, VendorFailure> attempt(String operation, CallKind kind, Supplier<T> call) {
        try {
            return Result.ok(call.get());
        } catch (RefusedException | UnreadableAnswerException | FeignException failed) {
            return Result.err(mapping.of(operation, kind, failed));
        } catch (RuntimeException ours) {
            answered();
            throw ours;
        }
    }
}
