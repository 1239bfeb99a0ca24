package io.agencyos.domain.scoring;

import io.agencyos.domain.shared.Vocabulary;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What is known of an e-mail address. Source: data model 4. */
public enum EmailStatus implements Vocabulary {
    VERIFIED,
    CATCH_ALL,
    GUESSED,
    UNKNOWN,
    INVALID;

    /** The status of this wire name; absent and unknown words are {@code UNKNOWN} (scoring ALS-15). */
    public static EmailStatus lenient(@Nullable String wire) {
        return wire == null
                ? UNKNOWN
                : Vocabulary.parse(EmailStatus.class, wire.strip().toLowerCase(Locale.ROOT))
                        .orElse(UNKNOWN);
    }
}
