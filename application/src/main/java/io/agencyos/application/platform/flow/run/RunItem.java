package io.agencyos.application.platform.flow.run;

import io.agencyos.domain.platform.flow.ItemState;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One lead, number or seat inside a step that pays a vendor or sends something.
 *
 * @param key 1–200 characters, unique in the step
 * @param attempts calls begun
 * @param until of a claimed one, when its claim ends; of a pending one, when it may be tried again; null for at once
 * @param vendorKey what the vendor recognises a repeated call by; null before the first claim
 * @param result what the step keeps of the answer, null for nothing
 * @param errorCode null when there was no error
 */
public record RunItem(
        String key,
        ItemState state,
        int attempts,
        @Nullable Instant until,
        @Nullable String vendorKey,
        @Nullable String result,
        @Nullable String errorCode,
        @Nullable String error,
        BigDecimal cost) {

    static RunItem pending(String key) {
        return new RunItem(key, ItemState.PENDING, 0, null, null, null, null, null, BigDecimal.ZERO);
    }

    public RunItem claimed(String idempotencyKey, Instant leaseUntil) {
        return new RunItem(
                key, ItemState.CLAIMED, attempts + 1, leaseUntil, idempotencyKey, result, errorCode, error, cost);
    }

    public RunItem done(@Nullable String answer, BigDecimal paid) {
        return new RunItem(key, ItemState.DONE, attempts, null, vendorKey, answer, null, null, cost.add(paid));
    }

    public RunItem ended(ItemState end, String code, String message) {
        return new RunItem(key, end, attempts, null, vendorKey, result, code, message, cost);
    }

    public RunItem again(String code, String message, Instant from) {
        return new RunItem(key, ItemState.PENDING, attempts, from, vendorKey, result, code, message, cost);
    }
}
