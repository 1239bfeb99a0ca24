package io.agencyos.application.outreach;

import static io.agencyos.application.testing.Leadbook.MONDAY;
import static io.agencyos.application.testing.Outreachbook.touch;
import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.outreach.store.CallLog;
import io.agencyos.application.outreach.store.CallLog.Call;
import io.agencyos.domain.shared.id.TouchId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The calls that were begun, and what is counted of them. Source: outreach 4.7, I1. */
public abstract class CallLogContract extends TouchStoresContract {

    @Test // I1: a call without an outcome may have been accepted
    void calls_are_counted_as_possibly_accepted_until_a_certain_no() {
        TouchId touch = stored(touch(enrolled())).id();
        List<Call> calls = Stream.of(CallLog.Outcome.values())
                .map(outcome -> call(touch, MONDAY.plusSeconds(outcome.ordinal())))
                .toList();
        Call open = call(touch, LATER);
        run(() -> stores().callLog().begin(calls));
        run(() -> stores().callLog().begin(List.of(open)));
        assertThat(possiblyAccepted(touch)).isEqualTo(5);

        for (CallLog.Outcome outcome : CallLog.Outcome.values()) {
            end(calls.get(outcome.ordinal()), outcome);
        }
        assertThat(possiblyAccepted(touch)).isEqualTo(3);

        end(calls.get(CallLog.Outcome.ACCEPTED.ordinal()), CallLog.Outcome.REJECTED);
        end(call(touch, LATER), CallLog.Outcome.REJECTED);
        assertThat(possiblyAccepted(touch))
                .as("the first word counts, and a strange token names no call")
                .isEqualTo(3);
        assertThat(read(() -> stores().callLog().firstBegun(a(), List.of(touch, touchId()))))
                .containsOnly(Map.entry(touch, MONDAY));
        assertThat(read(b(), () -> stores().callLog().possiblyAccepted(b(), touch)))
                .isZero();
        assertThat(read(b(), () -> stores().callLog().firstBegun(b(), List.of(touch))))
                .isEmpty();
    }

    @Test // outreach 4.7: a vendor that asks to wait uses up no try
    void tries_are_calls_that_reached_nobody() {
        TouchId touch = stored(touch(enrolled())).id();
        List<Call> calls = Stream.of(1, 2, 3, 4)
                .map(n -> call(touch, MONDAY.plusSeconds(n)))
                .toList();
        run(() -> stores().callLog().begin(calls));
        run(() -> stores().callLog()
                .end(
                        a(),
                        List.of(
                                ended(calls.get(0), CallLog.Outcome.NOT_ACCEPTED, false),
                                ended(calls.get(1), CallLog.Outcome.NOT_ACCEPTED, true),
                                ended(calls.get(2), CallLog.Outcome.AMBIGUOUS, false)),
                        LATER));
        assertThat(read(() -> stores().callLog().triesUsed(a(), List.of(touch, touchId()))))
                .containsOnly(Map.entry(touch, 1));
        run(() ->
                stores().callLog().end(a(), List.of(ended(calls.get(3), CallLog.Outcome.NOT_ACCEPTED, false)), LATER));
        assertThat(read(() -> stores().callLog().triesUsed(a(), List.of(touch))))
                .containsOnly(Map.entry(touch, 2));
        assertThat(read(b(), () -> stores().callLog().triesUsed(b(), List.of(touch))))
                .isEmpty();
    }

    private static CallLog.Ended ended(Call call, CallLog.Outcome outcome, boolean asked) {
        return new CallLog.Ended(call.touch(), call.token(), outcome, asked);
    }

    private Call call(TouchId touch, Instant startedAt) {
        return new Call(UUID.randomUUID(), a(), touch, UUID.randomUUID(), "fake", "send", "hash", startedAt);
    }

    private void end(Call call, CallLog.Outcome outcome) {
        run(() -> stores().callLog().end(a(), List.of(new CallLog.Ended(call.touch(), call.token(), outcome)), LATER));
    }

    private int possiblyAccepted(TouchId touch) {
        return read(() -> stores().callLog().possiblyAccepted(a(), touch));
    }

    static TouchId touchId() {
        return new TouchId(UUID.randomUUID());
    }
}
