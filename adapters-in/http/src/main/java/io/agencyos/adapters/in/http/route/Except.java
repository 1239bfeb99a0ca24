package io.agencyos.adapters.in.http.route;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Words of a member's list that are no words of this one: refused where they are taken, never told where they are answered. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
public @interface Except {

    /** The words as they are written in JSON. */
    String[] value();
}
