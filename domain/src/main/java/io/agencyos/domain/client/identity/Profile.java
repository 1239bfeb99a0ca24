package io.agencyos.domain.client.identity;

import io.agencyos.domain.shared.Vocabulary;
import io.agencyos.domain.shared.contact.PhoneNumber;
import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jmolecules.ddd.annotation.ValueObject;
import org.jspecify.annotations.Nullable;

/**
 * What a person says of themselves besides the name, and how they like to see the pages. Source: api 2, data model 5.1.
 *
 * @param avatar an https address
 * @param locale as a language tag
 */
@ValueObject
public record Profile(
        @Nullable PhoneNumber phone, @Nullable URI avatar, ZoneId timezone, String locale, Preferences preferences) {

    /** Of somebody who has said nothing yet. */
    public static final Profile PLAIN =
            new Profile(null, null, ZoneId.of("Australia/Sydney"), "en-AU", Preferences.DEFAULT);

    /** The colours of the pages. */
    public enum Theme implements Vocabulary {
        SYSTEM,
        DARK,
        LIGHT
    }

    /** How much stands on a page. */
    public enum Density implements Vocabulary {
        AUTO,
        DENSE,
        COMFORTABLE
    }

    /** How moments are told. */
    public enum TimeForm implements Vocabulary {
        RELATIVE,
        ABSOLUTE
    }

    /**
     * How somebody likes to see the pages.
     *
     * @param ownTimezone times in the person's zone instead of the client's
     * @param shortcuts keys that were given another meaning, by what they do
     * @param listColumns columns that were chosen, by list
     */
    @ValueObject
    public record Preferences(
            Theme theme,
            Density density,
            boolean ownTimezone,
            TimeForm timeForm,
            boolean shortcutsEnabled,
            Map<String, String> shortcuts,
            boolean tickerPaused,
            Map<String, List<String>> listColumns) {

        public static final Preferences DEFAULT =
                new Preferences(Theme.SYSTEM, Density.AUTO, false, TimeForm.RELATIVE, true, Map.of(), false, Map.of());

        public Preferences {
            shortcuts = Map.copyOf(shortcuts);
            listColumns = Map.copyOf(listColumns);
        }
    }
}
