package io.agencyos.application.platform.flow;

import io.agencyos.domain.platform.flow.RunFailure;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What came of one item. */
public sealed interface ItemResult {

    /** It was done, for so many Australian dollars. */
    record Done(@Nullable String result, BigDecimal cost) implements ItemResult {}

    /** There was no need. */
    record Skipped(String reason) implements ItemResult {}

    /** It was not done, or nobody knows; the kind says which. */
    record Failed(RunFailure failure) implements ItemResult {}
}
