package io.agencyos.adapters.in.http.json;

import io.agencyos.adapters.in.http.route.Except;
import io.agencyos.adapters.in.http.route.Items;
import io.agencyos.adapters.in.http.route.Range;
import io.agencyos.adapters.in.http.route.Text;
import java.lang.reflect.RecordComponent;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The declared bounds of a member; those of a text or number hold for every entry of a list. */
record Bounds(
        @Nullable Text text,
        @Nullable Range range,
        @Nullable Items items,
        Set<String> except) {

    static final int MAX_TEXT = 255;
    static final int MAX_ITEMS = 1000;

    static Bounds of(RecordComponent component) {
        Except except = component.getAnnotation(Except.class);
        return new Bounds(
                component.getAnnotation(Text.class),
                component.getAnnotation(Range.class),
                component.getAnnotation(Items.class),
                except == null ? Set.of() : Set.of(except.value()));
    }

    int minLength() {
        Text declared = text;
        return declared == null ? 1 : declared.min();
    }

    int maxLength() {
        Text declared = text;
        return declared == null ? MAX_TEXT : declared.max();
    }
}
